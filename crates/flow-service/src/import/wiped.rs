//! JSON that is wiped when it is dropped: it was parsed from a text with secrets.

use serde_json::Value;
use zeroize::Zeroize;

use super::ParseJson;
use crate::response::{DEPTH_LIMIT, depth};

/// A JSON value whose texts are wiped when it is dropped. Its keys are not.
pub(super) struct Wiped(Value);

impl Wiped {
    /// Parses a text. What nests too deep is not given to the parser: what reads and wipes
    /// its result is recursive.
    pub fn parse(text: &str, parse_json: ParseJson<'_>) -> Option<Self> {
        if depth(text) > DEPTH_LIMIT { None } else { parse_json(text).map(Self) }
    }

    pub fn value(&self) -> &Value {
        &self.0
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(items) => items.iter_mut().for_each(wipe),
        Value::Object(members) => members.values_mut().for_each(wipe),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
