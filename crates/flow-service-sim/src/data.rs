//! Everything below `/data/`, from the outside in: the gateway checks, the service answers.

mod gateway;
mod sandbox;

pub use sandbox::Caller;

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use flow_service::request::{SANDBOXES_PATH, SERVICE_PATH};

use crate::flow;
use crate::problem::Problem;
use crate::state::State;

/// The router of `/data/`.
pub fn router(state: &Arc<State>) -> Router<Arc<State>> {
    let in_sandbox = flow::router().layer(from_fn_with_state(Arc::clone(state), sandbox::check));
    Router::new()
        .nest(SERVICE_PATH, in_sandbox)
        .route(SANDBOXES_PATH, flow::sandboxes())
        .fallback(|| async { Problem::PathUnknown })
        .method_not_allowed_fallback(|| async { Problem::MethodUnsupported })
        .layer(from_fn(gateway::check))
}
