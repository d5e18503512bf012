//! What was found in a text that a person gave, and what became of it.
//!
//! Values of secrets are absent: they go from the text into their inputs, and what is told
//! here is only that they did.

use flow_service::import::{Format, NothingFound, Taken, Target, Why};

use super::at_once::forget_finding;
use super::element_id;
use super::field::Field;
use super::form::Form;
use super::message::Effect as Deed;
use super::model::Model;
use super::phase::Phase;
use super::sources::{Wanted, choose_id, known_spec};
use super::tool::Tool;

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// These values are in the form now.
    Filled(Box<Report>),
    /// There was nothing to take.
    Nothing(NothingFound),
    /// The file could not be read.
    NoFile,
    /// The form is not there at this moment.
    NoForm,
    /// The last import was taken back.
    Undone,
}

/// What was filled in, and what was left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What the text was.
    pub format: Format,
    /// The inputs that have a value of it, in the order of the text.
    pub filled: Vec<Filled>,
    /// What was left out.
    pub left_out: Vec<LeftOut>,
    /// The form before, to go back to.
    before: Before,
}

#[derive(Debug, Clone, PartialEq)]
struct Before {
    form: Form,
    auth_name: String,
    /// The source, where the text named another one.
    source: Option<String>,
}

/// An input and what happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The input.
    pub field: Field,
    /// The name under which its value stood.
    pub name: String,
    /// What stood in it before.
    pub change: Change,
}

/// What stood in an input before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing, or what the deployment sets.
    New,
    /// The same.
    Same,
    /// Something else.
    Overwrote,
}

/// A value that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name.
    pub name: String,
    /// The reason.
    pub reason: Reason,
}

/// Why a value was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// For what it is.
    Read(Why),
    /// This page talks to another API, and a file does not change that.
    AnotherApi,
    /// The source has no such parameter.
    NotOfThisSource,
    /// The source has no such kind of authentication.
    NoSuchAuth,
    /// It is for getting a token.
    ForGettingATokenOnly,
}

/// Where a value belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In this input, which holds no secret.
    Text(Field),
    /// In this input, which holds a secret.
    Secret(Field),
    /// It names the auth spec.
    Auth,
    /// It is what counts anyway.
    Known,
    /// Nowhere.
    None(Reason),
}

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A text was read, and its secrets are in their inputs.
    Read {
        /// What the text is.
        format: Format,
        /// The auth spec that is meant.
        auth: Option<String>,
        /// What is no secret.
        texts: Vec<(Field, String, String)>,
        /// The secrets that were filled in.
        secrets: Vec<Filled>,
        /// What has no place.
        left_out: Vec<LeftOut>,
    },
    /// The text names this source, which is known and not the one that is chosen. It is read
    /// again once the inputs of that source are there.
    Source(String),
    /// Nothing was taken.
    Nothing(NothingFound),
    /// The file could not be read.
    NoFile,
    /// There is no form to fill in.
    NoForm,
    /// The file is being read.
    Reading,
    /// The last import shall be taken back.
    UndoPressed,
}

/// Whether there is a form to be filled in.
#[must_use]
pub const fn is_possible(model: &Model) -> bool {
    matches!(model.phase, Phase::Filling | Phase::Refused(_))
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

/// Finds the input for a value.
#[must_use]
pub fn place(model: &Model, target: &Target, value: &str) -> Place {
    Place::Text(match target {
        Target::AccessToken => return Place::Secret(Field::AccessToken),
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
        Target::ClientSecret | Target::Scopes => {
            return Place::None(Reason::ForGettingATokenOnly);
        }
        Target::AuthSpec => {
            let known = model.spec.auth_spec(value).is_some();
            return if known { Place::Auth } else { Place::None(Reason::NoSuchAuth) };
        }
        Target::Param(key) => {
            let mut fields = model.spec.auth_specs.iter().flat_map(|auth| auth.fields.iter());
            let field = Field::Param(key.clone());
            match fields.find(|field| field.key == *key).map(|field| &field.kind) {
                None => return Place::None(Reason::NotOfThisSource),
                Some(kind) if kind.is_secret() => return Place::Secret(field),
                Some(_) => field,
            }
        }
    })
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Deed> {
    let outcome = match msg {
        Msg::Read { format, auth, texts, secrets, left_out } => {
            let filled = fill(model, texts, secrets);
            let before = Before {
                form: filled.1,
                auth_name: model.auth_name.clone(),
                source: model.sources.before_import.take(),
            };
            if let Some(auth) = auth {
                model.auth_name = auth;
            }
            let report = Report { format, filled: filled.0, left_out, before };
            Outcome::Filled(Box::new(report))
        }
        Msg::Nothing(nothing) => Outcome::Nothing(nothing),
        Msg::NoFile => Outcome::NoFile,
        Msg::NoForm => Outcome::NoForm,
        Msg::Source(id) => {
            let before = model.spec.id.clone();
            choose_id(model, &id);
            model.sources.before_import = Some(before);
            return Vec::new();
        }
        Msg::Reading => {
            model.tool = Some(Tool::Import);
            model.import = None;
            return Vec::new();
        }
        Msg::UndoPressed => return undo(model),
    };
    model.tool = Some(Tool::Import);
    model.import = Some(outcome);
    vec![Deed::Focus(element_id::IMPORTED.to_owned())]
}

/// Fills the form; what it was before comes back too.
fn fill(
    model: &mut Model,
    texts: Vec<(Field, String, String)>,
    secrets: Vec<Filled>,
) -> (Vec<Filled>, Form) {
    let before = model.form.clone();
    let initial = model.settings.initial.form();
    let mut filled = Vec::new();
    for (field, name, text) in texts {
        let held = model.form.text(&field);
        let change = if held == text {
            Change::Same
        } else if held.is_empty() || held == initial.text(&field) {
            Change::New
        } else {
            Change::Overwrote
        };
        forget_finding(model, &field);
        // A source that is not known yet is chosen when it is.
        if field == Field::SpecId && model.spec.id != text {
            model.sources.wanted = Some(Wanted { id: text.clone(), auth_name: String::new() });
        }
        model.form.set(&field, text);
        model.unfold_for(&field);
        filled.push(Filled { field, name, change });
    }
    for one in secrets {
        forget_finding(model, &one.field);
        match one.field {
            Field::AccessToken => model.token_edited = true,
            _ => model.secrets_edited = true,
        }
        filled.push(one);
    }
    (filled, before)
}

/// All that the import filled in is as it was; what was typed since into other inputs stays.
fn undo(model: &mut Model) -> Vec<Deed> {
    let Some(Outcome::Filled(report)) = model.import.take() else { return Vec::new() };
    for one in &report.filled {
        forget_finding(model, &one.field);
        let text = report.before.form.text(&one.field).to_owned();
        model.form.set(&one.field, text);
    }
    if let Some(source) = &report.before.source {
        choose_id(model, source);
    } else {
        model.auth_name = report.before.auth_name;
    }
    model.import = Some(Outcome::Undone);
    vec![Deed::RestoreSecrets, Deed::Focus(element_id::IMPORTED.to_owned())]
}
