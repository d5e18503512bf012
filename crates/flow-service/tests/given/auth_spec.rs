//! Auth specs by their JSON Schema.

use flow_service::spec::{AuthSpec, ConnectionSpec};
use serde_json::{Value, json};

/// The auth spec with this schema.
pub fn auth_spec(schema: &Value) -> AuthSpec {
    let item = json!({
        "id": "11111111-2222-3333-4444-555555555555", "name": "acme", "version": "1.0",
        "authSpec": [{ "name": "Any", "spec": schema }],
    });
    ConnectionSpec::from_json(&item).unwrap().auth_specs.remove(0)
}
