//! One file sends requests to Platform's APIs, and one reads the configuration.

use crate::source::{absent, file, files, holds};

const SEND: &str = "src/web/send.rs";
const CONFIGURATION: &str = "src/web/configuration.rs";

/// All ways out of a page, besides following a link.
#[test]
fn no_other_file_reaches_the_network() {
    let ways = [
        "gloo_net",
        "fetch_with_request",
        "fetch_with_str",
        "fetch_with_request_and_init",
        "fetch_with_str_and_init",
        "XmlHttpRequest",
        "WebSocket",
        "EventSource",
        "send_beacon",
        "RtcPeerConnection",
        "Worker",
        "HtmlScriptElement",
        "HtmlImageElement",
        "HtmlFormElement",
    ];
    absent(&["src"], &ways, &[SEND, CONFIGURATION]);
}

/// The one thing that JavaScript fetches is a file of the app, from where the app itself is.
#[test]
fn javascript_fetches_a_part_of_the_app_and_nothing_else() {
    let mut fetches = Vec::new();
    for source in files(&["src"], "js") {
        for (number, line) in source.code() {
            for way in [
                "XMLHttpRequest",
                "WebSocket",
                "EventSource",
                "sendBeacon",
                "RTCPeerConnection",
                "Worker",
                "import(",
                "eval",
                "Function(",
                "importScripts",
                "instantiateStreaming",
                "localStorage",
                "sessionStorage",
                "indexedDB",
                "cookie",
                "innerHTML",
                "console",
            ] {
                assert!(!holds(line, way), "{}:{number} has {way}: {line}", source.path);
            }
            // What is said when the app has stopped is made of elements and texts, never of HTML.
            let makes = line.trim() == "const element = document.createElement(tag);";
            assert!(makes || !holds(line, "document"), "{}:{number}: {line}", source.path);
            if holds(line, "fetch") {
                fetches.push(line.trim().to_owned());
            }
        }
    }
    let part =
        r#"const answer = await fetch(new URL("connections.wasm", import.meta.url), { cache });"#;
    assert_eq!(fetches, [part]);
    absent(&["src"], &["inline_js", "eval", "new_no_args", "new_with_args"], &[]);
}

/// The half with connections and the form send through the session, which has the token.
#[test]
fn only_the_session_calls_send() {
    absent(&["src"], &["send::send", "send::probe"], &["src/web/session.rs"]);
    // A token is asked for without one.
    absent(&["src"], &["request_token"], &[SEND, "src/web/get_token.rs"]);
    let callers = [
        "src/web/deeds.rs",
        "src/web/connections.rs",
        "src/web/check.rs",
        "src/web/duplicates.rs",
        "src/web/sandboxes.rs",
        "src/web/sources.rs",
    ];
    absent(&["src"], &["session.call"], &callers);
    // Where IMS gives no answer, and in a check.
    let probers = ["src/web/check.rs", "src/web/get_token.rs"];
    absent(&["src"], &["session.probe"], &probers);
}

#[test]
fn only_send_builds_a_request_with_a_token() {
    let builds = ["RequestBuilder", "Headers", "AUTHORIZATION", "OpenRequest", "request.open"];
    absent(&["src"], &builds, &[SEND]);
}

/// What looks whether a host answers knows nothing of the person who asks.
#[test]
fn the_probe_carries_nothing() {
    let text = file(SEND).text;
    let (_, probe) = text.split_once("async fn probe(").unwrap();
    let (probe, _) = probe.split_once("\n}\n").unwrap();
    assert!(probe.contains("base: &str, controller: &AbortController) -> Probe"), "{probe}");
    for rule in ["RequestMode::NoCors", "RequestCredentials::Omit", "ReferrerPolicy::NoReferrer"] {
        assert!(probe.contains(rule), "{rule} is not in {probe}");
    }
    for word in ["headers", "set_body", "set_method", "secrets", "token", ".open("] {
        assert!(!probe.contains(word), "{word} is in {probe}");
    }
}

/// A check is a read: no other operation is named in it.
#[test]
fn a_check_changes_nothing() {
    let changes = [
        "create_connection",
        "update_connection",
        "delete_connection",
        "get_token",
        "Request::post",
        "Request::patch",
        "Request::delete",
    ];
    for source in crate::source::rust_files(&["src"]) {
        if source.path.contains("/check") {
            for (number, line) in source.code() {
                let word = changes.iter().find(|word| holds(line, word));
                assert_eq!(word, None, "{}:{number}: {line}", source.path);
            }
        }
    }
}

#[test]
fn the_configuration_is_only_read() {
    let configuration = file(CONFIGURATION);
    for (number, line) in configuration.code() {
        for word in [
            "post",
            "put",
            "POST",
            "Headers",
            "set_method",
            "set_body",
            "Secret",
            "AccessToken",
            "flow_service",
        ] {
            assert!(!holds(line, word), "{CONFIGURATION}:{number} has {word}: {line}");
        }
    }
}

/// Nothing of the page goes along with a request.
#[test]
fn a_request_carries_no_cookie_no_referrer_and_follows_no_redirect() {
    let text = file(SEND).text;
    for rule in [
        "RequestCredentials::Omit",
        "ReferrerPolicy::NoReferrer",
        "RequestCache::NoStore",
        "RequestRedirect::Error",
        "RequestMode::Cors",
    ] {
        assert!(text.contains(rule), "{rule} is not in {SEND}");
    }
}

/// A secret in web storage would outlive the page.
#[test]
fn one_file_reaches_the_storage_of_the_browser() {
    let storage = [
        "local_storage",
        "session_storage",
        "Storage",
        "IdbFactory",
        "indexed_db",
        "set_cookie",
        "HtmlDocument",
    ];
    absent(&["src"], &storage, &["src/web/storage.rs"]);
    absent(&["src"], &["Store::Browser", "Store::Tab"], &KEEPERS);
}

/// Those who keep something in this browser; none of them takes a secret in hand.
const KEEPERS: [&str; 4] =
    ["src/web/app.rs", "src/web/keeping.rs", "src/web/profiles.rs", "src/web/theme.rs"];

#[test]
fn who_keeps_something_reads_no_secret() {
    for path in KEEPERS.into_iter().chain(["src/web/storage.rs"]) {
        let source = file(path);
        for (number, line) in source.code() {
            for word in ["secret_inputs", "Secret", "Secrets", "AccessToken", "set_typed"] {
                assert!(!holds(line, word), "{path}:{number} has {word}: {line}");
            }
        }
    }
}

#[test]
fn nothing_is_logged_but_the_place_of_a_panic() {
    absent(&["src"], &["console"], &["src/web/element.rs"]);
    // This one writes a program that people run.
    let but_in = ["crates/flow-service/src/code/rust.rs"];
    absent(&["src", "crates/flow-service/src"], &["dbg!", "println!", "tracing", "log::"], &but_in);
    let logs = file("src/web/element.rs").text.matches("console::").count();
    assert_eq!(logs, 1, "one line: where the app stopped");
}
