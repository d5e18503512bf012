//! The curl text, run by a real bash with a `curl` that only says what it was given: it is
//! the request that would be sent.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs::{DirBuilder, write};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio, id};
use std::sync::OnceLock;

use flow_service::operation::update_connection::{self, Changes, DescriptionChange};
use flow_service::operation::{get_token, list_connections, list_sandboxes};
use flow_service::request::{Body, Method, Request};
use flow_service::secret::SecretName;
use flow_service::token_request::{FORM, TOKEN_PATH};
use flow_service::value::{ApiKey, ConnectionId, ConnectionName, Etag, Scopes};
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod access;
    pub mod connection_request;
    pub mod name;
    pub mod secrets;
    pub mod text;
}

use given::access::access;
use given::connection_request::connection;

const BASE: &str = "https://platform.adobe.io";

/// What the fake `curl` does: prints its arguments, each ended by NUL.
const FAKE_CURL: &str = "#!/bin/sh\nprintf '%s\\0' \"$@\"\n";

/// A directory that holds nothing but the fake `curl`.
fn fake_curl() -> &'static Path {
    static PLACE: OnceLock<PathBuf> = OnceLock::new();
    PLACE.get_or_init(|| {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("curl-{}", id()));
        DirBuilder::new().mode(0o700).recursive(true).create(&place).unwrap();
        let file = place.join("curl");
        write(&file, FAKE_CURL).unwrap();
        std::fs::set_permissions(&file, PermissionsExt::from_mode(0o700)).unwrap();
        place
    })
}

/// The arguments that `curl` gets when bash runs the text with these variables.
fn arguments(text: &str, variables: &[(String, &str)], locale: &str) -> Vec<String> {
    let inherited = std::env::var_os("PATH").unwrap();
    let places = std::iter::once(fake_curl().to_owned()).chain(std::env::split_paths(&inherited));
    let output = Command::new("bash")
        .args(["--norc", "--noprofile", "-c", text])
        .env_clear()
        .env("PATH", std::env::join_paths(places).unwrap())
        .env("LC_ALL", locale)
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    text.strip_suffix('\0').unwrap().split('\0').map(str::to_owned).collect()
}

/// Runs the curl text in bash and holds what curl gets against the request that is sent.
#[track_caller]
fn check_run(request: &Request, params: &[(&str, &str)], locale: &str) {
    let open = request.open(&given::secrets::secrets(params)).ok().unwrap();
    let mut variables: Vec<_> = params
        .iter()
        .map(|(key, value)| (SecretName::of_param(key).as_str().to_owned(), *value))
        .collect();
    variables.push(("ACCESS_TOKEN".to_owned(), given::secrets::TOKEN));
    let mut found = arguments(&request.to_curl(BASE), &variables, locale);

    let url = [BASE, &request.target].concat();
    let mut expect = vec!["--request".to_owned(), request.method.as_str().to_owned(), url];
    let headers = request.headers.iter().map(|(name, value)| [name, ": ", value].concat());
    let authorization = ["Authorization: ", &open.authorization].concat();
    for header in core::iter::once(authorization).chain(headers) {
        expect.extend(["--header".to_owned(), header]);
    }
    if let Some(body) = open.body {
        expect.push("--data-raw".to_owned());
        let sent = found.pop().unwrap();
        let json = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(json(&sent), json(&body));
        // Exclamation marks are written in another way, and nothing else is.
        assert_eq!(sent.replace("\\u0021", "!"), body.replace("\\u0021", "!"));
    }
    assert_eq!(found, expect);
}

/// Runs a connection with these texts, in both kinds of locale.
#[track_caller]
fn check_text(name: &str, description: &str, password: &str, security_token: &str) {
    let request = connection(name, description, name);
    for locale in ["C", "C.UTF-8"] {
        check_run(&request, &[("password", password), ("securityToken", security_token)], locale);
    }
}

/// Runs a connection whose every text is this one.
#[track_caller]
fn check_everywhere(text: &str) {
    check_text(text, text, text, text);
}

#[test]
fn a_body_that_is_one_secret_runs_in_bash() {
    let body = Body::Secret(SecretName::of_param("password"));
    check_run(&Request::post(&access(), "/", body), &[("password", "p\"\\'")], "C.UTF-8");
}

#[test]
fn a_request_without_body_runs_in_bash() {
    check_run(&list_sandboxes::request(&access()), &[], "C");
}

/// Curl encodes the members itself, so it gets them as they are.
#[track_caller]
fn check_token_run(client: &str, secret: &str, scope: &str) {
    let client_id = ApiKey::parse(client).unwrap().value;
    let request = get_token::request(client_id, Scopes::parse(scope).unwrap());
    let variables = [(SecretName::ims_client_secret().as_str().to_owned(), secret)];
    let mut expect = vec!["--request".to_owned(), "POST".to_owned(), [BASE, TOKEN_PATH].concat()];
    expect.extend(["--header".to_owned(), ["Content-Type: ", FORM].concat()]);
    let members = [
        ("grant_type", "client_credentials"),
        ("client_id", client),
        ("client_secret", secret),
        ("scope", scope),
    ];
    for (name, value) in members {
        expect.extend(["--data-urlencode".to_owned(), [name, "=", value].concat()]);
    }
    for locale in ["C", "C.UTF-8"] {
        assert_eq!(arguments(&request.to_curl(BASE), &variables, locale), expect);
    }
}

#[test]
fn a_request_for_a_token_runs_in_bash() {
    check_token_run("0123456789abcdef0123456789abcdef", "p8e-secret", "openid,AdobeID");
    check_token_run("it's$HOME`x`", "p\"\\'$w `ls` \té@=&", "a'b\"c,$(ls)");
}

#[test]
fn a_delete_runs_in_bash() {
    check_run(&Request::delete(&access(), "/a/b"), &[], "C");
}

/// Changes a connection in every way, its every text this one.
fn change(text: &str) -> Request {
    let given = vec![
        (vec!["username"], Body::Text(text.to_owned())),
        (vec!["password"], Body::Secret(SecretName::of_param("password"))),
    ];
    let stored = json!({ "username": "old", "usePrivateLink": true, "ports": [1, -2.5, null] });
    let changes = Changes {
        name: Some(ConnectionName::parse(text).unwrap()),
        description: Some(DescriptionChange::Set(text.to_owned())),
        auth_params: Some(update_connection::auth_params(
            Some(&stored),
            given,
            &[vec!["password"]],
        )),
    };
    let etag = Etag::parse("\"1400dd53-$HOME'`ls`\"").unwrap();
    let id = ConnectionId::parse("a").unwrap();
    update_connection::request(&access(), &id, &etag, &changes, true).unwrap()
}

#[test]
fn a_change_runs_in_bash_with_its_etag() {
    for text in ["name", "it's \"$HOME\" \\ `x`\n", "😀"] {
        let request = change(text);
        assert_eq!(request.method, Method::Patch);
        assert!(request.headers.contains(&("If-Match", "\"1400dd53-$HOME'`ls`\"".to_owned())));
        for locale in ["C", "C.UTF-8"] {
            check_run(&request, &[("password", "p\"\\'$w")], locale);
        }
    }
}

#[test]
fn a_query_runs_in_bash_as_one_word() {
    let request =
        list_connections::next_request(&access(), "/connections?a='b'&c=$d;e|f*`g`&h=\"i\"")
            .unwrap();
    check_run(&request, &[], "C.UTF-8");
}

#[test]
fn the_connection_of_the_tutorial_runs_in_bash() {
    let name = "Base connection for salesforce service cloud";
    check_text(name, name, "{PASSWORD}", "{SECURITY_TOKEN}");
}

#[test]
fn a_source_with_an_access_token_of_its_own_runs_in_bash() {
    let keys = ["accessToken", "path", "-"];
    let secret = |key: &str| (key.to_owned(), Body::Secret(SecretName::of_param(key)));
    let request = Request::post(&access(), "/", Body::Object(keys.map(secret).into()));
    check_run(&request, &[("accessToken", "theirs"), ("path", "/p"), ("-", "x")], "C.UTF-8");
}

#[test]
fn quotes_run_in_bash() {
    for text in ["it's", "''", "'\\''", "say \"hi\"", "\"", "'\"'\"'", "$'x'", "“quoted”"] {
        check_everywhere(text);
    }
}

#[test]
fn backslashes_run_in_bash() {
    for text in [
        "\\",
        "\\\\",
        "\\\\\\",
        "a\\nb",
        "\\\"",
        "\\'",
        "\\t",
        "C:\\new\\table",
        "\\u0041",
        "end\\",
    ] {
        check_everywhere(text);
    }
}

#[test]
fn what_a_shell_expands_runs_in_bash_unexpanded() {
    for text in [
        "$HOME",
        "${HOME}",
        "$(exit 1)",
        "`exit 1`",
        "$((1+1))",
        "~",
        "*",
        "{a,b}",
        "$PASSWORD",
        "<(ls)",
    ] {
        check_everywhere(text);
    }
}

#[test]
fn what_a_history_or_a_replacement_expands_runs_in_bash_unexpanded() {
    for text in ["!", "!!", "hi!x", "&", "a & b && c", "\\&", "\"&\"", "&\t&"] {
        check_everywhere(text);
    }
}

#[test]
fn what_separates_commands_runs_in_bash_as_text() {
    for text in ["; exit 1", "| false", "> /dev/null", "# not a comment", "a\\", "%s %d %%"] {
        check_everywhere(text);
    }
}

#[test]
fn what_looks_like_an_option_or_a_file_runs_in_bash_as_text() {
    for text in ["--version", "-n", "-e", "@/etc/hostname", "-"] {
        check_everywhere(text);
    }
}

#[test]
fn edge_spaces_and_tabs_run_in_bash_unchanged() {
    check_text(" name ", "\tdescription\t", " pass word ", "\tto\tken\t");
    check_text("n", "d", "   ", "\t");
}

#[test]
fn line_breaks_in_a_secret_run_in_bash() {
    check_text("n", "d", "first\nsecond\r\n\n", "\n");
}

#[test]
fn emoji_and_other_scripts_run_in_bash() {
    for text in ["😀👩‍👩‍👧", "Zoë", "漢字", "\u{2028}\u{feff}", "ſ表\\"] {
        check_everywhere(text);
    }
}

#[test]
fn line_breaks_in_name_and_description_run_in_bash() {
    check_text("a\nb\r\n", "first\nsecond\n\n'third'\n", "p", "t");
    check_text("a\u{0}\u{1}\u{1f}b", "\u{8}\u{c}\u{7f}", "p", "t");
}

#[test]
fn four_kilobytes_run_in_bash() {
    check_everywhere(&"'\"\\$é😀&! ".repeat(256));
}

/// A variable cannot hold NUL, and of the control characters a secret has only these. No
/// secret is empty.
fn any_secret() -> impl Strategy<Value = String> {
    let kept = |c: &char| matches!(c, '\t' | '\n' | '\r') || !c.is_control();
    given::text::any_text().prop_map(move |text| text.chars().filter(kept).chain(['-']).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_connection_runs_in_bash(
        name in given::name::any_name(),
        description in given::text::any_text(),
        username in given::text::any_text(),
        password in any_secret(),
        security_token in any_secret(),
    ) {
        let request = connection(&name, &description, &username);
        let params = [("password", password.as_str()), ("securityToken", &security_token)];
        check_run(&request, &params, "C.UTF-8");
        check_run(&change(&name), &[("password", &password)], "C.UTF-8");
    }
}
