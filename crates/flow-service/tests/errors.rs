//! Answers that nobody can read, what is known of the outcome after each error, the caps
//! on texts, and that no secret stays in an error.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::error::{CallError, NoAnswer, NotSent, Refusal, Unreadable, UnreadableReason};
use flow_service::operation::create_connection;
use flow_service::response::{BODY_LIMIT, Response, ResponseBody};
use flow_service::secret::SecretName;
use proptest::prelude::*;
use serde_json::json;

mod given {
    pub mod answer;
    pub mod any_answer;
    pub mod json;
    pub mod secrets;
}

use given::answer::json as answer;

/// The error that an operation gives for an answer. All operations share its reading.
fn error_of(response: Response) -> CallError {
    create_connection::response(response).unwrap_err()
}

fn refusal(status: u16, code: Option<&str>, message: &str) -> Refusal {
    let code = code.map(str::to_owned);
    let message = message.to_owned();
    Refusal { status, code, title: None, message, request_id: None, retry_after: None }
}

#[track_caller]
fn check_unreadable(status: u16, body: ResponseBody, reason: UnreadableReason, excerpt: &str) {
    let excerpt = excerpt.to_owned();
    let expect = CallError::UnreadableAnswer(Unreadable { status, reason, excerpt });
    assert_eq!(error_of(Response { status, body }), expect);
}

#[test]
fn json_that_says_nothing_is_unreadable() {
    for body in [
        json!({}),
        json!([]),
        json!(null),
        json!("no"),
        json!(7),
        json!(true),
        json!([{ "message": "m" }]),
        json!({ "error": "x" }),
        json!({ "message": " " }),
        json!({ "type": 1 }),
        json!({ "report": {} }),
    ] {
        check_unreadable(400, ResponseBody::Json(body), UnreadableReason::Lacks("message"), "");
    }
}

#[test]
fn a_refusal_without_json_is_unreadable() {
    for status in [302, 400, 403, 404, 429, 500, 502, 503] {
        let html = "<h1>No</h1>".to_owned();
        check_unreadable(
            status,
            ResponseBody::Text(html),
            UnreadableReason::NotJson,
            "<h1>No</h1>",
        );
        check_unreadable(status, ResponseBody::Empty, UnreadableReason::Empty, "");
        check_unreadable(status, ResponseBody::TooLarge, UnreadableReason::TooLarge, "");
        check_unreadable(status, ResponseBody::Cut, UnreadableReason::Cut, "");
    }
}

#[test]
fn a_text_is_kept_up_to_1000_characters() {
    for character in ["a", "é", "漢", "😀"] {
        let exact = character.repeat(1000);
        check_unreadable(500, ResponseBody::Text(exact.clone()), UnreadableReason::NotJson, &exact);
        let longer = character.repeat(1001);
        let capped = [exact.as_str(), "…"].concat();
        check_unreadable(500, ResponseBody::Text(longer), UnreadableReason::NotJson, &capped);
    }
}

#[test]
fn a_body_at_the_limit_is_capped_as_well() {
    let capped = ["x".repeat(1000).as_str(), "…"].concat();
    let body = ResponseBody::Text("x".repeat(BODY_LIMIT));
    check_unreadable(500, body, UnreadableReason::NotJson, &capped);
}

#[test]
fn what_was_not_sent_was_not_carried_out() {
    let name = SecretName::access_token();
    for reason in [NotSent::Offline, NotSent::MissingSecret(name), NotSent::Impossible("x".into())]
    {
        assert!(!CallError::NotSent(reason).outcome_unknown());
    }
}

#[test]
fn without_an_answer_the_outcome_is_unknown() {
    for reason in [NoAnswer::TimedOut(30_000), NoAnswer::Cancelled, NoAnswer::ConnectionFailed] {
        assert!(CallError::NoAnswer(reason).outcome_unknown());
    }
}

#[test]
fn after_a_refusal_the_outcome_is_known() {
    for status in [400, 401, 403, 404, 409, 412, 413, 422, 429] {
        assert!(!CallError::RefusedByGateway(refusal(status, None, "")).outcome_unknown());
        assert!(!CallError::RefusedByService(refusal(status, None, "")).outcome_unknown());
    }
}

#[test]
fn after_a_server_gave_up_the_outcome_is_unknown() {
    for status in [408, 500, 502, 503, 504] {
        assert!(CallError::RefusedByGateway(refusal(status, None, "")).outcome_unknown());
        assert!(CallError::RefusedByService(refusal(status, None, "")).outcome_unknown());
        assert!(error_of(Response { status, body: ResponseBody::Empty }).outcome_unknown());
    }
}

#[test]
fn after_an_unreadable_answer_the_status_tells_whether_the_outcome_is_known() {
    for (status, unknown) in
        [(200, true), (201, true), (204, true), (302, false), (400, false), (404, false)]
    {
        let error = error_of(Response { status, body: ResponseBody::Text("?".to_owned()) });
        assert_eq!(error.outcome_unknown(), unknown, "{status}");
    }
}

fn one_of_each() -> [CallError; 5] {
    let excerpt = "x hunter2".to_owned();
    let said = Refusal {
        title: Some("hunter2 is wrong".to_owned()),
        request_id: Some("req-hunter2".to_owned()),
        ..refusal(400, Some("hunter2"), "hunter2 or hunter2")
    };
    [
        CallError::NotSent(NotSent::Impossible("bad header hunter2".to_owned())),
        CallError::NoAnswer(NoAnswer::Cancelled),
        CallError::RefusedByGateway(said.clone()),
        CallError::RefusedByService(said),
        CallError::UnreadableAnswer(Unreadable {
            status: 200,
            reason: UnreadableReason::NotJson,
            excerpt,
        }),
    ]
}

#[test]
fn each_stage_has_its_name_status_and_refusal() {
    let found =
        one_of_each().map(|error| (error.stage(), error.status(), error.refusal().is_some()));
    let expect = [
        ("not-sent", None, false),
        ("no-answer", None, false),
        ("gateway", Some(400), true),
        ("service", Some(400), true),
        ("unreadable-answer", Some(200), false),
    ];
    assert_eq!(found, expect);
}

#[test]
fn the_words_of_an_error_hold_nothing_from_outside() {
    for error in one_of_each() {
        assert!(!error.to_string().contains("hunter2"));
    }
}

#[test]
fn a_redacted_error_holds_no_secret() {
    let secrets = given::secrets::secrets(&[("password", "hunter2")]);
    for error in one_of_each() {
        let redacted = error.redacted(&secrets);
        assert!(!format!("{redacted:?}").contains("hunter2"), "{redacted:?}");
    }
}

#[test]
fn redacting_leaves_the_rest_of_an_error() {
    let secrets = given::secrets::secrets(&[("password", "hunter2")]);
    let [_, _, gateway, ..] = one_of_each();
    let expect = Refusal {
        title: Some("[redacted] is wrong".to_owned()),
        request_id: Some("req-[redacted]".to_owned()),
        ..refusal(400, Some("[redacted]"), "[redacted] or [redacted]")
    };
    assert_eq!(gateway.redacted(&secrets), CallError::RefusedByGateway(expect));
}

#[test]
fn redacting_leaves_an_error_without_secrets_as_it_is() {
    let secrets = given::secrets::secrets(&[("password", "correct horse")]);
    for error in one_of_each() {
        assert_eq!(error.clone().redacted(&secrets), error);
    }
}

#[test]
fn a_token_that_the_cap_cuts_is_redacted() {
    let token = ["eyJh.eyJi.", "Zm9vYmFy".repeat(250).as_str()].concat();
    let mut secrets = flow_service::secret::Secrets::default();
    let parsed = flow_service::value::AccessToken::parse(&token).unwrap();
    secrets.insert_token(&parsed.value);
    let page = ["<pre>Authorization: Bearer ", token.as_str(), "</pre>"].concat();
    let error =
        error_of(Response { status: 400, body: ResponseBody::Text(page) }).redacted(&secrets);
    let excerpt = "<pre>Authorization: Bearer [redacted]…".to_owned();
    let expect = Unreadable { status: 400, reason: UnreadableReason::NotJson, excerpt };
    assert_eq!(error, CallError::UnreadableAnswer(expect));
}

#[test]
fn a_password_in_truncated_json_is_redacted() {
    let secrets = given::secrets::secrets(&[("password", r#"pa"ss\word"#)]);
    let body = ResponseBody::Text(r#"{"params":{"password":"pa\"ss\\word","sec"#.to_owned());
    let error = error_of(Response { status: 400, body }).redacted(&secrets);
    let excerpt = r#"{"params":{"password":"[redacted]","sec"#.to_owned();
    let expect = Unreadable { status: 400, reason: UnreadableReason::NotJson, excerpt };
    assert_eq!(error, CallError::UnreadableAnswer(expect));
}

proptest! {
    #[test]
    fn no_answer_makes_the_reader_panic(answer in given::any_answer::any_answer()) {
        if let Err(error) = create_connection::response(answer.clone()) {
            prop_assert_eq!(error.status(), Some(answer.status));
            let _ = error.refusal().and_then(Refusal::fault);
            let secrets = given::secrets::secrets(&[("password", "pass")]);
            let unknown = error.outcome_unknown();
            prop_assert_eq!(error.redacted(&secrets).outcome_unknown(), unknown);
        }
    }

    #[test]
    fn an_echoed_secret_is_in_no_redacted_error(
        secret in "[!-Z\\\\^-~é😀]{11,40}",
        before in "[a-z]{0,9}|[ -~]{980,999}",
        place in 0_usize..6,
    ) {
        let text = [&before, &secret, &secret].map(String::as_str).concat();
        let json = |body| answer(400, body);
        let response = match place {
            0 => json(json!({ "error_code": text, "message": text })),
            1 => json(json!({ "error_code": "1", "message": text, "requestId": text })),
            2 => json(json!({ "report": { "detailed-message": text, "request-id": text } })),
            3 => json(json!({ "type": text, "title": text })),
            4 => Response { status: 200, body: ResponseBody::Text(text) },
            _ => {
                let body = ResponseBody::Text(json!({ "password": text }).to_string());
                Response { status: 500, body }
            }
        };
        let error = error_of(response).redacted(&given::secrets::secrets(&[("password", &secret)]));
        let shown = match &error {
            CallError::UnreadableAnswer(answer) => answer.excerpt.clone(),
            error => {
                let refusal = error.refusal().unwrap();
                let texts = [&refusal.code, &refusal.title, &refusal.request_id];
                let texts = texts.map(|text| text.clone().unwrap_or_default()).concat();
                [refusal.message.as_str(), &texts].concat()
            }
        };
        // Neither whole nor begun and cut off by the cap.
        prop_assert!(!shown.contains(&secret), "{}", shown);
        let begun: String = secret.chars().take(4).collect();
        let kept = shown.trim_end_matches('…');
        prop_assert!(!kept.ends_with(&begun) || before.contains(&begun), "{}", shown);
    }
}
