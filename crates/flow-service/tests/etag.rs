//! Etags: kept as the service gave them, if a header can carry them.

use flow_service::value::Etag;
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expect: Option<&str>) {
    assert_eq!(Etag::parse(text).as_ref().map(Etag::as_str), expect);
}

#[test]
fn the_double_quotes_are_part_of_an_etag() {
    let etag = "\"1400dd53-0000-0200-0000-5f3f23450000\"";
    check(etag, Some(etag));
    check("W/\"a\"", Some("W/\"a\""));
}

#[test]
fn an_etag_without_quotes_stays_so() {
    check("1400dd53", Some("1400dd53"));
}

#[test]
fn white_space_around_an_etag_is_left_out() {
    check(" \"a\"\n", Some("\"a\""));
}

#[test]
fn what_no_header_carries_is_no_etag() {
    for text in ["", " ", "\"a b\"", "\"a\r\nx: y\"", "\"\0\"", "\"é\"", "\"\u{7f}\"", "\"a\tb\""]
    {
        check(text, None);
    }
}

proptest! {
    #[test]
    fn any_etag_can_be_sent(text in any::<String>()) {
        if let Some(etag) = Etag::parse(&text) {
            prop_assert!(!etag.as_str().is_empty());
            prop_assert!(etag.as_str().bytes().all(|byte| byte.is_ascii_graphic()));
            prop_assert_eq!(etag.as_str(), text.trim());
        }
    }
}
