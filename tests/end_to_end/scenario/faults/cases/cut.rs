//! Answers that break off, at each stage: before the head, within it, within the body.

use flow_service_sim::Reply;

use super::case::{Answer, Case, End, Kind, Passes};
use super::malformed::ADVICE;
use super::network::{failed, no_answer};
use super::says::{RequestId, Says, Status};

/// What an answer is called that broke off in its body.
const BROKE_OFF: &str =
    "The service answered something that its API does not describe: it broke off in the middle.";

/// A head that pages of any origin may read, still without the empty line at its end.
const HEAD: &str = "HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-type: application/json\r\nconnection: close\r\n";

/// Before a body begins no answer has come.
fn in_head(what: &str, reply: Reply) -> Case {
    failed(Kind::Cut, what, reply).passing(Passes::AtOnce)
}

fn in_body(what: &str, answer: Answer, status: Status, end: End) -> Case {
    let says = Says {
        stage: "unreadable-answer",
        status,
        code: None,
        request_id: RequestId::None,
        what: BROKE_OFF,
        advice: ADVICE,
        words: None,
    };
    Case::new(Kind::Cut, what, answer, end, says).passing(Passes::AtOnce)
}

fn bytes(rest: &str) -> Reply {
    Reply::Bytes([HEAD, rest].concat().into_bytes())
}

pub fn cases() -> Vec<Case> {
    let sent = |rest| Answer::This(bytes(rest));
    let success = |body: &str| Answer::CutSuccess(body.as_bytes().to_vec());
    let (unknown, ok) = (End::Unknown, Status::Is(200));
    vec![
        // Browsers ask once more by themselves for a read of which no byte came.
        failed(Kind::Cut, "before the head", Reply::CutBeforeAnswer).passing(Passes::TooLate),
        failed(Kind::Cut, "reset before the head", Reply::Reset).passing(Passes::TooLate),
        in_head("within the first line", Reply::Bytes(b"HTTP/1.1 2".to_vec())),
        in_head("within the headers", Reply::Bytes(b"HTTP/1.1 200 OK\r\nContent-Ty".to_vec())),
        // A head without one byte of a body is an answer to Chromium and none to Firefox.
        in_body("after the first byte", success("{"), Status::Success, unknown),
        in_body("within the body", success(r#"{"id":"4267c2ab-"#), Status::Success, unknown),
        in_body("within a long body", success(&"x".repeat(200_000)), Status::Success, unknown),
        in_body("one byte before the end", sent("content-length: 3\r\n\r\n{}"), ok, unknown),
        in_body(
            "within a chunk",
            sent("transfer-encoding: chunked\r\n\r\n400\r\n{\"id\":"),
            ok,
            unknown,
        ),
        in_body(
            "before the last chunk",
            sent("transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n"),
            ok,
            unknown,
        ),
        refused(),
        shorter(),
    ]
}

/// Firefox takes what came of a refusal for all of it, so no more is said of what is wrong.
fn refused() -> Case {
    let says = Says {
        stage: "unreadable-answer",
        what: "The service answered something that its API does not describe: ",
        status: Status::Is(503),
        advice: ADVICE,
        ..no_answer()
    };
    let answer = Answer::This(Reply::CutInBody { status: 503, body: b"{".to_vec() });
    Case::new(Kind::Cut, "within a refusal", answer, End::Unknown, says).passing(Passes::AtOnce)
}

/// The body is longer than its head says: what is read ends too early.
fn shorter() -> Case {
    let reply = bytes("content-length: 6\r\n\r\n{\"id\":\"4267c2ab\"}");
    let says = Says {
        stage: "unreadable-answer",
        what: "The service answered something that its API does not describe: a text that is no JSON.",
        status: Status::Is(200),
        advice: ADVICE,
        words: Some("{\"id\":".to_owned()),
        ..no_answer()
    };
    let what = "by a head that says too little";
    Case::new(Kind::Cut, what, Answer::This(reply), End::Unknown, says)
}
