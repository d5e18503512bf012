//! Secrets: held, never shown, wiped when dropped, opened in one place.
//!
//! A [`Request`](crate::request::Request) never holds a secret; it holds
//! placeholders. [`Secrets`] is what fills them, at the moment of sending.

use core::fmt;
use std::sync::Arc;

use serde_json::Value;
use zeroize::Zeroizing;

use crate::find::find;
use crate::json;
use crate::request::{Body, encode};
use crate::taken_names::is_taken;
use crate::text::Text;
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

/// A source asks for a client secret too, so this is no `CLIENT_SECRET`.
const IMS_CLIENT_SECRET: &str = "IMS_CLIENT_SECRET";

/// What stands before a name that means something else by itself.
const OF_THE_SOURCE: &str = "SOURCE_";

/// The name of a secret, which is also its placeholder: `PASSWORD` is shown as `$PASSWORD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretName(String);

impl SecretName {
    /// The access token.
    #[must_use]
    pub fn access_token() -> Self {
        Self("ACCESS_TOKEN".to_owned())
    }

    /// The client secret with which IMS gives an access token.
    #[must_use]
    pub fn ims_client_secret() -> Self {
        Self(IMS_CLIENT_SECRET.to_owned())
    }

    /// The name for a parameter of an auth spec: `securityToken` gives `SECURITY_TOKEN`.
    ///
    /// The result is a name that a shell takes for a variable of the person's own, whatever
    /// the key is. It is none that something else is known by: `clientSecret` gives
    /// `SOURCE_CLIENT_SECRET`, because Adobe's own files have a `CLIENT_SECRET`.
    #[must_use]
    pub fn of_param(key: &str) -> Self {
        let mut name = in_capitals(key);
        let lettered = name.bytes().any(|byte| byte.is_ascii_uppercase());
        let digit = name.starts_with(|first: char| first.is_ascii_digit());
        if is_taken(&name) || !lettered || digit {
            name.insert_str(0, OF_THE_SOURCE);
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

/// The key of a parameter as shells write names: `securityToken` gives `SECURITY_TOKEN`.
#[must_use]
pub fn in_capitals(key: &str) -> String {
    let mut name = String::with_capacity(key.len() + 8);
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
    name
}

/// The secrets of one request.
#[derive(Debug, Default)]
pub struct Secrets {
    held: Vec<(SecretName, Arc<Secret>)>,
    /// Secrets that are more than a text: JSON, whose texts are among those held.
    parts: Vec<(SecretName, Body)>,
}

/// What stands where a secret was found in a text.
const REDACTED: &str = "[redacted]";

/// Shorter secrets are not searched for: they would redact half of any text.
const SHORTEST_SEARCHED: usize = 4;

impl Secrets {
    /// Adds a secret, or puts it in the place of the one of that name.
    pub fn insert(&mut self, name: SecretName, secret: Secret) {
        self.put(name, Arc::new(secret));
    }

    /// Adds the access token, which goes on to live in its session: it is shared, not copied.
    pub fn insert_token(&mut self, token: &AccessToken) {
        self.put(SecretName::access_token(), token.secret());
    }

    fn put(&mut self, name: SecretName, secret: Arc<Secret>) {
        self.held.retain(|(held, _)| *held != name);
        self.held.push((name, secret));
    }

    /// The text with each of the secrets in it replaced by `[redacted]`, for text
    /// that comes from outside and is shown.
    ///
    /// Found are secrets as they are, as JSON writes them and as a form does, and the
    /// beginning of one at the end of the text: a cap or a broken connection may have cut
    /// it there.
    #[must_use]
    pub fn redact(&self, text: &str) -> String {
        let mut hidden = vec![false; text.len()];
        for (_, secret) in &self.held {
            let secret = secret.open();
            if secret.len() >= SHORTEST_SEARCHED {
                hide(text, secret, &mut hidden);
                let mut escaped = Text::default();
                json::escape(secret, &mut escaped);
                hide(text, escaped.as_str(), &mut hidden);
                hide(text, &Zeroizing::new(encode(secret)), &mut hidden);
            }
        }
        let mut redacted = String::with_capacity(text.len());
        let mut before = false;
        for (start, character) in text.char_indices() {
            let now = hidden.get(start).copied().unwrap_or(false);
            if !now {
                redacted.push(character);
            } else if !before {
                redacted.push_str(REDACTED);
            }
            before = now;
        }
        redacted
    }

    pub(crate) fn get(&self, name: &SecretName) -> Option<&Secret> {
        self.held.iter().find(|(held, _)| held == name).map(|(_, secret)| secret.as_ref())
    }

    /// Adds JSON in which each text is a secret. It is sent in the place of the secret of
    /// that name.
    pub fn insert_json(&mut self, name: SecretName, value: Value) {
        let mut count = 0;
        let body = self.hide(&name, value, &mut count);
        self.parts.retain(|(held, _)| *held != name);
        self.parts.push((name, body));
    }

    fn hide(&mut self, name: &SecretName, value: Value, count: &mut u32) -> Body {
        match value {
            Value::String(text) => {
                *count += 1;
                // No parameter has a name with a point in it.
                let part = SecretName([&name.0, ".", &count.to_string()].concat());
                self.insert(part.clone(), Secret::new(text));
                Body::Secret(part)
            }
            Value::Array(items) => {
                Body::Array(items.into_iter().map(|item| self.hide(name, item, count)).collect())
            }
            Value::Object(members) => {
                let member = |(key, value)| (key, self.hide(name, value, count));
                Body::Object(members.into_iter().map(member).collect())
            }
            other => Body::of_json(&other),
        }
    }

    pub(crate) fn part(&self, name: &SecretName) -> Option<&Body> {
        self.parts.iter().find(|(held, _)| held == name).map(|(_, body)| body)
    }
}

/// Marks the bytes of the text that belong to the secret.
fn hide(text: &str, secret: &str, hidden: &mut [bool]) {
    let mut mark = |start: usize, length: usize| {
        if let Some(bytes) = hidden.get_mut(start..start + length) {
            bytes.fill(true);
        }
    };
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| find(rest, secret)) {
        mark(from + at, secret.len());
        from += at + secret.chars().next().map_or(1, char::len_utf8);
    }
    let kept = text.strip_suffix('…').unwrap_or(text);
    let begun = (SHORTEST_SEARCHED..secret.len())
        .rev()
        .find(|&length| secret.get(..length).is_some_and(|begun| kept.ends_with(begun)));
    if let Some(length) = begun {
        mark(kept.len() - length, length);
    }
}
