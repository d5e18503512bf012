//! An unknown outcome: it is not called a failure, and what the look-up found is said.

use crate::drawn::drawn;
use crate::given::{self, ID, PRESSED_AT};

#[test]
fn while_it_looks() {
    let page = drawn(&given::looking());
    let region = page.one("region", "Outcome unknown");
    assert_eq!(region.attribute("tabindex"), Some("-1"));
    assert!(region.text.contains("No answer came within 30 seconds."), "{}", region.text);
    assert!(region.text.contains("does not send the request again"), "{}", region.text);
    assert_eq!(page.texts("status"), ["Looking for the connection…"]);
    page.none("button", "Look again");
    page.none("button", "Create connection");
}

#[test]
fn no_phase_of_it_is_called_a_failure_before_the_look_is_over() {
    let text = drawn(&given::looking()).one("region", "Outcome unknown").text.clone();
    for word in ["failed", "Failed", "Not created", "Not there"] {
        assert!(!text.contains(word), "{text}");
    }
}

#[test]
fn not_found() {
    let page = drawn(&given::looked(&[]));
    let region = page.one("region", "Outcome unknown");
    assert!(region.text.contains("Not there so far: the service answers"), "{}", region.text);
    assert!(!region.text.contains("Not created"), "it may come later: {}", region.text);
    for button in ["Look again", "Back to the form", "Copy report"] {
        page.one("button", button);
    }
    assert!(page.texts("status").concat().starts_with("Not there so far"));
}

#[test]
fn only_older_namesakes() {
    let page = drawn(&given::looked(&[("older-one", PRESSED_AT - 3_600_000)]));
    let region = page.one("region", "Outcome unknown");
    assert!(region.text.contains("Still unknown"), "{}", region.text);
    assert!(region.text.contains("older-one 2026-11-18 10:06:40 UTC"), "{}", region.text);
    assert!(!region.text.contains("Not there so far"), "{}", region.text);
    page.one("button", "Look again");
}

#[test]
fn the_look_failed() {
    let page = drawn(&given::look_failed(given::by_gateway(401, "401013")));
    let region = page.one("region", "Outcome unknown");
    assert!(
        region.text.contains("Still unknown: the service could not be asked"),
        "{}",
        region.text
    );
    for part in ["401013", "The gateway's words", "put it into Access token, and try again."] {
        assert!(region.text.contains(part), "of the look's own failure {part} is not said");
    }
    page.one("button", "Look again");
}

#[test]
fn found() {
    let page = drawn(&given::looked(&[(ID, PRESSED_AT)]));
    let region = page.one("region", "Connection created");
    assert!(region.text.contains("No answer told what became of it"), "{}", region.text);
    assert_eq!(page.one("textbox", "Connection ID").attribute("value"), Some(ID));
}
