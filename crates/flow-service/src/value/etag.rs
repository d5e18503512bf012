//! The etag by which the service tells the versions of a thing apart.

use super::header_text;

/// An etag as the service gave it, its double quotes included. It can be sent in a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Etag(String);

impl Etag {
    /// Accepts visible ASCII, which is all that RFC 9110 has in an etag but for what no
    /// service sends. White space around it is left out.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        header_text(text).ok().map(|text| Self(text.to_owned()))
    }

    /// The etag as `If-Match` takes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
