//! Answers that nobody described: what a proxy, a bug or a bad day sends.

use flow_service_sim::Reply;
use serde_json::json;

use super::case::{Answer, Case, End, Kind, Passes};
use super::gateway::plain;
use super::says::{Advice, RequestId, Says, Status};

/// What every such answer is called, with what is wrong with it.
const EMPTY: &str =
    "The service answered something that its API does not describe: nothing at all.";
const NO_JSON: &str =
    "The service answered something that its API does not describe: a text that is no JSON.";
const TOO_LARGE: &str = "The service answered something that its API does not describe: far more text than any answer has.";
const LACKS: &str = "The service answered something that its API does not describe: JSON without what belongs in it.";

/// What to do about it.
pub const ADVICE: Advice = plain(
    "A proxy between you and Adobe may have answered. Copy the report and send it to whoever runs the network or this page.",
);

/// A page that a proxy shows.
const PAGE: &str = "<!doctype html><title>Sign in</title><h1>Sign in to the network</h1>";

fn says(what: &'static str, status: Status, words: Option<&str>) -> Says {
    Says {
        stage: "unreadable-answer",
        status,
        code: None,
        request_id: RequestId::None,
        what,
        advice: ADVICE,
        words: words.map(str::to_owned),
    }
}

/// A success that cannot be read.
fn success(
    what: &str,
    body: impl Into<Vec<u8>>,
    reason: &'static str,
    words: Option<&str>,
) -> Case {
    let name = format!("a success, and {what}");
    let says = says(reason, Status::Success, words);
    Case::new(Kind::Malformed, &name, Answer::Success(body.into()), End::Unknown, says)
}

/// A refusal that cannot be read.
fn refusal(status: u16, what: &str, body: impl Into<Vec<u8>>, reason: &'static str) -> Case {
    let name = format!("{status}, and {what}");
    let answer = Answer::This(Reply::json(status, body));
    let end = if status >= 500 { End::Unknown } else { End::Refused };
    let words = (reason == NO_JSON && what == "a page of a proxy").then_some(PAGE);
    let says = says(reason, Status::Is(status), words);
    Case::new(Kind::Malformed, &name, answer, end, says)
}

pub fn cases() -> Vec<Case> {
    let page = "a page of a proxy";
    let nested = [vec![b'['; 100], vec![b']'; 100]].concat();
    let other_types = json!({ "id": { "a": 1 }, "etag": 7, "items": 7, "result": "yes" });
    let large = vec![b'x'; 5 * 1024 * 1024];
    vec![
        success(page, PAGE, NO_JSON, Some(PAGE)),
        success("nothing", "", EMPTY, None),
        success("white space", " \r\n\t ", EMPTY, None),
        success(
            "JSON that ends too early",
            r#"{"id":"4267c2ab-"#,
            NO_JSON,
            Some(r#"{"id":"4267c2ab-"#),
        ),
        success("two documents", "{}{}", NO_JSON, Some("{}{}")),
        success("a number", "42", LACKS, None),
        success("a text", r#""created""#, LACKS, None),
        success("null", "null", LACKS, None),
        success("true", "true", LACKS, None),
        success("an empty object", "{}", LACKS, None),
        success("another object", r#"{"links":{"self":"/"}}"#, LACKS, None),
        success("members of other types", other_types.to_string(), LACKS, None),
        success("bytes that are no text", vec![0xff, 0xfe, 0x00, 0x9f, 0x92], NO_JSON, None),
        success("5 MB of text", large.clone(), TOO_LARGE, None),
        success("a hundred nested lists", nested, NO_JSON, None),
        no_content(),
        // A proxy wants a sign-in; of the token that says nothing.
        refusal(401, page, PAGE, NO_JSON),
        refusal(403, page, PAGE, NO_JSON),
        refusal(404, page, PAGE, NO_JSON),
        refusal(418, page, PAGE, NO_JSON),
        refusal(400, "nothing", "", EMPTY),
        refusal(400, "a list", "[]", LACKS),
        refusal(403, "a number", "42", LACKS),
        refusal(400, "an object without words", r#"{"a":1}"#, LACKS),
        refusal(403, "5 MB of text", large, TOO_LARGE),
        refusal(300, "nothing", "", EMPTY),
        refusal(500, page, PAGE, NO_JSON),
        refusal(502, page, PAGE, NO_JSON).passing(Passes::AtOnce),
        refusal(503, "nothing", "", EMPTY).passing(Passes::AtOnce),
        refusal(504, "a list", "[]", LACKS).passing(Passes::AtOnce),
    ]
}

/// The answer of a deletion.
fn no_content() -> Case {
    let reply = Reply::Status { status: 204, headers: Vec::new(), body: Vec::new() };
    let says = says(EMPTY, Status::Is(204), None);
    Case::new(Kind::Malformed, "204 without content", Answer::This(reply), End::Unknown, says)
}
