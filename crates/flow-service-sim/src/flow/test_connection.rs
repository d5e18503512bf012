//! `GET /connections/{id}/test`: whether the source accepts the stored credentials.

use std::sync::Arc;

use axum::extract::{Extension, Path, State};
use axum::response::Response;
use serde_json::json;

use crate::answer;
use crate::data::Caller;
use crate::problem::Problem;
use crate::state;

pub async fn answer(
    State(state): State<Arc<state::State>>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let kept = super::find(&state, &caller, id)?;
    Ok(answer::ok(&json!({ "result": kept.stored().credentials_accepted })))
}
