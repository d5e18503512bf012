//! API key, organization ID, sandbox, name, description, API version, IDs: what is
//! taken, refused and remarked. The token, the spec ID, the URL and the secrets have
//! files of their own.

use flow_service::value::{
    ApiKey, ApiVersion, Checked, ConnectionId, ConnectionName, Description, OrganizationId,
    Problem, Remark, SandboxName, SpecVersion,
};
use proptest::prelude::*;

type Expect<'a> = Result<(&'a str, Option<Remark>), Problem>;

#[track_caller]
fn check<T>(found: Result<Checked<T>, Problem>, as_str: impl Fn(&T) -> &str, expect: Expect<'_>) {
    let found = found.map(|checked| (as_str(&checked.value).to_owned(), checked.remarks));
    let expect = expect.map(|(text, remark)| (text.to_owned(), remark.into_iter().collect()));
    assert_eq!(found, expect);
}

#[track_caller]
fn check_api_key(text: &str, expect: Expect<'_>) {
    check(ApiKey::parse(text), ApiKey::as_str, expect);
}

#[track_caller]
fn check_organization(text: &str, expect: Expect<'_>) {
    check(OrganizationId::parse(text), OrganizationId::as_str, expect);
}

#[track_caller]
fn check_sandbox(text: &str, expect: Result<&str, Problem>) {
    let found = SandboxName::parse(text);
    assert_eq!(found.as_ref().map(SandboxName::as_str), expect.as_ref().map(|text| *text));
}

#[track_caller]
fn check_name(text: &str, expect: Result<&str, Problem>) {
    let found = ConnectionName::parse(text);
    assert_eq!(found.as_ref().map(ConnectionName::as_str), expect.as_ref().map(|text| *text));
}

#[track_caller]
fn check_description(text: &str, expect: Option<&str>) {
    assert_eq!(Description::parse(text).as_ref().map(Description::as_str), expect);
}

#[track_caller]
fn check_api_version(text: &str, expect: Result<&str, Problem>) {
    let found = ApiVersion::parse(text);
    assert_eq!(found.as_ref().map(ApiVersion::as_str), expect.as_ref().map(|text| *text));
}

#[track_caller]
fn check_spec_version(text: &str, expect: Result<&str, Problem>) {
    let found = SpecVersion::parse(text);
    assert_eq!(found.as_ref().map(SpecVersion::as_str), expect.as_ref().map(|text| *text));
}

#[track_caller]
fn check_connection_id(text: &str, accepted: bool) {
    let expect = accepted.then_some(text);
    assert_eq!(ConnectionId::parse(text).as_ref().map(ConnectionId::as_str), expect);
}

const KEY: &str = "0123456789abcdefABCDEF0123456789";

#[test]
fn an_api_key_of_32_hex_digits_is_taken() {
    check_api_key(KEY, Ok((KEY, None)));
}

#[test]
fn an_api_key_is_trimmed() {
    check_api_key(&["\t ", KEY, "\n"].concat(), Ok((KEY, None)));
}

#[test]
fn another_api_key_is_remarked() {
    check_api_key("exc_app", Ok(("exc_app", Some(Remark::UnusualApiKey))));
    check_api_key(&KEY[1..], Ok((&KEY[1..], Some(Remark::UnusualApiKey))));
    let longer = [KEY, "0"].concat();
    check_api_key(&longer, Ok((&longer, Some(Remark::UnusualApiKey))));
    check_api_key(
        &KEY.replace('0', "g"),
        Ok((&KEY.replace('0', "g"), Some(Remark::UnusualApiKey))),
    );
}

#[test]
fn a_blank_api_key_is_missing() {
    check_api_key("", Err(Problem::Missing));
    check_api_key(" \t", Err(Problem::Missing));
}

#[test]
fn an_api_key_with_a_space_or_a_line_break_is_refused() {
    check_api_key("a b", Err(Problem::NotVisibleAscii));
    check_api_key("a\r\nb", Err(Problem::NotVisibleAscii));
    check_api_key("a\0b", Err(Problem::NotVisibleAscii));
}

#[test]
fn an_api_key_outside_ascii_is_refused() {
    check_api_key("clé", Err(Problem::NotVisibleAscii));
}

const ORGANIZATION: &str = "0123456789ABCDEF01234567@AdobeOrg";

#[test]
fn an_organization_of_24_hex_digits_is_taken() {
    check_organization(ORGANIZATION, Ok((ORGANIZATION, None)));
}

#[test]
fn an_organization_is_trimmed() {
    check_organization(&[" ", ORGANIZATION, "\r\n"].concat(), Ok((ORGANIZATION, None)));
}

#[test]
fn another_organization_is_remarked() {
    let unusual = Some(Remark::UnusualOrganization);
    check_organization("ACME@AdobeOrg", Ok(("ACME@AdobeOrg", unusual)));
    check_organization("A@AdobeOrg@AdobeOrg", Ok(("A@AdobeOrg@AdobeOrg", unusual)));
    let one_more = ["F", ORGANIZATION].concat();
    check_organization(&one_more, Ok((&one_more, unusual)));
}

#[test]
fn an_organization_without_its_ending_is_refused() {
    check_organization("0123456789ABCDEF01234567", Err(Problem::NotAnOrganization));
    check_organization("0123456789ABCDEF01234567@adobeorg", Err(Problem::NotAnOrganization));
    check_organization("0123456789ABCDEF01234567@AdobeID", Err(Problem::NotAnOrganization));
}

#[test]
fn the_ending_alone_is_no_organization() {
    check_organization("@AdobeOrg", Err(Problem::NotAnOrganization));
}

#[test]
fn a_blank_organization_is_missing() {
    check_organization("", Err(Problem::Missing));
    check_organization("\n", Err(Problem::Missing));
}

#[test]
fn an_organization_that_no_header_can_carry_is_refused() {
    check_organization("AB CD@AdobeOrg", Err(Problem::NotVisibleAscii));
    check_organization("AB\nCD@AdobeOrg", Err(Problem::NotVisibleAscii));
    check_organization("Ä@AdobeOrg", Err(Problem::NotVisibleAscii));
}

#[test]
fn a_sandbox_has_lower_case_letters_digits_and_hyphens() {
    check_sandbox("prod", Ok("prod"));
    check_sandbox("acme-dev-2", Ok("acme-dev-2"));
}

#[test]
fn a_sandbox_is_trimmed() {
    check_sandbox(" prod\n", Ok("prod"));
}

#[test]
fn a_blank_sandbox_is_missing() {
    check_sandbox("", Err(Problem::Missing));
    check_sandbox("  ", Err(Problem::Missing));
}

#[test]
fn any_other_sandbox_is_refused() {
    for text in ["Prod", "my dev", "dev_1", "dev.1", "dév", "a\nb", "a/b", "prod;"] {
        check_sandbox(text, Err(Problem::NotASandboxName));
    }
}

#[test]
fn a_name_is_kept_exactly() {
    check_name("  \"Acme\" \\ 😀\t", Ok("  \"Acme\" \\ 😀\t"));
    check_name(&"x".repeat(4096), Ok(&"x".repeat(4096)));
}

#[test]
fn a_blank_name_is_missing() {
    check_name("", Err(Problem::Missing));
    check_name(" \t\r\n\u{a0}\u{3000}", Err(Problem::Missing));
}

#[test]
fn a_description_is_kept_exactly() {
    check_description(" two\nlines ", Some(" two\nlines "));
}

#[test]
fn a_blank_description_is_none() {
    check_description("", None);
    check_description(" \n ", None);
}

#[test]
fn an_api_version_is_a_decimal() {
    check_api_version("60.0", Ok("60.0"));
    check_api_version("52.0", Ok("52.0"));
    check_api_version("100.5", Ok("100.5"));
}

#[test]
fn an_api_version_is_trimmed() {
    check_api_version(" 60.0 ", Ok("60.0"));
}

#[test]
fn a_blank_api_version_is_missing() {
    check_api_version(" ", Err(Problem::Missing));
}

#[test]
fn any_other_api_version_is_refused() {
    for text in ["60", "6.0", "60.", ".0", "60.00", "1000.0", "v60.0", "60,0", "6０.0", "60.0.0"] {
        check_api_version(text, Err(Problem::NotAnApiVersion));
    }
    for text in ["+60.0", "-60.0", "60.0a", "6 0.0"] {
        check_api_version(text, Err(Problem::NotAnApiVersion));
    }
}

#[test]
fn a_spec_version_is_trimmed() {
    check_spec_version(" 1.0 ", Ok(SpecVersion::USUAL));
}

#[test]
fn a_spec_version_is_visible_ascii() {
    check_spec_version("2.0-beta", Ok("2.0-beta"));
    check_spec_version("1 0", Err(Problem::NotVisibleAscii));
    check_spec_version("1․0", Err(Problem::NotVisibleAscii));
}

#[test]
fn a_blank_spec_version_is_missing() {
    check_spec_version("", Err(Problem::Missing));
}

#[test]
fn a_connection_id_is_a_path_segment() {
    check_connection_id("4267c2ab-2104-474f-a7c2-ab2104d74f86", true);
    check_connection_id("a_B-9", true);
    check_connection_id(&"a".repeat(128), true);
}

#[test]
fn a_connection_id_that_would_break_a_path_is_none() {
    for text in ["", "a/b", "..", "a?b", "a#b", "a b", "a%2Fb", "a\\b", "a\nb", "ü", " a"] {
        check_connection_id(text, false);
    }
    check_connection_id(&"a".repeat(129), false);
}

fn is_header_value(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
}

proptest! {
    #[test]
    fn no_text_makes_a_parser_panic(text in any::<String>()) {
        let _ = ApiKey::parse(&text);
        let _ = OrganizationId::parse(&text);
        let _ = SandboxName::parse(&text);
        let _ = ApiVersion::parse(&text);
        let _ = SpecVersion::parse(&text);
        let _ = ConnectionId::parse(&text);
        prop_assert_eq!(ConnectionName::parse(&text).is_ok(), Description::parse(&text).is_some());
    }

    #[test]
    fn an_accepted_api_key_is_a_valid_header_value(text in "[ -~]{0,40}|.{0,20}|\\s?\\PC{0,20}") {
        if let Ok(checked) = ApiKey::parse(&text) {
            prop_assert!(is_header_value(checked.value.as_str()));
        }
    }

    #[test]
    fn an_accepted_organization_is_a_valid_header_value(
        text in "([ -~]{0,30}|\\PC{0,9}|\\s)@AdobeOrg\\s?",
    ) {
        if let Ok(checked) = OrganizationId::parse(&text) {
            prop_assert!(is_header_value(checked.value.as_str()));
        }
    }

    #[test]
    fn an_accepted_sandbox_is_a_valid_header_value(text in "\\s?[a-z0-9-]{0,9}(\\PC|\\s|[!-~])?") {
        if let Ok(name) = SandboxName::parse(&text) {
            prop_assert!(is_header_value(name.as_str()));
        }
    }

    #[test]
    fn every_sandbox_of_the_rule_is_accepted(text in "[a-z0-9-]{1,64}") {
        check_sandbox(&text, Ok(&text));
    }

    #[test]
    fn every_api_version_of_the_rule_is_accepted(text in "[0-9]{2,3}\\.[0-9]") {
        check_api_version(&text, Ok(&text));
    }
}
