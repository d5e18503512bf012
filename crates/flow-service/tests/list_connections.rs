//! `GET /connections`: the filter, the pages, and that the next page stays with the service.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::connection::Connection;
use flow_service::operation::list_connections::{self, Page, Query};
use flow_service::request::{Method, Request};
use flow_service::value::{ConnectionName, ConnectionSpecId};
use proptest::prelude::*;
use serde_json::json;

mod given {
    pub mod access;
    pub mod answer;
    pub mod headers;
}

use given::access::access;
use given::answer::json as answer;

#[track_caller]
fn check_get(request: &Request, target: &str) {
    let headers = given::headers::headers();
    let expect = Request { method: Method::Get, target: target.to_owned(), headers, body: None };
    assert_eq!(*request, expect);
}

#[track_caller]
fn check_next(next: &str, target: Option<&str>) {
    let found = list_connections::next_request(&access(), next);
    assert_eq!(found.map(|request| request.target).as_deref(), target);
}

fn bare(id: &str) -> Connection {
    Connection::from_json(&json!({ "id": id })).unwrap()
}

#[test]
fn listing_connections_asks_for_the_newest_first() {
    let request = list_connections::request(&access(), &Query { spec_id: None, limit: 20 });
    check_get(&request, "/data/foundation/flowservice/connections?orderby=-createdAt&limit=20");
}

#[test]
fn listing_connections_of_a_spec_encodes_the_filter() {
    let query = Query { spec_id: Some(ConnectionSpecId::service_cloud()), limit: 5 };
    check_get(
        &list_connections::request(&access(), &query),
        "/data/foundation/flowservice/connections\
         ?property=connectionSpec.id%3D%3Dcb66ab34-8619-49cb-96d1-39b37ede86ea\
         &orderby=-createdAt&limit=5",
    );
}

#[track_caller]
fn check_named(name: &str, query: &str) {
    let name = ConnectionName::parse(name).unwrap();
    let request = list_connections::request_named(&access(), &name, 5);
    check_get(&request, &format!("/data/foundation/flowservice/connections?{query}"));
}

#[test]
fn listing_connections_of_a_name_encodes_it() {
    let order = "orderby=-createdAt&limit=5";
    check_named("50% & ö", &format!("property=name%3D%3D50%25%20%26%20%C3%B6&{order}"));
    check_named("a==b", &format!("property=name%3D%3Da%3D%3Db&{order}"));
    // No page says how to write these as a part of a value.
    check_named("one,two", order);
    check_named("\"one\"", order);
}

#[test]
fn listing_connections_of_a_state_adds_a_filter() {
    check_get(
        &list_connections::request_in_state(&access(), &Query { spec_id: None, limit: 5 }, "a b"),
        "/data/foundation/flowservice/connections\
         ?property=state%3D%3Da%20b&orderby=-createdAt&limit=5",
    );
    let query = Query { spec_id: Some(ConnectionSpecId::service_cloud()), limit: 5 };
    check_get(
        &list_connections::request_in_state(&access(), &query, "enabled"),
        "/data/foundation/flowservice/connections\
         ?property=connectionSpec.id%3D%3Dcb66ab34-8619-49cb-96d1-39b37ede86ea\
         &property=state%3D%3Denabled&orderby=-createdAt&limit=5",
    );
}

#[test]
fn a_spec_id_on_which_a_person_insists_cannot_break_the_query() {
    let spec_id = ConnectionSpecId::parse_any("a&b=c#d%/+").unwrap().value;
    check_get(
        &list_connections::request(&access(), &Query { spec_id: Some(spec_id), limit: 1 }),
        "/data/foundation/flowservice/connections\
         ?property=connectionSpec.id%3D%3Da%26b%3Dc%23d%25%2F%2B&orderby=-createdAt&limit=1",
    );
}

#[test]
fn the_next_page_is_a_path_of_the_service() {
    check_next(
        "/connections?continuationToken=abc%3D&limit=2",
        Some("/data/foundation/flowservice/connections?continuationToken=abc%3D&limit=2"),
    );
}

#[test]
fn the_next_page_carries_the_usual_headers() {
    let request = list_connections::next_request(&access(), "/connections?a=b").unwrap();
    check_get(&request, "/data/foundation/flowservice/connections?a=b");
}

#[test]
fn a_next_page_elsewhere_is_refused() {
    for next in [
        "",
        "/",
        "/connections",
        "connections?a=b",
        "?a=b",
        "https://evil.test/connections?a=b",
        "https://platform.adobe.io/data/foundation/flowservice/connections?a=b",
        "//evil.test/connections?a=b",
        "/\\evil.test/connections?a=b",
        "\\\\evil.test/connections?a=b",
        "@evil.test/connections?a=b",
        ".evil.test/connections?a=b",
        "javascript:alert(1)",
        "/flows?a=b",
        "/connections/../flows?a=b",
        "/../connections?a=b",
        " /connections?a=b",
        "/Connections?a=b",
        "/connectionsx?a=b",
    ] {
        check_next(next, None);
    }
}

#[test]
fn a_next_page_that_no_request_line_can_carry_is_refused() {
    for next in
        ["/connections?a=b c", "/connections?a=b\r\nx: y", "/connections?a=é", "/connections?\0"]
    {
        check_next(next, None);
    }
}

#[test]
fn a_page_has_its_connections_and_the_next_page() {
    let body = json!({
        "items": [{ "id": "a" }, { "id": "b" }],
        "_links": { "next": { "href": "/connections?continuationToken=abc" } }
    });
    let next = Some("/connections?continuationToken=abc".to_owned());
    let expect = Page { connections: vec![bare("a"), bare("b")], next };
    assert_eq!(list_connections::response(answer(200, body)), Ok(expect));
}

#[test]
fn a_page_without_a_readable_link_is_the_last() {
    for links in [
        json!(null),
        json!({}),
        json!([]),
        json!("x"),
        json!({ "next": null }),
        json!({ "next": "x" }),
        json!({ "next": {} }),
        json!({ "next": { "href": null } }),
        json!({ "next": { "href": 1 } }),
    ] {
        let found =
            list_connections::response(answer(200, json!({ "items": [], "_links": links })));
        assert_eq!(found, Ok(Page { connections: Vec::new(), next: None }));
    }
    let found = list_connections::response(answer(200, json!({ "items": [] })));
    assert_eq!(found, Ok(Page { connections: Vec::new(), next: None }));
}

#[test]
fn a_connection_that_cannot_be_read_is_left_out_of_its_page() {
    let items = json!([null, 1, [], {}, { "id": 1 }, { "id": "../x" }, { "id": "good" }]);
    let found = list_connections::response(answer(200, json!({ "items": items }))).unwrap();
    assert_eq!(found.connections, [bare("good")]);
}

proptest! {
    #[test]
    fn any_next_page_stays_within_the_service(
        next in "/connections\\?\\PC{0,20}|(/|https://|\\PC)?.{0,20}",
    ) {
        if let Some(request) = list_connections::next_request(&access(), &next) {
            prop_assert!(request.target.starts_with("/data/foundation/flowservice/connections?"));
            prop_assert!(request.target.bytes().all(|byte| byte.is_ascii_graphic()));
        }
    }
}
