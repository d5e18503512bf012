//! What pages of other origins may do.

use axum::http::Method;
use tower_http::cors::{AllowHeaders, AllowOrigin, CorsLayer};

/// Any origin may send what the API takes; no response header is exposed, so that nothing
/// is built on headers that Adobe's service may not expose either. A scripted answer may
/// expose its `Retry-After`.
pub fn any_origin() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(AllowOrigin::mirror_request())
        .allow_headers(AllowHeaders::mirror_request())
        .allow_methods([Method::GET, Method::POST, Method::PATCH, Method::DELETE])
}
