//! Answers that take their time: a second, or longer than the page waits.

use flow_service_sim::Reply;
use serde_json::json;

use super::case::{Answer, Case, End, Kind, Passes};
use super::gateway::{LOOK_FIRST, READ_THE_WORDS, plain};
use super::network::{NEXT_OF_A_READ, failed, no_answer};
use super::says::{Advice, Says};
use super::service::says;

/// A moment, in milliseconds.
const MOMENT: u64 = 1_000;

/// Longer than the page waits, in milliseconds.
const FOR_EVER: u64 = 90_000;

fn done(what: &str) -> Case {
    // What is done says so in its own words.
    Case::new(Kind::Slow, what, Answer::This(Reply::Real), End::Done, no_answer())
}

fn refused(what: &str) -> Case {
    let reply = Reply::json(403, json!({ "message": "Refused after a while" }).to_string());
    let says = says(403, None, plain(READ_THE_WORDS), "Refused after a while");
    Case::new(Kind::Slow, what, Answer::This(reply), End::Refused, says)
}

pub fn cases() -> Vec<Case> {
    let gave_up = Reply::json(500, json!({ "title": "Given up" }).to_string());
    let gave_up_says = says(500, None, plain(LOOK_FIRST), "Given up");
    vec![
        refused("the head of a refusal").held(MOMENT, 0),
        refused("the body of a refusal").held(0, MOMENT),
        Case::new(Kind::Slow, "it gives up", Answer::This(gave_up), End::Unknown, gave_up_says)
            .held(MOMENT, 0),
        failed(Kind::Slow, "it ends without an answer", Reply::Bytes(b"HTTP".to_vec()))
            .held(MOMENT, 0)
            .passing(Passes::AtOnce),
        done("the preflight").held(MOMENT, 0).at_preflight(),
        done("the head").held(MOMENT, 0),
        done("the body").held(0, MOMENT),
        done("the head and the body").held(MOMENT, MOMENT),
        never(),
    ]
}

/// The time limit of the page is over before anything comes.
fn never() -> Case {
    let says = Says {
        what: "No answer came within 30 seconds.",
        advice: Advice::Plain {
            cause: None,
            next: "The service may have carried it out all the same. What the look-up finds decides; do not create it again before.",
            next_else: Some(NEXT_OF_A_READ),
        },
        ..no_answer()
    };
    let reply = Answer::This(Reply::json(403, "{}"));
    Case::new(Kind::Slow, "nothing at all", reply, End::Unknown, says).held(FOR_EVER, 0)
}
