//! Get and test a connection, list specs and sandboxes: exact requests, good answers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::operation::{
    get_connection, list_connection_specs, list_sandboxes, test_connection,
};
use flow_service::request::{Method, Request};
use flow_service::spec::ConnectionSpec;
use flow_service::value::ConnectionId;
use proptest::prelude::*;
use serde_json::json;

mod given {
    pub mod access;
    pub mod answer;
    pub mod headers;
}

use given::access::access;
use given::answer::json as answer;

const ID: &str = "139f6a5f-a78b-4744-9f6a-5fa78bd74431";

fn id() -> ConnectionId {
    ConnectionId::parse(ID).unwrap()
}

#[track_caller]
fn check_get(request: &Request, target: &str) {
    let headers = given::headers::headers();
    let expect = Request { method: Method::Get, target: target.to_owned(), headers, body: None };
    assert_eq!(*request, expect);
}

#[test]
fn getting_a_connection_asks_for_its_path() {
    let request = get_connection::request(&access(), &id());
    check_get(
        &request,
        "/data/foundation/flowservice/connections/139f6a5f-a78b-4744-9f6a-5fa78bd74431",
    );
}

#[test]
fn testing_a_connection_asks_for_test_below_it() {
    let request = test_connection::request(&access(), &id());
    check_get(
        &request,
        "/data/foundation/flowservice/connections/139f6a5f-a78b-4744-9f6a-5fa78bd74431/test",
    );
}

#[test]
fn listing_specs_asks_for_all_or_for_one_name() {
    check_get(
        &list_connection_specs::request(&access(), None),
        "/data/foundation/flowservice/connectionSpecs",
    );
    check_get(
        &list_connection_specs::request(&access(), Some("salesforce-service-cloud")),
        "/data/foundation/flowservice/connectionSpecs?property=name%3D%3Dsalesforce-service-cloud",
    );
    check_get(
        &list_connection_specs::request(&access(), Some("é x")),
        "/data/foundation/flowservice/connectionSpecs?property=name%3D%3D%C3%A9%20x",
    );
}

#[test]
fn a_spec_is_asked_for_by_its_id_where_that_is_a_segment_of_a_path() {
    let request = |id| list_connection_specs::request_by_id(&access(), id);
    check_get(
        &request("cb66ab34-8619-49cb-96d1-39b37ede86ea").unwrap(),
        "/data/foundation/flowservice/connectionSpecs/cb66ab34-8619-49cb-96d1-39b37ede86ea",
    );
    for id in ["", "..", "a/b", "a?b=c", "a#b", "a b", "é", &"a".repeat(129)] {
        assert_eq!(request(id), None, "{id}");
    }
}

#[test]
fn listing_sandboxes_asks_the_sandbox_service() {
    check_get(&list_sandboxes::request(&access()), "/data/foundation/sandbox-management/");
}

#[test]
fn a_test_says_whether_the_source_accepted() {
    assert_eq!(test_connection::response(answer(200, json!({ "result": true }))), Ok(true));
    assert_eq!(test_connection::response(answer(200, json!({ "result": false }))), Ok(false));
}

#[test]
fn specs_are_read_and_those_that_cannot_be_are_left_out() {
    let spec = ConnectionSpec::service_cloud();
    let items = json!([null, {}, { "id": "a" }, spec.to_json()]);
    let found = list_connection_specs::response(answer(200, json!({ "items": items })));
    assert_eq!(found, Ok(vec![spec]));
}

#[test]
fn sandboxes_are_read_and_those_that_cannot_be_are_left_out() {
    let sandbox = json!({
        "name": "acme-dev", "title": "Acme development", "state": "active",
        "type": "development", "region": "VA7", "isDefault": false
    });
    let items = json!([null, 1, {}, { "name": 1 }, { "name": "Not One" }, { "name": "" }, sandbox]);
    let found =
        list_sandboxes::response(answer(200, json!({ "sandboxes": items, "_page": {} }))).unwrap();
    assert_eq!(found.iter().map(list_sandboxes::Sandbox::to_json).collect::<Vec<_>>(), [sandbox]);
}

#[test]
fn a_sandbox_needs_only_its_name() {
    let found = list_sandboxes::response(answer(
        200,
        json!({ "sandboxes": [{ "name": "prod", "title": 1, "isDefault": "yes" }] }),
    ));
    let sandbox = found.unwrap().into_iter().next().unwrap();
    assert_eq!((sandbox.name.as_str(), sandbox.title.as_str()), ("prod", ""));
    assert!(!sandbox.is_default);
}

#[test]
fn a_query_value_is_encoded_but_for_unreserved_characters() {
    let request =
        Request::get(&access(), "/p", &[("a", "aZ09-._~"), ("b", " +&=?#/%\"'<>[]{}|\\^`\n😀")]);
    check_get(
        &request,
        "/p?a=aZ09-._~&b=%20%2B%26%3D%3F%23%2F%25%22%27%3C%3E%5B%5D%7B%7D%7C%5C%5E%60%0A%F0%9F%98%80",
    );
}

proptest! {
    #[test]
    fn any_query_is_one_line_of_visible_ascii(value in any::<String>()) {
        let target = Request::get(&access(), "/p", &[("a", &value)]).target;
        let sent = target.strip_prefix("/p?a=").unwrap();
        let allowed = |byte: u8| byte.is_ascii_graphic() && !b"&=?#/+".contains(&byte);
        prop_assert!(sent.bytes().all(allowed));
    }
}
