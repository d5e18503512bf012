//! Where requests go: what is taken as an address, and what it is beside a page.

use flow_service::value::BaseAddress;
use proptest::prelude::*;

#[test]
fn the_base_is_https_or_this_very_machine_or_the_own_origin() {
    let origin = |text: &str| Some(BaseAddress::Origin(text.to_owned()));
    assert_eq!(BaseAddress::parse("/"), Some(BaseAddress::OwnOrigin));
    assert_eq!(BaseAddress::parse(" / "), Some(BaseAddress::OwnOrigin));
    for text in [
        "https://platform.adobe.io",
        "https://platform-stage.adobe.io:8443",
        "http://localhost",
        "http://localhost:4010",
        "http://127.0.0.1:4010",
        "http://[::1]:4010",
        "http://[::1]",
    ] {
        assert_eq!(BaseAddress::parse(text), origin(text), "{text}");
    }
    assert_eq!(
        BaseAddress::parse("https://platform.adobe.io/"),
        origin("https://platform.adobe.io")
    );
    for text in [
        "",
        "//platform.adobe.io",
        "platform.adobe.io",
        "http://platform.adobe.io",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "http://evil.example:127.0.0.1",
        "https://",
        "https:///",
        "https://user@platform.adobe.io",
        "https://user:word@platform.adobe.io",
        "https://platform.adobe.io/data",
        "https://platform.adobe.io?x",
        "https://platform.adobe.io#x",
        "https://platform adobe.io",
        "https://platform.adobe.io\r\nx: y",
        "HTTPS//platform.adobe.io",
        "javascript://localhost",
        "ftp://localhost",
    ] {
        assert_eq!(BaseAddress::parse(text), None, "{text:?}");
    }
}

#[test]
fn the_addresses_of_adobe_can_be_given_too() {
    for base in [BaseAddress::platform(), BaseAddress::ims()] {
        assert_eq!(BaseAddress::parse(base.origin("")), Some(base));
    }
}

#[test]
fn the_own_origin_is_that_of_the_page() {
    let own = "https://portal.example";
    assert_eq!(BaseAddress::OwnOrigin.origin(own), own);
    assert_eq!(BaseAddress::platform().origin(own), "https://platform.adobe.io");
    assert_eq!(BaseAddress::ims().origin(own), "https://ims-na1.adobelogin.com");
}

proptest! {
    #[test]
    fn whatever_is_taken_is_an_origin_and_nothing_goes_in_clear(
        text in "(https?://)?[a-z0-9.:/@?\\[\\]-]{0,30}|.{0,20}",
    ) {
        if let Some(BaseAddress::Origin(origin)) = BaseAddress::parse(&text) {
            let (scheme, rest) = origin.split_once("://").unwrap_or_default();
            prop_assert!(!rest.contains(['/', '@', '?', '#', ' ']));
            let local = ["localhost", "127.0.0.1", "[::1]"];
            let local = local.iter().any(|host| rest.strip_prefix(host).is_some_and(|port| {
                port.is_empty() || port.starts_with(':')
            }));
            prop_assert!(scheme == "https" || (scheme == "http" && local));
        }
    }
}
