//! An answer as a value: the status, and the body as far as it could be read.

use serde_json::Value;

use crate::error::{CallError, Fault, Refusal, Unreadable, UnreadableReason};

/// The longest body, in bytes of UTF-8, that is read at all.
pub const BODY_LIMIT: usize = 4 * 1024 * 1024;

/// The deepest nesting of JSON that is read. Answers of the API stay far below.
pub const DEPTH_LIMIT: usize = 64;

/// An HTTP answer whose body has been read as text and, where possible, as JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct Response {
    /// The HTTP status, 200 to 599.
    pub status: u16,
    /// The body.
    pub body: ResponseBody,
}

/// The body of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum ResponseBody {
    /// Nothing but white space.
    Empty,
    /// JSON.
    Json(Value),
    /// A text that is no JSON: HTML, plain text, truncated JSON.
    Text(String),
    /// More than [`BODY_LIMIT`]; it was not read.
    TooLarge,
    /// The connection broke while the body was read.
    Cut,
}

impl ResponseBody {
    /// Reads a text; `parse` is the caller's JSON parser.
    ///
    /// A text that nests deeper than [`DEPTH_LIMIT`] is not given to the parser: what
    /// reads its result is recursive.
    pub fn of_text(text: String, parse: impl FnOnce(&str) -> Option<Value>) -> Self {
        if text.len() > BODY_LIMIT {
            return Self::TooLarge;
        }
        if text.trim().is_empty() {
            return Self::Empty;
        }
        let json = if depth(&text) > DEPTH_LIMIT { None } else { parse(&text) };
        json.map_or(Self::Text(text), Self::Json)
    }
}

/// How deep the brackets of a JSON text nest, those within texts left aside.
pub(crate) fn depth(json: &str) -> usize {
    let (mut depth, mut deepest, mut in_text, mut escaped) = (0_usize, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

impl Response {
    /// Whether the status says that the request was carried out.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        self.status >= 200 && self.status < 300
    }

    /// Whether the access token was refused, so that the same request may be sent with another
    /// one: the gateway refused it before anything was carried out. Some codes of the status 401
    /// speak of the organization instead, and what is no refusal of the API, such as the page
    /// of a proxy that wants a sign-in, speaks of no token.
    #[must_use]
    pub fn refuses_token(&self) -> bool {
        let refused = CallError::from_refusal(self.clone());
        let concerned = refused.refusal().map(Refusal::concerns);
        self.status == 401 && matches!(concerned, Some(None | Some(Fault::AccessToken)))
    }

    /// The JSON of a successful answer.
    ///
    /// # Errors
    /// A refusal for every other status; [`CallError::UnreadableAnswer`] where the
    /// status is that of a success and the body is no JSON.
    pub(crate) fn into_json(self) -> Result<Value, CallError> {
        if !self.is_success() {
            return Err(CallError::from_refusal(self));
        }
        match self.body {
            ResponseBody::Json(value) => Ok(value),
            body => Err(CallError::unreadable(self.status, body)),
        }
    }

    /// The error for an answer that is JSON but lacks what it should have.
    pub(crate) fn lacks(status: u16, what: &'static str) -> CallError {
        CallError::UnreadableAnswer(Unreadable {
            status,
            reason: UnreadableReason::Lacks(what),
            excerpt: String::new(),
        })
    }
}
