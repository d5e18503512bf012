//! New credentials: the parameters of the auth spec, all of them, since the service replaces
//! them all at once.

use flow_service::operation::update_connection;
use flow_service::request::Body;
use flow_service::spec::typed::{self, Means};
use flow_service::spec::{AuthField, AuthSpec, FieldKind};
use flow_service::value::Problem;
use serde_json::Value;

use super::Field;
use super::asked::{at, is_mask, is_shown, text_of, unknown};
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
