//! The operations of the API: one file each, a request half and a response half.

pub mod create_connection;

pub mod get_connection;

pub mod list_connections;

pub mod test_connection;

pub mod explore_connection;

pub mod update_connection;

pub mod delete_connection;

pub mod list_connection_specs;

pub mod list_sandboxes;

pub mod get_token;

use serde_json::Value;

use crate::error::CallError;
use crate::json;
use crate::request::{Access, Request, SERVICE_PATH};
use crate::response::Response;

/// The items of an answer that is a list: `{"items": […]}`.
fn items(response: Response) -> Result<(u16, Value, Vec<Value>), CallError> {
    let status = response.status;
    let mut json = response.into_json()?;
    match json.get_mut("items").map(Value::take) {
        Some(Value::Array(items)) => Ok((status, json, items)),
        _ => Err(Response::lacks(status, "items")),
    }
}

/// Path and query of the next page below the service, as an answer that is a list gave it.
fn next_of(json: &Value) -> Option<String> {
    json::text(json.get("_links")?.get("next")?, "href")
}

/// The request for the page that an earlier one of this list named, or none if that is no path
/// of the list: an answer must not send the token to another place.
fn next_page(access: &Access, list: &str, next: &str) -> Option<Request> {
    let query = next.strip_prefix(list)?.strip_prefix('?')?;
    let is_path = query.bytes().all(|byte| byte.is_ascii_graphic());
    is_path.then(|| Request::get(access, &[SERVICE_PATH, next].concat(), &[]))
}
