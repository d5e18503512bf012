//! What is seen while the half of the app with connections is missing.

use flow_connect::screen::{Answer, Model, Msg, Route, Texts};
use flow_service::error::{CallError, NotSent};

use crate::drawn::drawn;
use crate::given::{self, told};
use crate::html::{Element, Html};

const FAILED: &str = "This could not be loaded. Check the network, then try again.";

#[test]
fn the_other_half_is_on_its_way() {
    for route in given::others() {
        let page = drawn(&given::on(given::empty(), &route));
        assert!(page.seen().any(|element| element.tag == "p" && element.text == "Loading…"));
        assert!(page.texts("alert").is_empty());
        page.none("button", "Try again");
        let page = drawn(&given::with_half(given::on(given::empty(), &route)));
        assert!(!page.seen().any(|element| element.tag == "p" && element.text == "Loading…"));
    }
    assert!(!drawn(&given::empty()).seen().any(|element| element.text == "Loading…"));
}

#[test]
fn the_other_half_could_not_be_loaded() {
    for route in given::others() {
        let lost = told(given::on(given::empty(), &route), Msg::PartLoaded(None));
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
        assert!(page.texts("alert").is_empty(), "nothing of it is needed there");
    }
}

/// The answer, with the words about it still on their way, or lost.
fn without_words(error: CallError, lost: bool) -> Model {
    let sending = given::pressed(given::filled());
    let ticket = sending.ticket;
    let answer = Answer::Create(Err(error));
    let model = told(sending, Msg::Answered(ticket, answer, given::PRESSED_AT));
    if lost { told(model, Msg::PartLoaded(None)) } else { model }
}

/// What stands in the place of the words until they come: it is found and focused as they are.
#[track_caller]
fn placeholder<'a>(page: &'a Html, id: &str, heading: &str) -> &'a Element {
    page.one("heading", heading);
    let stands = page.by_id(id).unwrap();
    assert!(stands.is_seen && stands.text.starts_with(heading), "{stands:?}");
    assert_eq!(stands.attribute("tabindex"), Some("-1"), "it gets the focus");
    assert!(!stands.has("role"), "it is said by that");
    stands
}

#[test]
fn a_refusal_is_said_before_its_words_are_there() {
    for (lost, says) in [(false, "Loading…"), (true, FAILED)] {
        let page = drawn(&without_words(given::by_gateway(403, "403003"), lost));
        let stands = placeholder(&page, "refused", "Not created");
        assert!(stands.text.contains(says), "{stands:?}");
        assert!(stands.text.ends_with("The gateway's words"), "{stands:?}");
        let alerts = page.texts("alert");
        assert_eq!(alerts.len(), usize::from(lost), "{alerts:?}");
        assert!(alerts.iter().all(|alert| alert.starts_with(FAILED)), "{alerts:?}");
        assert_eq!(page.with("button", "Try again").len(), usize::from(lost));
        let key = page.one("textbox", "API key");
        assert_eq!(key.attribute("aria-invalid"), Some("true"), "the field at fault is known");
        assert_eq!(page.texts_of("api-key-error"), "Not created");
        page.one("button", "Create connection");
    }
    let page = drawn(&given::with_half(without_words(given::by_gateway(403, "403003"), true)));
    let alert = page.texts("alert").concat();
    assert!(alert.contains("Adobe does not know this API key."), "{alert}");
    assert!(page.texts_of("api-key-error").contains("Adobe does not know this API key."));
}

#[test]
fn a_refusal_without_words_of_the_service_quotes_none() {
    let page = drawn(&without_words(CallError::NotSent(NotSent::Offline), false));
    placeholder(&page, "refused", "Not created");
    assert!(!page.seen().any(|element| element.tag == "blockquote"));
}

/// It is no refusal, before its words are there as well.
#[test]
fn an_unknown_outcome_is_said_before_its_words_are_there() {
    for (lost, says) in [(false, "Loading…"), (true, FAILED)] {
        let page = drawn(&without_words(given::timed_out(), lost));
        let stands = placeholder(&page, "unknown", "Outcome unknown");
        assert!(stands.text.contains(says), "{stands:?}");
        assert!(!page.seen().any(|element| element.tag == "blockquote"));
        page.none("heading", "Not created");
        let alerts = page.texts("alert");
        assert_eq!(alerts.len(), usize::from(lost), "{alerts:?}");
        assert_eq!(page.texts("status"), ["Looking for the connection…"]);
        page.none("button", "Create connection");
    }
}

#[test]
fn why_a_test_failed_is_said_before_its_words_are_there() {
    for (half, says) in [(None, FAILED), (Some(Texts::ALL), "No answer")] {
        let model = told(given::tested(Err(given::timed_out())), Msg::PartLoaded(half));
        let page = drawn(&model);
        let alerts = page.texts("alert");
        assert_eq!(alerts.len(), 1, "no alert is within another: {alerts:?}");
        assert!(alerts.concat().contains(says), "{alerts:?}");
        let failed = page.seen().any(|it| it.text.contains("could not be tested"));
        assert!(failed, "that the test failed is said in any case");
        assert_eq!(page.with("button", "Try again").len(), usize::from(half.is_none()));
    }
}

#[test]
fn the_live_region_says_that_the_other_half_is_on_its_way() {
    for route in given::others() {
        let coming = given::on(given::empty(), &route);
        assert_eq!(drawn(&coming).texts("status"), ["Loading…"]);
        assert_eq!(drawn(&given::with_half(coming.clone())).texts("status"), [""]);
        let lost = told(coming.clone(), Msg::PartLoaded(None));
        assert_eq!(drawn(&lost).texts("status"), [""], "that is an alert");
        assert_eq!(drawn(&told(lost, Msg::PartWanted)).texts("status"), ["Loading…"]);
        assert_eq!(drawn(&given::on(coming, &Route::Create)).texts("status"), [""]);
    }
}

#[test]
fn a_heading_says_what_is_on_its_way() {
    for route in given::others() {
        let coming = given::on(given::empty(), &route);
        for model in [coming.clone(), told(coming.clone(), Msg::PartLoaded(None))] {
            assert_eq!(drawn(&model).one("heading", "Connections").tag, "h1");
        }
        drawn(&given::on(coming, &Route::Create)).none("heading", "Connections");
    }
}
