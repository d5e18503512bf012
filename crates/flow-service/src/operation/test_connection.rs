//! `GET /connections/{id}/test`: whether the source accepts the stored credentials.

use serde_json::Value;

use crate::error::CallError;
use crate::request::{Access, Request, SERVICE_PATH};
use crate::response::Response;
use crate::value::ConnectionId;

/// The request.
#[must_use]
pub fn request(access: &Access, id: &ConnectionId) -> Request {
    Request::get(access, &[SERVICE_PATH, "/connections/", id.as_str(), "/test"].concat(), &[])
}

/// The answer: true if the source accepted the credentials.
///
/// # Errors
/// See [`CallError`]. A source may also be refused by an error, such as `1308-400`.
pub fn response(response: Response) -> Result<bool, CallError> {
    let status = response.status;
    let json = response.into_json()?;
    json.get("result").and_then(Value::as_bool).ok_or_else(|| Response::lacks(status, "result"))
}
