//! Answers of the service: a status and a JSON body.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use serde_json::Value;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const PROBLEM_JSON: HeaderValue = HeaderValue::from_static("application/problem+json");

/// A JSON answer.
pub fn json(status: StatusCode, body: &Value) -> Response {
    with_type(JSON, status, body)
}

/// A JSON answer of status 200.
pub fn ok(body: &Value) -> Response {
    json(StatusCode::OK, body)
}

/// A problem in the sense of RFC 9457.
pub fn problem(status: StatusCode, body: &Value) -> Response {
    with_type(PROBLEM_JSON, status, body)
}

fn with_type(content_type: HeaderValue, status: StatusCode, body: &Value) -> Response {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
}
