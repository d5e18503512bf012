//! Azure Event Hubs: alternatives that a constant tells apart, and objects that have to be
//! given, one with a secret in it.

use serde_json::{Value, json};

use super::secret;

pub fn spec() -> Value {
    let credentials = json!({
        "type": "object",
        "title": "Application",
        "properties": {
            "tenantId": { "type": "string" },
            "clientId": { "type": "string" },
            "clientSecret": secret("The secret of the application"),
        },
        "required": ["tenantId", "clientId", "clientSecret"],
    });
    let schema = json!({
        "properties": {
            "namespace": {
                "type": "string",
                "description": "The namespace of the hub",
                "minLength": 6,
                "maxLength": 50,
            },
            "consumer": {
                "type": "object",
                "title": "Consumer",
                "properties": {
                    "group": { "type": "string", "default": "$Default" },
                    "partitions": { "type": "array", "items": { "type": "integer" } },
                },
                "required": ["group"],
            },
            "authType": { "type": "string", "title": "Signs in by", "default": "sas" },
        },
        "required": ["namespace", "consumer", "authType"],
        "oneOf": [
            {
                "title": "Shared access key",
                "properties": {
                    "authType": { "const": "sas" },
                    "sasKeyName": { "type": "string", "title": "Name of the key" },
                    "sasKey": secret("The key"),
                },
                "required": ["sasKeyName", "sasKey"],
            },
            {
                "title": "Microsoft Entra ID",
                "properties": { "authType": { "const": "entra" }, "credentials": credentials },
                "required": ["credentials"],
            },
        ],
    });
    let id = "bf9f5905-92b7-48bf-bf20-455bc6b60a4e";
    let name = "Azure EventHub authentication credentials";
    super::spec(id, "azure-event-hubs", &[(name, schema)])
}
