//! What the claims of an access token say, and what a look at them finds.

use flow_service::value::{TokenFacts, TokenFinding};
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod json;
}

const MADE: u64 = 1_700_000_000_000;
const DAY: u64 = 86_400_000;
const MINUTE: u64 = 60_000;
const CLIENT: &str = "0123456789abcdef0123456789abcdef";
const ORGANIZATION: &str = "0123456789ABCDEF01234567@AdobeOrg";
const ANOTHER: &str = "76543210FEDCBA9876543210@AdobeOrg";

/// The claims of a token that is good for a day; members of `changes` replace them.
fn claims(changes: &Value) -> Value {
    let mut claims = json!({
        "id": "1700000000000_a",
        "org": ORGANIZATION,
        "type": "access_token",
        "client_id": CLIENT,
        "user_id": "0123456789ABCDEF@techacct.adobe.com",
        "as": "ims-na1",
        "expires_in": "86400000",
        "created_at": "1700000000000",
        "scope": "openid,session,AdobeID",
    });
    if let (Value::Object(claims), Value::Object(changes)) = (&mut claims, changes) {
        claims.extend(changes.clone());
    }
    claims
}

fn facts(changes: &Value) -> TokenFacts {
    TokenFacts::from_json(&claims(changes))
}

/// What is found in a token with these claims right after it was made.
#[track_caller]
fn check(changes: &Value, expect: &[TokenFinding]) {
    let found = facts(changes).findings(MADE, Some(CLIENT), Some(ORGANIZATION));
    assert_eq!(found, expect, "{changes}");
}

/// What is found in the claims, and in no others.
#[track_caller]
fn check_alone(claims: &Value, expect: &[TokenFinding]) {
    let found = TokenFacts::from_json(claims).findings(MADE, Some(CLIENT), Some(ORGANIZATION));
    assert_eq!(found, expect, "{claims}");
}

#[test]
fn all_that_a_token_of_ims_says_is_read() {
    let facts = facts(&json!({ "nbf": 1_700_000_001 }));
    assert_eq!(facts.created_at, Some(MADE));
    assert_eq!(facts.expires_at, Some(MADE + DAY));
    assert_eq!(facts.not_before, Some(MADE + 1000));
    assert_eq!(facts.client_id.as_deref(), Some(CLIENT));
    assert_eq!(facts.organization.as_deref(), Some(ORGANIZATION));
    assert_eq!(facts.ims.as_deref(), Some("ims-na1"));
    assert_eq!(facts.is_access_token, Some(true));
    assert_eq!(facts.scopes, ["openid", "session", "AdobeID"]);
}

#[test]
fn the_times_of_rfc_7519_are_seconds() {
    let facts = TokenFacts::from_json(&json!({ "iat": 5, "nbf": "6", "exp": 7 }));
    assert_eq!(facts.created_at, Some(5000));
    assert_eq!(facts.not_before, Some(6000));
    assert_eq!(facts.expires_at, Some(7000));
}

#[test]
fn every_claim_may_be_missing() {
    for claims in [json!({}), json!(null), json!([]), json!("exp"), json!(7)] {
        let facts = TokenFacts::from_json(&claims);
        assert_eq!(facts, TokenFacts::default());
        assert_eq!(facts.time_left(MADE), None);
        check_alone(&claims, &[TokenFinding::NotOfIms]);
    }
}

#[test]
fn a_good_token_has_nothing_to_tell() {
    check(&json!({}), &[]);
    check(&json!({ "org": null, "scope": null, "type": null, "client_id": null }), &[]);
}

#[test]
fn a_token_is_expired_from_the_millisecond_at_which_it_ends() {
    let facts = facts(&json!({}));
    let end = MADE + DAY;
    let soon = TokenFinding::EndsSoon { at: end, left_ms: 1 };
    assert_eq!(facts.findings(end - 1, None, None), [soon]);
    for now in [end, end + 1, u64::MAX] {
        assert_eq!(facts.findings(now, None, None), [TokenFinding::Expired(end)]);
    }
}

#[test]
fn less_than_ten_minutes_is_soon() {
    let facts = facts(&json!({}));
    let end = MADE + DAY;
    assert_eq!(facts.findings(end - 10 * MINUTE, None, None), []);
    let left_ms = 10 * MINUTE - 1;
    let soon = TokenFinding::EndsSoon { at: end, left_ms };
    assert_eq!(facts.findings(end - left_ms, None, None), [soon]);
}

#[test]
fn the_time_that_is_left_ends_at_nothing() {
    let facts = facts(&json!({}));
    assert_eq!(facts.time_left(MADE), Some(DAY));
    assert_eq!(facts.time_left(0), Some(MADE + DAY));
    assert_eq!(facts.time_left(MADE + DAY), Some(0));
    assert_eq!(facts.time_left(u64::MAX), Some(0));
}

#[test]
fn a_token_is_not_valid_before_its_time() {
    check(&json!({ "nbf": 1_700_000_000 }), &[]);
    check(&json!({ "nbf": 1_700_000_001 }), &[TokenFinding::NotYetValid(MADE + 1000)]);
}

/// Tokens of IMS have no `nbf`. The clock that made one may be ahead of this one, by seconds.
#[test]
fn a_token_made_in_the_future_is_not_valid_yet() {
    check(&json!({ "created_at": "1700000060000" }), &[]);
    check(&json!({ "created_at": "1700000060001" }), &[TokenFinding::NotYetValid(MADE + 60_001)]);
}

#[test]
fn another_client_is_found_whatever_its_case() {
    let given = |key: Option<&str>| facts(&json!({})).findings(MADE, key, None);
    assert_eq!(given(Some("fedcba9876543210fedcba9876543210")), [TokenFinding::AnotherClient]);
    assert_eq!(given(Some(&CLIENT.to_uppercase())), []);
    assert_eq!(given(Some(&[" ", CLIENT, "\n"].concat())), []);
    for key in [None, Some(""), Some("  "), Some("two words"), Some("schlüssel")] {
        assert_eq!(given(key), [], "{key:?}");
    }
}

#[test]
fn another_organization_is_found_and_named() {
    let given = |id: Option<&str>| facts(&json!({})).findings(MADE, None, id);
    let another = TokenFinding::AnotherOrganization(ORGANIZATION.to_owned());
    assert_eq!(given(Some(ANOTHER)), [another]);
    assert_eq!(given(Some(&ORGANIZATION.to_lowercase().replace("@adobeorg", "@AdobeOrg"))), []);
    for organization in [None, Some(""), Some("acme"), Some("@AdobeOrg")] {
        assert_eq!(given(organization), [], "{organization:?}");
    }
}

#[test]
fn an_organization_in_another_form_is_none() {
    let long = ["0".repeat(120), "@AdobeOrg".to_owned()].concat();
    let padded = [" ", ORGANIZATION].concat();
    for org in [json!("acme"), json!(""), json!(7), json!([ANOTHER]), json!(long), json!(padded)] {
        check(&json!({ "org": org }), &[]);
        assert_eq!(facts(&json!({ "org": org })).organization, None);
    }
    for org in ["acme@AdobeOrg", "<b>@AdobeOrg", "0123456789ABCDEF0123456ö@AdobeOrg"] {
        check(&json!({ "org": org }), &[]);
    }
}

#[test]
fn a_claim_that_is_long_or_no_plain_text_is_none() {
    let (fits, long) = ("c".repeat(128), "c".repeat(129));
    assert_eq!(facts(&json!({ "client_id": fits })).client_id, Some(fits));
    for value in [json!(long), json!(""), json!("two words"), json!("\u{202e}x"), json!(1)] {
        let facts = facts(&json!({ "client_id": value, "as": value, "type": value }));
        assert_eq!((&facts.client_id, &facts.ims, facts.is_access_token), (&None, &None, None));
        assert_eq!(facts.findings(MADE, Some(CLIENT), None), []);
    }
}

#[test]
fn the_marks_of_ims_are_its_name_or_its_times() {
    let not_of_ims = [TokenFinding::NotOfIms];
    check_alone(&json!({ "as": "ims-na1" }), &[]);
    check_alone(&json!({ "created_at": MADE, "expires_in": DAY }), &[]);
    check_alone(&json!({ "exp": MADE, "iat": 5 }), &not_of_ims);
    check_alone(&json!({ "exp": MADE, "created_at": MADE }), &not_of_ims);
    check_alone(&json!({ "exp": MADE, "expires_in": DAY, "as": "" }), &not_of_ims);
}

#[test]
fn another_type_is_no_access_token() {
    check(&json!({ "type": "Access_Token" }), &[]);
    for kind in ["refresh_token", "authorization_code", "access_token2"] {
        check(&json!({ "type": kind }), &[TokenFinding::NotAnAccessToken]);
    }
}

/// Elsewhere the claim may mean anything.
#[test]
fn the_type_of_a_token_of_another_system_is_left_alone() {
    check_alone(&json!({ "type": "Bearer" }), &[TokenFinding::NotOfIms]);
}

#[test]
fn scopes_have_commas_or_spaces_between_them() {
    let scopes = |scope: Value| facts(&json!({ "scope": scope })).scopes;
    assert_eq!(scopes(json!("a,b")), ["a", "b"]);
    assert_eq!(scopes(json!("a b,, c\n,a")), ["a", "b", "c"]);
    for none in [json!(""), json!(","), json!(null), json!(["a"]), json!("a,".repeat(3000))] {
        assert_eq!(scopes(none), [""; 0]);
    }
    assert_eq!(scopes(json!(["ok,", "ö,", &"x".repeat(129)].concat())), ["ok"]);
}

#[test]
fn all_that_is_found_is_told_at_once() {
    let facts = facts(&json!({ "nbf": 1_800_000_000, "type": "refresh_token" }));
    let found = facts.findings(MADE + DAY, Some("another"), Some(ANOTHER));
    let expect = [
        TokenFinding::Expired(MADE + DAY),
        TokenFinding::NotYetValid(1_800_000_000_000),
        TokenFinding::NotAnAccessToken,
        TokenFinding::AnotherClient,
        TokenFinding::AnotherOrganization(ORGANIZATION.to_owned()),
    ];
    assert_eq!(found, expect);
}

#[test]
fn times_too_large_to_add_or_multiply_say_nothing() {
    for claims in [
        json!({ "as": "ims-na1", "created_at": u64::MAX, "expires_in": 1 }),
        json!({ "as": "ims-na1", "exp": u64::MAX, "nbf": u64::MAX, "iat": u64::MAX }),
        json!({ "as": "ims-na1", "exp": 1e300, "nbf": -1, "iat": "99999999999999999999" }),
    ] {
        let facts = TokenFacts::from_json(&claims);
        assert_eq!((facts.expires_at, facts.not_before), (None, None));
        check_alone(&claims, &[]);
    }
}

const NAMES: [&str; 10] =
    ["exp", "iat", "nbf", "created_at", "expires_in", "client_id", "org", "as", "type", "scope"];

proptest! {
    #[test]
    fn no_claims_make_the_reader_panic(
        claims in given::json::any_json(),
        now in any::<u64>(),
        key in any::<Option<String>>(),
        organization in any::<Option<String>>(),
    ) {
        let facts = TokenFacts::from_json(&claims);
        drop(facts.findings(now, key.as_deref(), organization.as_deref()));
        prop_assert_eq!(facts.time_left(now).is_some(), facts.expires_at.is_some());
    }

    #[test]
    fn no_value_of_a_known_claim_makes_the_reader_panic(
        values in proptest::collection::vec(
            prop_oneof![
                any::<u64>().prop_map(Value::from),
                any::<u64>().prop_map(|number| Value::from(number.to_string())),
                any::<String>().prop_map(Value::from),
                given::json::any_json(),
            ],
            NAMES.len(),
        ),
        now in any::<u64>(),
    ) {
        let names = NAMES.iter().map(|name| (*name).to_owned());
        let claims = Value::Object(names.zip(values).collect());
        let facts = TokenFacts::from_json(&claims);
        for finding in facts.findings(now, Some(CLIENT), Some(ORGANIZATION)) {
            match finding {
                TokenFinding::Expired(at) => prop_assert!(at <= now),
                TokenFinding::EndsSoon { at, left_ms } => {
                    prop_assert!(left_ms > 0 && left_ms < 10 * MINUTE);
                    prop_assert_eq!(now.checked_add(left_ms), Some(at));
                }
                TokenFinding::NotYetValid(at) => prop_assert!(at > now),
                TokenFinding::AnotherOrganization(id) => {
                    prop_assert_eq!((id.len(), id.ends_with("@AdobeOrg")), (33, true));
                }
                TokenFinding::AnotherClient
                | TokenFinding::NotOfIms
                | TokenFinding::NotAnAccessToken => {}
            }
        }
    }
}
