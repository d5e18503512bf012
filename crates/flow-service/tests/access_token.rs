//! The access token: what is left out, refused and remarked, and what its claims say.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use base64ct::{Base64UrlUnpadded, Encoding};
use flow_service::request::Request;
use flow_service::secret::Secrets;
use flow_service::value::{AccessToken, Problem, Remark, TokenClaims};
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod access;
}

/// Three parts as a JWT has them; the middle one is `{"a":1}`.
const JWT: &str = "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2lnbmF0dXJl";

/// What the header `Authorization` is for a token.
fn authorization(token: &AccessToken) -> String {
    let mut secrets = Secrets::default();
    secrets.insert_token(token);
    let request = Request::get(&given::access::access(), "/", &[]);
    request.open(&secrets).ok().unwrap().authorization.to_string()
}

#[track_caller]
fn check(text: &str, expect: Result<(&str, &[Remark]), Problem>) {
    let found =
        AccessToken::parse(text).map(|checked| (authorization(&checked.value), checked.remarks));
    let expect = expect.map(|(token, remarks)| (["Bearer ", token].concat(), remarks.to_vec()));
    assert_eq!(found, expect);
}

#[track_caller]
fn check_claims_text(claims: &str, expect: Option<&str>) {
    let token = AccessToken::parse(&["eyJh.", claims, ".c2ln"].concat()).unwrap().value;
    assert_eq!(token.claims_text().as_deref().map(String::as_str), expect);
}

#[track_caller]
fn check_claims(claims: &Value, expires_at: Option<u64>) {
    assert_eq!(
        TokenClaims::from_json(claims),
        expires_at.map(|expires_at| TokenClaims { expires_at })
    );
}

#[test]
fn a_jwt_is_taken_as_it_is() {
    check(JWT, Ok((JWT, &[])));
}

#[test]
fn surrounding_white_space_is_removed_and_said() {
    check(&[" \t", JWT, "\r\n"].concat(), Ok((JWT, &[Remark::WhiteSpaceRemoved])));
    check(&["\u{a0}", JWT].concat(), Ok((JWT, &[Remark::WhiteSpaceRemoved])));
}

#[test]
fn a_leading_bearer_is_removed_and_said() {
    check(&["Bearer ", JWT].concat(), Ok((JWT, &[Remark::BearerRemoved])));
}

#[test]
fn a_leading_bearer_is_known_in_any_case_and_before_any_white_space() {
    check(&["bearer ", JWT].concat(), Ok((JWT, &[Remark::BearerRemoved])));
    check(&["BEARER\t  ", JWT].concat(), Ok((JWT, &[Remark::BearerRemoved])));
    check(&["Bearer\n", JWT].concat(), Ok((JWT, &[Remark::BearerRemoved])));
}

#[test]
fn white_space_and_bearer_are_both_said() {
    let both = [Remark::WhiteSpaceRemoved, Remark::BearerRemoved];
    check(&[" Bearer ", JWT, " "].concat(), Ok((JWT, &both)));
}

#[test]
fn a_token_that_begins_like_bearer_is_left_alone() {
    check("Bearertoken", Ok(("Bearertoken", &[Remark::NotAJwt])));
}

#[test]
fn an_empty_token_is_missing() {
    check("", Err(Problem::Missing));
    check(" \n\t\u{2003}", Err(Problem::Missing));
}

#[test]
fn bearer_alone_is_missing() {
    check("Bearer", Err(Problem::Missing));
    check(" bearer ", Err(Problem::Missing));
    check("Bearer Bearer", Err(Problem::Missing));
}

#[test]
fn inner_white_space_is_refused() {
    check("abc def", Err(Problem::NotVisibleAscii));
    check("abc\ndef", Err(Problem::NotVisibleAscii));
    check("abc\r\nx-evil: 1", Err(Problem::NotVisibleAscii));
    check(&["Bearer Bearer ", JWT].concat(), Err(Problem::NotVisibleAscii));
}

#[test]
fn control_characters_are_refused() {
    check("abc\0def", Err(Problem::NotVisibleAscii));
    check("abc\u{7f}", Err(Problem::NotVisibleAscii));
}

#[test]
fn characters_outside_ascii_are_refused() {
    check("tökén", Err(Problem::NotVisibleAscii));
    check("abc…", Err(Problem::NotVisibleAscii));
    check(&["\u{feff}", JWT].concat(), Err(Problem::NotVisibleAscii));
    check(&[JWT, "\u{200b}"].concat(), Err(Problem::NotVisibleAscii));
}

#[test]
fn a_token_that_is_no_jwt_is_only_remarked() {
    check("opaque", Ok(("opaque", &[Remark::NotAJwt])));
    check("eyJh.eyJi", Ok(("eyJh.eyJi", &[Remark::NotAJwt])));
    check("eyJh.eyJi.c.d", Ok(("eyJh.eyJi.c.d", &[Remark::NotAJwt])));
    check("a.b.c", Ok(("a.b.c", &[Remark::NotAJwt])));
    check("...", Ok(("...", &[Remark::NotAJwt])));
    check("$ACCESS_TOKEN", Ok(("$ACCESS_TOKEN", &[Remark::NotAJwt])));
}

#[test]
fn the_claims_are_read_without_a_key() {
    check_claims_text("eyJhIjoxfQ", Some(r#"{"a":1}"#));
}

#[test]
fn claims_outside_ascii_are_read() {
    let claims = Base64UrlUnpadded::encode_string(r#"{"name":"Zoë 😀"}"#.as_bytes());
    check_claims_text(&claims, Some(r#"{"name":"Zoë 😀"}"#));
}

#[test]
fn claims_that_are_garbage_are_none() {
    check_claims_text("ey", None);
    check_claims_text("eyJ", None);
    check_claims_text("eyJhI!oxfQ", None);
    check_claims_text("eyJhIjoxf", None);
    check_claims_text("eyJhIjoxfQ==", None);
    check_claims_text("ey/+", None);
}

#[test]
fn claims_that_are_no_utf_8_are_none() {
    let mut bytes = br#"{"a":""#.to_vec();
    bytes.extend([0xff, 0xfe]);
    check_claims_text(&Base64UrlUnpadded::encode_string(&bytes), None);
}

#[test]
fn a_token_that_is_no_jwt_has_no_claims() {
    assert!(AccessToken::parse("opaque").unwrap().value.claims_text().is_none());
}

#[test]
fn claims_of_ims_are_texts_of_milliseconds() {
    let claims = json!({ "created_at": "1700000000000", "expires_in": "86400000" });
    check_claims(&claims, Some(1_700_086_400_000));
}

#[test]
fn claims_of_ims_may_be_numbers() {
    let claims = json!({ "created_at": 1_700_000_000_000_u64, "expires_in": 86_400_000 });
    check_claims(&claims, Some(1_700_086_400_000));
}

#[test]
fn claims_of_rfc_7519_are_seconds() {
    check_claims(&json!({ "exp": 1_700_000_000 }), Some(1_700_000_000_000));
}

#[test]
fn claims_of_ims_go_before_exp() {
    check_claims(&json!({ "created_at": "5", "expires_in": "6", "exp": 7 }), Some(11));
}

#[test]
fn half_of_the_claims_of_ims_leaves_exp() {
    check_claims(&json!({ "created_at": "5", "exp": 7 }), Some(7000));
    check_claims(&json!({ "expires_in": "5", "exp": 7 }), Some(7000));
    check_claims(&json!({ "created_at": "soon", "expires_in": "5", "exp": 7 }), Some(7000));
}

#[test]
fn claims_too_large_to_add_or_multiply_say_nothing() {
    check_claims(&json!({ "created_at": u64::MAX, "expires_in": 1 }), None);
    check_claims(&json!({ "created_at": "18446744073709551615", "expires_in": "1" }), None);
    check_claims(&json!({ "exp": u64::MAX }), None);
    check_claims(&json!({ "exp": u64::MAX / 1000 + 1 }), None);
    check_claims(&json!({ "exp": "99999999999999999999999999999999" }), None);
    check_claims(&json!({ "exp": 1e300 }), None);
}

#[test]
fn claims_of_another_type_say_nothing() {
    for exp in [json!(null), json!(true), json!([1]), json!({ "a": 1 }), json!(-1), json!("")] {
        check_claims(&json!({ "exp": exp }), None);
    }
    for claims in [json!(null), json!(1), json!("exp"), json!([]), json!({})] {
        check_claims(&claims, None);
    }
}

#[test]
fn a_token_is_expired_from_the_millisecond_at_which_it_ends() {
    let claims = TokenClaims { expires_at: 1000 };
    assert_eq!(claims.remark(999), None);
    assert_eq!(claims.remark(1000), Some(Remark::Expired(1000)));
    assert_eq!(claims.remark(u64::MAX), Some(Remark::Expired(1000)));
}

#[test]
fn a_token_tells_its_end_from_text_to_remark() {
    let claims = r#"{"created_at":"1700000000000","expires_in":"86400000"}"#;
    let text = ["eyJh.", &Base64UrlUnpadded::encode_string(claims.as_bytes()), ".c2ln"].concat();
    let read = AccessToken::parse(&text).unwrap().value.claims_text().unwrap();
    let claims = TokenClaims::from_json(&serde_json::from_str(&read).unwrap()).unwrap();
    assert_eq!(claims.remark(1_700_086_399_999), None);
    assert_eq!(claims.remark(1_700_086_400_000), Some(Remark::Expired(1_700_086_400_000)));
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in any::<String>()) {
        drop(AccessToken::parse(&text).map(|checked| checked.value.claims_text()));
    }

    #[test]
    fn no_claims_part_makes_the_reader_panic(claims in "ey[!-~]{0,64}") {
        let text = ["eyJh.", &claims, ".c2ln"].concat();
        drop(AccessToken::parse(&text).unwrap().value.claims_text());
    }

    #[test]
    fn an_accepted_token_is_a_valid_header_value(
        text in "(Bearer )?[ -~]{0,80}|\\PC{0,40}|.{0,40}",
    ) {
        if let Ok(checked) = AccessToken::parse(&text) {
            let value = authorization(&checked.value);
            let token = value.strip_prefix("Bearer ").unwrap();
            prop_assert!(!token.is_empty());
            prop_assert!(token.bytes().all(|byte| byte.is_ascii_graphic()));
        }
    }

    #[test]
    fn every_token_of_visible_ascii_is_sent_unchanged(token in "[!-~]{1,80}") {
        prop_assume!(!token.eq_ignore_ascii_case("bearer"));
        let checked = AccessToken::parse(&token).unwrap();
        prop_assert_eq!(authorization(&checked.value), ["Bearer ", &token].concat());
    }
}

/// What surrounds a token is no part of it.
#[test]
fn tokens_are_the_same_by_their_text() {
    let parsed = |text: &str| AccessToken::parse(text).unwrap().value;
    assert!(parsed("token-1").is_same(&parsed(" Bearer token-1\n")));
    assert!(!parsed("token-1").is_same(&parsed("token-2")));
}
