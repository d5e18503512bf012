//! JSON as a text for people: what the service gave, written as requests are.

use serde_json::Value;

use crate::request::Body;
use crate::request_text::{Layout, shown};

/// The JSON with a line for each member and item, each level indented by four spaces.
///
/// It takes time and memory in proportion to the JSON. Like all that reads a [`Value`] it
/// is recursive; [`DEPTH_LIMIT`](crate::response::DEPTH_LIMIT) bounds what answers hold.
#[must_use]
pub fn pretty(value: &Value) -> String {
    shown(&Body::of_json(value), Layout::Spread)
}

/// The JSON in one line, without white space between its parts.
#[must_use]
pub fn compact(value: &Value) -> String {
    shown(&Body::of_json(value), Layout::Compact)
}
