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
    SourceRefused(&'static str),
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
        }
    }

    const fn title(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "Resource not found",
            Self::SandboxUnknown(_) => "Sandbox not found",
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
            Self::BadRequest(what) => what.clone(),
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
        }
    }

    fn report(&self, message: &str) -> Value {
        let request_id = Uuid::new_v4().to_string();
        match self {
            Self::NotFound { kind, id } => json!({
                "detailed-message": message,
                "id": id,
                "request-id": request_id,
                "type": kind,
            }),
            _ => json!({ "detailed-message": message, "request-id": request_id }),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (number, status) = self.code();
        let (title, message, code) = (self.title(), self.message(), status.as_u16());
        let body = match number {
            Some(number) => json!({
                "type": format!("https://ns.adobe.com/aep/errors/FLOW-{number}-{code}"),
                "title": title,
                "status": code,
                "report": self.report(&message),
                "errorMessage": message,
                "errorDetails": message,
            }),
            // Adobe's documentation prints this shape for a wrong content type.
            None => json!({
                "type": "/placeholder/type/uri",
                "status": code,
                "title": title,
                "detail": message,
            }),
        };
        answer::problem(status, &body)
    }
}
