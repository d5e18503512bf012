//! New credentials: the parameters of the auth spec, all of them, since the service replaces
//! them all at once.

use flow_service::operation::update_connection;
use flow_service::request::Body;
use flow_service::secret::SecretName;
use flow_service::spec::typed::{self, Means};
use flow_service::spec::{AuthField, AuthSpec, FieldKind, Place};
use flow_service::value::Problem;
use serde_json::Value;

use super::Field;
use crate::screen::read::{read_typed, secret};

/// New credentials, without their secrets.
#[derive(Debug, Clone, PartialEq)]
pub struct Rotation {
    /// The parameters, in the order of the form.
    pub params: Vec<Param>,
    /// The secrets into which something was typed, by key.
    pub edited: Vec<String>,
    /// The secrets that are readable on the screen, by key.
    pub shown: Vec<String>,
    /// All that is stored: what is not in the form is kept.
    stored: Option<Value>,
}

/// A parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Param {
    /// What it is.
    pub field: AuthField,
    /// What is typed; nothing for a secret.
    pub text: String,
    /// What is stored, as the service shows it.
    pub stored: Option<Value>,
}

impl Param {
    /// Whether its text is kept out of the app until it is sent.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.field.kind.is_secret()
    }

    /// Whether another text stands in the input than what is stored.
    #[must_use]
    pub fn differs(&self) -> bool {
        !self.is_secret() && self.text != self.stored_text()
    }

    fn stored_text(&self) -> String {
        self.stored.as_ref().and_then(text_of).unwrap_or_default()
    }
}

/// What stands in an input for a stored value. Arrays and objects are in no input.
pub(super) fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(truth) => Some(if *truth { "true" } else { "false" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

/// Whether the service shows this in the place of a secret: it must not be sent back, even
/// where the connection spec does not call the parameter a secret.
fn is_mask(value: &Value) -> bool {
    let Some(text) = value.as_str() else { return false };
    let stars = text.len() >= 3 && text.chars().all(|it| matches!(it, '*' | '•' | '●'));
    stars || (text.starts_with('{') && text.ends_with('}'))
}

/// What is stored under a path.
fn at<'a>(stored: Option<&'a Value>, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(stored?, |value, name| value.get(*name))
}

/// Whether a value is a mask or has one in it.
fn has_mask(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(has_mask),
        Value::Object(members) => members.values().any(has_mask),
        other => is_mask(other),
    }
}

/// Whether all of a field is asked for again: it is a secret, or JSON with a mask in it. All
/// parameters at once are none: the masks in them are asked for one by one.
fn is_asked(field: &AuthField, stored: Option<&Value>) -> bool {
    let Some(path) = field.path() else { return false };
    let masked = || at(stored, &path).is_some_and(has_mask);
    field.kind.is_secret()
        || (matches!(field.kind, FieldKind::Json(_)) && !path.is_empty() && masked())
}

/// Whether a field has an input. Parts of JSON and choices that other fields depend on are
/// kept as they are stored, and so is what is hidden, unless it is a secret: that would be
/// sent back as a mask.
fn is_shown(field: &AuthField, auth: &AuthSpec, stored: Option<&Value>) -> bool {
    let is_stored = field.path().is_some_and(|path| at(stored, &path).is_some());
    let is_asked = is_asked(field, stored);
    let chooses = |other: &AuthField| other.when.as_ref().is_some_and(|it| it.key == field.key);
    field.path().is_some()
        && (is_asked || !matches!(field.kind, FieldKind::Json(_)))
        && !auth.fields.iter().any(chooses)
        && (!field.hidden || (is_asked && is_stored))
        && (is_stored || counts(field, auth, stored))
}

/// Whether a field counts by the choices that are stored.
fn counts(field: &AuthField, auth: &AuthSpec, stored: Option<&Value>) -> bool {
    let text = |field: &AuthField| at(stored, &field.path()?).and_then(text_of);
    let stored: Vec<_> = auth.fields.iter().map(|it| (it, text(it).unwrap_or_default())).collect();
    let text = |wanted: &AuthField| {
        let found = stored.iter().find(|(field, _)| field.key == wanted.key);
        found.map_or("", |(_, text)| text.as_str())
    };
    auth.active(text).any(|active| active.key == field.key)
}

/// Whether a field is all parameters at once, as a secret.
fn is_all(field: &AuthField) -> bool {
    field.kind.is_secret() && field.path().is_some_and(|path| path.is_empty())
}

/// What is stored beside the fields of the auth spec: texts at the top, and masks anywhere.
fn unknown(auth: &AuthSpec, stored: Option<&Value>) -> Vec<AuthField> {
    let mut found = Vec::new();
    gather(stored, &mut Vec::new(), &mut found);
    let is_known = |path: &[String]| {
        let path: Vec<_> = path.iter().map(String::as_str).collect();
        // JSON for all parameters has no input, unless it is a secret.
        let is_it = |known: Vec<&str>| !known.is_empty() && path.starts_with(&known);
        auth.fields.iter().filter_map(AuthField::path).any(is_it) || auth.fields.iter().any(is_all)
    };
    found.retain(|path| !is_known(path));
    let field = |path: Vec<String>| {
        let label = path.join(".");
        let mut key = label.clone();
        // Its secret must not be taken for that of another one.
        let name = |key: &str| SecretName::of_param(key);
        while auth.fields.iter().any(|known| name(&known.key) == name(&key)) {
            key.push_str("-2");
        }
        AuthField {
            place: Place::Path(path),
            ..AuthField::plain(&key, &label, false, FieldKind::Text)
        }
    };
    found.into_iter().map(field).collect()
}

fn gather(value: Option<&Value>, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    for (name, value) in value.and_then(Value::as_object).into_iter().flatten() {
        path.push(name.clone());
        if value.is_object() {
            gather(Some(value), path, found);
        } else if path.len() == 1 || is_mask(value) {
            found.push(path.clone());
        }
        path.pop();
    }
}

impl Rotation {
    /// The parameters of the auth spec, and after them what else is stored as a text.
    pub(super) fn new(auth: &AuthSpec, stored: Option<&Value>) -> Self {
        let known = auth.fields.iter().filter(|field| is_shown(field, auth, stored)).cloned();
        let param = |mut field: AuthField| {
            let stored = field.path().and_then(|path| at(stored, &path)).cloned();
            let is_masked = stored.as_ref().is_some_and(is_mask);
            match &mut field.kind {
                // It is here because it is asked for again.
                FieldKind::Json(part) => part.holds_secret = true,
                kind if is_masked && !kind.is_secret() => *kind = FieldKind::Secret,
                _ => {}
            }
            let secret = field.kind.is_secret();
            // What is more than a text has no input here; what is stored of it is kept.
            let text = match stored.as_ref().map(text_of) {
                None => String::new(),
                Some(_) if secret => String::new(),
                Some(text) => text?,
            };
            Some(Param { field, text, stored })
        };
        Self {
            params: known.chain(unknown(auth, stored)).filter_map(param).collect(),
            edited: Vec::new(),
            shown: Vec::new(),
            stored: stored.cloned(),
        }
    }

    /// The same credentials on top of another version.
    pub(super) fn rebased(&self, auth: &AuthSpec, stored: Option<&Value>) -> Self {
        let mut rebased = Self::new(auth, stored);
        for param in self.params.iter().filter(|param| param.differs()) {
            rebased.set(&param.field.key, &param.text);
        }
        let is_there = |key: &&String| rebased.secrets().any(|param| param.field.key == **key);
        let edited = self.edited.iter().filter(is_there).cloned().collect();
        let shown = self.shown.iter().filter(is_there).cloned().collect();
        Self { edited, shown, ..rebased }
    }

    /// The parameters whose text is not in the model.
    pub fn secrets(&self) -> impl Iterator<Item = &Param> {
        self.params.iter().filter(|param| param.is_secret())
    }

    pub(super) fn has_input(&self) -> bool {
        !self.edited.is_empty() || self.params.iter().any(Param::differs)
    }

    pub(super) fn set(&mut self, key: &str, text: &str) {
        for param in &mut self.params {
            if param.field.key == key && !param.is_secret() {
                text.clone_into(&mut param.text);
            }
        }
    }

    pub(super) fn secret_edited(&mut self, key: &str) {
        if !self.edited.iter().any(|held| held == key) {
            self.edited.push(key.to_owned());
        }
    }

    pub(super) fn show(&mut self, key: &str, shown: bool) {
        self.shown.retain(|held| held != key);
        if shown {
            self.shown.push(key.to_owned());
        }
    }

    /// All parameters for the request, as far as they can be sent. A secret is given anew or
    /// left out: what is stored of it is a mask.
    pub(super) fn read(
        &self,
        secrets: &[(String, Result<(), Problem>)],
    ) -> Result<Body, Vec<(Field, Problem)>> {
        let mut problems = Vec::new();
        let mut given = Vec::new();
        let mut left_out = Vec::new();
        for param in &self.params {
            let path = param.field.path().unwrap_or_default();
            match param.read(secrets) {
                Ok(Some(body)) => given.push((path, body)),
                Ok(None) => {}
                Err(Problem::Missing) if !param.field.required => left_out.push(path),
                Err(problem) => problems.push((Field::Param(param.field.key.to_string()), problem)),
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(update_connection::auth_params(self.stored.as_ref(), given, &left_out))
    }
}

impl Param {
    /// None where the stored value is kept as it is.
    fn read(&self, secrets: &[(String, Result<(), Problem>)]) -> Result<Option<Body>, Problem> {
        let key = &self.field.key;
        if self.is_secret() {
            let report = secrets.iter().find(|(held, _)| held == key);
            report.map_or(Err(Problem::Missing), |(_, result)| *result)?;
            return Ok(Some(secret(&self.field)));
        }
        let is_empty = self.text.trim().is_empty();
        if self.stored.is_some() && !self.differs() && !(self.field.required && is_empty) {
            return Ok(None);
        }
        let kind = &self.field.kind;
        if matches!(kind, FieldKind::Choice(_) | FieldKind::Number(_) | FieldKind::Boolean) {
            return typed::parse(kind, &self.text, &Means::NONE).map(Some);
        }
        let Body::Text(text) = read_typed(&self.text, kind, &Means::NONE)?.value else {
            return Ok(None);
        };
        // What was a number stays one where it can.
        let bare = match &self.stored {
            Some(Value::Number(_)) => text.trim().parse::<i64>().ok().map(|it| it.to_string()),
            Some(Value::Bool(_)) => {
                ["true", "false"].contains(&text.as_str()).then(|| text.clone())
            }
            _ => None,
        };
        Ok(Some(bare.map_or(Body::Text(text), Body::Bare)))
    }
}
