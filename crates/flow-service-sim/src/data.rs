//! Everything below `/data/`, from the outside in: what arrives is recorded, preflights
//! are answered, a scripted answer is played, the gateway checks, the service answers.

mod gateway;
mod sandbox;

pub use sandbox::Caller;

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use flow_service::request::{SANDBOXES_PATH, SERVICE_PATH};

use crate::problem::Problem;
use crate::state::State;
use crate::{cors, flow, record, scripted};

/// The router of `/data/`.
pub fn router(state: Arc<State>, cors: bool) -> Router {
    let in_sandbox = flow::router().layer(from_fn_with_state(Arc::clone(&state), sandbox::check));
    let router = Router::new()
        .nest(SERVICE_PATH, in_sandbox)
        .route(SANDBOXES_PATH, flow::sandboxes())
        .fallback(|| async { Problem::PathUnknown })
        .method_not_allowed_fallback(|| async { Problem::MethodUnsupported })
        .layer(from_fn(gateway::check))
        .layer(from_fn_with_state(Arc::clone(&state), scripted::play));
    let router = if cors { router.layer(cors::any_origin()) } else { router };
    router.layer(from_fn_with_state(Arc::clone(&state), record::record)).with_state(state)
}
