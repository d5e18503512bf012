//! After an unknown outcome: the connection is looked for, never sent again.

use flow_connect::screen::{Call, Effect, Event, Look, Msg, Phase};
use flow_service::error::{CallError, NoAnswer, NotSent, UnreadableReason};
use flow_service::request::Method;

use crate::given::{self, ID, NAME, PRESSED_AT, listed};
use crate::page::{Page, emitted, focused, sent};

fn look(page: &Page) -> &Look {
    match &page.model.phase {
        Phase::Unknown { look, .. } => look,
        phase => panic!("the outcome is known: {phase:?}"),
    }
}

fn no_answer(why: NoAnswer) -> CallError {
    CallError::NoAnswer(why)
}

#[test]
fn each_unknown_outcome_is_looked_up_and_said() {
    let mut causes = vec![
        given::timed_out(),
        no_answer(NoAnswer::Cancelled),
        no_answer(NoAnswer::ConnectionFailed),
    ];
    for reason in [
        UnreadableReason::Empty,
        UnreadableReason::NotJson,
        UnreadableReason::TooLarge,
        UnreadableReason::Cut,
        UnreadableReason::Lacks("id"),
    ] {
        causes.extend([given::unreadable(200, reason), given::unreadable(201, reason)]);
    }
    // 408, and every status with which a server says that the fault is its own.
    for status in std::iter::once(408).chain(500..600) {
        causes.push(given::by_service_with(status));
        causes.push(given::by_gateway(status, "504000"));
        causes.push(given::unreadable(status, UnreadableReason::NotJson));
    }
    for cause in causes {
        let mut page = Page::sending();
        let effects = page.create_answers(Err(cause.clone()));
        assert_eq!(emitted(&effects), &Event::Error(cause.clone()));
        assert_eq!(focused(&effects), "unknown");
        assert_eq!(sent(&effects).0, Call::LookUp(0), "{cause:?}");
        assert_eq!(look(&page), &Look::Looking(1));
        assert!(page.model.created.is_empty());
    }
}

#[test]
fn it_asks_for_the_newest_connections_of_the_source() {
    let mut page = Page::sending();
    let effects = page.tell(Msg::Cancelled);
    let (_, request) = sent(&effects);
    assert_eq!(request.method, Method::Get);
    assert_eq!(
        request.target,
        "/data/foundation/flowservice/connections\
         ?property=connectionSpec.id%3D%3Dcb66ab34-8619-49cb-96d1-39b37ede86ea\
         &orderby=-createdAt&limit=50"
    );
    assert!(request.headers.contains(&("x-sandbox-name", "acme-dev".to_owned())));
    assert_eq!(request.body, None);
}

#[test]
fn a_round_has_four_looks_with_growing_pauses() {
    let mut page = Page::sending();
    let mut effects = page.tell(Msg::Cancelled);
    for (attempt, pause) in [(1, 0), (2, 1_000), (3, 2_000), (4, 4_000)] {
        assert_eq!(look(&page), &Look::Looking(attempt));
        assert_eq!(sent(&effects).0, Call::LookUp(pause));
        effects = page.look_answers(Ok(given::list(Vec::new())));
    }
    assert_eq!(effects, []);
    assert_eq!(look(&page), &Look::NotFound(Vec::new()));
}

#[test]
fn a_connection_that_is_found_is_the_result() {
    for looks_before in 0..4 {
        let mut page = Page::unknown();
        for _ in 0..looks_before {
            page.look_answers(Ok(given::list(vec![listed("other", "Other", PRESSED_AT)])));
        }
        let effects = page.look_answers(Ok(given::list(vec![listed(ID, NAME, PRESSED_AT + 40)])));
        let Event::Created { id, etag, name, sandbox } = emitted(&effects) else {
            panic!("{effects:?}")
        };
        assert_eq!((id.as_str(), etag.as_deref()), (ID, Some(given::ETAG)));
        assert_eq!((name.as_str(), sandbox.as_str()), (NAME, "acme-dev"));
        assert_eq!(effects[0], Effect::ClearSecrets(given::secret_fields()));
        assert_eq!(focused(&effects), "connection-id");
        assert!(matches!(page.model.phase, Phase::Created { .. }));
        assert!(page.model.latest().unwrap().found_by_looking);
    }
}

#[test]
fn a_look_that_fails_is_said_and_can_be_repeated() {
    let mut page = Page::unknown();
    let error = given::by_gateway(401, "401013");
    assert_eq!(page.look_answers(Err(error.clone())), [], "one failure is said, not repeated");
    assert_eq!(look(&page), &Look::Failed(error));

    let effects = page.tell(Msg::LookAgain);
    assert_eq!(sent(&effects).0, Call::LookUp(0), "at once: a person asked");
    assert_eq!(focused(&effects), "unknown");
    assert_eq!(look(&page), &Look::Looking(1));
    page.look_answers(Ok(given::list(vec![listed(ID, NAME, PRESSED_AT)])));
    assert_eq!(page.model.latest().unwrap().id.as_str(), ID);
}

#[test]
fn look_again_after_not_found_begins_a_new_round() {
    let mut page = Page::unknown();
    for _ in 0..4 {
        page.look_answers(Ok(given::list(Vec::new())));
    }
    assert_eq!(look(&page), &Look::NotFound(Vec::new()));
    page.tell(Msg::LookAgain);
    for attempt in 1..=4 {
        assert_eq!(look(&page), &Look::Looking(attempt));
        page.look_answers(Ok(given::list(Vec::new())));
    }
    assert_eq!(look(&page), &Look::NotFound(Vec::new()));
}

#[test]
fn look_again_while_looking_does_nothing() {
    let mut page = Page::unknown();
    let before = page.model.clone();
    assert_eq!(page.tell(Msg::LookAgain), []);
    assert_eq!(page.model, before);
    for mut page in [Page::new(), Page::sending(), Page::created()] {
        assert_eq!(page.tell(Msg::LookAgain), []);
    }
}

#[test]
fn an_answer_to_an_older_look_is_ignored() {
    let mut page = Page::unknown();
    let old = page.model.ticket;
    page.look_answers(Ok(given::list(Vec::new())));
    let before = page.model.clone();
    let answer =
        flow_connect::screen::Answer::LookUp(Ok(given::list(vec![listed(ID, NAME, PRESSED_AT)])));
    assert_eq!(page.tell(Msg::Answered(old, answer, PRESSED_AT)), []);
    assert_eq!(page.model, before);
}

#[test]
fn back_to_the_form_keeps_everything_that_was_typed() {
    let mut page = Page::unknown();
    let typed = page.model.form.clone();
    assert_eq!(page.tell(Msg::AnotherPressed), [], "not while it looks");
    page.look_answers(Err(given::timed_out()));
    let effects = page.tell(Msg::AnotherPressed);
    assert_eq!(effects, [Effect::Focus("create".to_owned())]);
    assert_eq!(page.model.phase, Phase::Filling);
    assert_eq!(page.model.form, typed);
}

/// While the host page is asked for a token nothing was carried out, so nothing is looked for.
#[test]
fn what_was_cancelled_before_it_was_sent_is_known() {
    let mut page = Page::sending();
    let effects = page.tell(Msg::CancelledUnsent);
    assert!(effects.contains(&Effect::Abort), "{effects:?}");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Send(..))), "{effects:?}");
    let cancelled = CallError::NotSent(NotSent::Cancelled);
    let Phase::Refused(refused) = &page.model.phase else { panic!("{:?}", page.model.phase) };
    assert_eq!(refused.cause, cancelled);
    page.create_answers(Err(cancelled));
    assert_eq!(page.press().len(), 1, "it can be pressed again");
    assert_eq!(page.tell(Msg::CancelledUnsent).len(), 3);
    assert_eq!(page.tell(Msg::CancelledUnsent), [], "once");
}
