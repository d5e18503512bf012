//! A request as it arrived, for tests that look at what a client really sent.

use axum::body::Bytes;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use serde_json::{Value, json};

use crate::clock;

/// A request that arrived below `/data/` or `/ims/`, refused or not.
///
/// It holds what the client sent in clear, secrets included, so it has no `Debug`. It
/// stays in memory, and is never written anywhere.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceivedRequest {
    /// The method; a preflight has `OPTIONS`.
    pub method: Method,
    /// The path as it was sent, percent-encoding included.
    pub path: String,
    /// What followed the `?` as it was sent; empty where there was none.
    pub query: String,
    /// The headers in the order in which they came, names in lower case. Bytes that are
    /// no UTF-8 are replaced.
    pub headers: Vec<(String, String)>,
    /// The body; bytes that are no UTF-8 are replaced.
    pub body: String,
    /// When it had arrived, in milliseconds since 1970 (UTC).
    pub at: u64,
}

impl ReceivedRequest {
    pub(crate) fn new(parts: &Parts, body: &Bytes) -> Self {
        Self {
            method: parts.method.clone(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            headers: texts(&parts.headers),
            body: String::from_utf8_lossy(body).into_owned(),
            at: clock::now(),
        }
    }

    /// The first header of that name (in lower case).
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find(|(held, _)| held == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn to_json(&self) -> Value {
        json!({
            "method": self.method.as_str(),
            "path": self.path,
            "query": self.query,
            "headers": self.headers,
            "body": self.body,
            "at": self.at,
        })
    }
}

fn texts(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |value: &[u8]| String::from_utf8_lossy(value).into_owned();
    headers.iter().map(|(name, value)| (name.to_string(), text(value.as_bytes()))).collect()
}
