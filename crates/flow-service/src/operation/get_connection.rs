//! `GET /connections/{id}`: one connection.

use serde_json::Value;

use crate::connection::Connection;
use crate::error::CallError;
use crate::request::{Access, Request, SERVICE_PATH};
use crate::response::Response;
use crate::value::ConnectionId;

/// A connection, and what the service said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspected {
    /// The connection.
    pub connection: Connection,
    /// The item as the service gave it: of secrets it holds what the service makes of them.
    pub raw: Value,
}

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
    inspected(response).map(|inspected| inspected.connection)
}

/// The answer, and with it what the service said word for word.
///
/// # Errors
/// See [`CallError`].
pub fn inspected(response: Response) -> Result<Inspected, CallError> {
    let (status, _, items) = super::items(response)?;
    let read = |raw| Some(Inspected { connection: Connection::from_json(&raw)?, raw });
    items.into_iter().next().and_then(read).ok_or_else(|| Response::lacks(status, "items[0].id"))
}
