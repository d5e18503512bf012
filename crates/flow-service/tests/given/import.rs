//! The import with a parser of JSON.

use flow_service::import::{Import, NothingFound, read};
use serde_json::Value;

pub fn parse_json(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok()
}

pub fn import(text: &str) -> Result<Import, NothingFound> {
    read(text, &parse_json)
}
