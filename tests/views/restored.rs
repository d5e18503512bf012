//! The notice that what was typed is there again.

use flow_connect::screen::{Model, Msg, kept};

use crate::drawn::drawn;
use crate::given;

const NOTICE: &str =
    "Restored what you typed before the page was loaded again, but for the secrets.";

fn restored() -> Model {
    let kept = kept::kept(&given::filled());
    given::told(given::empty(), Msg::Kept(kept::Msg::Found(kept)))
}

#[test]
fn it_is_seen_and_said_with_its_button() {
    let page = drawn(&restored());
    page.one("button", "Start over");
    assert_eq!(page.texts("status"), [NOTICE]);
    assert_eq!(page.texts("alert"), [""; 0], "nothing failed");
    drawn(&given::filled()).none("button", "Start over");
}

#[test]
fn it_is_gone_while_the_request_is_on_its_way() {
    drawn(&given::pressed(restored())).none("button", "Start over");
}

fn unanswered() -> Model {
    let kept = kept::kept(&given::pressed(given::filled()));
    given::told(given::empty(), Msg::Kept(kept::Msg::Found(kept)))
}

#[test]
fn a_creation_without_an_answer_is_seen_and_said() {
    let page = drawn(&unanswered());
    page.one("button", "Look for it");
    page.one("button", "Dismiss");
    page.one("button", "Create connection");
    assert_eq!(page.texts("status"), ["A creation was on its way when this page was closed."]);
    assert_eq!(page.texts("alert"), [""; 0], "nothing failed");
    let seen = page.seen().map(|it| it.text.as_str()).collect::<String>();
    assert!(seen.contains(&format!("A creation of {} in the sandbox", given::NAME)), "{seen}");
    drawn(&given::pressed(unanswered())).none("button", "Look for it");
}
