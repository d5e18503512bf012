//! The network goes and comes back: what did not come is asked for again, nothing is written.

use flow_connect::screen::Route;
use flow_connect::screen::connections::list::{self, Fetching, Load};
use flow_connect::screen::connections::one::Found;
use flow_connect::screen::connections::{Answer, Call, Effect, Msg, Told, explore, one};
use flow_service::error::{CallError, NoAnswer, NotSent};
use flow_service::operation::list_connections::Page;

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

/// A view that is opened asks by itself.
#[test]
fn what_is_not_on_the_screen_is_not_asked_for() {
    let mut room = Room::at(Route::Connections);
    let asked = room.tell(Msg::List(list::Msg::RetryPressed));
    room.answer(&asked, &Call::FirstPage, Answer::Page(Err(offline())));
    room.tell(Msg::Opened(Route::Create));
    assert_eq!(sends(&comes_back(&mut room)), 0);
}
