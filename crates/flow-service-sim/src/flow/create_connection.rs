//! `POST /connections`: creates a base connection. Equal names are allowed.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Extension, State};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use flow_service::operation::create_connection::Created;

use super::new_connection;
use crate::answer;
use crate::data::Caller;
use crate::problem::Problem;
use crate::state;

pub async fn answer(
    State(state): State<Arc<state::State>>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    if !is_json(&headers) {
        return Err(Problem::ContentType);
    }
    let stored = new_connection::connection(&body, &caller)?;
    let created =
        Created { id: stored.connection.id.clone(), etag: stored.connection.etag.clone() };
    state.store().add(stored);
    let mut response = answer::json(StatusCode::CREATED, &created.to_json());
    // The form of the location is not documented.
    if let Ok(location) = HeaderValue::try_from(format!("/connections/{}", created.id.as_str())) {
        response.headers_mut().insert(LOCATION, location);
    }
    Ok(response)
}

/// `application/json`, with or without parameters.
fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = value.and_then(|value| value.split(';').next());
    media_type.is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case("application/json"))
}
