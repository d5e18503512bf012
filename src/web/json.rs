//! JSON by way of the browser's own parser and writer, which cost no bytes of the app.

use serde::Serialize;
use serde_json::Value;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// A JSON text as a value, or none if it is no JSON.
pub(super) fn parse(text: &str) -> Option<Value> {
    serde_wasm_bindgen::from_value(js_sys::JSON::parse(text).ok()?).ok()
}

/// A value as a JSON text.
pub(super) fn write(value: &Value) -> Option<String> {
    js_sys::JSON::stringify(&to_js(value)?).ok().map(String::from)
}

/// A value as a plain object of JavaScript.
pub(super) fn to_js(value: &Value) -> Option<JsValue> {
    value.serialize(&Serializer::json_compatible()).ok()
}
