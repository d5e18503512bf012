//! The edit of the open connection: name, description, credentials.
//!
//! Secrets are never here: of a secret the edit knows whether something was typed. They are
//! read when *Save changes* is pressed, and named in the request.

mod asked;

mod compare;

mod field;

mod kept;

mod mark;

mod outcome;

mod phase;

mod plan;

mod rotation;

pub use compare::{Named, Row, Yours, rows};
pub use field::Field;
pub use kept::{Kept, Restored, kept};
pub(super) use kept::{found, settle};
pub(super) use outcome::{not_refreshed, opened, refreshed, saved};
pub use phase::{Doubt, Phase, Saved, What};
pub use plan::sketch;
pub use rotation::{Param, Rotation};

use flow_service::connection::Connection;
use flow_service::error::CallError;
use flow_service::spec::{AuthSpec, ConnectionSpec, FieldKind};
use flow_service::value::{Etag, Problem};

use super::message::{Effect, Moment};
use super::model::Model;
use super::one::{self, Found, One, Spec};
use super::words::edit as words;

/// An edit.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    /// The version that is edited, as the service gave it.
    pub before: Connection,
    /// The name, as typed.
    pub name: String,
    /// The description, as typed.
    pub description: String,
    /// New credentials, if they shall be given.
    pub rotation: Option<Rotation>,
    /// What cannot be sent, in the order of the form.
    pub problems: Vec<(Field, Problem)>,
    /// The input that the last refusal was about, if it is known, until it is changed.
    pub mark: Option<Field>,
    /// How far it is.
    pub phase: Phase,
    /// What it was before the page was loaded, if it was.
    pub restored: Option<Restored>,
}

/// The `id` of what came of saving, which gets the focus.
pub const OUTCOME: &str = "edit-outcome";

/// What a person does in the edit.
#[derive(Debug, Clone)]
pub enum Msg {
    /// Into an input that is no secret.
    Typed(Field, String),
    /// The secret with this key was typed, or changed.
    SecretEdited(String),
    /// Whether the secret with this key is readable on the screen.
    SecretShown(String, bool),
    /// *Rotate credentials*.
    RotatePressed,
    /// The stored credentials shall stay.
    RotationDropped,
    /// The connection spec shall be asked for once more.
    SpecAgain,
    /// *Save changes*, or *Apply* after a newer version was found: whether each secret is
    /// there.
    SavePressed(Vec<(String, Result<(), Problem>)>),
    /// The newest version shall be asked for once more.
    CompareAgain,
    /// Nothing that was typed shall be saved.
    Dropped,
}

impl Edit {
    fn of(connection: &Connection) -> Self {
        Self {
            name: connection.name.clone().unwrap_or_default(),
            description: connection.description.clone().unwrap_or_default(),
            rotation: None,
            problems: Vec::new(),
            mark: None,
            phase: Phase::Open,
            restored: None,
            before: connection.clone(),
        }
    }

    /// The etag of the version that is edited, if it has one that can be sent.
    #[must_use]
    pub fn etag(&self) -> Option<Etag> {
        self.before.etag.as_deref().and_then(Etag::parse)
    }

    /// Whether something was typed that is not saved.
    #[must_use]
    pub fn has_input(&self) -> bool {
        self.name_differs()
            || self.description_differs()
            || self.rotation.as_ref().is_some_and(Rotation::has_input)
            || self.awaits()
    }

    fn name_differs(&self) -> bool {
        self.name != self.before.name.as_deref().unwrap_or_default()
    }

    fn description_differs(&self) -> bool {
        self.description != self.before.description.as_deref().unwrap_or_default()
    }

    /// Whether an answer is waited for, so that nothing can be changed.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        matches!(self.phase, Phase::Saving | Phase::Comparing(_))
    }

    /// What cannot be sent of an input.
    #[must_use]
    pub fn problem(&self, field: &Field) -> Option<Problem> {
        self.problems.iter().find(|(held, _)| held == field).map(|(_, problem)| *problem)
    }

    /// What kind of parameter an input is for.
    #[must_use]
    pub fn kind(&self, field: &Field) -> Option<&FieldKind> {
        let Field::Param(key) = field else { return None };
        let param = self.rotation.as_ref()?.params.iter().find(|it| it.field.key == *key);
        param.map(|param| &param.field.kind)
    }

    /// The `id`s of the inputs that hold secrets.
    fn secret_ids(&self) -> Vec<String> {
        let params = self.rotation.iter().flat_map(Rotation::secrets);
        params.map(|param| Field::Param(param.field.key.to_string()).id()).collect()
    }

    /// What was typed into the inputs of secrets is gone.
    pub(super) fn forget_secrets(&mut self) {
        self.rotation.iter_mut().for_each(|rotation| {
            rotation.edited.clear();
            rotation.shown.clear();
        });
    }

    fn typed_into(&mut self, field: &Field) {
        self.problems.retain(|(held, _)| held != field);
        self.mark.take_if(|mark| mark == field);
        if matches!(self.phase, Phase::Unchanged | Phase::Saved(_)) {
            self.phase = Phase::Open;
        }
    }
}

/// Why credentials cannot be rotated here.
#[derive(Debug, Clone, PartialEq)]
pub enum NoRotation<'a> {
    /// The connection spec is being asked for.
    Asking,
    /// It could not be asked for.
    Failed(&'a CallError),
    /// The service does not know it, or the connection names none.
    NoSpec,
    /// It does not have the auth spec of the connection.
    NoAuthSpec,
}

/// The auth spec of the version that is edited, for its form.
///
/// # Errors
/// Why there is none.
pub fn auth_spec<'a>(edit: &Edit, spec: &'a Spec) -> Result<&'a AuthSpec, NoRotation<'a>> {
    let of = |spec: &'a ConnectionSpec| spec.auth_spec(edit.before.auth_spec.as_deref()?);
    match spec {
        Spec::Unknown => Err(NoRotation::Asking),
        Spec::Failed(error) => Err(NoRotation::Failed(error)),
        Spec::None => Err(NoRotation::NoSpec),
        Spec::Known(spec) => of(spec).ok_or(NoRotation::NoAuthSpec),
    }
}

/// The edit begins, where it has not begun, from the version that is shown.
pub(super) fn begin(one: &mut One) {
    if one.edit.is_none() {
        one.edit = one.inspected().map(|inspected| Edit::of(&inspected.connection));
    }
}

/// Decides.
pub(super) fn update(model: &mut Model, msg: Msg, _moment: Moment) -> Vec<Effect> {
    match msg {
        Msg::SavePressed(secrets) => return plan::save(model, &secrets),
        Msg::CompareAgain => return outcome::compare_again(model),
        Msg::SpecAgain => return one::ask_for_spec_again(model),
        _ => {}
    }
    let Some(one) = &mut model.one else { return Vec::new() };
    if matches!(msg, Msg::Dropped) {
        return drop_all(one);
    }
    let Some(edit) = &mut one.edit else { return Vec::new() };
    match msg {
        Msg::Typed(field, text) => {
            edit.typed_into(&field);
            match field {
                Field::Name => edit.name = text,
                Field::Description => edit.description = text,
                Field::Param(key) => {
                    edit.rotation.iter_mut().for_each(|rotation| rotation.set(&key, &text));
                }
            }
        }
        Msg::SecretEdited(key) => {
            edit.typed_into(&Field::Param(key.clone()));
            edit.rotation.iter_mut().for_each(|rotation| rotation.secret_edited(&key));
        }
        Msg::SecretShown(key, shown) => {
            edit.rotation.iter_mut().for_each(|rotation| rotation.show(&key, shown));
        }
        Msg::RotatePressed => return rotate(edit, &one.spec),
        Msg::RotationDropped if !edit.is_busy() => return keep_credentials(edit),
        _ => {}
    }
    Vec::new()
}

fn rotate(edit: &mut Edit, spec: &Spec) -> Vec<Effect> {
    if edit.rotation.is_some() || edit.is_busy() {
        return Vec::new();
    }
    let Ok(auth) = auth_spec(edit, spec) else { return Vec::new() };
    let rotation = Rotation::new(auth, edit.before.auth_params.as_ref());
    let first = rotation.params.first().map(|param| Field::Param(param.field.key.to_string()).id());
    edit.rotation = Some(rotation);
    if matches!(edit.phase, Phase::Unchanged | Phase::Saved(_)) {
        edit.phase = Phase::Open;
    }
    first.map(Effect::Focus).into_iter().collect()
}

fn keep_credentials(edit: &mut Edit) -> Vec<Effect> {
    let ids = edit.secret_ids();
    edit.rotation = None;
    edit.problems.retain(|(field, _)| !matches!(field, Field::Param(_)));
    vec![Effect::ClearSecrets(ids), Effect::Focus(ROTATE.to_owned())]
}

/// The `id` of the button *Rotate credentials*.
pub const ROTATE: &str = "edit-rotate";

/// The form shows what the service has.
fn drop_all(one: &mut One) -> Vec<Effect> {
    let Some(edit) = one.edit.take_if(|edit| !edit.is_busy()) else { return Vec::new() };
    begin(one);
    vec![
        Effect::ClearSecrets(edit.secret_ids()),
        Effect::Focus(Field::Name.id()),
        Effect::say(words::DROPPED),
    ]
}

/// The spec of the open connection came.
pub(super) fn spec_answered(
    model: &mut Model,
    result: Result<Option<ConnectionSpec>, CallError>,
) -> Vec<Effect> {
    if let Some(one) = &mut model.one {
        one.spec = match result {
            Ok(Some(spec)) => Spec::Known(Box::new(spec)),
            Ok(None) => Spec::None,
            Err(error) if error.is_gone() => Spec::None,
            Err(error) => Spec::Failed(error),
        };
    }
    Vec::new()
}

/// Whether leaving the page would lose something that was typed here.
pub(super) fn has_input(model: &Model) -> bool {
    let of = |one: &One| one.found != Found::Gone && one.edit.as_ref().is_some_and(Edit::has_input);
    model.one.iter().chain(&model.parked).any(of)
}
