//! `DELETE /connections/{id}`: takes a connection away, unless dataflows use it.

use std::sync::Arc;

use axum::extract::{Extension, Path, State};
use axum::http::StatusCode;

use crate::data::Caller;
use crate::problem::Problem;
use crate::state;

/// There are no dataflows here: a connection whose name begins so counts as used by some.
const IN_USE: &str = "in use";

pub async fn answer(
    State(state): State<Arc<state::State>>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    let kept = super::find(&state, &caller, id.clone())?;
    if kept.connection().name.as_deref().is_some_and(is_in_use) {
        return Err(Problem::InUse);
    }
    if state.store().remove(&kept) {
        Ok(StatusCode::NO_CONTENT)
    } else {
        // Another request was faster.
        Err(Problem::NotFound { kind: "connections", id })
    }
}

fn is_in_use(name: &str) -> bool {
    name.get(..IN_USE.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(IN_USE))
}
