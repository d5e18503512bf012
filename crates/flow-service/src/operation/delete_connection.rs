//! `DELETE /connections/{id}`: deletes a base connection.
//!
//! The service refuses it while a dataflow uses the connection: see
//! [`CallError::is_in_use`].

use crate::error::CallError;
use crate::request::{Access, Request, SERVICE_PATH};
use crate::response::Response;
use crate::value::ConnectionId;

/// The request. The service takes no `If-Match` here, so it deletes whatever is there.
#[must_use]
pub fn request(access: &Access, id: &ConnectionId) -> Request {
    Request::delete(access, &[SERVICE_PATH, "/connections/", id.as_str()].concat())
}

/// The answer: 204 by the documentation, without a body. What another success says is not
/// looked at.
///
/// # Errors
/// See [`CallError`].
pub fn response(response: Response) -> Result<(), CallError> {
    if response.is_success() { Ok(()) } else { Err(CallError::from_refusal(response)) }
}
