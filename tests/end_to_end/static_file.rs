//! The files of the built site, and answers that are short texts.

use std::path::{Component, Path};

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

/// The file that the last part of an address names.
pub fn file(dist: &Path, path: &str) -> Response {
    let name = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    match std::fs::read(dist.join(name)) {
        Ok(bytes) if inside => text_answer(StatusCode::OK, content_type(name), Body::from(bytes)),
        _ => not_found(),
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json" | "webmanifest") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "text/plain",
    }
}

/// As static hosts answer.
pub fn not_found() -> Response {
    text_answer(StatusCode::NOT_FOUND, "text/plain", Body::from("not found"))
}

/// This text, of this type.
pub fn text_answer(status: StatusCode, kind: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
