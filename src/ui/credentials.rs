//! The group *Credentials*: drawn from the connection spec.
//!
//! The inputs of all auth specs are there, also those of sources that were chosen before; what
//! is not chosen is hidden. Switching there and back loses nothing that was typed, secrets
//! included.

use flow_service::spec::{AuthField, OAUTH2_CLIENT_CREDENTIAL};

use super::act::{On, button};
use super::element::{At, Element, div, element, paragraph};
use super::field::{Kind, Look};
use super::form::group;
use crate::screen::{Field, Msg, words};

pub(super) fn credentials(look: &Look) -> Element {
    group(words::CREDENTIALS)
        .child(paragraph("intro").text(words::CREDENTIALS_INTRO))
        .child(authentication(look))
        .child(notice(look))
        .child(lost(look))
        .child(div("fields").children(fields(look)))
}

fn authentication(look: &Look) -> Element {
    let choices = look.model.spec.auth_specs.iter().enumerate().map(|(index, auth)| {
        let checked = auth.name == look.auth.name;
        // The focus goes to the choice that is made, so that one bears the plain name.
        let id = Field::Authentication.id();
        let id = if checked { id } else { [&id, "-", &index.to_string()].concat() };
        let input = element("input")
            .set(At::Type, "radio")
            .set(At::Name, "authentication")
            .set_string(At::Id, id)
            .checked(checked)
            .on(look.act, On::ChooseAuth(auth.name.clone()));
        let input = if checked { input.plain() } else { input };
        let name = element("span").string(auth.name.clone());
        element("label").set(At::Class, "choice").key(&auth.name).child(input).child(name)
    });
    let error = look.finding(&Field::Authentication, words::AUTHENTICATION).error;
    let label = div("label").set(At::Id, "authentication-label").text(words::AUTHENTICATION);
    let group = div("choices")
        .set(At::Role, "radiogroup")
        .set(At::LabelledBy, "authentication-label")
        .set(At::DescribedBy, "authentication-error")
        .mark(At::Invalid, error.is_some())
        .children(choices);
    let error = paragraph("error")
        .set(At::Id, "authentication-error")
        .flag(At::Hidden, error.is_none())
        .string(error.unwrap_or_default());
    div("field wide").child(label).child(group).child(div("under").child(error))
}

/// What there is to know of the credentials of this source before they are typed.
fn lost(look: &Look) -> Element {
    let said = look.views.map(|views| (views.lost)(look.model, look.act));
    div("slot").node(said.unwrap_or_default())
}

fn notice(look: &Look) -> Element {
    let notice = words::auth_notice(&look.auth.name).filter(|_| look.model.is_built_in());
    let switch = On::Click(|| Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    div("notice")
        .flag(At::Hidden, notice.is_none())
        .child(element("p").text(notice.unwrap_or_default()))
        .child(button(look.act, switch).text(words::SWITCH_TO_OAUTH2))
}

/// Each key once: what the chosen auth spec asks for, in its order, and then, hidden, what the
/// others do. What is nested stands in a group with what is nested beside it.
fn fields(look: &Look) -> Vec<Element> {
    let mut seen: Vec<&AuthField> = Vec::new();
    let others = look.model.all_auth_specs();
    for field in core::iter::once(look.auth).chain(others).flat_map(|auth| auth.fields.iter()) {
        if !field.hidden && seen.iter().all(|held| held.key != field.key) {
            seen.push(field);
        }
    }
    let form = &look.model.form;
    let active: Vec<_> = look.auth.active(|field| form.param_of(field)).collect();
    let is_active = |field: &AuthField| active.iter().any(|held| held.key == field.key);
    let mut groups: Vec<Group> = Vec::new();
    for field in seen {
        let active = is_active(field);
        let (place, name, label) = match field.member_of() {
            Some((place, name, label)) => (place, name.to_owned(), label),
            None => (String::new(), String::new(), &*field.label),
        };
        let slot = slot(look, field, label, active);
        match groups.iter_mut().find(|group| !place.is_empty() && group.place == place) {
            Some(group) => {
                group.active |= active;
                group.slots.push(slot);
            }
            None => groups.push(Group { place, name, active, slots: vec![slot] }),
        }
    }
    groups.into_iter().flat_map(Group::draw).collect()
}

/// Inputs that stand together.
struct Group {
    /// The path of the object that they are members of; empty for a member of none.
    place: String,
    name: String,
    active: bool,
    slots: Vec<Element>,
}

impl Group {
    fn draw(self) -> Vec<Element> {
        if self.place.is_empty() {
            return self.slots;
        }
        let fieldset = element("fieldset")
            .set(At::Class, "nested wide")
            .key(&["in-", &self.place].concat())
            .flag(At::Hidden, !self.active)
            .child(element("legend").string(self.name))
            .child(div("fields").children(self.slots));
        vec![fieldset]
    }
}

/// An input, in a place of its own for each kind: what is typed as a secret stays one.
fn slot(look: &Look, field: &AuthField, label: &str, active: bool) -> Element {
    let kind = Kind::of_param(&field.kind);
    let key = [kind.name(), &*field.key].concat();
    let input = Field::Param(field.key.to_string());
    div(if kind.is_wide() { "slot wide" } else { "slot" })
        .key(&key)
        .flag(At::Hidden, !active)
        .child(look.labelled(&input, kind, field.required, label))
}
