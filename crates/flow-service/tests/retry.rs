//! Reads that are repeated: which, how often, and after which pause.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::error::{CallError, NoAnswer, NotSent};
use flow_service::operation::get_connection;
use flow_service::response::{Response, ResponseBody};
use flow_service::retry::{is_passing, pause};
use flow_service::secret::SecretName;
use proptest::prelude::*;
use serde_json::json;

mod given {
    pub mod answer;
}

use given::answer::json as answer;

fn error_of(response: Response) -> CallError {
    get_connection::response(response).unwrap_err()
}

#[track_caller]
fn check_status(status: u16, passing: bool) {
    for response in [
        answer(status, json!({ "error_code": "429050", "message": "Too many requests" })),
        answer(status, json!({ "type": "FLOW-1103-503", "detail": "busy" })),
        answer(status, json!([])),
        Response { status, body: ResponseBody::Text("<h1>No</h1>".to_owned()) },
        Response { status, body: ResponseBody::Empty },
    ] {
        assert_eq!(is_passing(&error_of(response)), passing, "{status}");
    }
}

#[test]
fn statuses_that_speak_of_the_moment_pass() {
    for status in [429, 502, 503, 504] {
        check_status(status, true);
    }
}

#[test]
fn other_statuses_stay() {
    for status in [302, 400, 401, 403, 404, 408, 412, 428, 430, 500, 501, 505] {
        check_status(status, false);
    }
}

#[test]
fn a_broken_connection_passes() {
    assert!(is_passing(&CallError::NoAnswer(NoAnswer::ConnectionFailed)));
    for status in [200, 404] {
        assert!(is_passing(&error_of(Response { status, body: ResponseBody::Cut })));
    }
}

#[test]
fn what_a_person_or_the_app_decided_stays() {
    for error in [
        CallError::NoAnswer(NoAnswer::TimedOut(30_000)),
        CallError::NoAnswer(NoAnswer::Cancelled),
        CallError::NoAnswer(NoAnswer::PageClosed),
        CallError::NotSent(NotSent::Offline),
        CallError::NotSent(NotSent::MissingSecret(SecretName::access_token())),
        CallError::NotSent(NotSent::Impossible("no".to_owned())),
        error_of(Response { status: 200, body: ResponseBody::TooLarge }),
        error_of(answer(200, json!({ "items": [] }))),
    ] {
        assert!(!is_passing(&error), "{error:?}");
    }
}

#[test]
fn each_pause_is_between_half_and_whole_and_the_whole_doubles() {
    for (attempt, half) in [(1, 250), (2, 500), (3, 1000), (4, 2000)] {
        assert_eq!(pause(attempt, None, 0), Some(half));
        assert_eq!(pause(attempt, None, half), Some(2 * half));
        assert_eq!(pause(attempt, None, half + 1), Some(half));
    }
}

#[test]
fn there_are_four_repetitions_at_most() {
    for attempt in [0, 5, 6, u8::MAX] {
        assert_eq!(pause(attempt, None, 0), None);
        assert_eq!(pause(attempt, Some(1), 0), None);
    }
}

#[test]
fn what_the_service_asks_for_counts_when_it_is_longer() {
    assert_eq!(pause(1, Some(3), 7), Some(3000));
    assert_eq!(pause(4, Some(1), 7), Some(2007));
    assert_eq!(pause(1, Some(0), 7), Some(257));
}

#[test]
fn a_service_that_asks_for_more_than_half_a_minute_is_not_asked_again() {
    assert_eq!(pause(1, Some(30), 7), Some(30_000));
    assert_eq!(pause(1, Some(31), 7), None);
    assert_eq!(pause(1, Some(u32::MAX), u32::MAX), None);
}

#[test]
fn a_refusal_keeps_what_the_service_asks_for() {
    for body in [json!({ "error_code": "429050", "message": "m" }), json!({ "detail": "m" })] {
        let error = error_of(answer(429, body));
        assert_eq!(error.retry_after(), None);
        let later = error.clone().with_retry_after(Some(12));
        assert_eq!(later.retry_after(), Some(12));
        assert_eq!(later.with_retry_after(None), error);
    }
}

#[test]
fn what_is_no_refusal_keeps_no_wish() {
    let error = CallError::NoAnswer(NoAnswer::ConnectionFailed);
    assert_eq!(error.clone().with_retry_after(Some(1)), error);
    assert_eq!(error.retry_after(), None);
}

proptest! {
    #[test]
    fn no_pause_is_longer_than_half_a_minute(
        attempt in any::<u8>(), asked in proptest::option::of(0_u32..60), random in any::<u32>(),
    ) {
        if let Some(found) = pause(attempt, asked, random) {
            prop_assert!((250..=30_000).contains(&found));
            prop_assert!(asked.is_none_or(|seconds| found >= seconds * 1000));
            prop_assert!((1..=4).contains(&attempt));
        }
    }
}
