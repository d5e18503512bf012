//! SFTP: definitions that both auth specs refer to, numbers with limits, a choice with words
//! of its own, and schemas that are merged.

use serde_json::{Value, json};

use super::secret;

fn server() -> Value {
    json!({
        "server": {
            "properties": {
                "host": { "type": "string", "title": "Host" },
                "port": { "$ref": "#/definitions/port" },
                "userName": { "type": "string", "title": "User name" },
                "maxConnections": {
                    "type": "integer",
                    "title": "Most connections at once",
                    "minimum": 1,
                    "maximum": 10,
                },
                "disableChunking": {
                    "type": "boolean",
                    "title": "Disable chunking",
                    "default": false,
                },
            },
            "required": ["host", "userName"],
        },
        "port": {
            "type": "integer",
            "title": "Port",
            "minimum": 1,
            "maximum": 65535,
            "default": 22,
        },
    })
}

pub fn spec() -> Value {
    let basic = json!({
        "definitions": server(),
        "allOf": [{ "$ref": "#/definitions/server" }],
        "properties": { "password": secret("The password of that user") },
        "required": ["password"],
    });
    let public_key = json!({
        "definitions": server(),
        "allOf": [{ "$ref": "#/definitions/server" }],
        "properties": {
            "privateKeyContent": secret("The private key of OpenSSH, in Base64"),
            "passPhrase": secret("The passphrase of an encrypted key"),
            "keyType": {
                "title": "Kind of key",
                "oneOf": [
                    { "const": "RSA", "title": "RSA, of OpenSSH" },
                    { "const": "DSA", "title": "DSA, of OpenSSH" },
                ],
                "default": "RSA",
            },
        },
        "required": ["privateKeyContent"],
    });
    let auth_specs = [
        ("Basic Authentication for sftp", basic),
        ("SSH PublicKey Authentication for sftp", public_key),
    ];
    super::spec("b7bf2577-4520-42c9-bae9-cad01560f7bc", "sftp", &auth_specs)
}
