//! Refusals of the service, behind the gateway.
//!
//! Shape and codes: Adobe's table of Flow Service errors and the bodies that its pages
//! print. The words are the documented ones where a client reads them (`1304-400`), else
//! the local service's own.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::answer;

/// Why the service refuses a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The header `x-sandbox-name` is missing.
    SandboxMissing,
    /// There is no sandbox of this name.
    SandboxUnknown(String),
    /// The body has a content type other than JSON, or none.
    ContentType,
    /// The request is malformed in a way for which no code is documented.
    BadRequest(String),
    /// The body is empty.
    EmptyBody,
    /// The connection spec is missing or unknown.
    SpecUnknown,
    /// The connection spec does not offer this auth spec.
    AuthSpecUnknown {
        /// The name of the auth spec.
        name: String,
        /// The ID of the connection spec.
        spec_id: String,
    },
    /// A mandatory field is missing or empty.
    FieldMissing(String),
    /// The source refused, with its own words.
    SourceRefused(String),
    /// Nothing has this ID.
    NotFound {
        /// What was looked for, such as `connections`.
        kind: &'static str,
        /// The ID.
        id: String,
    },
    /// The service has no such path.
    PathUnknown,
    /// The path does not take this method.
    MethodUnsupported,
    /// `limit` and `count` were given together.
    LimitWithCount,
    /// A filter is malformed.
    BadFilter(String),
    /// A change came without `If-Match`.
    EtagMissing,
    /// The connection is another than the one that `If-Match` means.
    EtagStale,
    /// The connection spec of a connection cannot be changed.
    SpecFixed,
    /// A state that cannot be set.
    StateInvalid,
    /// An operation that no change may have.
    OperationUnsupported(String),
    /// A change that is no list of operations, or has one that cannot be carried out.
    PatchMalformed(String),
    /// Dataflows use the connection.
    InUse,
    /// Exploring wants to know what to explore.
    ObjectTypeInvalid,
    /// Exploring wants to know which object.
    ObjectMissing,
    /// The caller may not ask for this.
    Forbidden(String),
}

impl Problem {
    /// Number and HTTP status as they stand in Adobe's table; no number where none is known.
    const fn code(&self) -> (Option<u16>, StatusCode) {
        match self {
            Self::SandboxMissing => (Some(2105), StatusCode::BAD_REQUEST),
            Self::SandboxUnknown(_) => (Some(2100), StatusCode::NOT_FOUND),
            Self::ContentType | Self::BadRequest(_) => (None, StatusCode::BAD_REQUEST),
            Self::EmptyBody => (Some(1405), StatusCode::BAD_REQUEST),
            Self::SpecUnknown => (Some(1413), StatusCode::BAD_REQUEST),
            Self::AuthSpecUnknown { .. } => (Some(1415), StatusCode::BAD_REQUEST),
            Self::FieldMissing(_) => (Some(1304), StatusCode::BAD_REQUEST),
            Self::SourceRefused(_) => (Some(1308), StatusCode::BAD_REQUEST),
            Self::NotFound { .. } => (Some(1439), StatusCode::NOT_FOUND),
            Self::PathUnknown => (None, StatusCode::NOT_FOUND),
            Self::MethodUnsupported => (None, StatusCode::METHOD_NOT_ALLOWED),
            Self::LimitWithCount => (Some(1401), StatusCode::BAD_REQUEST),
            Self::BadFilter(_) => (Some(1440), StatusCode::BAD_REQUEST),
            Self::EtagMissing => (Some(1403), StatusCode::BAD_REQUEST),
            Self::EtagStale => (Some(1404), StatusCode::PRECONDITION_FAILED),
            Self::SpecFixed => (Some(1414), StatusCode::BAD_REQUEST),
            Self::StateInvalid => (Some(1456), StatusCode::BAD_REQUEST),
            Self::OperationUnsupported(_) => (Some(1434), StatusCode::BAD_REQUEST),
            Self::PatchMalformed(_) => (Some(1455), StatusCode::BAD_REQUEST),
            Self::InUse => (Some(1418), StatusCode::BAD_REQUEST),
            Self::ObjectTypeInvalid => (Some(1358), StatusCode::BAD_REQUEST),
            Self::ObjectMissing => (Some(1337), StatusCode::BAD_REQUEST),
            Self::Forbidden(_) => (None, StatusCode::FORBIDDEN),
        }
    }

    const fn title(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "Resource not found",
            Self::SandboxUnknown(_) => "Sandbox not found",
            Self::EtagStale => "Precondition failed",
            Self::Forbidden(_) => "Forbidden",
            Self::PathUnknown => "NotFoundError",
            Self::MethodUnsupported => "MethodNotAllowedError",
            Self::ContentType | Self::BadRequest(_) => "BadRequestError",
            _ => "Bad request",
        }
    }

    fn message(&self) -> String {
        match self {
            Self::SandboxMissing => "The header x-sandbox-name is missing.".to_owned(),
            Self::SandboxUnknown(name) => {
                format!("There is no sandbox {name} in this organization.")
            }
            Self::ContentType => "A valid content-type must be specified".to_owned(),
            Self::BadRequest(what) | Self::PatchMalformed(what) | Self::Forbidden(what) => {
                what.clone()
            }
            Self::EmptyBody => "The request body is empty.".to_owned(),
            Self::SpecUnknown => "The spec ID provided is invalid".to_owned(),
            Self::AuthSpecUnknown { name, spec_id } => format!(
                "The auth spec '{name}' could not be found for the connection spec ID {spec_id}"
            ),
            Self::FieldMissing(field) => format!("The mandatory field {field} is not provided"),
            Self::SourceRefused(words) => format!("Error message: {words}"),
            Self::NotFound { kind, id } => {
                format!("No {kind} resource has the ID {id} in this sandbox.")
            }
            Self::PathUnknown => "The local service has nothing under this path.".to_owned(),
            Self::MethodUnsupported => {
                "The local service does not offer this method here.".to_owned()
            }
            Self::LimitWithCount => "The parameters limit and count exclude each other.".to_owned(),
            Self::BadFilter(filter) => format!("The filter cannot be read: {filter}"),
            Self::EtagMissing => "The header If-Match is missing.".to_owned(),
            Self::EtagStale => {
                "The connection has been changed: If-Match is not its etag.".to_owned()
            }
            Self::SpecFixed => "The connection spec of a connection cannot be changed.".to_owned(),
            Self::StateInvalid => {
                "The state has to be enabled, disabled or initializing.".to_owned()
            }
            Self::OperationUnsupported(operation) => {
                format!("The operation {operation} is none of add, replace and remove.")
            }
            Self::InUse => "Dataflows use this connection. Delete them first.".to_owned(),
            Self::ObjectTypeInvalid => {
                "The parameter objectType has to be root, folder or table.".to_owned()
            }
            Self::ObjectMissing => "The parameter object is missing.".to_owned(),
        }
    }

    fn report(&self, message: &str) -> Value {
        let mut report = report(message);
        if let (Self::NotFound { kind, id }, Value::Object(members)) = (self, &mut report) {
            members.insert("id".to_owned(), id.as_str().into());
            members.insert("type".to_owned(), (*kind).into());
        }
        report
    }
}

/// What a refusal reports, with a request ID of its own.
pub fn report(message: &str) -> Value {
    json!({ "detailed-message": message, "request-id": Uuid::new_v4().to_string() })
}

/// The body of a refusal with a code such as `1439-404`.
pub fn with_code(code: &str, title: &str, status: u16, message: &str, report: &Value) -> Value {
    json!({
        "type": format!("https://ns.adobe.com/aep/errors/FLOW-{code}"),
        "title": title,
        "status": status,
        "report": report,
        "errorMessage": message,
        "errorDetails": message,
    })
}

/// The body of a refusal without a code: Adobe's documentation prints this shape for a wrong
/// content type.
pub fn without_code(title: &str, status: u16, message: &str) -> Value {
    json!({
        "type": "/placeholder/type/uri",
        "status": status,
        "title": title,
        "detail": message,
    })
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (number, status) = self.code();
        let (title, message, code) = (self.title(), self.message(), status.as_u16());
        let body = match number {
            Some(number) => {
                let report = self.report(&message);
                with_code(&format!("{number}-{code}"), title, code, &message, &report)
            }
            None => without_code(title, code, &message),
        };
        answer::problem(status, &body)
    }
}
