//! The network goes and comes back: what did not come is asked for again, nothing is written.

use flow_connect::screen::connections::list::{self, Fetching, Load};
use flow_connect::screen::connections::one::Found;
use flow_connect::screen::connections::{Answer, Call, Effect, Msg, Told, explore, one};
use flow_connect::screen::{Route, TestRun};
use flow_service::connection::Connection;
use flow_service::error::{CallError, NoAnswer, NotSent};
use flow_service::operation::get_connection::Inspected;
use flow_service::operation::list_connections::Page;
use serde_json::json;

use crate::room::{Room, id, said, sent};

fn offline() -> CallError {
    CallError::NotSent(NotSent::Offline)
}

fn sends(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| matches!(effect, Effect::Send { .. })).count()
}

fn comes_back(room: &mut Room) -> Vec<Effect> {
    room.tell(Msg::OnlineIs(false));
    let effects = room.tell(Msg::OnlineIs(true));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Focus(_))), "{effects:?}");
    effects
}

#[test]
fn it_is_said_once_and_told() {
    let mut room = Room::at(Route::Connections);
    assert_eq!(room.tell(Msg::OnlineIs(true)), [], "that is nothing new");
    let effects = room.tell(Msg::OnlineIs(false));
    assert!(effects.contains(&Effect::Tell(Told::Online(false))));
    assert!(said(&effects).concat().contains("offline"), "{effects:?}");
    assert!(room.written().contains("This browser is offline."));
    assert_eq!(room.tell(Msg::OnlineIs(false)), []);
    let effects = room.tell(Msg::OnlineIs(true));
    assert!(effects.contains(&Effect::Tell(Told::Online(true))));
    assert_eq!(said(&effects), ["This browser is online again."]);
}

#[test]
fn a_list_that_did_not_come_is_asked_for_again() {
    let mut room = Room::at(Route::Connections);
    let asked = room.tell(Msg::List(list::Msg::RetryPressed));
    room.answer(&asked, &Call::FirstPage, Answer::Page(Err(offline())));
    let effects = comes_back(&mut room);
    sent(&effects, &Call::FirstPage);
    assert_eq!(sends(&effects), 1);
    assert_eq!(room.model.list.load, Load::Loading);
}

#[test]
fn a_refresh_that_did_not_come_is_asked_for_again() {
    let mut room = Room::at(Route::Connections);
    let asked = room.tell(Msg::List(list::Msg::RetryPressed));
    let page = Page { connections: Vec::new(), next: None };
    room.answer(&asked, &Call::FirstPage, Answer::Page(Ok(page)));
    let asked = room.tell(Msg::List(list::Msg::Wanted(Fetching::Refresh)));
    room.answer(&asked, &Call::FirstPage, Answer::Page(Err(offline())));
    sent(&comes_back(&mut room), &Call::FirstPage);
}

#[test]
fn what_failed_otherwise_or_was_not_asked_for_is_left_alone() {
    let mut room = Room::at(Route::Connections);
    assert_eq!(sends(&comes_back(&mut room)), 0);
    let asked = room.tell(Msg::List(list::Msg::RetryPressed));
    let timed_out = CallError::NoAnswer(NoAnswer::TimedOut(30_000));
    room.answer(&asked, &Call::FirstPage, Answer::Page(Err(timed_out)));
    assert_eq!(sends(&comes_back(&mut room)), 0);
}

#[test]
fn a_connection_that_did_not_come_is_asked_for_again() {
    let mut room = Room::at(Route::Connection(id(1)));
    let asked = room.tell(Msg::One(one::Msg::RefreshPressed));
    let call = Call::Inspect(id(1));
    room.answer(&asked, &call, Answer::Inspected(Err(offline())));
    let effects = comes_back(&mut room);
    sent(&effects, &call);
    assert_eq!(sends(&effects), 1);
    assert_eq!(room.model.one.as_ref().map(|one| &one.found), Some(&Found::Loading));
}

#[test]
fn tables_that_did_not_come_are_asked_for_again() {
    let mut room = Room::at(Route::Connection(id(1)));
    let asked = room.tell(Msg::Explore(explore::Msg::RefreshPressed));
    let call = Call::Entries(None);
    room.answer(&asked, &call, Answer::Entries(Err(offline())));
    let effects = comes_back(&mut room);
    sent(&effects, &call);
    assert_eq!(sends(&effects), 1);
}

/// Before the browser knows that it is offline, a call only breaks.
#[test]
fn what_broke_is_asked_for_again_too() {
    let broken = CallError::NoAnswer(NoAnswer::ConnectionFailed);
    let mut room = Room::at(Route::Connections);
    let mut asked = room.tell(Msg::List(list::Msg::RetryPressed));
    for _ in 0..5 {
        asked = room.answer(&asked, &Call::FirstPage, Answer::Page(Err(broken.clone())));
    }
    assert_eq!(room.model.list.load, Load::Failed(broken));
    sent(&comes_back(&mut room), &Call::FirstPage);
}

#[test]
fn a_test_that_lacked_the_network_is_made_again_and_no_other() {
    let test = |error| {
        let mut room = Room::at(Route::Connection(id(1)));
        room.model.one.as_mut().unwrap().test = TestRun::Failed(error);
        let asked = room.tell(Msg::One(one::Msg::RefreshPressed));
        let raw = json!({ "id": id(1).as_str(), "name": "One" });
        let connection = Connection::from_json(&raw).unwrap();
        let inspected = Inspected { connection, raw };
        room.answer(&asked, &Call::Inspect(id(1)), Answer::Inspected(Ok(inspected)));
        comes_back(&mut room)
    };
    sent(&test(offline()), &Call::Test);
    assert_eq!(sends(&test(CallError::NoAnswer(NoAnswer::TimedOut(30_000)))), 0);
}

/// A view that is opened asks by itself.
#[test]
fn what_is_not_on_the_screen_is_not_asked_for() {
    let mut room = Room::at(Route::Connections);
    let asked = room.tell(Msg::List(list::Msg::RetryPressed));
    room.answer(&asked, &Call::FirstPage, Answer::Page(Err(offline())));
    room.tell(Msg::Opened(Route::Create));
    assert_eq!(sends(&comes_back(&mut room)), 0);
}
