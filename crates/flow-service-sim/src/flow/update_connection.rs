//! `PATCH /connections/{id}`: changes a connection, if it is still the one that was read.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Extension, Path, State};
use axum::http::HeaderMap;
use axum::http::header::IF_MATCH;
use axum::response::Response;
use serde_json::json;

use super::{content_type, patch, patched};
use crate::answer;
use crate::data::Caller;
use crate::problem::Problem;
use crate::state;

pub async fn answer(
    State(state): State<Arc<state::State>>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    content_type::check(&headers)?;
    let kept = super::find(&state, &caller, id)?;
    let wanted = headers.get(IF_MATCH).map(|value| String::from_utf8_lossy(value.as_bytes()));
    let wanted = wanted.filter(|value| !value.is_empty()).ok_or(Problem::EtagMissing)?;
    if body.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::EmptyBody);
    }
    if !kept.connection().etag.as_deref().is_some_and(|etag| is_same(etag, &wanted)) {
        return Err(Problem::EtagStale);
    }
    let changed = patched::connection(kept.stored(), patch::read(&body)?, &state.specs)?;
    let id = changed.connection.id.clone();
    let etag = changed.connection.etag.clone();
    if state.store().replace(&kept, changed) {
        Ok(answer::ok(&json!({ "id": id.as_str(), "etag": etag })))
    } else {
        // Another request was faster.
        Err(Problem::EtagStale)
    }
}

/// Adobe's pages send the etag with its double quotes, and once without.
fn is_same(etag: &str, wanted: &str) -> bool {
    etag == wanted || etag.trim_matches('"') == wanted
}
