//! `POST /connections`: creates a base connection. Equal names are allowed.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Extension, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use flow_service::operation::create_connection::Created;

use super::{content_type, new_connection};
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
    content_type::check(&headers)?;
    let stored = new_connection::connection(&body, &caller, &state.specs)?;
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
