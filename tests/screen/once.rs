//! One press, one creation: no second press, no answer and no button sends another.

use flow_connect::screen::{Call, CopyTarget, Effect, Msg, Phase};
use flow_service::error::NotSent;
use flow_service::error::{CallError, UnreadableReason};

use crate::given;
use crate::page::{Page, sent};

#[test]
fn a_second_press_while_sending_does_nothing() {
    let mut page = Page::sending();
    let before = page.model.clone();
    for _ in 0..3 {
        assert_eq!(page.press(), []);
        assert_eq!(page.press_with(given::no_secrets()), []);
    }
    assert_eq!(page.model, before);
    assert_eq!(page.creations, 1);
}

#[test]
fn a_press_while_the_outcome_is_unknown_or_the_connection_is_there_does_nothing() {
    for mut page in [Page::unknown(), Page::created()] {
        let before = page.model.clone();
        assert_eq!(page.press(), []);
        assert_eq!(page.model, before);
        assert_eq!(page.creations, 1);
    }
}

#[test]
fn cancel_breaks_off_and_looks() {
    let mut page = Page::sending();
    let effects = page.tell(Msg::Cancelled);
    assert_eq!(effects[0], Effect::Abort);
    assert_eq!(sent(&effects).0, Call::LookUp(0));
    assert!(matches!(page.model.phase, Phase::Unknown { .. }));
    assert_eq!(page.tell(Msg::Cancelled), [], "there is nothing left to cancel");
}

#[test]
fn cancel_before_and_after_does_nothing() {
    for mut page in [Page::new(), Page::filled(), Page::created()] {
        let before = page.model.clone();
        assert_eq!(page.tell(Msg::Cancelled), []);
        assert_eq!(page.model, before);
    }
}

/// Everything that can be pressed, again and again, after each kind of answer.
#[test]
fn a_long_run_sends_one_creation_for_each_new_start() {
    let answers: [fn() -> Result<_, CallError>; 6] = [
        || Ok(given::created(given::ID)),
        || Err(given::timed_out()),
        || Err(given::by_gateway(401, "401013")),
        || Err(given::by_service_with(503)),
        || Err(given::unreadable(201, UnreadableReason::Cut)),
        || Err(CallError::NotSent(NotSent::Offline)),
    ];
    for answer in answers {
        let mut page = Page::filled();
        for round in 1..=3 {
            page.press();
            page.press();
            assert_eq!(page.creations, round, "one for each start");
            page.create_answers(answer());
            for _ in 0..6 {
                page.look_answers(Ok(given::list(Vec::new())));
                page.tell(Msg::LookAgain);
                page.tell(Msg::TestPressed);
                page.tell(Msg::CopyPressed(CopyTarget::Report));
                page.tell(Msg::Cancelled);
            }
            for _ in 0..6 {
                page.look_answers(Err(given::by_service_with(500)));
                page.test_answers(Err(given::timed_out()));
                page.tell(Msg::LookAgain);
            }
            assert_eq!(page.creations, round, "nothing but a press sends one");
            page.look_answers(Err(given::timed_out()));
            page.tell(Msg::AnotherPressed);
            page.fill();
        }
    }
}

#[test]
fn a_late_answer_to_an_older_call_is_ignored() {
    let mut page = Page::sending();
    let old = page.model.ticket;
    page.tell(Msg::Cancelled);
    let before = page.model.clone();
    let late = flow_connect::screen::Answer::Create(Ok(given::created(given::ID)));
    assert_eq!(page.tell(Msg::Answered(old, late, given::PRESSED_AT)), []);
    assert_eq!(page.model, before);
}

#[test]
fn an_answer_of_another_kind_is_ignored() {
    let mut page = Page::sending();
    let before = page.model.clone();
    assert_eq!(page.look_answers(Ok(given::list(Vec::new()))), []);
    assert_eq!(page.test_answers(Ok(true)), []);
    assert_eq!(page.model, before);

    let mut page = Page::unknown();
    let before = page.model.clone();
    assert_eq!(page.create_answers(Ok(given::created(given::ID))), []);
    assert_eq!(page.model, before);
}
