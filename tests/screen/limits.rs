//! The words for what a connection spec allows.

use flow_connect::screen::words::{help_of_kind, limits, not_json, problem, problem_in_full};
use flow_service::spec::{AuthField, FieldKind, JsonPart, JsonShape, NumberLimits, TextLimits};
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

#[test]
fn the_help_says_what_an_input_takes() {
    let check = |kind: FieldKind, default: Option<&str>, expect: &str| {
        let default = default.map(str::to_owned);
        let field = AuthField { default, ..AuthField::plain("key", "Key", true, kind) };
        assert_eq!(help_of_kind(&field, "Words of the source"), expect);
    };
    check(FieldKind::Secret, None, "Words of the source.");
    let port = "Words of the source. From 1 to 9. A whole number. The usual one is 5.";
    check(number(Some(1), Some(9)), Some("5"), port);
    let name = "Words of the source. At most 9 characters. It has to match ^a";
    check(text(None, Some(9)), None, name);
    let FieldKind::Limited(limits) = text(Some(8), None) else { panic!() };
    let key = FieldKind::LimitedSecret(limits);
    let says = "Words of the source. At least 8 characters. It has to match ^a";
    check(key.clone(), None, says);
    let example = Some("Server=<host>".to_owned());
    let shown = AuthField { example, ..AuthField::plain("key", "Key", true, key.clone()) };
    let says = "At least 8 characters. For example “Server=<host>”. It has to match ^a";
    assert_eq!(help_of_kind(&shown, ""), says);
    let short = problem_in_full("Key", Problem::Mismatch(Mismatch::TooShort), Some(&key));
    assert_eq!(short, "This is too short: at least 8 characters.");
    check(FieldKind::Boolean, Some("true"), "Words of the source.");
    let required = vec!["a".to_owned(), "b".to_owned()];
    let object = JsonPart { shape: JsonShape::Object, holds_secret: false, required };
    let says = "Words of the source. Typed as JSON: names and values between { and }. \
        It has to have: a, b.";
    check(FieldKind::Json(object.clone()), None, says);
    let secret = FieldKind::Json(JsonPart { holds_secret: true, required: Vec::new(), ..object });
    let field = AuthField::plain("key", "Key", true, secret);
    assert!(help_of_kind(&field, "").contains("not kept"), "{}", help_of_kind(&field, ""));
}

#[test]
fn text_that_is_no_json_is_told_where_it_breaks_off() {
    let text = not_json("{\n \"a\" 1}");
    assert!(text.ends_with("It breaks off in line 2, column 6."), "{text}");
    let lacks = Problem::Mismatch(Mismatch::LacksMembers);
    let required = vec!["a".to_owned()];
    let kind =
        FieldKind::Json(JsonPart { shape: JsonShape::Object, holds_secret: false, required });
    let text = problem_in_full("Part", lacks, Some(&kind));
    assert_eq!(text, "Something is missing. It has to have: a.");
    let pattern = problem_in_full(
        "Part",
        Problem::Mismatch(Mismatch::NoMatch),
        Some(&self::text(None, None)),
    );
    assert!(pattern.ends_with("It has to match ^a"), "{pattern}");
}
