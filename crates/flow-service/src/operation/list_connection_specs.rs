//! `GET /connectionSpecs` and `GET /connectionSpecs/{id}`: the sources that the service knows.

use crate::error::CallError;
use crate::request::{Access, Request, SERVICE_PATH};
use crate::response::Response;
use crate::spec::ConnectionSpec;

/// The request for the specs of one name, such as `salesforce-service-cloud`, or for all.
#[must_use]
pub fn request(access: &Access, name: Option<&str>) -> Request {
    let property = name.map(|name| ["name==", name].concat());
    let pairs: Vec<_> =
        property.as_deref().map(|property| ("property", property)).into_iter().collect();
    Request::get(access, &[SERVICE_PATH, "/connectionSpecs"].concat(), &pairs)
}

/// The request for the spec of one ID; the answer is a list of one. None where the ID cannot
/// be a segment of a path: it may come from a connection that anything was written into.
#[must_use]
pub fn request_by_id(access: &Access, id: &str) -> Option<Request> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let fits = (1..=128).contains(&id.len()) && id.bytes().all(allowed);
    fits.then(|| Request::get(access, &[SERVICE_PATH, "/connectionSpecs/", id].concat(), &[]))
}

/// The answer: the specs that could be read.
///
/// # Errors
/// See [`CallError`].
pub fn response(response: Response) -> Result<Vec<ConnectionSpec>, CallError> {
    let (_, _, items) = super::items(response)?;
    Ok(items.iter().filter_map(ConnectionSpec::from_json).collect())
}
