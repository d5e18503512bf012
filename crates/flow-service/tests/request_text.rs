//! A request as text, exactly. The curl text has a file of its own that runs it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::operation::list_sandboxes;
use flow_service::request::{Body, Request};
use proptest::prelude::*;
use serde_json::json;

mod given {
    pub mod access;
    pub mod connection_request;
    pub mod name;
    pub mod secrets;
    pub mod text;
}

use given::access::access;
use given::connection_request::connection;

const BASE: &str = "https://platform.adobe.io";

#[track_caller]
fn check_body_text(body: Body, expect: &str) {
    let text = Request::post(&access(), "/", body).to_http("");
    let (_, found) = text.split_once("\n\n").unwrap();
    assert_eq!(found.strip_suffix('\n'), Some(expect));
}

#[test]
fn the_request_of_the_tutorial_as_http() {
    let name = "Base connection for salesforce service cloud";
    let expect = r#"POST https://platform.adobe.io/data/foundation/flowservice/connections
Authorization: Bearer $ACCESS_TOKEN
x-api-key: 0123456789abcdef0123456789abcdef
x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg
x-sandbox-name: acme-dev
Content-Type: application/json

{
    "name": "Base connection for salesforce service cloud",
    "description": "Base connection for salesforce service cloud",
    "auth": {
        "specName": "Basic Authentication",
        "params": {
            "username": "{USERNAME}",
            "password": "$PASSWORD",
            "securityToken": "$SECURITY_TOKEN"
        }
    },
    "connectionSpec": {
        "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
        "version": "1.0"
    }
}
"#;
    assert_eq!(connection(name, name, "{USERNAME}").to_http(BASE), expect);
}

#[test]
fn the_request_of_the_tutorial_as_curl() {
    let name = "Base connection for salesforce service cloud";
    let expect = r#"json() { local s=${1//\\/\\\\}; s=${s//\"/\\\"}; s=${s//$'\n'/\\n}; s=${s//$'\r'/\\r}; printf '%s' "${s//$'\t'/\\t}"; }
: "${ACCESS_TOKEN:?}" "${PASSWORD:?}" "${SECURITY_TOKEN:?}" &&
curl --request POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \
  --header "Authorization: Bearer $ACCESS_TOKEN" \
  --header 'x-api-key: 0123456789abcdef0123456789abcdef' \
  --header 'x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg' \
  --header 'x-sandbox-name: acme-dev' \
  --header 'Content-Type: application/json' \
  --data-raw '{
    "name": "Base connection for salesforce service cloud",
    "description": "Base connection for salesforce service cloud",
    "auth": {
        "specName": "Basic Authentication",
        "params": {
            "username": "{USERNAME}",
            "password": "'"$(json "$PASSWORD")"'",
            "securityToken": "'"$(json "$SECURITY_TOKEN")"'"
        }
    },
    "connectionSpec": {
        "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
        "version": "1.0"
    }
}'
"#;
    assert_eq!(connection(name, name, "{USERNAME}").to_curl(BASE), expect);
}

#[test]
fn a_request_without_body_as_http() {
    let expect = "GET /data/foundation/sandbox-management/\n\
        Authorization: Bearer $ACCESS_TOKEN\n\
        x-api-key: 0123456789abcdef0123456789abcdef\n\
        x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg\n\
        x-sandbox-name: acme-dev\n";
    assert_eq!(list_sandboxes::request(&access()).to_http(""), expect);
}

#[test]
fn a_request_without_body_as_curl_needs_no_function() {
    let expect = ": \"${ACCESS_TOKEN:?}\" &&\n\
        curl --request GET 'http://127.0.0.1:4010/data/foundation/sandbox-management/' \\\n  \
        --header \"Authorization: Bearer $ACCESS_TOKEN\" \\\n  \
        --header 'x-api-key: 0123456789abcdef0123456789abcdef' \\\n  \
        --header 'x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg' \\\n  \
        --header 'x-sandbox-name: acme-dev'\n";
    assert_eq!(list_sandboxes::request(&access()).to_curl("http://127.0.0.1:4010"), expect);
}

#[test]
fn objects_are_indented_by_their_depth() {
    let object = |key: &str, body| Body::Object(vec![(key.to_owned(), body)]);
    let inner = object("b", object("c", Body::Text("d".to_owned())));
    let empty = ("e".to_owned(), Body::Object(Vec::new()));
    let expect = r#"{
    "a": {
        "b": {
            "c": "d"
        }
    },
    "e": {}
}"#;
    check_body_text(Body::Object(vec![("a".to_owned(), inner), empty]), expect);
}

#[test]
fn arrays_are_indented_by_their_depth() {
    let bare = |text: &str| Body::Bare(text.to_owned());
    let object = Body::Object(vec![
        ("b".to_owned(), Body::Array(Vec::new())),
        ("c".to_owned(), bare("-1.5")),
    ]);
    let inner = Body::Array(vec![bare("true"), Body::Text("d".to_owned())]);
    let expect = r#"[
    {
        "b": [],
        "c": -1.5
    },
    [
        true,
        "d"
    ],
    null
]"#;
    check_body_text(Body::Array(vec![object, inner, bare("null")]), expect);
}

#[test]
fn json_becomes_a_body_of_the_same_shape() {
    let bare = |text: &str| Body::Bare(text.to_owned());
    let json = json!({ "z": [null, true, false, 0, -7, 1.5, 18_446_744_073_709_551_615_u64, "t"], "a": {} });
    let items = ["null", "true", "false", "0", "-7", "1.5", "18446744073709551615"].map(bare);
    let items = items.into_iter().chain([Body::Text("t".to_owned())]).collect();
    let expect = Body::Object(vec![
        ("z".to_owned(), Body::Array(items)),
        ("a".to_owned(), Body::Object(Vec::new())),
    ]);
    assert_eq!(Body::of_json(&json), expect);
}

#[test]
fn a_delete_as_http_and_as_curl() {
    let request = Request::delete(&access(), "/a/b");
    let expect = "DELETE https://platform.adobe.io/a/b\n\
        Authorization: Bearer $ACCESS_TOKEN\n\
        x-api-key: 0123456789abcdef0123456789abcdef\n\
        x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg\n\
        x-sandbox-name: acme-dev\n";
    assert_eq!(request.to_http(BASE), expect);
    assert!(
        request.to_curl(BASE).contains("&&\ncurl --request DELETE 'https://platform.adobe.io/a/b'")
    );
}

#[test]
fn control_characters_quotes_and_backslashes_are_escaped() {
    let text = "\"\\/\n\r\t\u{0}\u{8}\u{1f}\u{7f}é😀";
    check_body_text(
        Body::Text(text.to_owned()),
        "\"\\\"\\\\/\\n\\r\\t\\u0000\\u0008\\u001f\u{7f}é😀\"",
    );
}

#[test]
fn keys_are_escaped_as_well() {
    let body = Body::Object(vec![("a\"\n".to_owned(), Body::Object(Vec::new()))]);
    check_body_text(body, "{\n    \"a\\\"\\n\": {}\n}");
}

#[test]
fn the_texts_hold_placeholders_and_no_secrets() {
    let request = connection("name", "", "user");
    assert!(
        request
            .open(&given::secrets::secrets(&[("password", "hunter2"), ("securityToken", "t")]))
            .is_ok()
    );
    for text in [request.to_http(BASE), request.to_curl(BASE), format!("{request:?}")] {
        assert!(!text.contains("hunter2"));
        assert!(!text.contains(given::secrets::TOKEN));
        assert!(text.contains("PASSWORD") && text.contains("SECURITY_TOKEN"));
    }
}

proptest! {
    #[test]
    fn the_http_text_of_any_connection_is_its_body(
        name in given::name::any_name(),
        description in given::text::any_text(),
        username in given::text::any_text(),
    ) {
        let request = connection(&name, &description, &username);
        let text = request.to_http(BASE);
        let (head, body) = text.split_once("\n\n").unwrap();
        prop_assert_eq!(head.lines().count(), 6);
        let params = [("password", "$PASSWORD"), ("securityToken", "$SECURITY_TOKEN")];
        let open = request.open(&given::secrets::secrets(&params)).ok().unwrap();
        prop_assert_eq!(body.strip_suffix('\n'), open.body.as_deref().map(String::as_str));
    }
}
