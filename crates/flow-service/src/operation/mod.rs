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
