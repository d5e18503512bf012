//! Values from Postman environments.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use flow_service::import::{Format, NothingFound};
use serde_json::{Value, json};

mod given {
    pub mod found;
    pub mod import;
    pub mod nothing;
}

use given::nothing::check_nothing;

#[track_caller]
fn check(values: &Value, expect: &[&str]) {
    let exported = json!({ "id": "1", "name": "n", "values": values });
    given::found::check(&exported.to_string(), Format::PostmanEnvironment, expect);
    given::found::check(&values.to_string(), Format::PostmanEnvironment, expect);
}

/// In the shape of Adobe's public sample for OAuth Server-to-Server.
#[test]
fn an_environment_of_an_adobe_project() {
    let text = |key: &str, value: &str| json!({ "type": "text", "key": key, "value": value, "enabled": true });
    check(
        &json!([
            text("CLIENT_SECRET", "p8e-canary"),
            text("API_KEY", "0123456789abcdef0123456789abcdef"),
            text("SCOPES", "openid,AdobeID"),
            text("ACCESS_TOKEN", ""),
            text("TECHNICAL_ACCOUNT_ID", "0123456789ABCDEF01234567@techacct.adobe.com"),
            text("IMS", "ims-na1.adobelogin.com"),
            text("IMS_ORG", "0123456789ABCDEF01234567@AdobeOrg"),
            text("SANDBOX_NAME", "prod"),
        ]),
        &[
            "ClientSecret = p8e-canary",
            "ApiKey = 0123456789abcdef0123456789abcdef",
            "Scopes = openid,AdobeID",
            "ImsBase = https://ims-na1.adobelogin.com",
            "OrganizationId = 0123456789ABCDEF01234567@AdobeOrg",
            "Sandbox = prod",
            "!ACCESS_TOKEN Empty",
            "!TECHNICAL_ACCOUNT_ID Unknown",
        ],
    );
}

#[test]
fn an_environment_of_old_credentials() {
    check(
        &json!([
            { "key": "PRIVATE_KEY", "value": "-----BEGIN" },
            { "key": "META_SCOPE", "value": "s" },
            { "key": "JWT_TOKEN", "value": "t" },
            { "key": "API_KEY", "value": "k" },
        ]),
        &[
            "ApiKey = k",
            "!PRIVATE_KEY OnlyForOldTokens",
            "!META_SCOPE OnlyForOldTokens",
            "!JWT_TOKEN OnlyForOldTokens",
        ],
    );
}

#[test]
fn what_is_switched_off_is_told() {
    check(
        &json!([
            { "key": "API_KEY", "value": "k", "enabled": false },
            { "key": "SANDBOX", "value": "s", "disabled": true },
            { "key": "MINE", "value": "s", "enabled": false },
            { "key": "ORG_ID", "value": "o" },
        ]),
        &["OrganizationId = o", "!API_KEY Disabled", "!SANDBOX Disabled", "!MINE Unknown"],
    );
}

#[test]
fn values_that_are_no_texts() {
    check(
        &json!([
            { "key": "SF_API_VERSION", "value": 60.0 },
            { "key": "SANDBOX", "value": 7 },
            { "key": "API_KEY", "value": null },
            { "key": "IMS_ORG" },
            { "key": "TOKEN", "value": true },
            { "key": "CLIENT_SECRET", "value": { "a": 1 } },
        ]),
        &[
            "apiVersion = 60.0",
            "Sandbox = 7",
            "!API_KEY Empty",
            "!IMS_ORG Empty",
            "!TOKEN NotAText",
            "!CLIENT_SECRET NotAText",
        ],
    );
}

#[test]
fn a_reference_to_another_variable_is_a_placeholder() {
    check(
        &json!([{ "key": "API_BASE", "value": "https://{{host}}" }, { "key": "TOKEN", "value": "{{t}}" }]),
        &["!API_BASE Placeholder", "!TOKEN Placeholder"],
    );
}

#[test]
fn items_without_a_key_are_left_alone() {
    check(
        &json!([1, null, {}, { "key": 1 }, { "key": "" }, [], { "key": "API_KEY", "value": "k" }]),
        &["ApiKey = k"],
    );
}

#[test]
fn an_empty_environment_is_one() {
    let text = r#"{"name":"n","values":[],"_postman_variable_scope":"globals"}"#;
    given::found::check(text, Format::PostmanEnvironment, &[]);
    check_nothing(
        r#"{"values":[]}"#,
        &NothingFound::NothingUsable(Format::Json, vec![ignored("values")]),
    );
}

fn ignored(name: &str) -> flow_service::import::Ignored {
    flow_service::import::Ignored { name: name.to_owned(), why: flow_service::import::Why::Unknown }
}

#[test]
fn a_collection_is_refused_by_its_name() {
    for text in [
        r#"{"info":{"name":"c"},"item":[],"variable":[{"key":"API_KEY","value":"k"}]}"#,
        r#"{"collection":{"info":{},"item":[]}}"#,
    ] {
        check_nothing(text, &NothingFound::PostmanCollection);
    }
}

#[test]
fn a_list_of_anything_else_is_not_understood() {
    for text in ["[]", "[1]", r#"[{"name":"API_KEY","value":"k"}]"#, "[[]]"] {
        check_nothing(text, &NothingFound::NotUnderstood);
    }
    for text in ["[", "{", "{}}"] {
        check_nothing(text, &NothingFound::NotJson);
    }
}
