//! The generic REST API: alternatives that nothing tells apart but what they require, a hidden
//! parameter, and objects of any members, which are typed as JSON; one of them may hold secrets.

use serde_json::{Value, json};

use super::secret;

pub fn spec() -> Value {
    let basic = json!({
        "properties": {
            "host": { "type": "string", "description": "The address of the API" },
            "username": { "type": "string" },
            "password": secret("The password of that user"),
        },
        "required": ["host", "username", "password"],
    });
    let refresh_code = json!({
        "properties": {
            "host": { "type": "string", "description": "The address of the API" },
            "accessToken": secret("The access token of the API"),
            "authorizationTestUrl": {
                "type": "string",
                "description": "Where the credentials are tried out",
                "pattern": "^https://",
            },
            "clientId": { "type": "string" },
            "clientSecret": secret("The secret of the client"),
            "refreshToken": secret("The token that new access tokens are got with"),
            "accessTokenUrl": { "type": "string", "pattern": "^https://" },
            "expirationDate": { "type": "string", "uiAttributes": { "hidden": true } },
            "requestParameterOverride": {
                "type": "object",
                "title": "Parameters of requests",
                "description": "Names and values that are sent instead of the usual ones",
                "additionalProperties": { "type": "string" },
            },
            "requestHeaders": {
                "type": "object",
                "title": "Headers of requests",
                "description": "Names and values that go along with each request",
                "additionalProperties": secret("The value of the header"),
            },
        },
        "required": ["host", "accessToken"],
        "oneOf": [
            { "title": "Access token alone" },
            {
                "title": "Renewed by a refresh token",
                "required": ["refreshToken", "clientId", "clientSecret", "accessTokenUrl"],
            },
        ],
    });
    let auth_specs = [("oAuth2RefreshCode", refresh_code), ("Basic Authentication", basic)];
    super::spec("4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62", "generic-rest", &auth_specs)
}
