//! A profile: what of the form is no secret and is used again and again, under a name.

use serde_json::{Map, Value};

use super::super::secretlike::holds_a_token;

/// What is kept under a name. An empty text is one that the profile says nothing about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// The organization ID.
    pub organization_id: String,
    /// The API key.
    pub api_key: String,
    /// The sandbox.
    pub sandbox: String,
    /// Scheme and host of Platform's APIs. It is the deployment's, and only compared.
    pub api_base: String,
    /// The connection spec ID.
    pub spec_id: String,
    /// The name of the auth spec.
    pub auth_name: String,
    /// The name of the connection, with places that are filled when the profile is used.
    pub name_pattern: String,
}

/// The longest text of a profile, in bytes.
const LONGEST: usize = 1000;

/// Why a profile is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It has no name, or one of its values is no text.
    Malformed,
    /// One of its texts is longer than any that makes sense.
    TooLong,
    /// One of its texts looks like an access token or a private key.
    Token,
}

impl Profile {
    /// Reads the object of a profile. Unknown keys are left alone.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn from_json(value: &Value) -> Result<Self, Unfit> {
        let object = value.as_object().ok_or(Unfit::Malformed)?;
        let mut profile = Self::default();
        for (key, text) in profile.texts_mut() {
            *text = match object.get(key) {
                None | Some(Value::Null) => String::new(),
                Some(Value::String(text)) => text.trim().to_owned(),
                Some(_) => return Err(Unfit::Malformed),
            };
        }
        profile.checked()
    }

    /// The profile, where it may be kept and handed on. It is asked before it is saved and
    /// when it is read, so that what is saved can be read again.
    ///
    /// # Errors
    /// Why it is not taken.
    pub fn checked(mut self) -> Result<Self, Unfit> {
        for (_, text) in self.texts_mut() {
            if holds_a_token(text) {
                return Err(Unfit::Token);
            }
            if text.len() > LONGEST {
                return Err(Unfit::TooLong);
            }
        }
        if self.name.is_empty() { Err(Unfit::Malformed) } else { Ok(self) }
    }

    /// The object of a profile; what it says nothing about is left out.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let mut object = Map::new();
        for (key, text) in self.clone().texts_mut() {
            if !text.is_empty() {
                object.insert(key.to_owned(), core::mem::take(text).into());
            }
        }
        Value::Object(object)
    }

    /// Its texts by their keys in JSON.
    fn texts_mut(&mut self) -> [(&'static str, &mut String); 8] {
        [
            ("name", &mut self.name),
            ("organizationId", &mut self.organization_id),
            ("apiKey", &mut self.api_key),
            ("sandbox", &mut self.sandbox),
            ("apiBase", &mut self.api_base),
            ("connectionSpecId", &mut self.spec_id),
            ("authSpec", &mut self.auth_name),
            ("namePattern", &mut self.name_pattern),
        ]
    }
}
