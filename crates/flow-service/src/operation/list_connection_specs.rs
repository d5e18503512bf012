//! `GET /connectionSpecs`: the sources that the service knows.

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

/// The answer: the specs that could be read.
///
/// # Errors
/// See [`CallError`].
pub fn response(response: Response) -> Result<Vec<ConnectionSpec>, CallError> {
    let (_, _, items) = super::items(response)?;
    Ok(items.iter().filter_map(ConnectionSpec::from_json).collect())
}
