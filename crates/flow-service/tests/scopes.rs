//! The scopes that a token is asked for.

use flow_service::value::{Problem, Scopes};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expect: Result<&str, Problem>) {
    let found = Scopes::parse(text);
    assert_eq!(found.as_ref().map(Scopes::as_str).map_err(|problem| *problem), expect);
}

#[test]
fn commas_and_white_space_separate_them() {
    check("openid", Ok("openid"));
    check("openid,AdobeID", Ok("openid,AdobeID"));
    check("openid AdobeID", Ok("openid,AdobeID"));
    check(" openid ,\n\tAdobeID,, session ", Ok("openid,AdobeID,session"));
}

#[test]
fn each_is_asked_for_once() {
    check("b,a,b,a", Ok("b,a"));
}

#[test]
fn none_are_those_of_platform() {
    let platform =
        "openid,session,AdobeID,read_organizations,additional_info.projectedProductContext";
    assert_eq!(Scopes::platform().as_str(), platform);
    for none in ["", "  ", ",", " , \n"] {
        check(none, Ok(platform));
    }
}

#[test]
fn other_characters_are_refused() {
    check("öffnen", Err(Problem::NotVisibleAscii));
    check("a,b\0", Err(Problem::NotVisibleAscii));
}

proptest! {
    #[test]
    fn what_is_sent_is_read_as_the_same(text in "[a-z, \\n]{0,40}|.{0,40}") {
        if let Ok(scopes) = Scopes::parse(&text) {
            prop_assert!(!scopes.as_str().is_empty());
            prop_assert!(!scopes.as_str().contains(char::is_whitespace));
            prop_assert_eq!(Scopes::parse(scopes.as_str()), Ok(scopes));
        }
    }
}
