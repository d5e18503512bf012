//! `PATCH /connections/{id}`: the JSON Patch for each change, the parameters as a whole,
//! good answers, and that no secret shows.
//!
//! Requests follow Adobe's page "Update connections using the Flow Service API".

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::operation::update_connection::{
    self, Changes, DescriptionChange, Updated, auth_params,
};
use flow_service::request::{Body, Method, Request};
use flow_service::secret::SecretName;
use flow_service::value::{ConnectionId, ConnectionName, Etag};
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod access;
    pub mod answer;
    pub mod headers;
    pub mod json;
    pub mod name;
    pub mod secrets;
    pub mod text;
}

use given::access::access;
use given::answer::json as answer;

const ID: &str = "139f6a5f-a78b-4744-9f6a-5fa78bd74431";
const ETAG: &str = "\"1400dd53-0000-0200-0000-5f3f23450000\"";

const NO_CHANGES: Changes = Changes { name: None, description: None, auth_params: None };

fn request(changes: &Changes, had_description: bool) -> Option<Request> {
    let id = ConnectionId::parse(ID).unwrap();
    update_connection::request(
        &access(),
        &id,
        &Etag::parse(ETAG).unwrap(),
        changes,
        had_description,
    )
}

fn name(text: &str) -> ConnectionName {
    ConnectionName::parse(text).unwrap()
}

fn set(text: &str) -> DescriptionChange {
    DescriptionChange::Set(text.to_owned())
}

fn secret(key: &str) -> (String, Body) {
    (key.to_owned(), Body::Secret(SecretName::of_param(key)))
}

fn text(key: &str, text: &str) -> (String, Body) {
    (key.to_owned(), Body::Text(text.to_owned()))
}

/// What is sent as the body, with `hunter2` for the password and `t0ken` for the token.
fn sent(request: &Request) -> Value {
    let secrets = given::secrets::secrets(&[("password", "hunter2"), ("securityToken", "t0ken")]);
    serde_json::from_str(&request.open(&secrets).ok().unwrap().body.unwrap()).unwrap()
}

#[track_caller]
fn check(changes: &Changes, had_description: bool, patch: &Value) {
    let request = request(changes, had_description).unwrap();
    assert_eq!(sent(&request), *patch);
}

#[track_caller]
fn check_params(stored: Option<&Value>, given: &[(String, Body)], expect: Vec<(String, Body)>) {
    let given = given.iter().map(|(key, value)| (vec![key.as_str()], value.clone())).collect();
    let found = auth_params(stored, given, &[vec!["password"], vec!["securityToken"]]);
    assert_eq!(found, Body::Object(expect));
}

#[test]
fn a_change_is_a_patch_of_the_connection_in_its_version() {
    let found = request(&Changes { name: Some(name("Acme")), ..NO_CHANGES }, false).unwrap();
    let mut headers = given::headers::headers();
    headers.push(("Content-Type", "application/json".to_owned()));
    headers.push(("If-Match", ETAG.to_owned()));
    let step = vec![text("op", "replace"), text("path", "/name"), text("value", "Acme")];
    let expect = Request {
        method: Method::Patch,
        target: "/data/foundation/flowservice/connections/139f6a5f-a78b-4744-9f6a-5fa78bd74431"
            .to_owned(),
        headers,
        body: Some(Body::Array(vec![Body::Object(step)])),
    };
    assert_eq!(found, expect);
}

#[test]
fn no_change_is_no_request() {
    assert_eq!(request(&NO_CHANGES, false), None);
    assert_eq!(request(&NO_CHANGES, true), None);
}

#[test]
fn a_description_is_added_where_there_was_none_and_else_replaced() {
    let changes = Changes { description: Some(set("All cases")), ..NO_CHANGES };
    let patch = |op| json!([{ "op": op, "path": "/description", "value": "All cases" }]);
    check(&changes, false, &patch("add"));
    check(&changes, true, &patch("replace"));
}

#[test]
fn a_description_is_removed_only_where_there_was_one() {
    let changes = Changes { description: Some(DescriptionChange::Removed), ..NO_CHANGES };
    check(&changes, true, &json!([{ "op": "remove", "path": "/description" }]));
    assert_eq!(request(&changes, false), None);
}

#[test]
fn the_parameters_are_replaced_as_a_whole() {
    let params = Body::Object(vec![text("username", "acme"), secret("password")]);
    let changes = Changes { auth_params: Some(params), ..NO_CHANGES };
    let value = json!({ "username": "acme", "password": "hunter2" });
    check(&changes, true, &json!([{ "op": "replace", "path": "/auth/params", "value": value }]));
}

#[test]
fn all_changes_are_steps_of_one_request() {
    let changes = Changes {
        name: Some(name("Acme")),
        description: Some(DescriptionChange::Removed),
        auth_params: Some(Body::Object(Vec::new())),
    };
    check(
        &changes,
        true,
        &json!([
            { "op": "replace", "path": "/name", "value": "Acme" },
            { "op": "remove", "path": "/description" },
            { "op": "replace", "path": "/auth/params", "value": {} }
        ]),
    );
}

#[test]
fn a_change_as_http_and_as_curl() {
    let params = Body::Object(vec![text("username", "acme"), secret("password")]);
    let changes = Changes { auth_params: Some(params), ..NO_CHANGES };
    let request = request(&changes, false).unwrap();
    let http = r#"PATCH https://platform.adobe.io/data/foundation/flowservice/connections/139f6a5f-a78b-4744-9f6a-5fa78bd74431
Authorization: Bearer $ACCESS_TOKEN
x-api-key: 0123456789abcdef0123456789abcdef
x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg
x-sandbox-name: acme-dev
Content-Type: application/json
If-Match: "1400dd53-0000-0200-0000-5f3f23450000"

[
    {
        "op": "replace",
        "path": "/auth/params",
        "value": {
            "username": "acme",
            "password": "$PASSWORD"
        }
    }
]
"#;
    assert_eq!(request.to_http("https://platform.adobe.io"), http);
    let curl = r#"json() { local s=${1//\\/\\\\}; s=${s//\"/\\\"}; s=${s//$'\n'/\\n}; s=${s//$'\r'/\\r}; printf '%s' "${s//$'\t'/\\t}"; }
: "${ACCESS_TOKEN:?}" "${PASSWORD:?}" &&
curl --request PATCH 'https://platform.adobe.io/data/foundation/flowservice/connections/139f6a5f-a78b-4744-9f6a-5fa78bd74431' \
  --header "Authorization: Bearer $ACCESS_TOKEN" \
  --header 'x-api-key: 0123456789abcdef0123456789abcdef' \
  --header 'x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg' \
  --header 'x-sandbox-name: acme-dev' \
  --header 'Content-Type: application/json' \
  --header 'If-Match: "1400dd53-0000-0200-0000-5f3f23450000"' \
  --data-raw '[
    {
        "op": "replace",
        "path": "/auth/params",
        "value": {
            "username": "acme",
            "password": "'"$(json "$PASSWORD")"'"
        }
    }
]'
"#;
    assert_eq!(request.to_curl("https://platform.adobe.io"), curl);
}

#[test]
fn no_text_of_a_change_holds_a_secret() {
    let keys = ["password", "securityToken"];
    let given = keys.map(|key| (vec![key], secret(key).1)).into();
    let stored = json!({ "username": "acme" });
    let params = auth_params(Some(&stored), given, &[vec!["password"]]);
    let changes = Changes { auth_params: Some(params), ..NO_CHANGES };
    let request = request(&changes, false).unwrap();
    assert!(sent(&request).to_string().contains("hunter2"));
    let shown = [format!("{changes:?}"), format!("{request:?}")];
    for text in shown.into_iter().chain([request.to_http(""), request.to_curl("")]) {
        assert!(!text.contains("hunter2") && !text.contains("t0ken"));
        assert!(!text.contains(given::secrets::TOKEN));
        assert!(text.contains("PASSWORD") && text.contains("SECURITY_TOKEN"));
    }
}

#[test]
fn a_change_without_its_secret_is_not_opened() {
    let params = Body::Object(vec![secret("password")]);
    let request = request(&Changes { auth_params: Some(params), ..NO_CHANGES }, false).unwrap();
    let missing = request.open(&given::secrets::secrets(&[])).err();
    assert_eq!(missing, Some(SecretName::of_param("password")));
}

#[test]
fn stored_parameters_stay_and_given_ones_take_their_place() {
    let stored = json!({ "username": "old", "environmentUrl": "login.salesforce.com" });
    check_params(
        Some(&stored),
        &[secret("password"), text("username", "new")],
        vec![
            text("username", "new"),
            text("environmentUrl", "login.salesforce.com"),
            secret("password"),
        ],
    );
}

#[test]
fn a_stored_secret_is_never_sent_back() {
    let stored = json!({ "password": "****", "username": "acme", "securityToken": "@secret/1" });
    check_params(Some(&stored), &[], vec![text("username", "acme")]);
    check_params(
        Some(&stored),
        &[secret("password")],
        vec![text("username", "acme"), secret("password")],
    );
}

#[test]
fn stored_parameters_of_every_type_are_sent_as_they_are() {
    let stored = json!({ "usePrivateLink": true, "port": 1433, "x": null, "list": [1.5, "a", {}] });
    assert_eq!(auth_params(Some(&stored), Vec::new(), &[]), Body::of_json(&stored));
    let changes =
        Changes { auth_params: Some(auth_params(Some(&stored), Vec::new(), &[])), ..NO_CHANGES };
    check(&changes, false, &json!([{ "op": "replace", "path": "/auth/params", "value": stored }]));
}

#[test]
fn what_is_stored_and_no_object_counts_for_nothing() {
    for stored in [json!(null), json!([]), json!(["a"]), json!("****"), json!(1)] {
        check_params(Some(&stored), &[text("a", "b")], vec![text("a", "b")]);
    }
    check_params(None, &[text("a", "b")], vec![text("a", "b")]);
    check_params(None, &[], Vec::new());
}

#[test]
fn nested_parameters_are_given_and_left_out_by_their_paths() {
    let stored = json!({ "a": { "key": "****", "b": 1, "c": 2 }, "z": { "key": "****" } });
    let key = vec!["a", "key"];
    let given = vec![(vec!["a", "b"], Body::Bare("3".to_owned())), (key.clone(), secret("key").1)];
    let found = auth_params(Some(&stored), given, &[key, vec!["z", "key"]]);
    let params = vec![
        ("b".to_owned(), Body::Bare("3".to_owned())),
        ("c".to_owned(), Body::Bare("2".to_owned())),
        secret("key"),
    ];
    assert_eq!(found, Body::Object(vec![("a".to_owned(), Body::Object(params))]));
}

#[test]
fn of_two_given_parameters_with_one_key_the_later_is_sent() {
    check_params(None, &[text("a", "1"), text("a", "2")], vec![text("a", "2")]);
}

#[test]
fn the_answer_has_the_id_and_the_new_etag() {
    let found = update_connection::response(answer(200, json!({ "id": ID, "etag": ETAG })));
    let id = ConnectionId::parse(ID).unwrap();
    assert_eq!(found, Ok(Updated { id, etag: Etag::parse(ETAG) }));
}

#[test]
fn an_etag_that_cannot_be_sent_is_as_if_absent() {
    for etag in [json!(null), json!(1), json!(""), json!("\"a\nb\""), json!("\"é\"")] {
        let found = update_connection::response(answer(200, json!({ "id": ID, "etag": etag })));
        assert_eq!(found.unwrap().etag, None, "{etag}");
    }
    let found = update_connection::response(answer(200, json!({ "id": ID })));
    assert_eq!(found.unwrap().etag, None);
}

proptest! {
    #[test]
    fn any_change_is_sent_as_it_was_given(
        new_name in given::name::any_name(),
        description in given::text::any_text(),
        stored in given::json::any_json(),
    ) {
        let params = auth_params(Some(&stored), Vec::new(), &[vec!["password"]]);
        let changes = Changes {
            name: Some(name(&new_name)),
            description: Some(set(&description)),
            auth_params: Some(params.clone()),
        };
        let sent = sent(&request(&changes, true).unwrap());
        let value = |step: usize| sent.get(step).and_then(|step| step.get("value")).unwrap();
        prop_assert_eq!(value(0), &json!(new_name));
        prop_assert_eq!(value(1), &json!(description));
        let mut kept = if stored.is_object() { stored } else { json!({}) };
        kept.as_object_mut().unwrap().shift_remove("password");
        prop_assert_eq!(params, Body::of_json(&kept));
        let kept: Value = serde_json::from_str(&kept.to_string()).unwrap();
        prop_assert_eq!(value(2), &kept);
    }
}
