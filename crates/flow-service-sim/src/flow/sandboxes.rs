//! `GET /data/foundation/sandbox-management/`: the sandboxes of the caller.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use flow_service::operation::list_sandboxes::Sandbox;
use serde_json::json;

use crate::state;
use crate::{answer, known_sandboxes};

pub async fn answer(State(state): State<Arc<state::State>>) -> Response {
    let sandboxes = known_sandboxes::described(&state.sandboxes);
    answer::ok(&json!({
        "sandboxes": sandboxes.iter().map(Sandbox::to_json).collect::<Vec<_>>(),
        "_page": { "limit": sandboxes.len(), "count": sandboxes.len() },
        "_links": {},
    }))
}
