//! What is seen while the half of the app with connections is missing.

use flow_connect::screen::{Msg, Route, Token, TokenSource};

use crate::drawn::drawn;
use crate::given::{self, told};

const FAILED: &str = "This could not be loaded. Check the network, then try again.";

#[test]
fn the_other_half_is_on_its_way() {
    for route in given::others() {
        let page = drawn(&given::on(given::opened(), &route));
        assert!(page.seen().any(|element| element.tag == "p" && element.text == "Loading…"));
        assert!(page.texts("alert").is_empty());
        page.none("button", "Try again");
        let page = drawn(&given::with_half(given::on(given::opened(), &route)));
        assert!(!page.seen().any(|element| element.tag == "p" && element.text == "Loading…"));
    }
    assert!(!drawn(&given::opened()).seen().any(|element| element.text == "Loading…"));
}

#[test]
fn the_other_half_could_not_be_loaded() {
    for route in given::others() {
        let lost = told(given::on(given::opened(), &route), Msg::PartLoaded(false));
        let page = drawn(&lost);
        let alerts = page.texts("alert");
        assert_eq!(alerts.len(), 1);
        assert!(alerts.concat().starts_with(FAILED), "{alerts:?}");
        page.one("button", "Try again");
        page.one("textbox", "API key");
        let page = drawn(&told(lost.clone(), Msg::PartWanted));
        assert!(page.texts("alert").is_empty());
        assert!(page.seen().any(|element| element.text == "Loading…"));
        let page = drawn(&given::on(lost, &Route::Create));
        assert_eq!(page.texts("alert").len(), 1, "a press will need it too");
    }
}

/// What a person does needs it; the form stays as it is.
#[test]
fn a_press_waits_for_the_other_half() {
    let fetching = told(given::fill(given::opened()), Msg::Entered);
    let page = drawn(&fetching);
    assert!(!page.seen().any(|element| element.text == "Loading…"), "nothing waits for it yet");
    assert_eq!(page.texts("status"), [""]);
    let waits = told(fetching.clone(), Msg::PartAwaited);
    let page = drawn(&waits);
    assert!(page.seen().any(|element| element.tag == "p" && element.text == "Loading…"));
    assert_eq!(page.texts("status"), ["Loading…"]);
    page.one("button", "Create connection");
    for model in [fetching, waits] {
        let lost = told(model, Msg::PartLoaded(false));
        let page = drawn(&lost);
        let alerts = page.texts("alert");
        assert_eq!(alerts.len(), 1, "it is said once");
        assert!(alerts.concat().starts_with(FAILED), "{alerts:?}");
        page.one("button", "Try again");
        assert_eq!(page.texts("status"), [""], "that is an alert");
        let page = drawn(&given::with_half(lost));
        assert!(page.texts("alert").is_empty());
        page.none("button", "Try again");
    }
}

/// The token that a host page gave can be forgotten before that.
#[test]
fn a_token_can_be_forgotten_before_the_other_half_is_there() {
    let held = Token::Held { source: TokenSource::HostPage, expires_at: None };
    let page = drawn(&told(given::opened(), Msg::TokenIs(held)));
    page.one("button", "Forget token");
}

#[test]
fn the_live_region_says_that_the_other_half_is_on_its_way() {
    for route in given::others() {
        let coming = given::on(given::opened(), &route);
        assert_eq!(drawn(&coming).texts("status"), ["Loading…"]);
        assert_eq!(drawn(&given::with_half(coming.clone())).texts("status"), [""]);
        let lost = told(coming.clone(), Msg::PartLoaded(false));
        assert_eq!(drawn(&lost).texts("status"), [""], "that is an alert");
        assert_eq!(drawn(&told(lost, Msg::PartWanted)).texts("status"), ["Loading…"]);
        assert_eq!(drawn(&given::on(coming, &Route::Create)).texts("status"), [""]);
    }
}

#[test]
fn a_heading_says_what_is_on_its_way() {
    for route in given::others() {
        let coming = given::on(given::opened(), &route);
        for model in [coming.clone(), told(coming.clone(), Msg::PartLoaded(false))] {
            assert_eq!(drawn(&model).one("heading", "Connections").tag, "h1");
        }
        drawn(&given::on(coming, &Route::Create)).none("heading", "Connections");
    }
}
