//! What a refusal means to someone who changes or deletes a connection.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::error::{CallError, NoAnswer, NotSent};
use flow_service::operation::update_connection;
use flow_service::response::{Response, ResponseBody};
use serde_json::json;

mod given {
    pub mod answer;
}

use given::answer::json as answer;

fn error_of(response: Response) -> CallError {
    update_connection::response(response).unwrap_err()
}

fn service(status: u16, code: &str) -> CallError {
    let kind = ["https://ns.adobe.com/aep/errors/FLOW-", code].concat();
    error_of(answer(status, json!({ "type": kind, "status": status, "title": "t" })))
}

fn gateway(status: u16, code: &str) -> CallError {
    error_of(answer(status, json!({ "error_code": code, "message": "m" })))
}

fn without_json(status: u16) -> CallError {
    error_of(Response { status, body: ResponseBody::Text("<h1>No</h1>".to_owned()) })
}

/// Conflict, gone, in use.
#[track_caller]
fn check(error: &CallError, expect: [bool; 3]) {
    assert_eq!([error.is_conflict(), error.is_gone(), error.is_in_use()], expect, "{error:?}");
}

#[test]
fn a_stale_etag_is_a_conflict() {
    check(&service(412, "1404-412"), [true, false, false]);
    check(&service(400, "1404-412"), [true, false, false]);
    check(&service(412, "1-1"), [true, false, false]);
    check(&without_json(412), [true, false, false]);
}

#[test]
fn a_number_that_means_something_else_in_another_table_is_no_conflict() {
    check(&service(400, "1404-400"), [false; 3]);
    check(&service(400, "1403-400"), [false; 3]);
}

#[test]
fn a_connection_that_is_not_found_is_gone() {
    check(&service(404, "1439-404"), [false, true, false]);
    check(&service(404, "1101-404"), [false, true, false]);
    check(&service(400, "1439-404"), [false, true, false]);
    check(&service(400, "1439-400"), [false, true, false]);
}

/// A proxy may have made it.
#[test]
fn a_404_without_a_documented_code_says_nothing_about_the_connection() {
    check(&error_of(answer(404, json!({ "detail": "d" }))), [false; 3]);
    check(&error_of(answer(404, json!({ "message": "Not Found" }))), [false; 3]);
    check(&service(404, "1-404"), [false; 3]);
    check(&service(404, "SMS-1439-404"), [false; 3]);
    check(&error_of(Response { status: 404, body: ResponseBody::Empty }), [false; 3]);
    check(&without_json(404), [false; 3]);
}

#[test]
fn a_sandbox_that_is_not_found_takes_no_connection_with_it() {
    check(&service(404, "2100-404"), [false; 3]);
}

#[test]
fn a_path_that_the_gateway_does_not_know_is_no_connection() {
    check(&gateway(404, "404000"), [false; 3]);
}

#[test]
fn a_connection_of_a_dataflow_is_in_use() {
    check(&service(400, "1418-400"), [false, false, true]);
}

#[test]
fn other_errors_are_none_of_these() {
    for error in [
        service(400, "1434-400"),
        service(403, "2120-403"),
        service(410, "1-410"),
        gateway(401, "401013"),
        without_json(500),
        CallError::NotSent(NotSent::Offline),
        CallError::NoAnswer(NoAnswer::Cancelled),
        CallError::NoAnswer(NoAnswer::PageClosed),
    ] {
        check(&error, [false; 3]);
    }
}

/// Another token helps only where the token was refused, not the organization.
#[test]
fn a_refused_token_is_told_from_a_refused_organization() {
    let gateway = |code: &str| json!({ "error_code": code, "message": "Refused" });
    let service = |code: &str| {
        let kind = ["https://ns.adobe.com/aep/errors/FLOW-", code].concat();
        json!({ "type": kind, "title": "No" })
    };
    for (status, body, expect) in [
        (401, gateway("401013"), true),
        (401, gateway("401999"), true),
        (401, service("2000-401"), false),
        (401, service("2001-401"), false),
        (401, service("2002-401"), false),
        (401, json!({ "message": "Who?" }), true),
        (403, gateway("403025"), false),
        (400, service("2115-400"), false),
        (200, json!({}), false),
    ] {
        let response = Response { status, body: ResponseBody::Json(body.clone()) };
        assert_eq!(response.refuses_token(), expect, "{status} {body}");
    }
    let html = Response { status: 401, body: ResponseBody::Text("<h1>401</h1>".to_owned()) };
    assert!(!html.refuses_token(), "a proxy may have made it");
    let empty = Response { status: 401, body: ResponseBody::Empty };
    assert!(!empty.refuses_token());
}
