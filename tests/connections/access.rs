//! Other access: what was asked with the earlier one, and what stays.

use flow_connect::screen::connections::edit::{Field, Msg as Edit};
use flow_connect::screen::connections::explore::Explore;
use flow_connect::screen::connections::list::Msg as List;
use flow_connect::screen::connections::one::{Found, Msg as One, Tab};
use flow_connect::screen::connections::removal::{Course, Fate, HEADING_ID, Msg as Asked, Removal};
use flow_connect::screen::connections::{Answer, Call, Effect, Msg, Told};
use flow_connect::screen::{Route, TestRun};
use flow_service::operation::explore_connection::Entry;
use flow_service::operation::update_connection::Updated;
use flow_service::request::Access;
use flow_service::value::{Etag, SandboxName};
use serde_json::json;

use crate::explore::given::entry;
use crate::list::{loaded_with, page, refusal};
use crate::one::{ETAG, INSPECT, inspected, loaded, raw, refused};
use crate::room::{Room, access, id, said, sent};

fn other() -> Access {
    Access { sandbox: SandboxName::parse("dev").unwrap(), ..access() }
}

/// The sandbox is another one.
fn change(room: &mut Room) -> Vec<Effect> {
    room.tell(Msg::AccessIs(Some(other())))
}

fn sends_nothing_of(effects: &[Effect], is_meant: fn(&Call) -> bool) -> bool {
    !effects.iter().any(|effect| matches!(effect, Effect::Send { call, .. } if is_meant(call)))
}

fn is_broken_off(effects: &[Effect], of: &[Effect], call: &Call) -> bool {
    effects.contains(&Effect::Abort(sent(of, call).0))
}

fn works(effects: &[Effect]) -> bool {
    effects.contains(&Effect::Tell(Told::AccessWorked))
}

/// These are being deleted; the requests for the first three are on their way.
fn deleting(numbers: &[u32]) -> (Room, Vec<Effect>) {
    let mut room = loaded_with(0..20, None);
    for &number in numbers {
        room.tell(Msg::List(List::Selected(id(number), true)));
    }
    room.tell(Msg::List(List::DeletePressed));
    room.tell(Msg::Removal(Asked::Typed(format!("delete {} connections", numbers.len()))));
    let effects = room.tell(Msg::Removal(Asked::Confirmed));
    (room, effects)
}

fn begun(room: &Room) -> (Course, Vec<Fate>) {
    match &room.model.removal {
        Some(Removal::Begun { items, course }) => {
            (*course, items.iter().map(|item| item.fate.clone()).collect())
        }
        found => panic!("nothing is deleted: {found:?}"),
    }
}

/// The connection is open for its edit, another name is typed, and *Save changes* is pressed.
fn saving() -> (Room, Vec<Effect>) {
    let mut room = loaded(raw());
    room.tell(Msg::One(One::TabChosen(Tab::Edit)));
    room.tell(Msg::Edit(Edit::Typed(Field::Name, "Acme cases 2".to_owned())));
    let effects = room.tell(Msg::Edit(Edit::SavePressed(Vec::new())));
    (room, effects)
}

fn saved() -> Answer {
    Answer::Saved(Ok(Updated { id: id(1), etag: Etag::parse(ETAG) }))
}

#[test]
fn the_same_access_changes_nothing() {
    let (mut room, _) = deleting(&[1, 2, 3, 4]);
    let before = room.model.clone();
    assert_eq!(room.tell(Msg::AccessIs(Some(access()))), []);
    assert_eq!(room.model, before);
}

/// Whether they are deleted would not be known any more.
#[test]
fn a_removal_that_runs_is_told_to_stop_and_heard_to_its_end() {
    let (mut room, effects) = deleting(&[1, 2, 3, 4, 5]);
    let changed = change(&mut room);
    assert!(!changed.iter().any(|effect| matches!(effect, Effect::Abort(_))), "{changed:?}");
    assert!(sends_nothing_of(&changed, |call| matches!(call, Call::Remove(_))), "{changed:?}");
    let running = || vec![Fate::Running, Fate::Running, Fate::Running, Fate::Kept, Fate::Kept];
    assert_eq!(begun(&room), (Course::Stopping, running()));
    let mut end = Vec::new();
    for (number, result) in [(1, Ok(())), (2, Err(refusal(400, "1418-400"))), (3, Ok(()))] {
        end = room.answer(&effects, &Call::Remove(id(number)), Answer::Removed(result));
        assert!(sends_nothing_of(&end, |call| matches!(call, Call::Remove(_))), "{end:?}");
    }
    let (course, fates) = begun(&room);
    assert_eq!(course, Course::Done);
    let refused = Fate::Refused(refusal(400, "1418-400"));
    assert_eq!(fates, [Fate::Deleted, refused, Fate::Deleted, Fate::Kept, Fate::Kept]);
    assert_eq!(said(&end), ["2 deleted, 1 not deleted, 2 not tried."]);
    assert!(room.drawn().seen().any(|element| element.attribute("id") == Some(HEADING_ID)));
}

#[test]
fn a_removal_that_was_stopped_already_goes_on_stopping() {
    let (mut room, effects) = deleting(&[1, 2]);
    room.tell(Msg::Removal(Asked::StopPressed));
    change(&mut room);
    assert_eq!(begun(&room), (Course::Stopping, vec![Fate::Running, Fate::Running]));
    for number in [1, 2] {
        room.answer(&effects, &Call::Remove(id(number)), Answer::Removed(Ok(())));
    }
    assert_eq!(begun(&room), (Course::Done, vec![Fate::Deleted, Fate::Deleted]));
}

/// The question and the report are about connections that are not in sight any more.
#[test]
fn a_removal_that_does_not_run_is_dropped() {
    let mut room = loaded_with(0..20, None);
    room.tell(Msg::List(List::Selected(id(1), true)));
    room.tell(Msg::List(List::DeletePressed));
    assert!(matches!(room.model.removal, Some(Removal::Asking { .. })));
    change(&mut room);
    assert_eq!(room.model.removal, None);

    let (mut room, effects) = deleting(&[1, 2]);
    for number in [1, 2] {
        room.answer(&effects, &Call::Remove(id(number)), Answer::Removed(Ok(())));
    }
    assert_eq!(begun(&room).0, Course::Done);
    change(&mut room);
    assert_eq!(room.model.removal, None);
}

#[test]
fn a_change_that_is_on_its_way_is_heard_of() {
    let (mut room, effects) = saving();
    let changed = change(&mut room);
    assert!(!is_broken_off(&changed, &effects, &Call::Save(id(1))), "{changed:?}");
    assert!(room.model.calls.running(&Call::Save(id(1))).is_some());
    let answered = room.answer(&effects, &Call::Save(id(1)), saved());
    assert!(answered.contains(&Effect::Tell(Told::HasInput(false))), "{answered:?}");
    assert!(room.model.calls.running(&Call::Save(id(1))).is_none());
}

#[test]
fn what_was_typed_into_an_edit_stays() {
    let mut room = loaded(raw());
    room.tell(Msg::One(One::TabChosen(Tab::Edit)));
    room.tell(Msg::Edit(Edit::Typed(Field::Name, "Acme cases 2".to_owned())));
    let effects = change(&mut room);
    let edit = room.model.one.as_ref().unwrap().edit.as_ref().unwrap();
    assert_eq!(edit.name, "Acme cases 2");
    let (_, request) = sent(&effects, &INSPECT());
    assert!(request.headers.contains(&("x-sandbox-name", "dev".to_owned())));
    assert!(!effects.contains(&Effect::Tell(Told::HasInput(false))));
}

/// They were asked with earlier access, and say nothing of this one.
#[test]
fn reads_are_broken_off() {
    let mut room = loaded(raw());
    let tested = room.tell(Msg::One(One::TestPressed));
    let refreshed = room.tell(Msg::One(One::RefreshPressed));
    let effects = change(&mut room);
    assert!(is_broken_off(&effects, &tested, &Call::Test), "{effects:?}");
    assert!(is_broken_off(&effects, &refreshed, &INSPECT()), "{effects:?}");
    assert_eq!(room.model.one.as_ref().unwrap().test, TestRun::None);
    let before = room.model.clone();
    assert_eq!(room.answer(&tested, &Call::Test, Answer::Test(Ok(true))), []);
    let late = Answer::Inspected(Ok(inspected(raw())));
    assert_eq!(room.answer(&refreshed, &INSPECT(), late), []);
    assert_eq!(room.model, before);
}

#[test]
fn what_a_test_came_to_is_not_said_of_other_access() {
    let mut room = loaded(raw());
    let tested = room.tell(Msg::One(One::TestPressed));
    room.answer(&tested, &Call::Test, Answer::Test(Ok(true)));
    let accepted = |room: &Room| room.model.one.as_ref().unwrap().test != TestRun::None;
    assert!(accepted(&room));
    change(&mut room);
    assert!(!accepted(&room));
}

#[test]
fn what_the_source_holds_is_asked_for_again() {
    let explored = |room: &Room| room.model.one.as_ref().unwrap().explore.clone();
    let mut room = loaded(raw());
    let listed = room.tell(Msg::One(One::TabChosen(Tab::Explore)));
    let entries: Vec<Entry> = vec![entry("Account")];
    room.answer(&listed, &Call::Entries(None), Answer::Entries(Ok(entries)));
    assert!(room.drawn().seen().any(|element| element.text == "Account"));
    let before = explored(&room);
    let effects = change(&mut room);
    assert_ne!(explored(&room), before);
    assert!(!room.drawn().seen().any(|element| element.text == "Account"));
    let (_, request) = sent(&effects, &Call::Entries(None));
    assert!(request.headers.contains(&("x-sandbox-name", "dev".to_owned())));
    assert_eq!(room.model.one.as_ref().unwrap().tab, Tab::Explore);
    room.tell(Msg::AccessIs(None));
    assert_eq!(explored(&room), Explore::default());
}

#[test]
fn a_spec_that_was_asked_for_with_earlier_access_is_asked_for_again() {
    let spec_id = "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5";
    let answer = || {
        let mut raw = raw();
        raw["connectionSpec"]["id"] = json!(spec_id);
        Answer::Inspected(Ok(inspected(raw)))
    };
    let mut room = Room::at(Route::Create);
    let opened = room.tell(Msg::Opened(Route::Connection(id(1))));
    let asked = room.answer(&opened, &INSPECT(), answer());
    let changed = change(&mut room);
    assert!(is_broken_off(&changed, &asked, &Call::Spec), "{changed:?}");
    let (_, request) = sent(&room.answer(&changed, &INSPECT(), answer()), &Call::Spec);
    assert!(request.headers.contains(&("x-sandbox-name", "dev".to_owned())));
}

#[test]
fn whatever_was_carried_out_says_that_access_works() {
    let mut room = Room::at(Route::Create);
    let effects = room.tell(Msg::Opened(Route::Connections));
    assert!(works(&room.answer(&effects, &Call::FirstPage, page(0..3, None))));
    let mut room = loaded(raw());
    let effects = room.tell(Msg::One(One::RefreshPressed));
    let answer = Answer::Inspected(Ok(inspected(raw())));
    assert!(works(&room.answer(&effects, &INSPECT(), answer)));

    let (mut room, effects) = saving();
    assert!(works(&room.answer(&effects, &Call::Save(id(1)), saved())));
    let (mut room, effects) = deleting(&[1, 2]);
    for number in [1, 2] {
        let removed = Answer::Removed(Ok(()));
        assert!(works(&room.answer(&effects, &Call::Remove(id(number)), removed)));
    }
}

#[test]
fn an_answer_to_earlier_access_says_nothing_about_this_one() {
    let refuses = |effects: &[Effect]| effects.contains(&Effect::Tell(Told::AccessRefused));
    for error in [None, Some(refused(401, "401013"))] {
        let (mut room, effects) = saving();
        room.tell(Msg::AccessIs(None));
        let answer = error.map_or_else(saved, |error| Answer::Saved(Err(error)));
        let answered = room.answer(&effects, &Call::Save(id(1)), answer);
        assert!(!works(&answered) && !refuses(&answered), "{answered:?}");
    }
}

#[test]
fn a_refusal_of_the_token_is_told_whatever_was_asked() {
    let refuses = |effects: &[Effect]| effects.contains(&Effect::Tell(Told::AccessRefused));
    let error = || refused(401, "401013");
    let (mut room, effects) = saving();
    assert!(refuses(&room.answer(&effects, &Call::Save(id(1)), Answer::Saved(Err(error())))));
    let (mut room, effects) = deleting(&[1, 2]);
    let removed = Answer::Removed(Err(error()));
    assert!(refuses(&room.answer(&effects, &Call::Remove(id(1)), removed)));
    let mut room = loaded(raw());
    let effects = room.tell(Msg::One(One::RefreshPressed));
    let answer = Answer::Inspected(Err(error()));
    assert!(refuses(&room.answer(&effects, &INSPECT(), answer)));
    assert!(matches!(room.model.one.as_ref().unwrap().found, Found::Earlier(..)));
}
