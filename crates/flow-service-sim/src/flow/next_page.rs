//! Where a list goes on: the continuation token.
//!
//! The link to the next page carries nothing but the token, as Adobe's does, so the token
//! holds the query of the first page, the last item that was given, and how many were:
//! the last item may have been deleted when the list goes on.

use base64ct::{Base64UrlUnpadded, Encoding};
use form_urlencoded::{Serializer, parse};

/// A continuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextPage {
    /// The query of the first page.
    pub query: String,
    /// The ID of the last item that was given.
    pub after: String,
    /// How many items were given.
    pub given: usize,
}

impl NextPage {
    /// The path and query of the next page, below the service.
    pub fn href(&self) -> String {
        let pairs = Serializer::new(String::new())
            .append_pair("query", &self.query)
            .append_pair("after", &self.after)
            .append_pair("given", &self.given.to_string())
            .finish();
        let token = Base64UrlUnpadded::encode_string(pairs.as_bytes());
        format!("/connections?continuationToken={token}")
    }

    /// Reads a token that this service made.
    pub fn from_token(token: &str) -> Option<Self> {
        let pairs = Base64UrlUnpadded::decode_vec(token).ok()?;
        let value = |wanted: &str| {
            let pair = parse(&pairs).find(|(name, _)| name == wanted);
            pair.map(|(_, value)| value.into_owned())
        };
        let given = value("given")?.parse().ok()?;
        Some(Self { query: value("query")?, after: value("after")?, given })
    }
}
