//! Values from JSON objects.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use flow_service::import::Format;
use serde_json::{Value, json};

mod given {
    pub mod found;
    pub mod import;
}

#[track_caller]
fn check(json: &Value, expect: &[&str]) {
    given::found::check(&json.to_string(), Format::Json, expect);
}

#[test]
fn a_configuration_of_this_app() {
    check(
        &json!({
            "apiBase": "https://platform.adobe.io",
            "apiKey": "k",
            "organizationId": "o@AdobeOrg",
            "sandbox": "prod",
            "imsBase": "https://ims-na1.adobelogin.com",
            "environment": "Local service",
            "embedOrigins": [],
        }),
        &[
            "ApiBase = https://platform.adobe.io",
            "ApiKey = k",
            "OrganizationId = o@AdobeOrg",
            "Sandbox = prod",
            "ImsBase = https://ims-na1.adobelogin.com",
            "!environment Unknown",
            "!embedOrigins Unknown",
        ],
    );
}

#[test]
fn headers() {
    check(
        &json!({
            "Authorization": "Bearer t",
            "X-API-Key": "k",
            "x-gw-ims-org-id": "o",
            "x-sandbox-name": "s",
            "Content-Type": "application/json",
        }),
        &[
            "AccessToken = t",
            "ApiKey = k",
            "OrganizationId = o",
            "Sandbox = s",
            "!Content-Type Unknown",
        ],
    );
}

#[test]
fn an_answer_with_a_token() {
    check(
        &json!({ "access_token": "t", "token_type": "bearer", "expires_in": 86399 }),
        &["AccessToken = t", "!token_type Unknown", "!expires_in Unknown"],
    );
}

#[test]
fn credentials_in_lists() {
    check(
        &json!({ "CLIENT_ID": "k", "CLIENT_SECRETS": ["s", "t"], "SCOPES": ["openid", "AdobeID"] }),
        &["ApiKey = k", "ClientSecret = s", "Scopes = openid,AdobeID"],
    );
    check(
        &json!({ "CLIENT_SECRETS": [], "SCOPES": ["a", 1], "API_KEY": [1], "SANDBOX": {}, "ORG": { "a": 1 } }),
        &[
            "!CLIENT_SECRETS Empty",
            "!SCOPES NotAText",
            "!API_KEY NotAText",
            "!SANDBOX Empty",
            "!ORG NotAText",
        ],
    );
}

#[test]
fn the_body_of_the_tutorial() {
    check(
        &json!({
            "name": "Base connection",
            "description": "Ours",
            "auth": {
                "specName": "Basic Authentication",
                "params": { "username": "u", "password": "{PASSWORD}", "securityToken": " t " },
            },
            "connectionSpec": { "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea", "version": "1.0" },
        }),
        &[
            "Name = Base connection",
            "Description = Ours",
            "AuthSpec = Basic Authentication",
            "username = u",
            "securityToken =  t ",
            "SpecId = cb66ab34-8619-49cb-96d1-39b37ede86ea",
            "SpecVersion = 1.0",
            "!password Placeholder",
        ],
    );
}

#[test]
fn params_of_every_kind() {
    check(
        &json!({ "auth": { "params": {
            "port": 22,
            "ratio": -1.5,
            "on": true,
            "none": null,
            "list": ["a", 1, { "b": null }],
            "empty": [],
            "nothing": {},
            "nested": { "a": { "b": "c", "d": false } },
            "clientId": "i",
            "text": "",
        } } }),
        &[
            "port = 22",
            "ratio = -1.5",
            "on = true",
            "list = [\"a\",1,{\"b\":null}]",
            "empty = []",
            "nested.a.b = c",
            "nested.a.d = false",
            "clientId = i",
            "!none Empty",
            "!nothing Empty",
            "!text Empty",
        ],
    );
}

#[test]
fn a_part_of_a_body() {
    check(
        &json!({ "specName": "s", "params": { "clientId": "i" } }),
        &["AuthSpec = s", "clientId = i"],
    );
    check(
        &json!({ "clientId": "i", "clientSecret": "s", "environmentUrl": "u", "apiVersion": "60.0" }),
        &["clientId = i", "clientSecret = s", "environmentUrl = u", "apiVersion = 60.0"],
    );
    check(
        &json!({ "name": "n", "connectionSpec": { "id": "i", "version": 1 } }),
        &["Name = n", "SpecId = i", "SpecVersion = 1"],
    );
}

#[test]
fn what_a_body_has_beside_what_the_form_has() {
    check(
        &json!({
            "id": "x",
            "apiKey": "not here",
            "name": 7,
            "auth": { "specName": ["s"], "params": "p", "more": 1 },
            "connectionSpec": { "id": null, "name": "n" },
        }),
        &[
            "Name = 7",
            "AuthSpec = s",
            "!id Unknown",
            "!apiKey Unknown",
            "!params Unknown",
            "!more Unknown",
            "!connectionSpec.id Empty",
            "!connectionSpec.name Unknown",
        ],
    );
}

#[test]
fn an_object_of_something_else_has_nothing() {
    check(
        &json!({ "name": "left-pad", "version": "1.0.0" }),
        &["!name Unknown", "!version Unknown"],
    );
    check(&json!({}), &[]);
    check(&json!({ "auth": "x", "API_KEY": "k" }), &["ApiKey = k", "!auth Unknown"]);
}

#[test]
fn a_mark_of_the_byte_order_is_left_aside() {
    given::found::check("\u{feff} {\"apiKey\":\"k\"}\n", Format::Json, &["ApiKey = k"]);
}
