//! Scripted answers: what the next matching requests get instead of the service's own.

use std::collections::VecDeque;

use axum::http::{Method, Uri};

use crate::documented::Documented;

/// An answer that waits for the request it is for.
///
/// The first one in the queue that matches is taken. Preflights that the service answers
/// by itself (CORS on) take none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptedAnswer {
    /// The method it is for; none is any.
    pub method: Option<Method>,
    /// The beginning of the path it is for; none is any.
    pub path_prefix: Option<String>,
    /// A part of the query it is for, percent-encoded as it is sent; none is any.
    pub query: Option<String>,
    /// How many requests get it; with 0 it is never used.
    pub times: u32,
    /// Whether the request is carried out when it arrives, before the delay, so that
    /// *timed out, yet created* can be tested. The request then is carried out even if
    /// the client has gone when the delay is over.
    pub carry_out: bool,
    /// How long the answer is held back, in milliseconds. A client that goes away in the
    /// meantime ends the matter: without `carry_out` nothing is carried out then.
    pub delay_ms: u64,
    /// The answer.
    pub reply: Reply,
}

/// What a scripted answer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// The service's own answer: the request is carried out on arrival with `carry_out`,
    /// otherwise after the delay.
    Real,
    /// This answer.
    Status {
        /// The HTTP status, 200 to 999.
        status: u16,
        /// The headers. Nothing is added but `Content-Length`, `Date` and those of CORS.
        headers: Vec<(String, String)>,
        /// The body.
        body: Vec<u8>,
    },
    /// A refusal that Adobe documents, in its shape and with its status; each time with a
    /// request ID of its own where the shape has one.
    Documented(Documented),
    /// The TCP connection is closed without one byte of an answer.
    ///
    /// A browser may send the request once more by itself when this happens on a connection
    /// that was in use before. This service keeps none, so Chromium and Firefox do not.
    CutBeforeAnswer,
    /// A head that promises more than is sent, then the connection is closed.
    CutInBody {
        /// The HTTP status, 200 to 999.
        status: u16,
        /// What is sent of the body.
        body: Vec<u8>,
    },
}

impl Default for ScriptedAnswer {
    /// For the next request, whatever it is: the service's own answer, at once.
    fn default() -> Self {
        Self {
            method: None,
            path_prefix: None,
            query: None,
            times: 1,
            carry_out: false,
            delay_ms: 0,
            reply: Reply::Real,
        }
    }
}

impl Reply {
    /// A JSON answer, for the text of its body.
    #[must_use]
    pub fn json(status: u16, body: impl Into<Vec<u8>>) -> Self {
        let content_type = ("content-type".to_owned(), "application/json".to_owned());
        Self::Status { status, headers: vec![content_type], body: body.into() }
    }

    /// The refusal that Adobe documents with this code, such as `1450-400` or `403003`; see
    /// [`Documented::of`].
    #[must_use]
    pub fn documented(code: &str) -> Option<Self> {
        Documented::of(code).map(Self::Documented)
    }

    /// The same answer with a `Retry-After` that pages of other origins can read. A header
    /// that is given among the others is not exposed to them.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        if let Self::Status { headers, .. } = &mut self {
            headers.push(("retry-after".to_owned(), seconds.to_string()));
            headers.push(("access-control-expose-headers".to_owned(), "Retry-After".to_owned()));
        }
        self
    }
}

/// The scripted answers that are not used up.
#[derive(Debug, Default)]
pub(crate) struct Script(VecDeque<ScriptedAnswer>);

impl Script {
    pub fn add(&mut self, answer: ScriptedAnswer) {
        if answer.times > 0 {
            self.0.push_back(answer);
        }
    }

    /// Takes the answer for a request, if there is one.
    pub fn take(&mut self, method: &Method, uri: &Uri) -> Option<ScriptedAnswer> {
        let index = self.0.iter().position(|answer| answer.matches(method, uri))?;
        let answer = self.0.get_mut(index)?;
        answer.times -= 1;
        if answer.times == 0 { self.0.remove(index) } else { Some(answer.clone()) }
    }
}

impl ScriptedAnswer {
    fn matches(&self, method: &Method, uri: &Uri) -> bool {
        let query = uri.query().unwrap_or_default();
        self.method.as_ref().is_none_or(|wanted| wanted == method)
            && self
                .path_prefix
                .as_ref()
                .is_none_or(|prefix| uri.path().starts_with(prefix.as_str()))
            && self.query.as_ref().is_none_or(|part| query.contains(part.as_str()))
    }
}
