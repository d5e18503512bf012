//! What the host page is told: the exact `detail` of each event.

use flow_connect::screen::Event;
use flow_service::error::{CallError, NoAnswer, NotSent, UnreadableReason};
use flow_service::secret::SecretName;
use serde_json::{Value, json};

use crate::given::{self, ETAG, ID, NAME};

#[track_caller]
fn check(event: &Event, name: &str, detail: &Value) {
    assert_eq!(event.name(), name);
    assert_eq!(&event.detail(), detail);
}

#[test]
fn ready() {
    check(&Event::Ready, "flow-connect-ready", &json!({ "v": 1 }));
}

#[test]
fn created() {
    let event = |etag: Option<&str>| Event::Created {
        id: ID.to_owned(),
        etag: etag.map(str::to_owned),
        name: NAME.to_owned(),
        sandbox: "prod".to_owned(),
    };
    let detail =
        |etag: Value| json!({ "v": 1, "id": ID, "etag": etag, "name": NAME, "sandbox": "prod" });
    check(&event(Some(ETAG)), "flow-connect-created", &detail(ETAG.into()));
    check(&event(None), "flow-connect-created", &detail(Value::Null));
}

#[test]
fn token_needed() {
    let detail = json!({ "v": 1, "reason": "refused" });
    check(&Event::TokenNeeded("refused"), "flow-connect-token-needed", &detail);
}

#[test]
fn error() {
    let detail = |stage: &str, status: Option<u16>, code: Option<&str>, retryable: bool| {
        let id = code.map(|_| "request-7");
        json!({
            "v": 1, "stage": stage, "status": status, "code": code, "requestId": id,
            "retryable": retryable,
        })
    };
    let name = "flow-connect-error";
    let check = |error: CallError, detail: &Value| check(&Event::Error(error), name, detail);
    check(CallError::NotSent(NotSent::Offline), &detail("not-sent", None, None, true));
    check(CallError::NotSent(NotSent::Cancelled), &detail("not-sent", None, None, true));
    let missing = NotSent::MissingSecret(SecretName::access_token());
    check(CallError::NotSent(missing), &detail("not-sent", None, None, false));
    check(given::timed_out(), &detail("no-answer", None, None, false));
    check(CallError::NoAnswer(NoAnswer::Cancelled), &detail("no-answer", None, None, false));
    check(given::by_gateway(401, "401013"), &detail("gateway", Some(401), Some("401013"), false));
    check(given::by_gateway(429, "429001"), &detail("gateway", Some(429), Some("429001"), true));
    check(
        given::by_service("1304-400", "x"),
        &detail("service", Some(400), Some("1304-400"), false),
    );
    check(
        given::by_service("1000-503", "x"),
        &detail("service", Some(503), Some("1000-503"), false),
    );
    let unreadable = given::unreadable(201, UnreadableReason::NotJson);
    check(unreadable, &detail("unreadable-answer", Some(201), None, false));
}

/// Neither the server's words nor an excerpt of an answer go to the host page.
#[test]
fn no_words_from_outside_are_in_an_event() {
    for error in [
        given::by_service("1304-400", "CANARY"),
        given::unreadable(200, UnreadableReason::NotJson),
        CallError::NotSent(NotSent::Impossible("CANARY".to_owned())),
    ] {
        let detail = Event::Error(error).detail().to_string();
        assert!(!detail.contains("CANARY") && !detail.contains("<html>"), "{detail}");
    }
}
