//! Name and description of a connection: free text, sent exactly as typed.

use super::Problem;

/// The name of a connection. Never blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionName(String);

impl ConnectionName {
    /// Keeps the text as it is; only a blank one is refused.
    ///
    /// # Errors
    /// [`Problem::Missing`].
    pub fn parse(text: &str) -> Result<Self, Problem> {
        if text.trim().is_empty() { Err(Problem::Missing) } else { Ok(Self(text.to_owned())) }
    }

    /// The name as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The description of a connection. Never blank: a blank one is left out of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Description(String);

impl Description {
    /// Keeps the text as it is; a blank one is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        (!text.trim().is_empty()).then(|| Self(text.to_owned()))
    }

    /// The description as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
