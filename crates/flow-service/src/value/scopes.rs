//! The scopes that an access token is asked for.

use super::{Problem, is_visible_ascii};

/// What a token for Platform's APIs needs.
///
/// Source: the projects that Adobe's Developer Console makes for the Experience Platform API.
const PLATFORM: &str =
    "openid,session,AdobeID,read_organizations,additional_info.projectedProductContext";

/// One scope or more, in the order given, none of them twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scopes(String);

impl Scopes {
    /// The scopes of Platform's APIs.
    #[must_use]
    pub fn platform() -> Self {
        Self(PLATFORM.to_owned())
    }

    /// Reads scopes with commas or white space between them. Where there are none, those of
    /// Platform's APIs are meant.
    ///
    /// # Errors
    /// [`Problem::NotVisibleAscii`].
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let scopes = separated(text);
        if !scopes.iter().all(|scope| is_visible_ascii(scope)) {
            return Err(Problem::NotVisibleAscii);
        }
        if scopes.is_empty() { Ok(Self::platform()) } else { Ok(Self(scopes.join(","))) }
    }

    /// The scopes as they are sent: with commas between them.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The words between commas and white space, each once.
pub(super) fn separated(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    for word in text.split(|mark: char| mark == ',' || mark.is_whitespace()) {
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    words
}
