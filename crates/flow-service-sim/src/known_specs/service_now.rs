//! `ServiceNow`: three texts, one of them with a pattern.

use serde_json::{Value, json};

use super::secret;

pub fn spec() -> Value {
    let basic = json!({
        "properties": {
            "endpoint": {
                "type": "string",
                "description": "The address of the instance, such as https://acme.service-now.example",
                "pattern": "^https://[^/\\s]+/?$",
            },
            "username": { "type": "string", "description": "The user that signs in" },
            "password": secret("The password of that user"),
        },
        "required": ["endpoint", "username", "password"],
    });
    let id = "eb13cb25-47ab-407f-ba89-c0125281c563";
    super::spec(id, "service-now", &[("Basic Authentication", basic)])
}
