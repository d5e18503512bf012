//! Another connection is opened while an edit is not saved, or not answered yet.

use flow_connect::screen::Route;
use flow_connect::screen::connections::edit::{Doubt, Field, Phase};
use flow_connect::screen::connections::{Answer, Call, Effect, Msg, removal};
use flow_service::error::{CallError, NoAnswer};

use super::{NEWER, edit, editing, has_input, save, saved, type_in};
use crate::one::{raw, refused};
use crate::room::{Room, id, said, sent};

fn open(room: &mut Room, number: u32) -> Vec<Effect> {
    room.tell(Msg::Opened(Route::Connection(id(number))))
}

/// An edit whose answer is still to come, while another connection is open.
fn saving_elsewhere() -> (Room, Vec<Effect>) {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    let effects = save(&mut room, &[]);
    let left = open(&mut room, 2);
    let (ticket, _) = sent(&effects, &Call::Save(id(1)));
    assert!(!left.contains(&Effect::Abort(ticket)), "it may have been carried out");
    (room, effects)
}

#[test]
fn what_is_typed_is_there_again() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    assert_eq!(has_input(&open(&mut room, 2)), None, "leaving the page would still lose it");
    open(&mut room, 1);
    assert_eq!(edit(&room).name, "Mine");
}

#[test]
fn nothing_is_kept_where_nothing_was_typed() {
    let mut room = editing(raw());
    open(&mut room, 2);
    assert_eq!(room.model.parked, []);
}

#[test]
fn a_second_save_breaks_off_neither() {
    let (mut room, effects) = saving_elsewhere();
    room.answer(&effects, &Call::Save(id(1)), saved(NEWER));
    assert_eq!(room.model.parked, [], "it is saved");
}

#[test]
fn an_answer_belongs_to_the_connection_it_was_asked_for() {
    let (mut room, effects) = saving_elsewhere();
    let lost = CallError::NoAnswer(NoAnswer::ConnectionFailed);
    let answered = room.answer(&effects, &Call::Save(id(1)), Answer::Saved(Err(lost)));
    assert!(said(&answered).concat().contains("not confirmed"), "{answered:?}");
    assert!(!answered.iter().any(|it| matches!(it, Effect::Send { .. })), "it is not shown");
    assert!(room.model.one.as_ref().is_some_and(|one| one.id == id(2) && one.edit.is_none()));
    let opened = open(&mut room, 1);
    sent(&opened, &Call::Inspect(id(1)));
    assert!(matches!(edit(&room).phase, Phase::Comparing(Doubt::Unknown(_))));
    assert_eq!(edit(&room).name, "Mine");
}

#[test]
fn a_refusal_is_seen_when_the_connection_is_opened_again() {
    let (mut room, effects) = saving_elsewhere();
    let answer = Answer::Saved(Err(refused(403, "2120-403")));
    room.answer(&effects, &Call::Save(id(1)), answer);
    open(&mut room, 1);
    assert!(matches!(edit(&room).phase, Phase::Refused(_)));
}

#[test]
fn a_connection_that_vanished_leaves_nothing_to_lose() {
    let (mut room, effects) = saving_elsewhere();
    let gone = Answer::Saved(Err(refused(404, "1439-404")));
    let answered = room.answer(&effects, &Call::Save(id(1)), gone);
    assert_eq!(room.model.parked, []);
    assert_eq!(has_input(&answered), Some(false));
    assert!(said(&answered).concat().contains("not confirmed"), "{answered:?}");
}

#[test]
fn a_removal_leaves_nothing_to_lose() {
    for (result, is_lost) in [
        (Ok(()), true),
        (Err(refused(404, "1439-404")), true),
        (Err(refused(400, "1418-400")), false),
    ] {
        let mut room = editing(raw());
        type_in(&mut room, Field::Name, "Mine");
        let target = removal::Target::of(&edit(&room).before);
        open(&mut room, 2);
        room.tell(Msg::Removal(removal::Msg::Asked(vec![target])));
        room.tell(Msg::Removal(removal::Msg::Typed("Acme cases".to_owned())));
        let effects = room.tell(Msg::Removal(removal::Msg::Confirmed));
        let answered = room.answer(&effects, &Call::Remove(id(1)), Answer::Removed(result));
        assert_eq!(has_input(&answered), is_lost.then_some(false));
        assert_eq!(room.model.parked.is_empty(), is_lost);
    }
}

/// With another sandbox chosen meanwhile, it would be asked for in the wrong one.
#[test]
fn a_saved_connection_that_is_not_shown_is_not_asked_for() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    let effects = save(&mut room, &[]);
    room.tell(Msg::Opened(Route::Connections));
    let answered = room.answer(&effects, &Call::Save(id(1)), saved(NEWER));
    assert!(!answered.iter().any(|it| matches!(it, Effect::Send { .. })), "{answered:?}");
}

#[test]
fn who_follows_a_link_goes_on_from_the_heading() {
    let mut room = Room::at(Route::Connections);
    let focused = |effects: &[Effect]| effects.iter().any(|it| matches!(it, Effect::Focus(_)));
    assert!(!focused(&open(&mut room, 1)), "by the address, nothing moves under who types");
    room.tell(Msg::LinkFollowed(Route::Connections));
    assert!(focused(&room.tell(Msg::Opened(Route::Connections))));
    assert!(!focused(&open(&mut room, 1)));
}

#[test]
fn a_question_is_not_carried_to_another_view() {
    let mut room = editing(raw());
    let target = removal::Target::of(&edit(&room).before);
    room.tell(Msg::Removal(removal::Msg::Asked(vec![target])));
    assert!(room.model.removal.is_some());
    open(&mut room, 2);
    assert_eq!(room.model.removal, None);
}
