//! JSON that is wiped when it is dropped: it was parsed from a text with secrets.

use serde_json::{Map, Value};
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

    /// A copy of an object that has those members alone, at any depth, which `is_kept`. None
    /// where there is none.
    pub fn part_of(value: &Value, is_kept: &dyn Fn(&Value) -> bool) -> Option<Self> {
        let mut copy = Self(value.clone());
        let members = copy.0.as_object_mut()?;
        keep(members, is_kept);
        (!members.is_empty()).then_some(copy)
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

fn keep(members: &mut Map<String, Value>, is_kept: &dyn Fn(&Value) -> bool) {
    members.retain(|_, value| {
        let stays = match value {
            Value::Object(members) => {
                keep(members, is_kept);
                !members.is_empty()
            }
            _ => is_kept(value),
        };
        if !stays {
            wipe(value);
        }
        stays
    });
}

fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(items) => items.iter_mut().for_each(wipe),
        Value::Object(members) => members.values_mut().for_each(wipe),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
