//! The control path, outside `/data/` and `/ims/`: scripts answers and shows what arrived.
//!
//! It shows secrets in clear, so it is for programs of this machine only: no CORS, and
//! a request that a web page of another origin sends, or that reaches this address by
//! another host name, is refused.

mod answer_json;
mod local_only;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::middleware::from_fn;
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::{Value, json};

use crate::received::ReceivedRequest;
use crate::{answer, state};

/// The router of everything but `/data/` and `/ims/`.
pub fn router(state: Arc<state::State>) -> Router {
    let control = Router::new()
        .route("/answers", post(script))
        .route("/requests", get(requests))
        .route("/connections", get(connections))
        .route("/reset", post(reset))
        .layer(from_fn(local_only::check));
    Router::new()
        .nest("/control", control)
        .route("/config.json", get(configuration))
        .fallback(|| async { error(StatusCode::NOT_FOUND, "there is nothing under this path") })
        .with_state(state)
}

/// What the page reads when a development server proxies its configuration to here.
async fn configuration() -> Response {
    answer::ok(&json!({ "apiBase": "/", "imsBase": "/", "environment": "Local service" }))
}

async fn script(State(state): State<Arc<state::State>>, body: Bytes) -> Response {
    match answer_json::parse(&body) {
        Ok(answers) => {
            let queued = answers.len();
            for answer in answers {
                state.script().add(answer);
            }
            answer::ok(&json!({ "queued": queued }))
        }
        Err(problem) => error(StatusCode::BAD_REQUEST, &problem),
    }
}

async fn requests(State(state): State<Arc<state::State>>) -> Response {
    let requests: Vec<_> = state.requests().iter().map(ReceivedRequest::to_json).collect();
    answer::ok(&json!({ "requests": requests }))
}

async fn connections(State(state): State<Arc<state::State>>) -> Response {
    let connections: Vec<Value> =
        state.store().all().iter().map(|kept| kept.stored().to_json()).collect();
    answer::ok(&json!({ "connections": connections }))
}

async fn reset(State(state): State<Arc<state::State>>) -> Response {
    state.reset();
    answer::ok(&json!({ "reset": true }))
}

fn error(status: StatusCode, message: &str) -> Response {
    answer::json(status, &json!({ "error": message }))
}
