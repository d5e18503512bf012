//! What no operation takes for its answer: nothing, HTML, a part, JSON of another shape.

use core::fmt::Debug;

use flow_service::error::{CallError, Unreadable, UnreadableReason};
use flow_service::operation::{
    delete_connection, explore_connection, get_connection, list_connection_specs, list_connections,
    list_sandboxes, test_connection, update_connection,
};
use flow_service::response::{Response, ResponseBody};
use flow_service::spec::ConnectionSpec;
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod answer;
    pub mod any_answer;
    pub mod json;
}

use given::answer::json as answer;

const ID: &str = "139f6a5f-a78b-4744-9f6a-5fa78bd74431";

fn unreadable(status: u16, reason: UnreadableReason, excerpt: &str) -> CallError {
    CallError::UnreadableAnswer(Unreadable { status, reason, excerpt: excerpt.to_owned() })
}

/// Every operation answers in the same way to what is not an answer of the API.
#[track_caller]
fn check_bad<T: Debug + PartialEq>(
    read: fn(Response) -> Result<T, CallError>,
    lacks: &'static str,
    lacking: &[Value],
) {
    let html = "<html><title>Bad gateway</title></html>";
    let bodies = [
        (ResponseBody::Empty, UnreadableReason::Empty, ""),
        (ResponseBody::Text(html.to_owned()), UnreadableReason::NotJson, html),
        (ResponseBody::Text("{\"ite".to_owned()), UnreadableReason::NotJson, "{\"ite"),
        (ResponseBody::TooLarge, UnreadableReason::TooLarge, ""),
        (ResponseBody::Cut, UnreadableReason::Cut, ""),
    ];
    for status in [200, 204, 302, 404, 500] {
        for (body, reason, excerpt) in bodies.clone() {
            let found = read(Response { status, body });
            assert_eq!(found, Err(unreadable(status, reason, excerpt)));
        }
    }
    let others = [json!(null), json!(true), json!(7), json!("text"), json!({})];
    for body in others.iter().chain(lacking) {
        let error = unreadable(200, UnreadableReason::Lacks(lacks), "");
        assert_eq!(read(answer(200, body.clone())), Err(error), "{body}");
    }
}

#[test]
fn a_bad_answer_to_get_is_unreadable() {
    check_bad(
        get_connection::response,
        "items",
        &[
            json!([]),
            json!({ "items": null }),
            json!({ "items": {} }),
            json!({ "items": "x" }),
            json!([{ "id": ID }]),
            json!({ "id": ID }),
        ],
    );
}

#[test]
fn a_bad_answer_to_test_is_unreadable() {
    check_bad(
        test_connection::response,
        "result",
        &[
            json!([]),
            json!({ "result": null }),
            json!({ "result": "true" }),
            json!({ "result": 1 }),
            json!({ "result": [true] }),
            json!([{ "result": true }]),
        ],
    );
}

#[test]
fn a_bad_answer_to_list_specs_is_unreadable() {
    let spec = ConnectionSpec::service_cloud().to_json();
    check_bad(list_connection_specs::response, "items", &[json!([]), spec.clone(), json!([spec])]);
}

#[test]
fn a_bad_answer_to_list_sandboxes_is_unreadable() {
    check_bad(
        list_sandboxes::response,
        "sandboxes",
        &[
            json!([]),
            json!({ "sandboxes": {} }),
            json!({ "sandboxes": "prod" }),
            json!([{ "name": "prod" }]),
            json!({ "items": [] }),
        ],
    );
}

#[test]
fn a_count_without_items_is_unreadable() {
    check_bad(
        list_connections::response,
        "items",
        &[
            json!([]),
            json!({ "count": 95 }),
            json!({ "items": { "id": "a" } }),
            json!([{ "id": "a" }]),
        ],
    );
}

#[test]
fn a_bad_answer_to_update_is_unreadable() {
    check_bad(
        update_connection::response,
        "id",
        &[json!([]), json!({ "id": null }), json!({ "id": "a/b" }), json!({ "etag": "\"a\"" })],
    );
}

#[test]
fn a_bad_answer_to_a_level_is_unreadable() {
    check_bad(
        explore_connection::entries_response,
        "items",
        &[json!({ "items": null }), json!({ "items": {} }), json!({ "data": [] })],
    );
}

#[test]
fn a_bad_answer_to_a_table_is_unreadable() {
    check_bad(
        explore_connection::table_response,
        "schema.columns",
        &[
            json!([]),
            json!({ "schema": null }),
            json!({ "schema": [] }),
            json!({ "schema": {}, "data": [] }),
            json!({ "schema": { "columns": {} } }),
            json!({ "columns": [] }),
        ],
    );
}

#[test]
fn a_list_of_none_lacks_its_one_connection() {
    for items in [
        json!([]),
        json!([null]),
        json!([[]]),
        json!([{}]),
        json!([{ "id": 7 }]),
        json!([{ "id": "a/b" }]),
    ] {
        let found = get_connection::response(answer(200, json!({ "items": items })));
        assert_eq!(found, Err(unreadable(200, UnreadableReason::Lacks("items[0].id"), "")));
    }
}

proptest! {
    #[test]
    fn no_answer_makes_a_reader_panic(answer in given::any_answer::any_answer()) {
        let success = answer.is_success();
        prop_assert!(get_connection::response(answer.clone()).is_err() || success);
        prop_assert!(list_connections::response(answer.clone()).is_err() || success);
        prop_assert!(test_connection::response(answer.clone()).is_err() || success);
        prop_assert!(list_connection_specs::response(answer.clone()).is_err() || success);
        prop_assert!(list_sandboxes::response(answer.clone()).is_err() || success);
        prop_assert!(get_connection::inspected(answer.clone()).is_err() || success);
        prop_assert!(update_connection::response(answer.clone()).is_err() || success);
        prop_assert!(explore_connection::entries_response(answer.clone()).is_err() || success);
        prop_assert!(explore_connection::table_response(answer.clone()).is_err() || success);
        prop_assert_eq!(delete_connection::response(answer).is_ok(), success);
    }
}
