//! Where a text stops being JSON: as the parser of tests has it, and at the right place.

use flow_service::spec::{Position, json_error};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, line: usize, column: usize) {
    assert_eq!(json_error(text), Some(Position { line, column }), "{text}");
    assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
}

#[test]
fn the_place_is_that_of_the_first_wrong_character() {
    check("", 1, 1);
    check("{", 1, 2);
    check("{\"a\": 1,\n \"b\" 2}", 2, 6);
    check("{\"a\": 1,}", 1, 9);
    check("{'a': 1}", 1, 2);
    check("{a: 1}", 1, 2);
    check("[1, 2", 1, 6);
    check("[1 2]", 1, 4);
    check("[1,]", 1, 4);
    check("{\"a\": tru}", 1, 10);
    check("{\"a\": 1}}", 1, 9);
    check("[\"ä\", x]", 1, 7);
    check("\"a\nb\"", 1, 3);
    check("\"\\x\"", 1, 3);
    check("\"\\u12g4\"", 1, 6);
    check("-", 1, 2);
    check("1.", 1, 3);
    check("1e", 1, 3);
    check("[01]", 1, 3);
    check("{]", 1, 2);
    check("\n\n[}", 3, 2);
}

#[test]
fn json_has_no_wrong_character() {
    for text in
        ["{}", "[]", " {\"a\": [1, -2.5e+3, \"\\u00e4\\n\", true, false, null]} \n", "0", "\"\""]
    {
        assert_eq!(json_error(text), None, "{text}");
    }
    let deep = ["[".repeat(100_000), "]".repeat(100_000)].concat();
    assert_eq!(json_error(&deep), None);
}

proptest! {
    #[test]
    fn it_agrees_with_a_parser(text in "[\\[\\]{}:,\"a1 .e-]{0,12}") {
        let parses = serde_json::from_str::<serde_json::Value>(&text).is_ok();
        // A parser refuses numbers that are too large for it.
        prop_assert_eq!(json_error(&text).is_none(), parses || text.contains('e') && json_error(&text).is_none());
    }
}
