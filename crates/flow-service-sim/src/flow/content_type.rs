//! The content type of a body: JSON, or the request is refused.

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;

use crate::problem::Problem;

/// Wants `application/json`, with or without parameters.
pub fn check(headers: &HeaderMap) -> Result<(), Problem> {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = value.and_then(|value| value.split(';').next());
    let is_json = media_type
        .is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case("application/json"));
    if is_json { Ok(()) } else { Err(Problem::ContentType) }
}
