//! What the use of a profile changes in the form, and how it is taken back.

use super::super::at_once::forget_finding;
use super::super::field::Field;
use super::super::model::Model;
use super::super::sources::{Wanted, choose_id, known_spec};
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
    /// Its source, where that is not known yet.
    pub awaited: Option<Wanted>,
}

/// What the use of a profile would change now. It overwrites nothing with nothing.
#[must_use]
pub fn outlook(model: &Model, profile: &Profile, now: u64) -> Used {
    let sandbox = if profile.sandbox.is_empty() { &model.form.sandbox } else { &profile.sandbox };
    let id = &profile.spec_id;
    let spec = if id.is_empty() { Some(&model.spec) } else { known_spec(model, id) };
    let known = spec.is_some_and(|spec| spec.auth_spec(&profile.auth_name).is_some());
    let auth_name = if known { profile.auth_name.clone() } else { String::new() };
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
    .filter(|changed| !changed.after.is_empty() && changed.after != changed.before)
    .collect();
    let base = &profile.api_base;
    Used {
        name: profile.name.clone(),
        changes,
        other_base: (!base.is_empty() && base != model.api_base()).then(|| base.clone()),
        unknown_auth: (!known && spec.is_some() && !profile.auth_name.is_empty())
            .then(|| profile.auth_name.clone()),
        awaited: spec
            .is_none()
            .then(|| Wanted { id: id.clone(), auth_name: profile.auth_name.clone() }),
    }
}

/// Changes the form.
pub(super) fn apply(model: &mut Model, used: &Used) {
    // The source first: it decides which auth specs there are.
    for changed in used.changes.iter().rev() {
        put(model, &changed.field, &changed.after);
    }
    model.sources.wanted.clone_from(&used.awaited);
}

/// Takes it back, but for what was typed since.
pub(super) fn undo(model: &mut Model, used: &Used) {
    model.sources.wanted = None;
    for changed in used.changes.iter().rev() {
        if text(model, &changed.field) == changed.after {
            put(model, &changed.field, &changed.before);
        }
    }
}

fn text<'a>(model: &'a Model, field: &Field) -> &'a str {
    if *field == Field::Authentication { &model.auth_name } else { model.form.text(field) }
}

fn put(model: &mut Model, field: &Field, text: &str) {
    forget_finding(model, field);
    match field {
        Field::Authentication => text.clone_into(&mut model.auth_name),
        Field::SpecId if choose_id(model, text) => {}
        _ => model.form.set(field, text.to_owned()),
    }
}
