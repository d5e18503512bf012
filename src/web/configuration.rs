//! The configuration: `config.json`, and the element's attributes over it.

use serde_json::{Map, Value};
use web_sys::{HtmlElement, RequestCache, RequestCredentials, RequestInit};

use super::{json, send};

/// The attributes, and the keys of `config.json` that they override.
pub(super) const ATTRIBUTES: [(&str, &str); 6] = [
    ("api-base", "apiBase"),
    ("ims-base", "imsBase"),
    ("api-key", "apiKey"),
    ("organization-id", "organizationId"),
    ("sandbox", "sandbox"),
    ("environment", "environment"),
];

/// The attribute with the address of `config.json`; without it none is read.
const CONFIG: &str = "config";

/// Reads the file that the element names. A missing one is an empty object; one that
/// cannot be read is none.
pub(super) async fn load(element: &HtmlElement) -> Option<Value> {
    let empty = || Some(Value::Object(Map::new()));
    let Some(address) = element.get_attribute(CONFIG) else { return empty() };
    let init = RequestInit::new();
    init.set_cache(RequestCache::NoCache);
    init.set_credentials(RequestCredentials::SameOrigin);
    let request = web_sys::Request::new_with_str_and_init(&address, &init).ok()?;
    let response = send::fetch(request).await?;
    if response.status() == 404 {
        return empty();
    }
    if !response.ok() {
        return None;
    }
    json::parse(&String::from(send::read_text(response).await?))
}

/// Whether the element names a file.
pub(super) fn has_file(element: &HtmlElement) -> bool {
    element.has_attribute(CONFIG)
}

/// The file's values, with those of the attributes in their place.
pub(super) fn with_attributes(file: &Value, element: &HtmlElement) -> Value {
    let mut merged = file.as_object().cloned().unwrap_or_default();
    for (attribute, key) in ATTRIBUTES {
        if let Some(value) = element.get_attribute(attribute) {
            merged.insert(key.to_owned(), Value::String(value));
        }
    }
    Value::Object(merged)
}
