//! What a refusal says, in the shape of the gateway and in that of the service.

use serde_json::Value;

use crate::error::{CallError, capped};
use crate::find::split_once;
use crate::json;
use crate::response::{Response, ResponseBody};

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
    /// The seconds after which the server wants to be asked again, where it says so and
    /// the page may read it: see [`CallError::with_retry_after`].
    pub retry_after: Option<u32>,
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
                retry_after: None,
            });
        }
        let message = message(&body);
        let problem_type = json::text(&body, "type");
        if message.is_none() && problem_type.is_none() {
            return Self::unreadable(status, ResponseBody::Json(body));
        }
        Self::RefusedByService(Refusal {
            status,
            code: problem_type
                .as_deref()
                .and_then(service_code)
                .or_else(|| own_code(&body, status)),
            title: json::text(&body, "title").map(capped),
            message: message.unwrap_or_default(),
            request_id: request_id(&body),
            retry_after: None,
        })
    }
}

/// The codes that speak of one input, or of the header with its value.
///
/// Sources: Adobe's tables of gateway errors and of Flow Service errors.
static FAULTS: [(Fault, &[&str]); 6] = [
    (Fault::AccessToken, &["403010", "401013", "2114-400", "2115-400"]),
    (Fault::ApiKey, &["403000", "403003"]),
    (Fault::OrganizationId, &["400003", "403025", "2000-401", "2001-401", "2002-401", "1339-400"]),
    (Fault::Sandbox, &["2100-404", "2105-400"]),
    (Fault::SpecId, &["1413-400"]),
    (Fault::AuthSpec, &["1415-400", "1301-400", "1302-400"]),
];

/// Those of them with which a header did not arrive, or empty. No request is made without it,
/// so something on the way took it out, and what was typed is not at fault.
static NOT_ARRIVED: [&str; 7] =
    ["403010", "403000", "400003", "2001-401", "2002-401", "2105-400", "2114-400"];

impl Refusal {
    /// The input at fault, where the code says so.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        Fault::of(self.code.as_deref()?, &self.message)
    }

    /// The input that the refusal speaks of, at fault or not.
    #[must_use]
    pub fn concerns(&self) -> Option<Fault> {
        Fault::concerned(self.code.as_deref()?, &self.message)
    }
}

impl Fault {
    /// The input that is at fault by a refusal with this code and these words, if one is.
    #[must_use]
    pub fn of(code: &str, message: &str) -> Option<Self> {
        if NOT_ARRIVED.contains(&code) { None } else { Self::concerned(code, message) }
    }

    fn concerned(code: &str, message: &str) -> Option<Self> {
        if code == "1304-400" {
            return Some(Self::Param(named_field(message)?.to_owned()));
        }
        let (fault, _) = FAULTS.iter().find(|(_, codes)| codes.contains(&code))?;
        Some(fault.clone())
    }
}

/// The field that `The mandatory field {field} is not provided` names.
fn named_field(message: &str) -> Option<&str> {
    let (_, rest) = split_once(message, "mandatory field ")?;
    let field = rest.split_whitespace().next()?;
    let field = field.trim_matches(|edge: char| !edge.is_ascii_alphanumeric());
    // Where the name is left out, the next word is that of the sentence.
    (!field.is_empty() && field != "is").then_some(field)
}

/// `…/FLOW-1439-404` gives `1439-404`. A code of another shape, such as `SMS-2003-403`, is
/// taken as it is; a type that only names a kind of problem, such as `about:blank`, is none.
fn service_code(problem_type: &str) -> Option<String> {
    let last = problem_type.split('/').next_back()?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_documented = |code: &&str| {
        code.split_once('-').is_some_and(|(number, end)| digits(number) && digits(end))
    };
    let code = last.strip_prefix("FLOW-").filter(is_documented).unwrap_or(last);
    let (begin, end) = code.rsplit_once('-')?;
    (!begin.is_empty() && digits(end) && is_code(code)).then(|| code.to_owned())
}

/// A code in a member of its own, as other services have it. The status is none.
fn own_code(body: &Value, status: u16) -> Option<String> {
    let members = ["errorCode", "code"].into_iter().filter_map(|key| body.get(key));
    let mut codes = members.filter_map(text_or_number);
    codes.find(|code| is_code(code) && *code != status.to_string())
}

/// Whether a text is short and plain enough to be a code.
fn is_code(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    (1..=40).contains(&text.len()) && text.bytes().all(is_plain)
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
