//! Snowflake: objects within objects, none of which has to be given, and a hidden parameter
//! with a default.

use serde_json::{Value, json};

use super::secret;

pub fn spec() -> Value {
    let connection_string = json!({
        "properties": { "connectionString": secret("The address with user and password") },
        "required": ["connectionString"],
    });
    let session = json!({
        "type": "object",
        "title": "Session",
        "properties": {
            "role": { "type": "string" },
            "keepAlive": { "type": "boolean", "title": "Keep alive", "default": true },
            "timeouts": {
                "type": "object",
                "properties": {
                    "signIn": {
                        "type": ["integer", "null"],
                        "title": "Sign-in",
                        "description": "In seconds",
                        "minimum": 1,
                        "maximum": 3600,
                        "default": 60,
                    },
                    "factor": { "type": "number", "exclusiveMinimum": 0 },
                },
            },
        },
    });
    let key_pair = json!({
        "properties": {
            "account": {
                "type": "string",
                "description": "The account name, without snowflakecomputing.com",
                "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]*$",
            },
            "username": { "type": "string" },
            "database": { "type": "string" },
            "privateKey": secret("The private key, in Base64"),
            "privateKeyPassphrase": secret("The passphrase of an encrypted key"),
            "warehouse": { "type": "string" },
            "clientName": {
                "type": "string",
                "default": "flow-service",
                "uiAttributes": { "hidden": true },
            },
            "session": session,
        },
        "required": ["account", "username", "database", "privateKey", "warehouse"],
    });
    let id = "b2e08744-4f1a-40ce-af30-7abac3e23cf3";
    let auth_specs =
        [("ConnectionString", connection_string), ("KeyPair Authentication", key_pair)];
    super::spec(id, "snowflake", &auth_specs)
}
