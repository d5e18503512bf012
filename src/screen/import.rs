//! What was found in a text that a person gave, and what became of it.
//!
//! Values of secrets are absent: they go from the text into their inputs, and what is told
//! here is only that they did.

mod told;

mod message;

mod filling;

mod sorting;

use flow_service::import::{Taken, Target};

use super::door;
use super::element_id;
use super::field::Field;
use super::message::Effect as Deed;
use super::model::Model;
use super::renewal;
use super::route::Route;
use super::sources::{choose_id, known_spec, standing};
use super::tool::Tool;
use filling::{Stood, fill, fill_rest, undo};
pub use message::Msg;
pub use sorting::{Sorted, sorted};
pub use told::{Change, Filled, Input, LeftOut, Outcome, Reason, Report};

/// Where a value belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In this input, which holds no secret.
    Text(Input),
    /// In this input, which holds a secret.
    Secret(Input),
    /// It names the auth spec.
    Auth,
    /// It is what counts anyway.
    Known,
    /// Nowhere.
    None(Reason),
}

/// The auth spec that has most of these parameters; the one that is chosen, where it has as
/// many as any other.
#[must_use]
pub fn auth_of(model: &Model, keys: &[&str]) -> Option<String> {
    let count = |name: &str| {
        let auth = model.spec.auth_spec(name);
        let fields = auth.map(|auth| auth.fields.iter()).unwrap_or_default();
        fields.filter(|field| keys.contains(&&*field.key)).count()
    };
    let chosen = count(&model.auth_name);
    let best = model.spec.auth_specs.iter().max_by_key(|auth| count(&auth.name))?;
    (count(&best.name) > chosen).then(|| best.name.clone())
}

/// The source that a text names, where it is known and not the one that is chosen.
#[must_use]
pub fn source_of(model: &Model, taken: &[Taken]) -> Option<String> {
    let id = taken.iter().find(|taken| taken.target == Target::SpecId)?;
    let is_other = *id.value != model.spec.id && known_spec(model, &id.value).is_some();
    is_other.then(|| (*id.value).clone())
}

/// Finds the input for a value, where this auth spec is meant.
#[must_use]
pub fn place(model: &Model, auth: &str, target: &Target, value: &str) -> Place {
    let field = match target {
        Target::AccessToken => return Place::Secret(Field::AccessToken.into()),
        Target::ClientSecret => return Place::Secret(Input::ClientSecret),
        Target::Scopes => return Place::Text(Input::Scopes),
        Target::ApiKey => Field::ApiKey,
        Target::OrganizationId => Field::OrganizationId,
        Target::Sandbox => Field::Sandbox,
        Target::Name => Field::Name,
        Target::Description => Field::Description,
        Target::SpecId => Field::SpecId,
        Target::SpecVersion => Field::SpecVersion,
        Target::ApiBase if value == model.api_base() => return Place::Known,
        Target::ImsBase if value == model.ims_base() => return Place::Known,
        Target::ApiBase | Target::ImsBase => return Place::None(Reason::AnotherApi),
        Target::AuthSpec => {
            let known = model.spec.auth_spec(value).is_some();
            return if known { Place::Auth } else { Place::None(Reason::NoSuchAuth) };
        }
        Target::Param(key) => {
            // Its input is drawn as the auth spec has it that is meant.
            let meant = model.spec.auth_spec(auth).into_iter();
            let mut fields =
                meant.chain(&model.spec.auth_specs).flat_map(|auth| auth.fields.iter());
            let field = Field::Param(key.clone());
            match fields.find(|field| field.key == *key).map(|field| &field.kind) {
                None => return Place::None(Reason::NotOfThisSource),
                Some(kind) if kind.is_secret() => return Place::Secret(field.into()),
                Some(_) => field,
            }
        }
    };
    Place::Text(field.into())
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Deed> {
    // Where a new token is asked for, that is what is looked for, and nothing else is filled in,
    // but for what belongs to an import before.
    let is_of_earlier = matches!(msg, Msg::RestRead { .. } | Msg::UndoPressed);
    if model.renewal.is_some() && !is_of_earlier {
        return renewal::imported(model, &msg);
    }
    let mut effects = Vec::new();
    let outcome = match msg {
        Msg::Read { format, auth, texts, secrets, left_out, wanted } => {
            let source = model.sources.before_import.take().unwrap_or_else(|| standing(model));
            let mut report = Report {
                format,
                filled: Vec::new(),
                left_out,
                before: Stood::of(model),
                after: Stood::of(model),
                source,
                named: None,
                waits_for: None,
            };
            effects = fill(model, &mut report, auth, texts, secrets, wanted);
            Outcome::Filled(Box::new(report))
        }
        Msg::RestRead { auth, texts, secrets, left_out } => {
            let Some(mut report) = take_report(model) else { return Vec::new() };
            report.left_out.retain(|one| one.reason != Reason::Waits);
            report.left_out.extend(left_out);
            fill_rest(model, &mut report, auth, texts, secrets);
            model.import = Some(Outcome::Filled(report));
            return vec![Deed::LookAtToken];
        }
        // Nothing there takes a text, so it was pasted by mistake.
        Msg::Nothing(_) if model.route != Route::Create => return Vec::new(),
        Msg::Nothing(nothing) => Outcome::Nothing(nothing),
        Msg::NoFile => Outcome::NoFile,
        Msg::SeveralFiles => Outcome::SeveralFiles,
        Msg::NoForm => Outcome::NoForm,
        Msg::TokenGiven => return Vec::new(),
        Msg::Source(id) => {
            model.sources.before_import = Some(standing(model));
            choose_id(model, &id);
            return Vec::new();
        }
        Msg::Reading => {
            model.tool = Some(Tool::Import);
            return to_create(model);
        }
        Msg::UndoPressed => return undo_last(model),
    };
    // The token that counts may be another one now.
    let filled = matches!(outcome, Outcome::Filled(_));
    let before = model.import.replace(outcome);
    match before {
        _ if filled => model.import_before = None,
        // What it wrote over can still be brought back.
        Some(Outcome::Filled(report)) => model.import_before = Some(report),
        _ => {}
    }
    model.sources.before_import = None;
    model.tool = Some(Tool::Import);
    let mut seen = to_create(model);
    seen.append(&mut effects);
    effects = seen;
    effects.extend(filled.then_some(Deed::LookAtToken));
    effects.push(Deed::Focus(element_id::IMPORTED.to_owned()));
    effects
}

/// What is filled in is seen, and the view that was left looks at the access that stands in
/// the inputs when it is shown again.
fn to_create(model: &mut Model) -> Vec<Deed> {
    if model.route == Route::Create { Vec::new() } else { door::show(model, Route::Create) }
}

/// All that the last import filled in is as it was, but for what was typed since.
fn undo_last(model: &mut Model) -> Vec<Deed> {
    let Some(report) = take_report(model) else { return Vec::new() };
    undo(model, &report);
    let in_use = report.filled.iter().any(|one| one.change == Change::InUse);
    model.import = Some(if in_use { Outcome::UndoneButToken } else { Outcome::Undone });
    vec![Deed::RestoreSecrets, Deed::LookAtToken, Deed::Focus(element_id::IMPORTED.to_owned())]
}

fn take_report(model: &mut Model) -> Option<Box<Report>> {
    match model.import.take() {
        Some(Outcome::Filled(report)) => Some(report),
        other => {
            let report = model.import_before.take();
            model.import = other.filter(|_| report.is_none());
            report
        }
    }
}

/// The source that values wait for is known by now, or will not be chosen any more.
pub(super) fn rest(model: &mut Model) -> Option<Deed> {
    let (chosen, wanted) = (&model.spec.id, model.sources.wanted.as_ref());
    let report = match &mut model.import {
        Some(Outcome::Filled(report)) => Some(report),
        _ => model.import_before.as_mut(),
    }?;
    let id = report.waits_for.as_ref()?;
    let came = id == chosen;
    if !came && wanted.is_some_and(|wanted| wanted.id == *id) {
        return None;
    }
    report.waits_for = None;
    if came {
        return Some(Deed::FillInRest);
    }
    for one in report.left_out.iter_mut().filter(|one| one.reason == Reason::Waits) {
        one.reason = Reason::NotChosen;
    }
    Some(Deed::ForgetRest)
}

/// The last import cannot be taken back any more.
pub(super) fn forget(model: &mut Model) {
    model.import = None;
    model.import_before = None;
}

/// Whether an import can be taken back.
#[must_use]
pub const fn can_be_undone(model: &Model) -> bool {
    matches!(model.import, Some(Outcome::Filled(_))) || model.import_before.is_some()
}

/// The access token of the import is in use, and its input is empty.
pub(super) fn token_is_used(model: &mut Model) {
    let last = match &mut model.import {
        Some(Outcome::Filled(report)) => Some(report),
        _ => model.import_before.as_mut(),
    };
    let filled = last.map(|report| report.filled.iter_mut()).into_iter().flatten();
    for one in filled.filter(|one| one.input == Field::AccessToken.into()) {
        one.change = Change::InUse;
    }
}
