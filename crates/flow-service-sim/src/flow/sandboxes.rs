//! `GET /data/foundation/sandbox-management/`: the sandboxes of the caller.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use flow_service::operation::list_sandboxes::Sandbox;
use serde_json::json;

use crate::problem::Problem;
use crate::state;
use crate::{answer, known_sandboxes};

/// An API key with this beginning may not list sandboxes, but do everything else.
const NOT_ALLOWED: &[u8] = b"no-sandboxes";

pub async fn answer(
    State(state): State<Arc<state::State>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let key = headers.get("x-api-key");
    if key.is_some_and(|key| key.as_bytes().starts_with(NOT_ALLOWED)) {
        let message = "This API key has no permission to list sandboxes.";
        return Err(Problem::Forbidden(message.to_owned()));
    }
    let sandboxes = known_sandboxes::described(&state.sandboxes);
    Ok(answer::ok(&json!({
        "sandboxes": sandboxes.iter().map(Sandbox::to_json).collect::<Vec<_>>(),
        "_page": { "limit": sandboxes.len(), "count": sandboxes.len() },
        "_links": {},
    })))
}
