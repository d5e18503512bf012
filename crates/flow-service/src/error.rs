//! Why a call failed: one variant for each stage at which it can.
//!
//! Every text in here that comes from outside is capped, and [`CallError::redacted`]
//! takes secrets out of it. What to tell a person is the app's part.

use serde_json::Value;

use crate::json;
use crate::response::{Response, ResponseBody};
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
    /// The network, the server or the browser (CORS, CSP) broke the connection; a page
    /// cannot tell which.
    ConnectionFailed,
}

/// What a refusal says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The code, such as `401013` (gateway) or `1304-400` (service).
    pub code: Option<String>,
    /// The title of the problem.
    pub title: Option<String>,
    /// The server's own words, capped.
    pub message: String,
    /// The ID under which Adobe finds the request.
    pub request_id: Option<String>,
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

/// The input that a refusal is about, where it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The access token.
    AccessToken,
    /// The API key.
    ApiKey,
    /// The organization ID.
    OrganizationId,
    /// The sandbox.
    Sandbox,
    /// The connection spec ID.
    SpecId,
    /// The kind of authentication.
    AuthSpec,
    /// The parameter of the auth spec with this key.
    Param(String),
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

    /// Reads an answer whose status is not that of a success.
    pub(crate) fn from_refusal(response: Response) -> Self {
        let status = response.status;
        let body = match response.body {
            ResponseBody::Json(value @ Value::Object(_)) => value,
            body => return Self::unreadable(status, body),
        };
        // A code tells the two shapes apart; where both are absent, any text will do.
        if let Some(code) = body.get("error_code").and_then(text_or_number) {
            return Self::RefusedByGateway(Refusal {
                status,
                code: Some(code),
                title: None,
                message: json::text(&body, "message").map(capped).unwrap_or_default(),
                request_id: request_id(&body),
            });
        }
        let message = message(&body);
        let problem_type = json::text(&body, "type");
        if message.is_none() && problem_type.is_none() {
            return Self::unreadable(status, ResponseBody::Json(body));
        }
        Self::RefusedByService(Refusal {
            status,
            code: problem_type.as_deref().and_then(service_code),
            title: json::text(&body, "title").map(capped),
            message: message.unwrap_or_default(),
            request_id: request_id(&body),
        })
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

impl Refusal {
    /// The input that the refusal is about, where its code says so.
    ///
    /// Sources: Adobe's tables of gateway errors and of Flow Service errors.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        Some(match self.code.as_deref()? {
            "403010" | "401013" | "2114-400" | "2115-400" => Fault::AccessToken,
            "403000" | "403003" => Fault::ApiKey,
            "400003" | "403025" | "2000-401" | "2001-401" | "2002-401" | "1339-400" => {
                Fault::OrganizationId
            }
            "2100-404" | "2105-400" => Fault::Sandbox,
            "1413-400" => Fault::SpecId,
            "1415-400" | "1301-400" | "1302-400" => Fault::AuthSpec,
            "1304-400" => Fault::Param(self.named_field()?.to_owned()),
            _ => return None,
        })
    }

    /// The field that `The mandatory field {field} is not provided` names.
    fn named_field(&self) -> Option<&str> {
        let (_, rest) = self.message.split_once("mandatory field ")?;
        let field = rest.split_whitespace().next()?;
        let field = field.trim_matches(|edge: char| !edge.is_alphanumeric());
        // Where the name is left out, the next word is that of the sentence.
        (!field.is_empty() && field != "is").then_some(field)
    }
}

/// Statuses with which a server gives up on a request that it may have begun.
const fn gave_up(status: u16) -> bool {
    matches!(status, 408 | 500 | 502 | 503 | 504)
}

/// `…/FLOW-1439-404` gives `1439-404`.
fn service_code(problem_type: &str) -> Option<String> {
    let last = problem_type.rsplit('/').next()?;
    let code = last.strip_prefix("FLOW-").unwrap_or(last);
    let (number, status) = code.split_once('-')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(number) && digits(status)).then(|| capped(code.to_owned()))
}

/// The most specific text of a problem.
fn message(body: &Value) -> Option<String> {
    let report = body.get("report").and_then(|report| json::text(report, "detailed-message"));
    let of = |key| json::text(body, key);
    [report, of("errorMessage"), of("detail"), of("title"), of("message")]
        .into_iter()
        .flatten()
        .find(|text| !text.trim().is_empty())
        .map(capped)
}

fn request_id(body: &Value) -> Option<String> {
    let report = body.get("report").and_then(|report| json::text(report, "request-id"));
    report
        .or_else(|| json::text(body, "request-id"))
        .or_else(|| json::text(body, "requestId"))
        .map(capped)
}

fn text_or_number(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(capped(text.clone())),
        Value::Number(number) => number.as_u64().map(|number| number.to_string()),
        _ => None,
    }
}

/// Cuts a text from outside at [`TEXT_LIMIT`] characters and says so by an ellipsis.
fn capped(text: String) -> String {
    match text.char_indices().nth(TEXT_LIMIT) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text,
    }
}
