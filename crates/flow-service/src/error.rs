//! Why a call failed: one variant for each stage at which it can.
//!
//! Every text in here that comes from outside is capped, and [`CallError::redacted`]
//! takes secrets out of it. What to tell a person is the app's part.

pub use crate::refusal::{Fault, Refusal};
use crate::response::ResponseBody;
use crate::secret::{SecretName, Secrets};

/// The longest text of an answer that is kept, in characters.
const TEXT_LIMIT: usize = 1000;

/// A call that did not give its result.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// The request was never sent, so nothing was carried out.
    #[error("the request was not sent")]
    NotSent(NotSent),
    /// The request may have been sent, and no answer came. It may have been carried out.
    #[error("no answer came")]
    NoAnswer(NoAnswer),
    /// Adobe's API gateway refused the request before it reached the service.
    #[error("the gateway refused the request")]
    RefusedByGateway(Refusal),
    /// The service refused the request.
    #[error("the service refused the request")]
    RefusedByService(Refusal),
    /// An answer came that is not one that the API describes.
    #[error("the answer could not be read")]
    UnreadableAnswer(Unreadable),
}

/// Why a request was not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSent {
    /// The browser knows that it is offline.
    Offline,
    /// The person stopped waiting before.
    Cancelled,
    /// A secret that the request needs is not there.
    MissingSecret(SecretName),
    /// The browser did not accept the request, for the reason given.
    Impossible(String),
}

/// Why no answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAnswer {
    /// None within this time, in milliseconds.
    TimedOut(u32),
    /// The person stopped waiting.
    Cancelled,
    /// The page that waited was closed, or what waited was taken out of it.
    PageClosed,
    /// The network, the server or the browser (CORS, CSP) broke the connection; a page
    /// cannot tell which.
    ConnectionFailed,
}

/// An answer that the API does not describe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The HTTP status.
    pub status: u16,
    /// What is wrong with it.
    pub reason: UnreadableReason,
    /// The beginning of the body, capped; empty where there is none.
    pub excerpt: String,
}

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadableReason {
    /// There is no body.
    Empty,
    /// The body is no JSON.
    NotJson,
    /// The body is larger than what is read.
    TooLarge,
    /// The connection broke within the body.
    Cut,
    /// The body is JSON without this member.
    Lacks(&'static str),
}

impl CallError {
    /// Whether the request may have been carried out although no result came.
    ///
    /// True when nothing was heard, when a success could not be read, and for the
    /// statuses with which a server gives up on a request that it has begun.
    #[must_use]
    pub fn outcome_unknown(&self) -> bool {
        match self {
            Self::NotSent(_) => false,
            Self::NoAnswer(_) => true,
            Self::RefusedByGateway(refusal) | Self::RefusedByService(refusal) => {
                gave_up(refusal.status)
            }
            Self::UnreadableAnswer(answer) => answer.status < 300 || gave_up(answer.status),
        }
    }

    /// The HTTP status, when an answer came.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::NotSent(_) | Self::NoAnswer(_) => None,
            Self::RefusedByGateway(refusal) | Self::RefusedByService(refusal) => {
                Some(refusal.status)
            }
            Self::UnreadableAnswer(answer) => Some(answer.status),
        }
    }

    /// What the refusal says, if it is one.
    #[must_use]
    pub const fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::RefusedByGateway(refusal) | Self::RefusedByService(refusal) => Some(refusal),
            Self::NotSent(_) | Self::NoAnswer(_) | Self::UnreadableAnswer(_) => None,
        }
    }

    /// Whether what should be changed was changed by someone else meanwhile: the etag of
    /// the request is no longer that of the service.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.status() == Some(412) || self.has_code(&["1404-412"])
    }

    /// Whether what was asked for is not there, or no longer. Only a documented code says so:
    /// any other 404 may be that of a gateway or a proxy, which know paths and no connections.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        // Adobe's table has 1439 with 400, the bodies that it prints with 404.
        let is_of_service = matches!(self, Self::RefusedByService(_));
        is_of_service && self.has_code(&["1439-404", "1439-400", "1101-404"])
    }

    /// Whether a connection cannot be deleted because a dataflow uses it.
    #[must_use]
    pub fn is_in_use(&self) -> bool {
        self.has_code(&["1418-400"])
    }

    /// Source of the codes: Adobe's table of Flow Service errors.
    fn has_code(&self, codes: &[&str]) -> bool {
        let code = self.refusal().and_then(|refusal| refusal.code.as_deref());
        code.is_some_and(|code| codes.contains(&code))
    }

    /// The seconds after which the server wants to be asked again, where they are known.
    #[must_use]
    pub fn retry_after(&self) -> Option<u32> {
        self.refusal()?.retry_after
    }

    /// The same error with what the header `Retry-After` says, in seconds. Only a refusal
    /// keeps it.
    ///
    /// A page can read the header only where the service exposes it, which no page of
    /// Adobe's promises.
    #[must_use]
    pub const fn with_retry_after(mut self, seconds: Option<u32>) -> Self {
        if let Self::RefusedByGateway(refusal) | Self::RefusedByService(refusal) = &mut self {
            refusal.retry_after = seconds;
        }
        self
    }

    /// The stage as it stands in reports and events.
    #[must_use]
    pub const fn stage(&self) -> &'static str {
        match self {
            Self::NotSent(_) => "not-sent",
            Self::NoAnswer(_) => "no-answer",
            Self::RefusedByGateway(_) => "gateway",
            Self::RefusedByService(_) => "service",
            Self::UnreadableAnswer(_) => "unreadable-answer",
        }
    }

    /// The same error with the secrets taken out of every text that came from outside.
    #[must_use]
    pub fn redacted(mut self, secrets: &Secrets) -> Self {
        match &mut self {
            Self::NotSent(NotSent::Impossible(text)) => *text = secrets.redact(text),
            Self::NotSent(_) | Self::NoAnswer(_) => {}
            Self::RefusedByGateway(refusal) | Self::RefusedByService(refusal) => {
                refusal.message = secrets.redact(&refusal.message);
                for text in [&mut refusal.code, &mut refusal.title, &mut refusal.request_id] {
                    *text = text.as_deref().map(|text| secrets.redact(text));
                }
            }
            Self::UnreadableAnswer(answer) => answer.excerpt = secrets.redact(&answer.excerpt),
        }
        self
    }

    /// The error for a body that cannot be what the API describes.
    pub(crate) fn unreadable(status: u16, body: ResponseBody) -> Self {
        let (reason, excerpt) = match body {
            ResponseBody::Empty => (UnreadableReason::Empty, String::new()),
            ResponseBody::TooLarge => (UnreadableReason::TooLarge, String::new()),
            ResponseBody::Cut => (UnreadableReason::Cut, String::new()),
            ResponseBody::Text(text) => (UnreadableReason::NotJson, capped(text)),
            ResponseBody::Json(_) => (UnreadableReason::Lacks("message"), String::new()),
        };
        Self::UnreadableAnswer(Unreadable { status, reason, excerpt })
    }
}

/// Statuses with which a server, or a proxy before it, gives up on a request that may have begun.
const fn gave_up(status: u16) -> bool {
    status == 408 || status >= 500
}

/// Cuts a text from outside at [`TEXT_LIMIT`] characters and says so by an ellipsis.
pub(crate) fn capped(text: String) -> String {
    match text.char_indices().nth(TEXT_LIMIT) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text,
    }
}
