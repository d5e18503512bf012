//! An access token of IMS: the exact request, and what is read of its answer.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use flow_service::error::{CallError, Unreadable, UnreadableReason};
use flow_service::operation::get_token;
use flow_service::response::{BODY_LIMIT, Response, ResponseBody};
use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::token_request::{FORM, TOKEN_PATH, TokenRequest};
use flow_service::value::{ApiKey, Scopes};
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod answer;
    pub mod any_answer;
    pub mod json;
    pub mod text;
}

use given::answer;

const CLIENT: &str = "0123456789abcdef0123456789abcdef";
const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.canary-token";
const SECRET: &str = "p8e-canary/secret+ä&=";
const SECRET_SENT: &str = "p8e-canary%2Fsecret%2B%C3%A4%26%3D";

fn request() -> TokenRequest {
    let client_id = ApiKey::parse(CLIENT).unwrap().value;
    get_token::request(client_id, Scopes::platform())
}

fn secrets(secret: &str) -> Secrets {
    let mut secrets = Secrets::default();
    secrets.insert(SecretName::ims_client_secret(), Secret::new(secret.to_owned()));
    secrets
}

fn answered(changes: &Value) -> Response {
    let mut body = json!({ "access_token": TOKEN, "token_type": "bearer", "expires_in": 86399 });
    if let (Value::Object(body), Value::Object(changes)) = (&mut body, changes) {
        body.extend(changes.clone());
    }
    answer::json(200, body)
}

#[track_caller]
fn refused(response: Response) -> CallError {
    get_token::response(response).err().unwrap()
}

/// An answer with these members instead lacks this one, and the error holds nothing of it.
#[track_caller]
fn check_lacks(changes: &Value, lacks: &'static str) {
    let reason = UnreadableReason::Lacks(lacks);
    let expect = Unreadable { status: 200, reason, excerpt: String::new() };
    assert_eq!(refused(answered(changes)), CallError::UnreadableAnswer(expect), "{changes}");
}

#[test]
fn the_body_is_a_form() {
    assert_eq!(TOKEN_PATH, "/ims/token/v3");
    assert_eq!(FORM, "application/x-www-form-urlencoded");
    let body = request().open(&secrets(SECRET)).unwrap();
    let expect = [
        "grant_type=client_credentials&client_id=0123456789abcdef0123456789abcdef&client_secret=",
        SECRET_SENT,
        "&scope=openid%2Csession%2CAdobeID%2Cread_organizations%2Cadditional_info.projectedProductContext",
    ];
    assert_eq!(*body, expect.concat());
    assert!(body.capacity() <= body.len() + 1, "it was moved while it was written");
}

#[test]
fn without_its_secret_it_is_not_opened() {
    let missing = request().open(&Secrets::default()).err();
    assert_eq!(missing, Some(SecretName::ims_client_secret()));
    let mut others = Secrets::default();
    others.insert(SecretName::of_param("clientSecret"), Secret::new("of a source".to_owned()));
    assert_eq!(request().open(&others).err(), missing);
}

#[test]
fn the_secret_of_a_source_has_another_name() {
    let name = SecretName::ims_client_secret();
    assert_eq!(name.placeholder(), "$IMS_CLIENT_SECRET");
    for key in ["clientSecret", "imsClientSecret", "IMSClientSecret", "ims_client_secret"] {
        assert_ne!(SecretName::of_param(key), name, "{key}");
    }
    assert_eq!(SecretName::of_param("imsClientSecret").as_str(), "SOURCE_IMS_CLIENT_SECRET");
}

#[test]
fn the_curl_command_has_a_placeholder_for_the_secret() {
    let expect = r#"curl --request POST 'https://ims-na1.adobelogin.com/ims/token/v3' \
  --header 'Content-Type: application/x-www-form-urlencoded' \
  --data-urlencode 'grant_type=client_credentials' \
  --data-urlencode 'client_id=0123456789abcdef0123456789abcdef' \
  --data-urlencode "client_secret=$IMS_CLIENT_SECRET" \
  --data-urlencode 'scope=openid,session,AdobeID,read_organizations,additional_info.projectedProductContext'
"#;
    assert_eq!(request().to_curl("https://ims-na1.adobelogin.com"), expect);
}

#[test]
fn a_token_is_read_with_the_time_it_has() {
    let new = get_token::response(answered(&json!({}))).unwrap();
    assert_eq!(new.expires_in_ms, Some(86_399_000));
    let mut secrets = Secrets::default();
    secrets.insert_token(&new.token);
    assert_eq!(secrets.redact(TOKEN), "[redacted]", "it is this token");
    assert!(!format!("{new:?}").contains("canary"), "{new:?}");
}

#[test]
fn the_time_may_be_a_text_or_missing() {
    let time = |value| get_token::response(answered(&json!({ "expires_in": value })));
    assert_eq!(time(json!("20")).unwrap().expires_in_ms, Some(20_000));
    for none in [json!(null), json!(-1), json!("soon"), json!(u64::MAX), json!(1.5)] {
        assert_eq!(time(none).unwrap().expires_in_ms, None);
    }
}

#[test]
fn the_type_is_bearer_in_any_case_or_not_said() {
    for kind in ["bearer", "Bearer", "BEARER"] {
        assert!(get_token::response(answered(&json!({ "token_type": kind }))).is_ok());
    }
    let body = json!({ "access_token": TOKEN });
    assert!(get_token::response(answer::json(200, body)).is_ok());
    for kind in [json!("mac"), json!(""), json!(null), json!(7)] {
        check_lacks(&json!({ "token_type": kind }), "token_type");
    }
}

#[test]
fn an_answer_without_a_token_lacks_it() {
    for token in [json!(null), json!(""), json!("canary token"), json!(7), json!([TOKEN])] {
        check_lacks(&json!({ "access_token": token }), "access_token");
    }
    for body in [json!({}), json!([TOKEN]), json!(TOKEN), json!({ "error": "invalid_client" })] {
        let error = refused(answer::json(200, body));
        let CallError::UnreadableAnswer(answer) = error else { panic!("{error:?}") };
        assert_eq!(answer.reason, UnreadableReason::Lacks("access_token"));
    }
}

/// It may be a token all the same.
#[test]
fn nothing_is_kept_of_a_success_that_cannot_be_read() {
    let text = ["{\"access_token\":\"", TOKEN].concat();
    let long = "x".repeat(BODY_LIMIT);
    for (body, reason) in [
        (ResponseBody::Text(text.clone()), UnreadableReason::NotJson),
        (ResponseBody::of_text([text, long].concat(), |_| None), UnreadableReason::TooLarge),
        (ResponseBody::Empty, UnreadableReason::Empty),
        (ResponseBody::Cut, UnreadableReason::Cut),
    ] {
        let expect = Unreadable { status: 200, reason, excerpt: String::new() };
        let error = refused(Response { status: 200, body });
        assert_eq!(error, CallError::UnreadableAnswer(expect));
    }
}

#[test]
fn a_refusal_has_the_code_and_the_words_of_ims() {
    for (status, code) in [
        (400, "invalid_client"),
        (401, "invalid_client"),
        (400, "invalid_scope"),
        (400, "invalid_request"),
        (400, "unauthorized_client"),
        (500, "server_error"),
    ] {
        let body = json!({ "error": code, "error_description": "some words" });
        let error = refused(answer::json(status, body));
        assert_eq!((error.stage(), error.status()), ("service", Some(status)));
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code.as_deref(), Some(code));
        assert_eq!(refusal.message, "some words");
        assert_eq!(refusal.fault(), None);
    }
}

#[test]
fn a_refusal_may_have_no_words() {
    let error = refused(answer::json(400, json!({ "error": "invalid_client" })));
    assert_eq!(error.refusal().unwrap().message, "");
}

#[test]
fn what_stands_before_ims_refuses_in_its_own_way() {
    let body = json!({ "error_code": "429050", "message": "Too many requests" });
    let error = refused(answer::json(429, body));
    assert_eq!(error.stage(), "gateway");
    assert_eq!(error.with_retry_after(Some(7)).retry_after(), Some(7));
    let text = ResponseBody::Text("<html>Bad gateway</html>".to_owned());
    let error = refused(Response { status: 502, body: text });
    let CallError::UnreadableAnswer(answer) = error else { panic!("{error:?}") };
    assert_eq!(answer.excerpt, "<html>Bad gateway</html>");
}

#[test]
fn a_refusal_is_capped_and_its_secret_taken_out() {
    let words = [SECRET, " or ", SECRET_SENT, " ", &"x".repeat(2000)].concat();
    let code = [SECRET, "!"].concat();
    let body = json!({ "error": code, "error_description": words });
    let error = refused(answer::json(400, body)).redacted(&secrets(SECRET));
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.code.as_deref(), Some("[redacted]!"));
    assert!(refusal.message.starts_with("[redacted] or [redacted] x"), "{}", refusal.message);
    assert!(refusal.message.ends_with('…') && refusal.message.chars().count() <= 1001);
    assert!(!format!("{error:?}").contains("canary"));
}

/// Takes a form apart, as a server does.
fn decoded(body: &str) -> Vec<(String, String)> {
    let text = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            bytes.push(match byte {
                b'%' => {
                    let digits = [rest.next().unwrap(), rest.next().unwrap()];
                    u8::from_str_radix(core::str::from_utf8(&digits).unwrap(), 16).unwrap()
                }
                plain => {
                    assert!(plain.is_ascii_alphanumeric() || b"-._~".contains(&plain));
                    plain
                }
            });
        }
        String::from_utf8(bytes).unwrap()
    };
    let members = body.split('&').map(|member| member.split_once('=').unwrap());
    members.map(|(name, value)| (text(name), text(value))).collect()
}

proptest! {
    #[test]
    fn any_secret_arrives_as_it_is(secret in given::text::any_text(), scope in "[!-~]{1,20}") {
        let mut request = request();
        request.scopes = Scopes::parse(&scope).unwrap();
        let body = request.open(&secrets(&secret)).unwrap();
        let expect = [
            ("grant_type", "client_credentials"),
            ("client_id", CLIENT),
            ("client_secret", &secret),
            ("scope", request.scopes.as_str()),
        ];
        let expect = expect.map(|(name, value)| (name.to_owned(), value.to_owned()));
        prop_assert_eq!(decoded(&body), expect);
    }

    #[test]
    fn no_answer_makes_the_reader_panic(answer in given::any_answer::any_answer()) {
        drop(get_token::response(answer));
    }
}
