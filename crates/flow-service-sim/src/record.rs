//! Records every request that arrives, before anything else looks at it.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::received::ReceivedRequest;
use crate::state;

/// The longest body that is read, in bytes. Adobe documents no limit.
const BODY_LIMIT: usize = 4 * 1024 * 1024;

/// Reads the body, records the request, and hands it on.
///
/// A request whose body is too long, or did not arrive in full, is not recorded.
pub async fn record(
    State(state): State<Arc<state::State>>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, BODY_LIMIT).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    state.record(ReceivedRequest::new(&parts, &body));
    next.run(Request::from_parts(parts, Body::from(body))).await
}
