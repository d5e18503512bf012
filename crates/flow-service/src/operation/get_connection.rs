//! `GET /connections/{id}`: one connection.

use crate::connection::Connection;
use crate::error::CallError;
use crate::request::{Access, Request, SERVICE_PATH};
use crate::response::Response;
use crate::value::ConnectionId;

/// The request.
#[must_use]
pub fn request(access: &Access, id: &ConnectionId) -> Request {
    Request::get(access, &[SERVICE_PATH, "/connections/", id.as_str()].concat(), &[])
}

/// The answer, which is a list of one.
///
/// # Errors
/// See [`CallError`].
pub fn response(response: Response) -> Result<Connection, CallError> {
    let (status, _, items) = super::items(response)?;
    items
        .first()
        .and_then(Connection::from_json)
        .ok_or_else(|| Response::lacks(status, "items[0].id"))
}
