//! A body as text becomes what it is: nothing, JSON, another text, or too much.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::response::{BODY_LIMIT, DEPTH_LIMIT, ResponseBody};
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod json;
    pub mod text;
}

fn read(text: &str) -> ResponseBody {
    ResponseBody::of_text(text.to_owned(), |text| serde_json::from_str(text).ok())
}

#[track_caller]
fn check(text: &str, expect: &ResponseBody) {
    assert_eq!(read(text), *expect);
}

#[track_caller]
fn check_json(text: &str, expect: Value) {
    check(text, &ResponseBody::Json(expect));
}

#[track_caller]
fn check_text(text: &str) {
    check(text, &ResponseBody::Text(text.to_owned()));
}

/// Arrays within arrays.
fn nested(depth: usize) -> String {
    ["[".repeat(depth), "]".repeat(depth)].concat()
}

#[test]
fn nothing_but_white_space_is_empty() {
    check("", &ResponseBody::Empty);
    check(" \r\n\t", &ResponseBody::Empty);
}

#[test]
fn json_of_every_kind_is_json() {
    check_json(" {\"id\": \"a\"}\n", json!({ "id": "a" }));
    check_json("[]", json!([]));
    check_json("null", json!(null));
    check_json("7", json!(7));
    check_json("\"text\"", json!("text"));
}

#[test]
fn html_is_a_text() {
    check_text("<!doctype html><title>Bad gateway</title>");
}

#[test]
fn truncated_json_is_a_text() {
    check_text("{\"id\": \"4267c2ab");
    check_text("{\"items\": [");
}

#[test]
fn a_text_of_the_limit_is_read_and_a_longer_one_is_not() {
    check_text(&"x".repeat(BODY_LIMIT));
    check(&"x".repeat(BODY_LIMIT + 1), &ResponseBody::TooLarge);
    check(&" ".repeat(BODY_LIMIT + 1), &ResponseBody::TooLarge);
}

#[test]
fn a_text_that_is_too_large_is_not_parsed() {
    let text = "7".repeat(BODY_LIMIT + 1);
    assert_eq!(ResponseBody::of_text(text, |_| unreachable!()), ResponseBody::TooLarge);
}

#[test]
fn json_of_the_depth_limit_is_json_and_a_deeper_one_is_a_text() {
    assert!(matches!(read(&nested(DEPTH_LIMIT)), ResponseBody::Json(_)));
    check_text(&nested(DEPTH_LIMIT + 1));
}

#[test]
fn json_that_is_too_deep_is_not_parsed() {
    let text = nested(BODY_LIMIT / 2);
    let expect = ResponseBody::Text(text.clone());
    assert_eq!(ResponseBody::of_text(text, |_| unreachable!()), expect);
}

#[test]
fn objects_and_arrays_both_count_as_depth() {
    let text = ["{\"a\":[".repeat(33), "]}".repeat(33)].concat();
    check_text(&text);
}

#[test]
fn brackets_beside_each_other_are_not_deep() {
    let text = ["[", &"[],{},".repeat(1000), "[]]"].concat();
    assert!(matches!(read(&text), ResponseBody::Json(_)));
}

#[test]
fn brackets_within_a_text_are_not_deep() {
    let brackets = "[{".repeat(100);
    check_json(&json!(brackets).to_string(), json!(brackets));
    let quoted = ["\"\\", &brackets, "\\\"", &brackets].concat();
    check_json(&json!({ "a": quoted }).to_string(), json!({ "a": quoted }));
}

#[test]
fn brackets_after_a_text_that_ends_in_a_backslash_are_deep() {
    check_text(&["[\"\\\\\",", &nested(DEPTH_LIMIT), "]"].concat());
}

proptest! {
    #[test]
    fn any_json_is_read_as_it_was_written(json in given::json::any_json()) {
        let text = json.to_string();
        let expect: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(read(&text), ResponseBody::Json(expect));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in given::text::any_text(), cut in 0_usize..40) {
        let _ = read(&text);
        let json = json!({ "a": [text] }).to_string();
        let _ = read(json.get(..cut).unwrap_or(&json));
    }
}
