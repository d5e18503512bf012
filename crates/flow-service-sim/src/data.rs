//! Everything below `/data/`, from the outside in: what arrives is recorded, preflights
//! are answered, a scripted answer is played, the gateway checks, the service answers.

mod gateway;
mod record;
mod sandbox;
mod scripted;

pub use sandbox::Caller;

use std::sync::Arc;

use axum::Router;
use axum::http::Method;
use axum::middleware::{from_fn, from_fn_with_state};
use flow_service::request::{SANDBOXES_PATH, SERVICE_PATH};
use tower_http::cors::{AllowHeaders, AllowOrigin, CorsLayer};

use crate::flow;
use crate::problem::Problem;
use crate::state::State;

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
    let router = if cors { router.layer(any_origin()) } else { router };
    router.layer(from_fn_with_state(Arc::clone(&state), record::record)).with_state(state)
}

/// Any origin may send what the API takes; no response header is exposed, so that nothing
/// is built on headers that Adobe's service may not expose either. A scripted answer may
/// expose its `Retry-After`.
fn any_origin() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::mirror_request())
        .allow_headers(AllowHeaders::mirror_request())
        .allow_methods([Method::GET, Method::POST, Method::PATCH, Method::DELETE])
}
