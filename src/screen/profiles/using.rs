//! What the use of a profile changes in the form, and how it is taken back.

use flow_service::value::ConnectionSpecId;

use super::super::at_once::forget_finding;
use super::super::field::Field;
use super::super::message::Effect;
use super::super::model::Model;
use super::super::sources::{
    Standing, Wanted, Wish, known_spec, stand_again, standing, want, wish_for,
};
use super::pattern::fill;
use super::profile::Profile;

/// One input that a profile changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The input.
    pub field: Field,
    /// What stood in it.
    pub before: String,
    /// What stands in it since.
    pub after: String,
}

/// What came of the use of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// The name of the profile.
    pub name: String,
    /// What it changed, in the order of the page.
    pub changes: Vec<Changed>,
    /// Its API base, where that is not the one of the page.
    pub other_base: Option<String>,
    /// Its auth spec, where the source has none of that name.
    pub unknown_auth: Option<String>,
    /// Its source, where that was not known.
    pub awaited: Option<Wanted>,
    /// What stood in the control *Source*.
    source: Standing,
}

/// How a source stands that was not known when a profile was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awaited {
    /// It is or would be wanted, and was not chosen so far.
    Not(Wish),
    /// It came, and is chosen.
    Came,
}

impl Used {
    /// How its source would stand. None where it is known.
    #[must_use]
    pub fn source_offered(&self, model: &Model) -> Option<Awaited> {
        self.awaited.as_ref().map(|awaited| Awaited::Not(wish_for(model, &awaited.id)))
    }

    /// How its source stands now. None where it was known, or is not wanted any more.
    #[must_use]
    pub fn source_in(&self, model: &Model) -> Option<Awaited> {
        let awaited = self.awaited.as_ref()?;
        if model.sources.wanted.as_ref() == Some(awaited) {
            return self.source_offered(model);
        }
        (model.spec.id == awaited.id).then_some(Awaited::Came)
    }

    /// The auth spec that the source has not; that of an awaited one shows when it comes.
    #[must_use]
    pub fn auth_unknown_in(&self, model: &Model) -> Option<&str> {
        let came = self.awaited.as_ref().filter(|awaited| awaited.id == model.spec.id);
        let unknown = came
            .map(|awaited| awaited.auth_name.as_str())
            .filter(|name| !name.is_empty() && model.spec.auth_spec(name).is_none());
        self.unknown_auth.as_deref().or(unknown)
    }
}

/// What the use of a profile would change now. It overwrites nothing with nothing.
#[must_use]
pub fn outlook(model: &Model, profile: &Profile, now: u64) -> Used {
    let sandbox = if profile.sandbox.is_empty() { &model.form.sandbox } else { &profile.sandbox };
    let id = &profile.spec_id;
    let spec = if id.is_empty() { Some(&model.spec) } else { known_spec(model, id) };
    let known = spec.is_some_and(|spec| spec.auth_spec(&profile.auth_name).is_some());
    let auth_name = if known { profile.auth_name.clone() } else { String::new() };
    // What can be no ID is said at its input, and not waited for.
    let waits = spec.is_none() && ConnectionSpecId::parse(id).is_ok();
    let changes = [
        (Field::ApiKey, profile.api_key.clone()),
        (Field::OrganizationId, profile.organization_id.clone()),
        (Field::Sandbox, profile.sandbox.clone()),
        (Field::Name, fill(&profile.name_pattern, now, sandbox)),
        (Field::Authentication, auth_name),
        (Field::SpecId, profile.spec_id.clone()),
    ]
    .into_iter()
    .map(|(field, after)| Changed { before: text(model, &field).to_owned(), field, after })
    .filter(|changed| !changed.after.is_empty())
    .filter(|changed| changed.after != changed.before || is_other_source(model, changed))
    .collect();
    let base = &profile.api_base;
    Used {
        name: profile.name.clone(),
        changes,
        other_base: (!base.is_empty() && base != model.api_base()).then(|| base.clone()),
        unknown_auth: (!known && spec.is_some() && !profile.auth_name.is_empty())
            .then(|| profile.auth_name.clone()),
        awaited: waits.then(|| Wanted { id: id.clone(), auth_name: profile.auth_name.clone() }),
        source: standing(model),
    }
}

/// Whether it is about another source than the one whose form is drawn, although its ID stands
/// under *Advanced* already.
fn is_other_source(model: &Model, changed: &Changed) -> bool {
    changed.field == Field::SpecId && changed.after != model.spec.id
}

/// Changes the form.
pub(super) fn apply(model: &mut Model, used: &Used, auth_name: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    // The source first: it decides which auth specs there are.
    for changed in used.changes.iter().rev() {
        if changed.field == Field::SpecId {
            effects = want(model, &changed.after, auth_name);
        } else {
            put(model, &changed.field, &changed.after);
        }
    }
    effects
}

/// Takes it back, but for what was typed since.
pub(super) fn undo(model: &mut Model, used: &Used) {
    for changed in used.changes.iter().rev() {
        if text(model, &changed.field) != changed.after {
            continue;
        }
        if changed.field == Field::SpecId {
            stand_again(model, &used.source);
        } else {
            put(model, &changed.field, &changed.before);
        }
    }
}

fn text<'a>(model: &'a Model, field: &Field) -> &'a str {
    match (field, &model.sources.wanted) {
        (Field::Authentication, _) => &model.auth_name,
        (Field::SpecId, Some(wanted)) => &wanted.id,
        _ => model.form.text(field),
    }
}

fn put(model: &mut Model, field: &Field, text: &str) {
    forget_finding(model, field);
    match field {
        Field::Authentication => text.clone_into(&mut model.auth_name),
        _ => model.form.set(field, text.to_owned()),
    }
}
