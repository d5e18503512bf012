//! The group *Credentials*: drawn from the connection spec.
//!
//! The inputs of all auth specs are there, those of the others hidden: switching there
//! and back loses nothing that was typed, secrets included.

use flow_service::spec::{AuthField, AuthSpec, OAUTH2_CLIENT_CREDENTIAL};

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

fn notice(look: &Look) -> Element {
    let notice = words::auth_notice(&look.auth.name);
    let switch = On::Click(|| Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    div("notice")
        .flag(At::Hidden, notice.is_none())
        .child(element("p").text(notice.unwrap_or_default()))
        .child(button(look.act, switch).text(words::SWITCH_TO_OAUTH2))
}

/// Each key once: first what is peculiar to one auth spec, then what all of them have.
fn fields(look: &Look) -> Vec<Element> {
    let specs = &look.model.spec.auth_specs;
    let mut seen: Vec<&AuthField> = Vec::new();
    for field in specs.iter().flat_map(|auth| auth.fields.iter()) {
        if seen.iter().all(|held| held.key != field.key) {
            seen.push(field);
        }
    }
    let has = |auth: &AuthSpec, key: &str| auth.fields.iter().any(|field| field.key == key);
    let (common, peculiar): (Vec<_>, Vec<_>) =
        seen.into_iter().partition(|field| specs.iter().all(|auth| has(auth, &field.key)));
    let draw = |field: &AuthField| {
        let chosen = look.auth.fields.iter().find(|held| held.key == field.key);
        let kind = if field.kind.is_secret() { Kind::Secret } else { Kind::Line };
        let required = chosen.unwrap_or(field).required;
        div("slot").key(&field.key).flag(At::Hidden, chosen.is_none()).child(look.field(
            &Field::Param(field.key.to_string()),
            kind,
            required,
        ))
    };
    peculiar.into_iter().chain(common).map(draw).collect()
}
