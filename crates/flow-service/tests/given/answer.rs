//! Answers of JSON.

use flow_service::response::{Response, ResponseBody};
use serde_json::Value;

pub fn json(status: u16, body: Value) -> Response {
    Response { status, body: ResponseBody::Json(body) }
}
