//! Auth parameters as the service gives them back: secrets are masked.

use flow_service::spec::{AuthSpec, FieldKind};
use serde_json::{Map, Value};

/// What stands in the place of a secret.
pub const MASK: &str = "********";

/// The parameters without secrets.
///
/// A parameter that the auth spec does not have may be anything, so it is masked too.
pub fn masked(auth: &AuthSpec, params: &Map<String, Value>) -> Value {
    let visible = |key: &str| {
        auth.fields.iter().any(|field| field.key == key && field.kind != FieldKind::Secret)
    };
    let masked = params.iter().map(|(key, value)| {
        let value = if visible(key) { value.clone() } else { MASK.into() };
        (key.clone(), value)
    });
    Value::Object(masked.collect())
}
