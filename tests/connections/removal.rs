//! The removal: asked for, three at a time, stopped, reported.

use flow_connect::screen::Route;
use flow_connect::screen::connections::list::{Msg as ListMsg, SEARCH_ID};
use flow_connect::screen::connections::one::Found;
use flow_connect::screen::connections::removal::{
    Check, Course, DELETE_ID, Fate, HEADING_ID, Msg, Removal, TYPED_ID, Target,
};
use flow_connect::screen::connections::words::removal as words;
use flow_connect::screen::connections::{self, Answer, Call, CopyTarget, Effect, Told};
use flow_service::error::{CallError, NoAnswer, NotSent, Unreadable, UnreadableReason};
use flow_service::request::Method;
use flow_service::value::ConnectionId;

use crate::list::{connection, loaded_with, refusal};
use crate::room::{Room, id, said, sent};

fn tell(room: &mut Room, msg: Msg) -> Vec<Effect> {
    room.tell(connections::Msg::Removal(msg))
}

/// The list with these selected, and *Delete…* pressed.
fn asked(numbers: &[u32]) -> Room {
    let mut room = loaded_with(0..20, None);
    for &number in numbers {
        room.tell(connections::Msg::List(ListMsg::Selected(id(number), true)));
    }
    room.tell(connections::Msg::List(ListMsg::DeletePressed));
    room
}

/// Whether the form is told that this one is gone.
fn is_told(effects: &[Effect], id: ConnectionId) -> bool {
    effects.contains(&Effect::Tell(Told::Removed(id)))
}

fn typed(room: &mut Room, text: &str) -> Vec<Effect> {
    tell(room, Msg::Typed(text.to_owned()));
    tell(room, Msg::Confirmed)
}

/// These are being deleted; the requests for the first three are on their way.
fn begun(numbers: &[u32]) -> (Room, Vec<Effect>) {
    let mut room = asked(numbers);
    let effects = typed(&mut room, &format!("delete {} connections", numbers.len()));
    (room, effects)
}

/// The connections that are deleted by these effects.
fn deleted(effects: &[Effect]) -> Vec<ConnectionId> {
    let sent = effects.iter().filter_map(|effect| match effect {
        Effect::Send { call: Call::Remove(id), request, .. } => {
            assert_eq!(request.method, Method::Delete);
            assert!(request.target.ends_with(id.as_str()), "{}", request.target);
            Some(id.clone())
        }
        _ => None,
    });
    sent.collect()
}

fn answer(
    room: &mut Room,
    sent: &[Effect],
    id: ConnectionId,
    result: Result<(), CallError>,
) -> Vec<Effect> {
    room.answer(sent, &Call::Remove(id), Answer::Removed(result))
}

fn fates(room: &Room) -> Vec<Fate> {
    match &room.model.removal {
        Some(Removal::Begun { items, .. }) => items.iter().map(|item| item.fate.clone()).collect(),
        other => panic!("nothing is deleted: {other:?}"),
    }
}

fn course(room: &Room) -> Course {
    match &room.model.removal {
        Some(Removal::Begun { course, .. }) => *course,
        other => panic!("nothing is deleted: {other:?}"),
    }
}

fn texts(room: &Room) -> String {
    let page = room.drawn();
    let name = page.names("region").join(",");
    page.one("region", &name).text.clone()
}

#[test]
fn an_enabled_one_is_deleted_after_its_name_was_typed() {
    let mut room = asked(&[1]);
    let page = room.drawn();
    let region = page.inside("region", "Delete Acme 1?");
    region.one("textbox", "To delete, type: Acme 1");
    region.one("button", "Delete connection");
    assert!(page.one("region", "Delete Acme 1?").text.contains(id(1).as_str()));
    for wrong in ["", "acme 1", "Acme"] {
        let effects = typed(&mut room, wrong);
        assert_eq!(effects, [Effect::Focus(TYPED_ID.to_owned())], "{wrong}");
    }
    let page = room.drawn();
    let input = page.one("textbox", "To delete, type: Acme 1");
    assert_eq!(input.attribute("aria-invalid"), Some("true"));
    let error = page.texts_of(input.attribute("aria-describedby").unwrap());
    assert!(error.starts_with("Nothing was deleted"), "{error}");
    tell(&mut room, Msg::Typed("Acme".to_owned()));
    assert!(!room.drawn().one("textbox", "To delete, type: Acme 1").has("aria-invalid"));
    let effects = typed(&mut room, " Acme 1 ");
    assert_eq!(deleted(&effects), [id(1)]);
    assert!(effects.contains(&Effect::Focus(HEADING_ID.to_owned())));
    assert_eq!(said(&effects), ["Deleting 1 connection."]);
}

#[test]
fn the_focus_goes_to_what_has_to_be_done_and_back() {
    let mut room = loaded_with(0..20, None);
    let mut ask = |number| {
        let targets = vec![Target::of(&connection(number))];
        let effects = tell(&mut room, Msg::Asked(targets));
        (effects, tell(&mut room, Msg::Closed))
    };
    let focus = |id: &str| vec![Effect::Focus(id.to_owned())];
    assert_eq!(ask(1), (focus(TYPED_ID), focus(SEARCH_ID)));
    assert_eq!(ask(3), (focus(HEADING_ID), focus(SEARCH_ID)));
    room.tell(connections::Msg::Opened(Route::Connection(id(1))));
    tell(&mut room, Msg::Asked(vec![Target::of(&connection(1))]));
    assert_eq!(tell(&mut room, Msg::Closed), focus(DELETE_ID));
    assert_eq!(room.model.removal, None);
    assert_eq!(tell(&mut room, Msg::Closed), [], "nothing is asked any more");
}

#[test]
fn a_disabled_one_needs_a_press_alone() {
    let mut room = asked(&[3]);
    let page = room.drawn();
    assert!(page.inside("region", "Delete Acme 3?").names("textbox").is_empty());
    assert_eq!(deleted(&tell(&mut room, Msg::Confirmed)), [id(3)]);
}

#[test]
fn one_without_a_name_is_called_by_its_id_and_an_unknown_state_counts_as_enabled() {
    let mut room = Room::at(Route::Connection(id(5)));
    let target = Target { id: id(5), name: None, state: None };
    tell(&mut room, Msg::Asked(vec![target]));
    assert_eq!(deleted(&typed(&mut room, "")), []);
    assert_eq!(deleted(&typed(&mut room, id(5).as_str())), [id(5)]);
}

#[test]
fn for_several_the_number_is_typed_unless_all_are_disabled() {
    let mut room = asked(&[1, 3]);
    let page = room.drawn();
    let region = page.inside("region", "Delete 2 connections?");
    region.one("textbox", "To delete, type: delete 2 connections");
    region.one("button", "Delete 2 connections");
    assert!(page.seen().any(|element| element.text == "Acme 1, Acme 3"));
    assert_eq!(deleted(&typed(&mut room, "delete 3 connections")), []);
    assert_eq!(deleted(&typed(&mut room, "delete 2 connections")), [id(1), id(3)]);
    let mut disabled = asked(&[3, 6]);
    assert_eq!(deleted(&tell(&mut disabled, Msg::Confirmed)), [id(3), id(6)]);
}

#[test]
fn at_most_three_are_asked_for_at_a_time() {
    let (mut room, effects) = begun(&[1, 2, 3, 4, 5]);
    assert_eq!(deleted(&effects), [id(1), id(2), id(3)]);
    let next = answer(&mut room, &effects, id(2), Ok(()));
    assert_eq!(deleted(&next), [id(4)]);
    let last = answer(&mut room, &effects, id(1), Ok(()));
    assert_eq!(deleted(&last), [id(5)]);
    assert_eq!(deleted(&answer(&mut room, &effects, id(3), Ok(()))), []);
    assert!(texts(&room).contains("3 of 5 done"), "{}", texts(&room));
    answer(&mut room, &next, id(4), Ok(()));
    let end = answer(&mut room, &last, id(5), Ok(()));
    assert_eq!(said(&end), ["5 deleted."]);
    assert_eq!(course(&room), Course::Done);
    assert!(!room.written().contains("Acme 4</a>"), "the rows leave the list");
    assert_eq!(room.model.list.selected(), 0);
    assert_eq!(room.model.list.loaded().unwrap().rows.loaded(), 15);
}

#[test]
fn each_has_its_own_result() {
    let (mut room, effects) = begun(&[1, 2, 3, 4]);
    let four = answer(&mut room, &effects, id(1), Err(refusal(400, "1418-400")));
    assert!(!is_told(&four, id(1)));
    let gone = answer(&mut room, &effects, id(2), Err(refusal(404, "1439-404")));
    assert!(is_told(&gone, id(2)));
    answer(&mut room, &effects, id(3), Err(refusal(403, "2120-403")));
    let silent = CallError::NoAnswer(NoAnswer::TimedOut(30_000));
    let end = answer(&mut room, &four, id(4), Err(silent.clone()));
    assert_eq!(
        fates(&room),
        [
            Fate::Refused(refusal(400, "1418-400")),
            Fate::Gone,
            Fate::Refused(refusal(403, "2120-403")),
            Fate::Unknown(Some(silent)),
        ]
    );
    assert_eq!(said(&end), ["1 already gone, 2 not deleted, 1 unknown."]);
    let text = texts(&room);
    for part in [
        "Not deleted: a dataflow uses it. Delete that dataflow first",
        "Code 1418-400, request ID request-1",
        "Gone: it did not exist any more",
        "Not deleted: The permissions do not suffice for this operation.",
        "Ask an administrator of Experience Platform, Permissions",
        "Unknown: no answer came",
        words::IN_USE_NEXT,
        words::UNKNOWN_NEXT,
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let rows = &room.model.list.loaded().unwrap().rows;
    assert_eq!(rows.loaded(), 19, "what is gone leaves the list, the others stay");
    assert_eq!(rows.selected().count(), 3);
}

#[test]
fn a_404_without_a_documented_code_is_no_deletion() {
    let (mut room, effects) = begun(&[1, 2]);
    let error = refusal(404, "1-404");
    answer(&mut room, &effects, id(1), Err(error.clone()));
    let end = answer(&mut room, &effects, id(2), Ok(()));
    assert_eq!(fates(&room), [Fate::Refused(error), Fate::Deleted]);
    assert_eq!(said(&end), ["1 deleted, 1 not deleted."]);
    assert_eq!(room.model.list.loaded().unwrap().rows.loaded(), 19);
}

/// What came tells nothing, but it came.
#[test]
fn no_answer_came_only_where_none_did() {
    let (mut room, effects) = begun(&[1, 2]);
    let error = refusal(500, "1102-500");
    answer(&mut room, &effects, id(1), Err(error.clone()));
    answer(&mut room, &effects, id(2), Ok(()));
    assert_eq!(fates(&room), [Fate::Unknown(Some(error)), Fate::Deleted]);
    let text = texts(&room);
    for part in [
        "Unknown: it may be deleted; refresh the list to see.",
        "Something went wrong inside the service.",
        "Code 1102-500, request ID request-1",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(!text.to_lowercase().contains("no answer came"), "{text}");
}

#[test]
fn a_write_is_never_sent_again_by_itself() {
    let (mut room, effects) = begun(&[1, 2]);
    let busy = CallError::UnreadableAnswer(Unreadable {
        status: 503,
        reason: UnreadableReason::Empty,
        excerpt: String::new(),
    });
    let after = answer(&mut room, &effects, id(1), Err(busy.clone()));
    assert_eq!(deleted(&after), []);
    assert_eq!(fates(&room)[0], Fate::Unknown(Some(busy)));
}

#[test]
fn stop_lets_those_that_run_finish() {
    let (mut room, effects) = begun(&[1, 2, 3, 4, 5]);
    room.drawn().one("button", "Stop");
    let stopped = tell(&mut room, Msg::StopPressed);
    assert_eq!(stopped, [Effect::Focus(HEADING_ID.to_owned())], "nothing is broken off");
    room.drawn().none("button", "Stop");
    assert!(texts(&room).contains(words::STOPPING));
    for number in [1, 2, 3] {
        assert_eq!(course(&room), Course::Stopping);
        let after = answer(&mut room, &effects, id(number), Ok(()));
        assert_eq!(deleted(&after), []);
    }
    assert_eq!(course(&room), Course::Done);
    assert_eq!(fates(&room)[3..], [Fate::Kept, Fate::Kept]);
    assert!(texts(&room).contains("3 deleted, 2 not tried."), "{}", texts(&room));
    assert_eq!(room.model.list.selected(), 2, "they can be deleted later");
}

#[test]
fn what_every_further_request_would_meet_stops_the_rest() {
    let offline = CallError::NotSent(NotSent::Offline);
    for error in [refusal(401, "2000-401"), refusal(429, "429050"), offline] {
        let (mut room, effects) = begun(&[1, 2, 3, 4]);
        assert_eq!(deleted(&answer(&mut room, &effects, id(1), Err(error.clone()))), []);
        assert_eq!(fates(&room)[0], Fate::Refused(error));
        assert_eq!(fates(&room)[3], Fate::Kept);
        assert_eq!(course(&room), Course::Stopping);
    }
}

#[test]
fn another_removal_waits_for_the_end_of_this_one() {
    let (mut room, effects) = begun(&[1, 2]);
    assert_eq!(room.tell(connections::Msg::List(ListMsg::DeletePressed)), []);
    assert_eq!(tell(&mut room, Msg::Closed), [], "a removal that runs stays in sight");
    let page = room.drawn();
    let delete = page.one("button", "Delete…");
    assert_eq!(delete.attribute("aria-disabled"), Some("true"));
    assert!(page.texts_of(delete.attribute("aria-describedby").unwrap()).contains("running"));
    answer(&mut room, &effects, id(1), Err(refusal(400, "1418-400")));
    answer(&mut room, &effects, id(2), Ok(()));
    room.tell(connections::Msg::List(ListMsg::DeletePressed));
    assert!(matches!(&room.model.removal, Some(Removal::Asking { check: Check::Open, .. })));
}

#[test]
fn leaving_the_view_lets_the_removal_go_on() {
    let (mut room, effects) = begun(&[1, 2, 3, 4]);
    let left = room.tell(connections::Msg::Opened(Route::Create));
    assert!(!left.iter().any(|effect| matches!(effect, Effect::Abort(_))), "{left:?}");
    assert_eq!(deleted(&answer(&mut room, &effects, id(1), Ok(()))), [id(4)]);
}

#[test]
fn what_was_broken_off_is_unknown() {
    let (mut room, _) = begun(&[1, 2, 3, 4]);
    room.tell(connections::Msg::Removed);
    let effects = room.tell(connections::Msg::Opened(Route::Connections));
    assert_eq!(deleted(&effects), [], "nothing is sent again");
    assert_eq!(
        fates(&room),
        [Fate::Unknown(None), Fate::Unknown(None), Fate::Unknown(None), Fate::Kept]
    );
    assert_eq!(course(&room), Course::Done);
}

#[test]
fn the_open_connection_is_gone_when_it_was_deleted() {
    let mut room = Room::at(Route::Connection(id(1)));
    tell(&mut room, Msg::Asked(vec![Target::of(&connection(1))]));
    let effects = typed(&mut room, "Acme 1");
    answer(&mut room, &effects, id(1), Ok(()));
    assert_eq!(room.model.one.as_ref().unwrap().found, Found::Gone);
    let closed = tell(&mut room, Msg::Closed);
    assert_eq!(closed, [Effect::Tell(Told::Show(Route::Connections))]);
}

#[test]
fn the_removal_is_drawn_once() {
    let (mut room, _) = begun(&[1, 2]);
    assert_eq!(room.written().matches(HEADING_ID).count(), 2, "the id, and what names the region");
    room.tell(connections::Msg::Opened(Route::Connection(id(1))));
    assert!(room.written().matches(HEADING_ID).count() <= 2);
}

#[test]
fn the_report_has_a_line_for_each() {
    let (mut room, effects) = begun(&[1, 2]);
    answer(&mut room, &effects, id(1), Err(refusal(400, "1418-400")));
    answer(&mut room, &effects, id(2), Ok(()));
    let copied = room.tell(connections::Msg::CopyPressed(CopyTarget::Removal));
    let [Effect::Copy(CopyTarget::Removal, text)] = copied.as_slice() else { panic!("{copied:?}") };
    let expected = format!(
        "Deletion of base connections: 1 deleted, 1 not deleted.\n\
         {}\tAcme 1\tNot deleted: a dataflow uses it. Delete that dataflow first, then try \
         again.\tCode 1418-400, request ID request-1\tThe service's own words.\n\
         {}\tAcme 2\tDeleted\t\t\n",
        id(1).as_str(),
        id(2).as_str()
    );
    assert_eq!(*text, expected);
    room.drawn().one("button", "Copy report");
    assert_eq!(tell(&mut room, Msg::Closed), [Effect::Focus(SEARCH_ID.to_owned())]);
    assert_eq!(room.tell(connections::Msg::CopyPressed(CopyTarget::Removal)), []);
}

#[test]
fn a_long_report_draws_the_first_hundred_with_the_problems_ahead() {
    let mut room = loaded_with(0..300, None);
    room.tell(connections::Msg::List(ListMsg::AllSelected));
    room.tell(connections::Msg::List(ListMsg::DeletePressed));
    assert!(room.drawn().seen().any(|element| element.text.ends_with("and 290 more")));
    let effects = typed(&mut room, "delete 300 connections");
    answer(&mut room, &effects, id(2), Err(refusal(400, "1418-400")));
    let page = room.drawn();
    let region = page.inside("region", "Deleting connections");
    let rows = region.seen().filter(|element| element.tag == "tr").count();
    assert_eq!(rows, 101);
    let first = region.seen().filter(|element| element.tag == "tr").nth(1).unwrap();
    assert!(first.text.contains(id(2).as_str()), "{}", first.text);
    assert!(texts(&room).contains("And 200 more"), "{}", texts(&room));
}

#[test]
fn what_is_sent_carries_who_asks() {
    let (_, effects) = begun(&[1, 2]);
    let (_, request) = sent(&effects, &Call::Remove(id(1)));
    assert!(request.headers.contains(&("x-sandbox-name", "prod".to_owned())));
    assert!(request.body.is_none());
}
