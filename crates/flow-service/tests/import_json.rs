//! Values from JSON objects.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::import::{Format, NothingFound};
use serde_json::{Value, json};

mod given {
    pub mod found;
    pub mod import;
    pub mod nothing;
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
        &["Name = n", "SpecId = i", "SpecVersion = 1.0"],
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

/// `workspace.json`, as Adobe's Developer Console downloads it. Its shape is printed in the
/// documentation of Commerce, *Custom automatic matching*.
#[test]
fn a_workspace_of_the_developer_console() {
    check(
        &json!({ "project": {
            "id": "1", "name": "p",
            "org": { "id": "2", "name": "Acme", "ims_org_id": "o@AdobeOrg" },
            "workspace": { "name": "Stage", "details": { "credentials": [
                { "id": "3", "name": "old", "jwt": { "client_id": "j" } },
                { "id": "4", "integration_type": "oauth_server_to_server", "oauth_server_to_server": {
                    "client_id": "i", "client_secrets": ["s", "older"],
                    "technical_account_id": "t", "scopes": ["AdobeID", "openid"],
                } },
            ] } },
        } }),
        &[
            "OrganizationId = o@AdobeOrg",
            "ApiKey = i",
            "ClientSecret = s",
            "Scopes = AdobeID,openid",
            "!credentials OnlyForOldTokens",
            "!technical_account_id Unknown",
        ],
    );
}

/// The configuration of aepp: <https://github.com/adobe/aepp/blob/main/docs/main.md>.
#[test]
fn a_configuration_of_aepp() {
    check(
        &json!({
            "org_id": "o@AdobeOrg", "client_id": "i", "tech_id": "t@techacct.adobe.com",
            "secret": "s", "scopes": "AdobeID", "sandbox-name": "dev", "environment": "prod",
        }),
        &[
            "OrganizationId = o@AdobeOrg",
            "ApiKey = i",
            "ClientSecret = s",
            "Scopes = AdobeID",
            "Sandbox = dev",
            "!tech_id Unknown",
            "!environment Unknown",
        ],
    );
    check(&json!({ "secret": "s", "apiKey": "k" }), &["ApiKey = k", "!secret Unknown"]);
}

/// An answer of `GET /connections/{id}`.
#[test]
fn a_connection_in_a_list_of_one() {
    check(
        &json!({ "items": [{ "name": "n", "auth": { "specName": "a", "params": { "username": "u" } } }] }),
        &["Name = n", "AuthSpec = a", "username = u"],
    );
}

/// A browser reads 60.0 as 60.
#[test]
fn a_version_that_is_a_whole_number_has_its_digit() {
    check(
        &json!({ "auth": { "params": { "apiVersion": 60, "port": 22 } }, "connectionSpec": { "version": 1 } }),
        &["apiVersion = 60.0", "port = 22", "SpecVersion = 1.0"],
    );
}

/// A form may have one input for an object: its text is there beside what stands in it.
#[test]
fn objects_among_the_parameters_are_there_as_json() {
    let body = json!({ "auth": { "params": { "host": "h", "headers": { "X-A": "b" } } } });
    let import = given::import::import(&body.to_string()).unwrap();
    let objects: Vec<_> =
        import.objects.iter().map(|it| (it.target.param().unwrap(), it.value.as_str())).collect();
    let whole = r#"{"host":"h","headers":{"X-A":"b"}}"#;
    assert_eq!(objects, [("", whole), ("headers", r#"{"X-A":"b"}"#)]);
    assert!(!format!("{import:?}").contains("X-A\":"), "no value is in it");
}

/// What is told as left out is not in the text of an object either.
#[test]
fn what_is_left_out_is_in_no_object() {
    let body = json!({ "auth": { "params": {
        "host": "h", "password": "{PASSWORD}", "none": null, "port": 22,
        "headers": { "X-A": "$TOKEN", "X-B": "b" },
        "other": { "key": "{{key}}", "deep": { "list": ["${a}"], "empty": {} } },
    } } });
    let import = given::import::import(&body.to_string()).unwrap();
    let objects: Vec<_> =
        import.objects.iter().map(|it| (it.target.param().unwrap(), it.value.as_str())).collect();
    let whole = r#"{"host":"h","port":22,"headers":{"X-B":"b"}}"#;
    assert_eq!(objects, [("", whole), ("headers", r#"{"X-B":"b"}"#)]);
    let left_out: Vec<_> = import.ignored.iter().map(|it| it.name.as_str()).collect();
    let expect =
        ["password", "none", "headers.X-A", "other.key", "other.deep.list", "other.deep.empty"];
    assert_eq!(left_out, expect);
}

/// What a shell would have put there is no value, whatever stands around it.
#[test]
fn a_variable_of_a_shell_is_in_no_object() {
    let command = "curl https://platform.adobe.io/data/foundation/flowservice/connections \\\n \
                   -d \"{\\\"auth\\\":{\\\"params\\\":{\\\"host\\\":\\\"h\\\",\\\"password\\\":\\\"$PASSWORD\\\"}}}\"";
    let import = given::import::import(command).unwrap();
    assert_eq!(import.objects.first().unwrap().value.as_str(), r#"{"host":"h"}"#);
}

#[test]
fn what_begins_like_json_and_is_none_is_told() {
    for text in ["{\"apiKey\": \"k\",}", "{ // comment\n}", "[1, 2"] {
        given::nothing::check_nothing(text, &NothingFound::NotJson);
    }
}

#[test]
fn a_token_alone() {
    const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJjYW5hcnkiOnRydWV9.canary";
    for text in [TOKEN.to_owned(), format!("Bearer {TOKEN}\n")] {
        given::found::check(&text, Format::AccessToken, &[&format!("AccessToken = {TOKEN}")]);
    }
}

/// Code of this app has a variable there where all parameters are one secret.
#[test]
fn a_variable_for_all_parameters_is_a_placeholder() {
    for variable in ["$SOURCE_", "{{SOURCE_}}", "${PARAMETERS}"] {
        check(
            &json!({ "name": "n", "auth": { "specName": "s", "params": variable } }),
            &["Name = n", "AuthSpec = s", "!params Placeholder"],
        );
    }
}
