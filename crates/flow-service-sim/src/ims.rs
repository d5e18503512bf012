//! Everything below `/ims/`: the token endpoint of Adobe's IMS, as far as a client ID and
//! its secret go (*OAuth Server-to-Server*). Recorded and scripted like the rest.
//!
//! There are no clients here, so every ID and secret is taken but those that
//! `docs/local-service.md` lists. Adobe documents the answer of a success; refusals follow
//! RFC 6749, section 5.2.

mod form;
mod refusal;
mod token;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use flow_service::token_request::TOKEN_PATH;
use serde_json::json;

use crate::state::State;
use crate::{answer, clock};

use form::Grant;
use refusal::Refusal;
use token::Made;

/// The router of `/ims/`.
pub fn router() -> Router<Arc<State>> {
    Router::new()
        .route(TOKEN_PATH, post(make))
        .fallback(|| async { Refusal::PathUnknown })
        .method_not_allowed_fallback(|| async { Refusal::MethodUnsupported })
        // The body has been read, and limited, before a request comes here.
        .layer(DefaultBodyLimit::disable())
}

async fn make(uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let mut response = match Grant::parse(uri.query().unwrap_or_default(), &headers, &body) {
        Ok(grant) => {
            let made = Made::of(&grant, clock::now());
            answer::ok(&json!({
                "access_token": made.token,
                "token_type": "bearer",
                "expires_in": made.seconds,
            }))
        }
        Err(refusal) => refusal.into_response(),
    };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, error) = self.code();
        let body = json!({ "error": error, "error_description": self.description() });
        answer::json(StatusCode::from_u16(status).unwrap_or_default(), &body)
    }
}
