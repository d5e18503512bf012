//! JSON by way of the browser's own parser and writer, which cost no bytes of the app.

use flow_service::response::DEPTH_LIMIT;
use js_sys::{Array, Object};
use serde::Serialize;
use serde_json::{Map, Value};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

/// A JSON text as a value, or none if it is no JSON, or nests deeper than [`DEPTH_LIMIT`]: what
/// reads a value is recursive, and the stack of the app is small.
pub(super) fn parse(text: &str) -> Option<Value> {
    from_js(&js_sys::JSON::parse(text).ok()?, DEPTH_LIMIT)
}

/// A flat object of JSON as a plain object of JavaScript.
pub(super) fn to_js(value: &Value) -> Option<JsValue> {
    Flat(value.as_object()?).serialize(&Serializer::json_compatible()).ok()
}

/// What the details of events are made of. [`Value`]'s own `Serialize` brings 2 KB more, for
/// values within values and for numbers that JavaScript cannot hold.
struct Flat<'a>(&'a Map<String, Value>);

impl Serialize for Flat<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, Member(value))))
    }
}

struct Member<'a>(&'a Value);

impl Serialize for Member<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Number(number) => serializer.serialize_f64(number.as_f64().unwrap_or_default()),
            Value::String(text) => serializer.serialize_str(text),
            Value::Null | Value::Array(_) | Value::Object(_) => serializer.serialize_unit(),
        }
    }
}

/// What the browser's parser can give, and nothing else. `serde-wasm-bindgen` could read it
/// as well, for 7 KB more of the app: it brings the printing of all numbers.
fn from_js(value: &JsValue, deeper: usize) -> Option<Value> {
    if value.is_null() {
        return Some(Value::Null);
    }
    if let Some(value) = value.as_bool() {
        return Some(Value::Bool(value));
    }
    if let Some(number) = value.as_f64() {
        return Some(whole(number).map_or_else(|| Value::from(number), Value::from));
    }
    if let Some(text) = value.as_string() {
        return Some(Value::String(text));
    }
    let deeper = deeper.checked_sub(1)?;
    if Array::is_array(value) {
        let items = value.unchecked_ref::<Array>().iter();
        return items.map(|item| from_js(&item, deeper)).collect();
    }
    let members = Object::entries(value.dyn_ref::<Object>()?);
    let member = |pair: JsValue| {
        let pair: Array = pair.unchecked_into();
        Some((pair.get(0).as_string()?, from_js(&pair.get(1), deeper)?))
    };
    members.iter().map(member).collect::<Option<_>>().map(Value::Object)
}

/// A whole number that a float holds exactly.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
fn whole(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() <= js_sys::Number::MAX_SAFE_INTEGER)
        .then_some(number as i64)
}
