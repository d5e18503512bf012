//! *Test connection*, once it is there.

use flow_connect::screen::{Call, Msg, Phase, TestRun};

use crate::given::{self, ID, PRESSED_AT};
use crate::page::{Page, sent};

fn run(page: &Page) -> &TestRun {
    match &page.model.phase {
        Phase::Created { test, .. } => test,
        phase => panic!("nothing is created: {phase:?}"),
    }
}

#[test]
fn the_connection_is_tested_by_its_id_once_at_a_time() {
    let mut page = Page::created();
    let effects = page.tell(Msg::TestPressed);
    let (call, request) = sent(&effects);
    assert_eq!(call, Call::Test);
    assert_eq!(request.target, format!("/data/foundation/flowservice/connections/{ID}/test"));
    assert!(request.headers.contains(&("x-sandbox-name", "acme-dev".to_owned())));
    assert_eq!(run(&page), &TestRun::Running);
    assert_eq!(page.tell(Msg::TestPressed), [], "it is on its way");
}

#[test]
fn each_result_is_kept_and_the_test_can_be_repeated() {
    let mut page = Page::created();
    for (answer, expect) in [
        (Ok(true), TestRun::Answered(true, PRESSED_AT + 1_000)),
        (Ok(false), TestRun::Answered(false, PRESSED_AT + 1_000)),
        (Err(given::timed_out()), TestRun::Failed(given::timed_out())),
        (Ok(true), TestRun::Answered(true, PRESSED_AT + 1_000)),
    ] {
        page.tell(Msg::TestPressed);
        assert_eq!(page.test_answers(answer), []);
        assert_eq!(run(&page), &expect);
    }
}

#[test]
fn it_asks_where_the_connection_was_made_whatever_is_typed_by_now() {
    let mut page = Page::created();
    page.type_in(flow_connect::screen::Field::Sandbox, "other");
    let effects = page.tell(Msg::TestPressed);
    assert!(sent(&effects).1.headers.contains(&("x-sandbox-name", "acme-dev".to_owned())));
}

#[test]
fn the_answer_to_a_test_of_an_older_connection_is_ignored() {
    let mut page = Page::created();
    page.tell(Msg::TestPressed);
    let old = page.model.ticket;
    page.tell(Msg::AnotherPressed);
    page.fill();
    page.press();
    page.create_answers(Ok(given::created("second")));
    let answer = flow_connect::screen::Answer::Test(Ok(false));
    assert_eq!(page.tell(Msg::Answered(old, answer, PRESSED_AT)), []);
    assert_eq!(run(&page), &TestRun::None);
}

#[test]
fn there_is_nothing_to_test_before() {
    for mut page in [Page::new(), Page::filled(), Page::sending(), Page::unknown()] {
        assert_eq!(page.tell(Msg::TestPressed), []);
    }
}
