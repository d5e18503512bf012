//! Secrets: kept exactly, named for a shell, never shown, taken out of texts from outside.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use core::fmt::{Debug, Display};

use flow_service::code::{Language, Shown};
use flow_service::request::{Body, OpenRequest, Request};
use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::value::{AccessToken, Problem, Remark};
use proptest::prelude::*;

mod given {
    pub mod access;
    pub mod secrets;
    pub mod text;
}

/// Fails to compile when the type implements one of the traits.
macro_rules! lacks {
    ($type:ty: $($bound:path),+) => {$({
        trait Ambiguous<A> {
            fn lacks() {}
        }
        struct Implemented;
        impl<T: ?Sized> Ambiguous<()> for T {}
        impl<T: ?Sized + $bound> Ambiguous<Implemented> for T {}
        <$type as Ambiguous<_>>::lacks();
    })+};
}

/// What the service would get for a secret.
fn sent(secret: Secret) -> String {
    let mut secrets = given::secrets::secrets(&[]);
    secrets.insert(SecretName::of_param("password"), secret);
    let body = Body::Secret(SecretName::of_param("password"));
    let request = Request::post(&given::access::access(), "/", body);
    let open = request.open(&secrets).ok().unwrap();
    serde_json::from_str(&open.body.unwrap()).unwrap()
}

#[track_caller]
fn check(text: &str, remark: Option<Remark>) {
    let (secret, found) = Secret::parse(text.to_owned()).unwrap();
    assert_eq!((sent(secret).as_str(), found), (text, remark));
}

#[track_caller]
fn check_name(key: &str, expect: &str) {
    let name = SecretName::of_param(key);
    assert_eq!(name.as_str(), expect);
    assert_eq!(name.placeholder(), ["$", expect].concat());
}

#[track_caller]
fn check_redacted(secrets: &[(&str, &str)], text: &str, expect: &str) {
    assert_eq!(given::secrets::secrets(secrets).redact(text), expect);
}

#[test]
fn a_password_is_kept_exactly() {
    check("hunter2", None);
    check(r#"p"a'ss\w$rd`!&%"#, None);
    check("pä😀", None);
    check("in side", None);
}

#[test]
fn edge_spaces_are_kept_and_remarked() {
    check(" hunter2", Some(Remark::SecretEdgeSpace));
    check("hunter2 ", Some(Remark::SecretEdgeSpace));
    check("hunter2\t", Some(Remark::SecretEdgeSpace));
    check("\u{a0}hunter2", Some(Remark::SecretEdgeSpace));
    check("hunter2\n", Some(Remark::SecretEdgeSpace));
    check(" ", Some(Remark::SecretEdgeSpace));
}

#[test]
fn an_empty_secret_is_missing() {
    assert_eq!(Secret::parse(String::new()).err(), Some(Problem::Missing));
}

#[test]
fn a_secret_cannot_be_shown_copied_or_compared() {
    lacks!(Secret: Display, Clone, PartialEq, AsRef<str>, core::ops::Deref);
    lacks!(AccessToken: Display, Clone, PartialEq, AsRef<str>, core::ops::Deref);
    lacks!(Secrets: Display, Clone, PartialEq);
    lacks!(OpenRequest: Debug, Display, Clone, PartialEq);
}

#[test]
fn debug_of_a_secret_is_redacted() {
    assert_eq!(format!("{:?}", Secret::new("hunter2".to_owned())), "[redacted]");
    assert_eq!(format!("{:#?}", Secret::new("hunter2".to_owned())), "[redacted]");
}

#[test]
fn debug_of_a_token_is_redacted() {
    let checked = AccessToken::parse("canary").unwrap();
    let expect = "Checked { value: AccessToken([redacted]), remarks: [NotAJwt] }";
    assert_eq!(format!("{checked:?}"), expect);
}

#[test]
fn debug_of_secrets_names_them_and_shows_none() {
    let text = format!("{:?}", given::secrets::secrets(&[("password", "hunter2")]));
    let expect = r#"Secrets { held: [(SecretName("ACCESS_TOKEN"), [redacted]), (SecretName("PASSWORD"), [redacted])], parts: [] }"#;
    assert_eq!(text, expect);
}

/// JSON with secrets in it is sent as it is; of its texts nothing is shown.
#[test]
fn each_text_of_a_secret_part_is_a_secret() {
    let mut secrets = given::secrets::secrets(&[]);
    let value = serde_json::json!({ "a": ["canary-1", 2, { "b": "canary-\"2" }], "c": true });
    secrets.insert_json(SecretName::of_param("headers"), value.clone());
    let shown = format!("{secrets:?}");
    assert!(!shown.contains("canary"), "{shown}");
    assert_eq!(secrets.redact("say canary-1 and canary-\\\"2"), "say [redacted] and [redacted]");

    let headers = Body::SecretJson(SecretName::of_param("headers"));
    let access = given::access::access();
    let request = Request::post(&access, "/x", Body::Object(vec![("headers".to_owned(), headers)]));
    let opened = request.open(&secrets).unwrap();
    let sent: serde_json::Value = serde_json::from_str(&opened.body.unwrap()).unwrap();
    assert_eq!(sent, serde_json::json!({ "headers": value }));
    assert!(request.to_http("").contains("$HEADERS"));
    for language in Language::ALL {
        let code = request.to_code("https://x.example", language, Shown::Values(&secrets)).unwrap();
        assert!(code.contains("canary-1"), "{language:?}");
        assert!(!code.contains("HEADERS"), "{language:?}: {}", *code);
    }
}

#[test]
fn the_name_of_the_token_is_access_token() {
    assert_eq!(SecretName::access_token().as_str(), "ACCESS_TOKEN");
    assert_eq!(SecretName::access_token().placeholder(), "$ACCESS_TOKEN");
}

#[test]
fn a_name_is_the_key_as_a_shell_writes_it() {
    check_name("password", "PASSWORD");
    check_name("securityToken", "SECURITY_TOKEN");
    check_name("clientId", "SOURCE_CLIENT_ID");
    check_name("consumerSecret", "CONSUMER_SECRET");
    check_name("s3SecretKey", "S3_SECRET_KEY");
    check_name("SECRET", "S_E_C_R_E_T");
}

#[test]
fn a_name_is_a_shell_variable_whatever_the_key_is() {
    check_name("", "SOURCE_");
    check_name("1st", "SOURCE_1ST");
    check_name("a.b-c d", "A_B_C_D");
    check_name("clé", "CL_");
    check_name("$(reboot)", "__REBOOT_");
}

#[test]
fn a_key_without_letters_is_not_the_variable_underscore() {
    check_name("-", "SOURCE__");
    check_name("密码", "SOURCE___");
}

#[test]
fn a_parameter_named_access_token_is_not_the_access_token_of_platform() {
    for key in ["accessToken", "access_token", "access-token", "AccessToken"] {
        check_name(key, "SOURCE_ACCESS_TOKEN");
    }
}

/// Whoever has Adobe's files loaded would send the secret of the project to the source.
#[test]
fn a_parameter_is_not_a_variable_of_adobes_files() {
    check_name("clientSecret", "SOURCE_CLIENT_SECRET");
    check_name("apiKey", "SOURCE_API_KEY");
    check_name("privateKey", "SOURCE_PRIVATE_KEY");
    check_name("credentials.clientSecret", "CREDENTIALS_CLIENT_SECRET");
}

/// Whoever runs the code would send the name of his account.
#[test]
fn a_parameter_is_not_a_variable_that_systems_set() {
    for key in ["username", "home", "euid", "ppid", "hostname", "temp", "bashOpts", "lcAll", "pct"]
    {
        let capitals = flow_service::secret::in_capitals(key);
        check_name(key, &["SOURCE_", &capitals].concat());
    }
}

#[test]
fn a_parameter_is_not_a_variable_that_a_shell_needs() {
    check_name("path", "SOURCE_PATH");
    check_name("pwd", "SOURCE_PWD");
    check_name("uid", "SOURCE_UID");
}

#[test]
fn an_echoed_secret_is_redacted() {
    check_redacted(&[("password", "hunter2")], "no user with hunter2", "no user with [redacted]");
}

#[test]
fn each_echo_of_a_secret_is_redacted() {
    check_redacted(
        &[("password", "hunter2")],
        "hunter2, hunter2 and hunter2hunter2",
        "[redacted], [redacted] and [redacted]",
    );
}

#[test]
fn each_of_the_secrets_is_redacted() {
    check_redacted(
        &[("password", "hunter2"), ("securityToken", "tok-en")],
        "hunter2+tok-en; tok-en",
        "[redacted]+[redacted]; [redacted]",
    );
}

#[test]
fn the_access_token_is_redacted() {
    let text = ["Bearer ", given::secrets::TOKEN, " is old"].concat();
    check_redacted(&[], &text, "Bearer [redacted] is old");
}

#[test]
fn a_secret_within_another_leaves_no_part_of_it() {
    let within = [("password", "hunter2"), ("securityToken", "hunter2hush")];
    check_redacted(&within, "a hunter2hush b", "a [redacted] b");
    let across = [("password", "hunter2"), ("securityToken", "ter2hush")];
    check_redacted(&across, "a hunter2hush b", "a [redacted] b");
    check_redacted(&[("password", "xyxyx")], "a xyxyxyx b", "a [redacted] b");
}

#[test]
fn a_secret_as_json_writes_it_is_redacted() {
    let secrets = [("password", "p\"a\\ss\tword")];
    check_redacted(&secrets, r#"{"password":"p\"a\\ss\tword"#, r#"{"password":"[redacted]"#);
}

#[test]
fn the_beginning_of_a_secret_at_the_end_of_a_cut_text_is_redacted() {
    let secrets = [("password", "correct horse battery")];
    check_redacted(&secrets, "got correct horse", "got [redacted]");
    check_redacted(&secrets, "got correct hor…", "got [redacted]…");
    check_redacted(&secrets, "got corr", "got [redacted]");
}

#[test]
fn a_short_beginning_at_the_end_is_left_alone() {
    check_redacted(&[("password", "correct horse battery")], "got cor", "got cor");
}

#[test]
fn a_beginning_within_a_text_is_left_alone() {
    check_redacted(&[("password", "correct horse")], "correct answer", "correct answer");
}

#[test]
fn a_secret_of_three_bytes_is_not_searched_for() {
    check_redacted(&[("password", "the")], "the end of the text", "the end of the text");
    check_redacted(&[("password", "")], "text", "text");
}

#[test]
fn a_text_without_secrets_is_unchanged() {
    check_redacted(&[("password", "hunter2")], "Hunter2 ünd 😀…", "Hunter2 ünd 😀…");
    check_redacted(&[("password", "hunter2")], "", "");
}

proptest! {
    #[test]
    fn every_secret_is_sent_unchanged(text in given::text::any_text()) {
        prop_assert_eq!(sent(Secret::new(text.clone())), text);
    }

    #[test]
    fn every_key_gives_a_shell_variable(key in "[a-zA-Z_$-]{0,12}|.{0,12}") {
        let name = SecretName::of_param(&key);
        let name = name.as_str();
        prop_assert!(name.starts_with(|first: char| first.is_ascii_uppercase() || first == '_'));
        prop_assert!(name.bytes().any(|byte| byte.is_ascii_uppercase()));
        let allowed = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
        prop_assert!(name.bytes().all(allowed));
        prop_assert_ne!(name, "ACCESS_TOKEN");
    }

    #[test]
    fn redact_never_leaves_a_secret_in(
        text in given::text::any_text(),
        other in "[a-d]{4,6}",
        texts in proptest::collection::vec("[a-d]{0,8}|\\PC{0,8}", 1..4),
    ) {
        // A secret that has a part of the mark itself could be in a redacted text again.
        let secret = [&text.replace(['[', ']'], "|"), "-Zz9"].concat();
        let json = serde_json::to_string(&secret).unwrap();
        let echoes = [&texts.join(&secret), &json, &secret, &texts.join(&other)];
        let secrets = [("password", secret.as_str()), ("securityToken", &other)];
        let secrets = given::secrets::secrets(&secrets);
        let redacted = secrets.redact(&echoes.map(String::as_str).concat());
        prop_assert!(!redacted.contains(&secret), "{}", redacted);
        prop_assert!(!redacted.contains(&other), "{}", redacted);
        prop_assert!(!redacted.contains(json.trim_matches('"')), "{}", redacted);
    }

    #[test]
    fn redact_never_leaves_more_than_three_bytes_at_the_end_of_a_cut_text(
        secret in "[a-z0-9]{8,40}", before in "[ -~]{0,20}", cut in 4_usize..40,
    ) {
        let kept = secret.get(..cut).unwrap_or(&secret);
        let secrets = given::secrets::secrets(&[("password", &secret)]);
        let redacted = secrets.redact(&[&before, kept].concat());
        prop_assert!(redacted.ends_with("[redacted]"), "{}", redacted);
    }
}
