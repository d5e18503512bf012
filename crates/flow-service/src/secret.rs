//! Secrets: held, never shown, wiped when dropped, opened in one place.
//!
//! A [`Request`](crate::request::Request) never holds a secret; it holds
//! placeholders. [`Secrets`] is what fills them, at the moment of sending.

use core::fmt;

use zeroize::Zeroizing;

use crate::value::{AccessToken, Problem, Remark};

/// A secret text. It has no `Display`, `Clone`, `PartialEq` or serialization.
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the text over; the memory is wiped when the secret is dropped.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Takes a password or the like exactly as typed.
    ///
    /// # Errors
    /// [`Problem::Missing`] for an empty one.
    pub fn parse(text: String) -> Result<(Self, Option<Remark>), Problem> {
        let secret = Self::new(text);
        if secret.0.is_empty() {
            return Err(Problem::Missing);
        }
        let edge =
            secret.0.starts_with(char::is_whitespace) || secret.0.ends_with(char::is_whitespace);
        Ok((secret, edge.then_some(Remark::SecretEdgeSpace)))
    }

    pub(crate) fn open(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// The name of a secret, which is also its placeholder: `PASSWORD` is shown as `$PASSWORD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretName(String);

impl SecretName {
    /// The access token.
    #[must_use]
    pub fn access_token() -> Self {
        Self("ACCESS_TOKEN".to_owned())
    }

    /// The name for a parameter of an auth spec: `securityToken` gives `SECURITY_TOKEN`.
    ///
    /// The result is a name that a shell takes for a variable, whatever the key is.
    #[must_use]
    pub fn of_param(key: &str) -> Self {
        let mut name = String::with_capacity(key.len() + 4);
        for character in key.chars() {
            if character.is_ascii_uppercase() && !name.is_empty() && !name.ends_with('_') {
                name.push('_');
            }
            if character.is_ascii_alphanumeric() {
                name.push(character.to_ascii_uppercase());
            } else {
                name.push('_');
            }
        }
        if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) {
            name.insert_str(0, "SECRET_");
        }
        Self(name)
    }

    /// The name, such as `SECURITY_TOKEN`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The placeholder, such as `$SECURITY_TOKEN`.
    #[must_use]
    pub fn placeholder(&self) -> String {
        ["$", &self.0].concat()
    }
}

/// The secrets of one request.
#[derive(Debug, Default)]
pub struct Secrets(Vec<(SecretName, Secret)>);

/// What stands where a secret was found in a text.
const REDACTED: &str = "[redacted]";

/// Shorter secrets are not searched for: they would redact half of any text.
const SHORTEST_SEARCHED: usize = 4;

impl Secrets {
    /// Adds a secret.
    pub fn insert(&mut self, name: SecretName, secret: Secret) {
        self.0.push((name, secret));
    }

    /// Adds the access token.
    pub fn insert_token(&mut self, token: AccessToken) {
        self.insert(SecretName::access_token(), token.into_secret());
    }

    /// The text with each of the secrets in it replaced by `[redacted]`, for text
    /// that comes from outside and is shown.
    #[must_use]
    pub fn redact(&self, text: &str) -> String {
        self.0
            .iter()
            .filter(|(_, secret)| secret.open().len() >= SHORTEST_SEARCHED)
            .fold(text.to_owned(), |text, (_, secret)| text.replace(secret.open(), REDACTED))
    }

    pub(crate) fn get(&self, name: &SecretName) -> Option<&Secret> {
        self.0.iter().find(|(held, _)| held == name).map(|(_, secret)| secret)
    }
}
