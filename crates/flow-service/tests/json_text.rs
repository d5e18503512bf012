//! JSON as a text for people: exact, and the same as another writer's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::json_text::pretty;
use flow_service::response::{DEPTH_LIMIT, ResponseBody};
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod json;
}

#[test]
fn members_and_items_stand_on_lines_of_their_own() {
    let json = json!({
        "id": "a", "etag": "\"e\"", "auth": { "params": {}, "list": [] },
        "items": [1, [true, null], { "b": -0.5 }]
    });
    let expect = r#"{
    "id": "a",
    "etag": "\"e\"",
    "auth": {
        "params": {},
        "list": []
    },
    "items": [
        1,
        [
            true,
            null
        ],
        {
            "b": -0.5
        }
    ]
}"#;
    assert_eq!(pretty(&json), expect);
}

#[test]
fn a_leaf_is_a_text_as_well() {
    for (json, expect) in [
        (json!(null), "null"),
        (json!(false), "false"),
        (json!(u64::MAX), "18446744073709551615"),
        (json!(i64::MIN), "-9223372036854775808"),
        (json!(60.0), "60.0"),
        (json!("\u{1}\n$PASSWORD"), "\"\\u0001\\n$PASSWORD\""),
        (json!({}), "{}"),
        (json!([]), "[]"),
    ] {
        assert_eq!(pretty(&json), expect);
    }
}

#[test]
fn the_deepest_answer_is_written() {
    let text = ["[".repeat(DEPTH_LIMIT), "]".repeat(DEPTH_LIMIT)].concat();
    let parse = |text: &str| serde_json::from_str(text).ok();
    let ResponseBody::Json(deep) = ResponseBody::of_text(text, parse) else { unreachable!() };
    assert_eq!(pretty(&deep).lines().count(), 2 * DEPTH_LIMIT - 1);
}

#[test]
fn a_long_text_and_a_long_list_are_written_whole() {
    let long = "é\"".repeat(500_000);
    assert_eq!(pretty(&json!(long)).len(), 2 + 4 * 500_000);
    let list = Value::from(vec![0; 300_000]);
    assert_eq!(pretty(&list).lines().count(), 300_002);
}

proptest! {
    #[test]
    fn any_json_is_written_as_serde_json_writes_it(json in given::json::any_json()) {
        let text = pretty(&json);
        // It has short escapes for these two.
        prop_assume!(!text.contains("\\u0008") && !text.contains("\\u000c"));
        let theirs = serde_json::to_string_pretty(&json).unwrap();
        // It indents by two spaces.
        let spread = |line: &str| [" ".repeat(line.len() - line.trim_start().len()).as_str(), line].concat();
        prop_assert_eq!(text, theirs.split('\n').map(spread).collect::<Vec<_>>().join("\n"));
    }
}
