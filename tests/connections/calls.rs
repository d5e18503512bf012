//! Which requests are repeated, how long after, and which answers count.

use flow_connect::screen::connections::{Answer, Call, Calls, Effect, Moment, Msg, Verdict};
use flow_connect::screen::{Route, Ticket};
use flow_service::error::{CallError, NoAnswer, Refusal};
use flow_service::operation::{delete_connection, get_connection};
use flow_service::request::Request;

use crate::one::refused;
use crate::room::{Room, access, id, sent};

const STILL: Moment = Moment { now: 0, random: 0 };

fn inspect() -> (Call, Request) {
    (Call::Inspect(id(1)), get_connection::request(&access(), &id(1)))
}

fn ticket(effects: &[Effect]) -> Ticket {
    let sent = effects.iter().find_map(|effect| match effect {
        Effect::Send { ticket, .. } => Some(*ticket),
        _ => None,
    });
    sent.unwrap_or_else(|| panic!("nothing is sent: {effects:#?}"))
}

fn pause(verdict: &Verdict) -> Option<u32> {
    if let Verdict::Repeat(Effect::Send { pause, .. }) = verdict { Some(*pause) } else { None }
}

#[test]
fn a_read_that_fails_for_a_passing_reason_is_repeated_four_times_with_growing_pauses() {
    let mut calls = Calls::default();
    let (call, request) = inspect();
    let ticket = ticket(&calls.start(call.clone(), request.clone()));
    let mut pauses = Vec::new();
    for attempt in 2..=5 {
        let verdict = calls.answered(ticket, Some(&refused(503, "1000-503")), STILL);
        pauses.push(pause(&verdict).unwrap());
        let pause = *pauses.last().unwrap();
        let again = Effect::Send { ticket, call: call.clone(), request: request.clone(), pause };
        assert_eq!(verdict, Verdict::Repeat(again));
        assert_eq!(calls.running(&call).unwrap().attempt, attempt);
    }
    assert_eq!(pauses, [250, 500, 1000, 2000]);
    let last = calls.answered(ticket, Some(&refused(503, "1000-503")), STILL);
    assert_eq!(last, Verdict::Counts(call.clone()), "the fifth failure counts");
    assert!(calls.running(&call).is_none());
}

#[test]
fn each_passing_reason_is_repeated_and_no_other() {
    for (error, again) in [
        (CallError::NoAnswer(NoAnswer::ConnectionFailed), true),
        (refused(429, "1000-429"), true),
        (refused(502, "1000-502"), true),
        (refused(504, "1000-504"), true),
        (refused(500, "1000-500"), false),
        (refused(403, "2120-403"), false),
        (refused(404, "1439-404"), false),
        (CallError::NoAnswer(NoAnswer::TimedOut(30_000)), false),
    ] {
        let mut calls = Calls::default();
        let (call, request) = inspect();
        let ticket = ticket(&calls.start(call, request));
        let verdict = calls.answered(ticket, Some(&error), STILL);
        assert_eq!(pause(&verdict).is_some(), again, "{error:?}");
    }
}

#[test]
fn chance_makes_a_pause_longer_and_the_service_can_ask_for_more() {
    let verdict = |random, retry_after| {
        let mut calls = Calls::default();
        let (call, request) = inspect();
        let ticket = ticket(&calls.start(call, request));
        let error = refused(429, "1000-429").with_retry_after(retry_after);
        calls.answered(ticket, Some(&error), Moment { now: 0, random })
    };
    assert_eq!(pause(&verdict(250, None)), Some(500));
    assert_eq!(pause(&verdict(0, Some(3))), Some(3000));
    assert_eq!(pause(&verdict(0, Some(31))), None, "no one waits that long");
}

#[test]
fn a_write_is_never_repeated() {
    for call in [Call::Save(id(1)), Call::Remove(id(1))] {
        let mut calls = Calls::default();
        let request = delete_connection::request(&access(), &id(1));
        let ticket = ticket(&calls.start(call.clone(), request));
        let error = CallError::NoAnswer(NoAnswer::ConnectionFailed);
        assert_eq!(calls.answered(ticket, Some(&error), STILL), Verdict::Counts(call));
        assert_eq!(calls.answered(ticket, Some(&error), STILL), Verdict::Late);
    }
}

#[test]
fn an_answer_after_the_same_was_asked_anew_is_late() {
    let mut calls = Calls::default();
    let (call, request) = inspect();
    let old = ticket(&calls.start(call.clone(), request.clone()));
    let effects = calls.start(call.clone(), request);
    assert_eq!(effects.first(), Some(&Effect::Abort(old)));
    let new = ticket(&effects);
    assert_eq!(calls.answered(old, None, STILL), Verdict::Late);
    assert_eq!(calls.answered(new, None, STILL), Verdict::Counts(call));
}

#[test]
fn what_is_stopped_is_broken_off_and_nothing_else() {
    let mut calls = Calls::default();
    let (call, request) = inspect();
    let read = ticket(&calls.start(call.clone(), request.clone()));
    calls.start(Call::Test, request.clone());
    calls.start(Call::Save(id(1)), request);
    assert_eq!(calls.count(Call::is_read), 2);
    assert_eq!(calls.stop(|held| *held == call), [Effect::Abort(read)]);
    assert_eq!(calls.answered(read, None, STILL), Verdict::Late);
    assert_eq!(calls.count(|_| true), 2);
    assert_eq!(calls.stop(|_| true).len(), 2);
    assert_eq!(calls.count(|_| true), 0);
}

#[test]
fn leaving_a_view_breaks_off_its_reads_and_a_late_answer_changes_nothing() {
    let mut room = Room::at(Route::Create);
    let opened = room.tell(Msg::Opened(Route::Connection(id(1))));
    let (old, _) = sent(&opened, &Call::Inspect(id(1)));
    assert!(room.tell(Msg::Opened(Route::Create)).contains(&Effect::Abort(old)));
    let before = room.model.clone();
    let answer = Answer::Inspected(Err(refused(500, "1000-500")));
    assert_eq!(room.tell(Msg::Answered(old, Box::new(answer))), []);
    assert_eq!(room.model, before);
}

#[test]
fn that_a_request_is_repeated_is_seen() {
    let mut room = Room::at(Route::Create);
    let opened = room.tell(Msg::Opened(Route::Connection(id(1))));
    let busy: Refusal = refused(503, "1000-503").refusal().unwrap().clone();
    let answer = Answer::Inspected(Err(CallError::RefusedByService(busy)));
    room.answer(&opened, &Call::Inspect(id(1)), answer);
    let page = room.drawn();
    let seen = page.seen().any(|it| it.text.contains("Attempt 2 of 5"));
    assert!(seen, "{:#?}", page.texts("p"));
}

#[test]
fn the_pause_that_the_service_wants_is_kept() {
    let mut room = Room::at(Route::Create);
    let effects = room.tell(Msg::Opened(Route::Connections));
    let busy = Answer::Page(Err(refused(429, "429050"))).after(Some(" 7 "));
    let again = room.answer(&effects, &Call::FirstPage, busy);
    let [Effect::Send { pause, .. }] = again.as_slice() else { panic!("{again:?}") };
    assert!(*pause >= 7_000, "{pause}");
    for nonsense in [None, Some("soon"), Some("-1")] {
        let answer = Answer::Test(Err(refused(429, "429050"))).after(nonsense);
        assert_eq!(answer.error().and_then(CallError::retry_after), None);
    }
}
