//! The words for what a connection spec allows.

use flow_connect::screen::words::{limits, problem, problem_in_full};
use flow_service::spec::{FieldKind, NumberLimits, TextLimits};
use flow_service::value::{Mismatch, Problem};

fn number(minimum: Option<i64>, maximum: Option<i64>) -> FieldKind {
    FieldKind::Number(NumberLimits { integer: true, minimum, maximum })
}

fn text(shortest: Option<u64>, longest: Option<u64>) -> FieldKind {
    FieldKind::Limited(TextLimits { pattern: Some("^a".to_owned()), shortest, longest })
}

#[track_caller]
fn check_limits(kind: &FieldKind, expect: Option<&str>) {
    assert_eq!(limits(kind).as_deref(), expect);
}

#[test]
fn limits_are_named_as_far_as_there_are_any() {
    check_limits(&number(Some(-1), Some(9)), Some("from -1 to 9"));
    check_limits(&number(Some(1), None), Some("at least 1"));
    check_limits(&number(None, Some(9)), Some("at most 9"));
    check_limits(&number(None, None), None);
    check_limits(&text(Some(2), Some(9)), Some("from 2 to 9 characters"));
    check_limits(&text(None, Some(9)), Some("at most 9 characters"));
    check_limits(&text(None, None), None);
    check_limits(&FieldKind::Boolean, None);
}

#[test]
fn a_problem_with_a_limit_names_it() {
    let words = |mismatch, kind: &FieldKind| {
        problem_in_full("Port", Problem::Mismatch(mismatch), Some(kind))
    };
    let port = number(Some(1), Some(65535));
    assert_eq!(words(Mismatch::TooSmall, &port), "This is too small: from 1 to 65535.");
    assert_eq!(words(Mismatch::TooLarge, &port), "This is too large: from 1 to 65535.");
    let name = text(Some(2), Some(9));
    assert_eq!(words(Mismatch::TooShort, &name), "This is too short: from 2 to 9 characters.");
    assert_eq!(words(Mismatch::TooLong, &name), "This is too long: from 2 to 9 characters.");
    assert_eq!(words(Mismatch::TooLong, &FieldKind::Text), "This is too long.");
    assert!(words(Mismatch::NotWhole, &port).contains("whole number"));
}

#[test]
fn other_problems_have_the_words_that_they_have_anywhere() {
    for found in [Problem::Missing, Problem::NotHttps, Problem::NotOffered] {
        assert_eq!(problem_in_full("Port", found, None), problem("Port", found));
    }
}
