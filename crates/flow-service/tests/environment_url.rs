//! The address of the Salesforce instance: what is put right, refused and remarked.

use flow_service::value::{EnvironmentUrl, Problem, Remark};
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expect: Result<(&str, &[Remark]), Problem>) {
    let found = EnvironmentUrl::parse(text)
        .map(|checked| (checked.value.as_str().to_owned(), checked.remarks));
    assert_eq!(found, expect.map(|(url, remarks)| (url.to_owned(), remarks.to_vec())));
}

#[track_caller]
fn check_host(host: &str, is_salesforce: bool) {
    let url = ["https://", host].concat();
    let remarks: &[_] = if is_salesforce { &[] } else { &[Remark::NotSalesforce] };
    check(&url, Ok((&url, remarks)));
}

#[test]
fn an_https_address_of_salesforce_is_taken_as_it_is() {
    check("https://acme.my.salesforce.com", Ok(("https://acme.my.salesforce.com", &[])));
}

#[test]
fn white_space_around_the_address_is_dropped() {
    check(" https://acme.my.salesforce.com\n", Ok(("https://acme.my.salesforce.com", &[])));
}

#[test]
fn a_bare_host_gets_https() {
    check("login.salesforce.com", Ok(("https://login.salesforce.com", &[Remark::HttpsAdded])));
}

#[test]
fn a_bare_host_of_another_owner_gets_both_remarks() {
    let both = [Remark::HttpsAdded, Remark::NotSalesforce];
    check("crm.example.com", Ok(("https://crm.example.com", &both)));
}

#[test]
fn a_bare_host_may_have_port_and_path() {
    check(
        "acme.my.salesforce.com:8443/services",
        Ok(("https://acme.my.salesforce.com:8443/services", &[Remark::HttpsAdded])),
    );
}

#[test]
fn a_bare_host_may_have_an_address_in_its_query() {
    check(
        "acme.my.salesforce.com/login?next=https://acme.force.com",
        Ok((
            "https://acme.my.salesforce.com/login?next=https://acme.force.com",
            &[Remark::HttpsAdded],
        )),
    );
}

#[test]
fn the_scheme_is_known_in_any_case_and_sent_in_lower_case() {
    check("HTTPS://acme.my.salesforce.com", Ok(("https://acme.my.salesforce.com", &[])));
    check("Https://acme.my.salesforce.com", Ok(("https://acme.my.salesforce.com", &[])));
}

#[test]
fn the_host_keeps_its_case() {
    check("https://ACME.My.Salesforce.COM", Ok(("https://ACME.My.Salesforce.COM", &[])));
}

#[test]
fn a_lone_slash_at_the_end_is_dropped() {
    check("https://acme.my.salesforce.com/", Ok(("https://acme.my.salesforce.com", &[])));
}

#[test]
fn a_path_is_kept() {
    check("https://acme.my.salesforce.com/a/", Ok(("https://acme.my.salesforce.com/a/", &[])));
    check(
        "https://acme.my.salesforce.com?a=b#c",
        Ok(("https://acme.my.salesforce.com?a=b#c", &[])),
    );
}

#[test]
fn an_at_sign_in_the_path_is_no_user_info() {
    check("https://acme.my.salesforce.com/a@b", Ok(("https://acme.my.salesforce.com/a@b", &[])));
}

#[test]
fn a_blank_address_is_missing() {
    check("", Err(Problem::Missing));
    check(" \t", Err(Problem::Missing));
}

#[test]
fn another_scheme_is_refused() {
    for text in
        ["http://acme.my.salesforce.com", "ftp://acme.my.salesforce.com", "://a.b", "HTTP://a.b"]
    {
        check(text, Err(Problem::NotHttps));
    }
}

#[test]
fn user_info_is_refused() {
    for text in [
        "https://user@acme.my.salesforce.com",
        "https://user:pass@acme.my.salesforce.com",
        "https://@acme.my.salesforce.com",
        "https://acme.my.salesforce.com@evil.test",
        "user@acme.my.salesforce.com",
        "user:pass@acme.my.salesforce.com",
    ] {
        check(text, Err(Problem::HasUserInfo));
    }
}

#[test]
fn a_port_is_a_number_from_1_to_65535() {
    check("https://a.salesforce.com:443", Ok(("https://a.salesforce.com:443", &[])));
    check("https://a.salesforce.com:65535/", Ok(("https://a.salesforce.com:65535", &[])));
    for port in ["", "0", "65536", "+443", "-1", "4 3", "https", "443:443"] {
        check(&["https://a.salesforce.com:", port].concat(), Err(Problem::NotAHost));
    }
}

#[test]
fn an_address_without_a_usable_host_is_refused() {
    for text in [
        "https://",
        "https:///path",
        "https://?a",
        "https://#a",
        "https://:443",
        "https://localhost",
        "acme",
        "https://.salesforce.com",
        "https://acme..salesforce.com",
        "https://acme.salesforce.com.",
        "https://-acme.salesforce.com",
        "https://acme-.salesforce.com",
        "https://ac_me.salesforce.com",
        "https://ac%6de.salesforce.com",
        "https://[::1]",
        "https://acme.salesforce.com\\.evil.test",
        "https:acme.salesforce.com",
        "https:/acme.salesforce.com",
        "//acme.salesforce.com",
        "https://https://acme.salesforce.com",
        "javascript:alert(1)",
        "{ENVIRONMENT_URL}",
    ] {
        check(text, Err(Problem::NotAHost));
    }
}

#[test]
fn inner_white_space_and_control_characters_are_refused() {
    for text in
        ["https://acme .salesforce.com", "https://a.salesforce.com/\n", "a\tb.salesforce.com"]
    {
        check(&[text, "x"].concat(), Err(Problem::NotAHost));
    }
    check("https://a.salesforce.com/\0", Err(Problem::NotAHost));
}

#[test]
fn a_host_outside_ascii_is_refused_and_its_punycode_is_taken() {
    check("https://bücher.salesforce.com", Err(Problem::NotAHost));
    check("https://acme.my.sаlesforce.com", Err(Problem::NotAHost));
    check("https://acme.my.salesforce。com", Err(Problem::NotAHost));
    check_host("xn--bcher-kva.salesforce.com", true);
}

#[test]
fn labels_and_names_have_the_lengths_of_dns() {
    check_host(&["a".repeat(63).as_str(), ".salesforce.com"].concat(), true);
    check(&["a".repeat(64).as_str(), ".salesforce.com"].concat(), Err(Problem::NotAHost));
    check(&["a.".repeat(130).as_str(), "salesforce.com"].concat(), Err(Problem::NotAHost));
}

#[test]
fn hosts_of_salesforce_are_known() {
    for host in [
        "login.salesforce.com",
        "test.salesforce.com",
        "acme--dev.sandbox.my.salesforce.com",
        "ACME.MY.SALESFORCE.COM",
        "acme.lightning.force.com",
        "acme.my.salesforce.mil",
        "acme.cloudforce.com",
        "salesforce.com",
    ] {
        check_host(host, true);
    }
}

#[test]
fn hosts_that_only_look_like_salesforce_are_remarked() {
    for host in [
        "notsalesforce.com",
        "acme.notsalesforce.com",
        "acme-salesforce.com",
        "salesforce.com.evil.test",
        "salesforce.co",
        "salesforce.community",
        "127.0.0.1",
    ] {
        check_host(host, false);
    }
}

#[test]
fn a_path_does_not_make_a_host_salesforces() {
    check(
        "https://evil.test/acme.my.salesforce.com",
        Ok(("https://evil.test/acme.my.salesforce.com", &[Remark::NotSalesforce])),
    );
    check("https://evil.test#.salesforce.com", {
        Ok(("https://evil.test#.salesforce.com", &[Remark::NotSalesforce]))
    });
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(
        text in "(https?://)?\\PC{0,40}|.{0,40}|[:/@.?#a-c0-9-]{0,40}",
    ) {
        if let Ok(checked) = EnvironmentUrl::parse(&text) {
            let url = checked.value.as_str();
            prop_assert!(url.starts_with("https://"));
            prop_assert!(url.bytes().all(|byte| byte.is_ascii_graphic()));
        }
    }

    #[test]
    fn an_accepted_address_is_accepted_again_unchanged(
        text in "(https://)?[a-z]{1,5}\\.[a-z]{2,5}(:[0-9]{1,6})?[/?#a-z]{0,9}",
    ) {
        if let Ok(checked) = EnvironmentUrl::parse(&text) {
            let again = EnvironmentUrl::parse(checked.value.as_str());
            prop_assert_eq!(again.map(|again| again.value), Ok(checked.value));
        }
    }
}
