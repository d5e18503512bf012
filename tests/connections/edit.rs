//! The edit of a connection: what is sent, what is said, and that nothing typed is lost.

mod conflict;

mod form;

mod parked;

mod restored;

mod rotation;

use flow_connect::screen::Route;
use flow_connect::screen::connections::edit::{
    Edit, Field, Msg as EditMsg, Phase, Rotation, Saved, What,
};
use flow_connect::screen::connections::one::{Found, Msg as One, Tab};
use flow_connect::screen::connections::{Answer, Call, Effect, Msg, Told};
use flow_service::error::{CallError, NotSent};
use flow_service::operation::update_connection::Updated;
use flow_service::request::{Method, Request};
use flow_service::value::{Etag, Problem};
use serde_json::{Value, json};

use crate::one::{ETAG, INSPECT, inspected, loaded, raw, refused};
use crate::room::{Room, id, said, sent};

/// The etag of a version that came after.
const NEWER: &str = "\"2200aa11-0000-0200-0000-5f3f23459999\"";

/// The edit of the connection is shown.
fn editing(raw: Value) -> Room {
    let mut room = loaded(raw);
    room.tell(Msg::One(One::TabChosen(Tab::Edit)));
    room
}

fn edit(room: &Room) -> &Edit {
    room.model.one.as_ref().unwrap().edit.as_ref().unwrap()
}

fn tell(room: &mut Room, msg: EditMsg) -> Vec<Effect> {
    room.tell(Msg::Edit(msg))
}

fn type_in(room: &mut Room, field: Field, text: &str) -> Vec<Effect> {
    tell(room, EditMsg::Typed(field, text.to_owned()))
}

fn param(key: &str) -> Field {
    Field::Param(key.to_owned())
}

/// *Save changes*, with these secrets typed and all others empty.
fn save(room: &mut Room, typed: &[&str]) -> Vec<Effect> {
    let rotation = edit(room).rotation.clone();
    let secrets = rotation.iter().flat_map(Rotation::secrets).map(|param| {
        let key = param.field.key.to_string();
        let is_typed = typed.contains(&key.as_str());
        (key, if is_typed { Ok(()) } else { Err(Problem::Missing) })
    });
    let secrets = secrets.collect();
    tell(room, EditMsg::SavePressed(secrets))
}

fn saved(etag: &str) -> Answer {
    Answer::Saved(Ok(Updated { id: id(1), etag: Etag::parse(etag) }))
}

/// The body of the request, with placeholders for its secrets.
fn body(request: &Request) -> Value {
    let text = request.to_http("");
    let (_, body) = text.split_once("\n\n").unwrap();
    serde_json::from_str(body).unwrap()
}

fn etag_of(request: &Request) -> &str {
    let found = request.headers.iter().find(|(name, _)| *name == "If-Match");
    found.map(|(_, value)| value.as_str()).unwrap()
}

fn has_input(effects: &[Effect]) -> Option<bool> {
    effects.iter().find_map(|effect| match effect {
        Effect::Tell(Told::HasInput(has)) => Some(*has),
        _ => None,
    })
}

fn seen(room: &Room, text: &str) -> bool {
    room.drawn().seen().any(|element| element.text.contains(text))
}

/// The newer version, with another name and etag.
fn newer(change: impl FnOnce(&mut Value)) -> Value {
    let mut raw = raw();
    raw["etag"] = json!(NEWER);
    raw["version"] = json!(NEWER);
    change(&mut raw);
    raw
}

#[test]
fn a_change_is_a_patch_of_the_version_that_was_seen() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Acme cases 2");
    let effects = save(&mut room, &[]);
    let (_, request) = sent(&effects, &Call::Save(id(1)));
    assert_eq!(request.method, Method::Patch);
    assert_eq!(etag_of(&request), ETAG, "as received, with its quotes");
    let patch = json!([{ "op": "replace", "path": "/name", "value": "Acme cases 2" }]);
    assert_eq!(body(&request), patch);
    assert_eq!(said(&effects), ["Saving…"]);
    assert_eq!(save(&mut room, &[]), [], "it is on its way");
    room.drawn().one("button", "Saving…");
}

#[test]
fn a_description_can_be_changed_added_and_removed() {
    for (had, typed, patch) in [
        (true, "New", json!([{ "op": "replace", "path": "/description", "value": "New" }])),
        (false, "New", json!([{ "op": "add", "path": "/description", "value": "New" }])),
        (true, " ", json!([{ "op": "remove", "path": "/description" }])),
    ] {
        let mut raw = raw();
        if !had {
            raw.as_object_mut().unwrap().remove("description");
        }
        let mut room = editing(raw);
        type_in(&mut room, Field::Description, typed);
        let effects = save(&mut room, &[]);
        assert_eq!(body(&sent(&effects, &Call::Save(id(1))).1), patch);
    }
}

#[test]
fn nothing_changed_is_said_and_nothing_is_sent() {
    let mut room = editing(raw());
    let effects = save(&mut room, &[]);
    assert!(!effects.iter().any(|it| matches!(it, Effect::Send { .. })));
    assert_eq!(said(&effects), ["Nothing is changed, so nothing was sent."]);
    assert!(seen(&room, "Nothing is changed"));
    type_in(&mut room, Field::Name, "x");
    assert_eq!(edit(&room).phase, Phase::Open);
}

#[test]
fn a_blank_name_is_no_request() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, " ");
    let effects = save(&mut room, &[]);
    assert!(!effects.iter().any(|it| matches!(it, Effect::Send { .. })));
    assert!(effects.contains(&Effect::Focus("edit-name".to_owned())));
    assert_eq!(edit(&room).problems, [(Field::Name, Problem::Missing)]);
    type_in(&mut room, Field::Name, "Acme");
    assert_eq!(edit(&room).problems, []);
}

#[test]
fn saved_is_said_and_the_newest_version_is_asked_for() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Acme 2");
    let effects = save(&mut room, &[]);
    let effects = room.answer(&effects, &Call::Save(id(1)), saved(NEWER));
    assert!(said(&effects).contains(&"Saved".to_owned()));
    assert_eq!(has_input(&effects), Some(false));
    assert!(effects.contains(&Effect::Tell(Told::Edited)), "it may have another name");
    assert_eq!(edit(&room).phase, Phase::Saved(Saved::Answered(What::Words)));
    let page = room.drawn();
    page.one("heading", "Saved");
    page.one("heading", "Acme 2");
    page.none("button", "Test connection");
    let newest = newer(|raw| raw["name"] = json!("Acme 2"));
    room.answer(&effects, &INSPECT(), Answer::Inspected(Ok(inspected(newest))));
    room.drawn().one("heading", "Saved");
    type_in(&mut room, Field::Name, "Acme 3");
    let effects = save(&mut room, &[]);
    assert_eq!(etag_of(&sent(&effects, &Call::Save(id(1))).1), NEWER);
}

#[test]
fn the_new_etag_counts_at_once() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Acme 2");
    let effects = save(&mut room, &[]);
    room.answer(&effects, &Call::Save(id(1)), saved(NEWER));
    type_in(&mut room, Field::Name, "Acme 3");
    let effects = save(&mut room, &[]);
    assert_eq!(etag_of(&sent(&effects, &Call::Save(id(1))).1), NEWER);
}

#[test]
fn a_refusal_shows_the_services_words_and_keeps_what_was_typed() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Acme 2");
    for error in [refused(403, "2120-403"), CallError::NotSent(NotSent::Offline)] {
        let effects = save(&mut room, &[]);
        let effects = room.answer(&effects, &Call::Save(id(1)), Answer::Saved(Err(error.clone())));
        assert!(effects.contains(&Effect::Focus("edit-outcome".to_owned())));
        assert_eq!(said(&effects), ["Not saved"], "it says no more that it is saving");
        assert_eq!(edit(&room).phase, Phase::Refused(error));
        assert_eq!(edit(&room).name, "Acme 2");
        let page = room.drawn();
        page.one("heading", "Not saved");
        page.one("button", "Save changes");
    }
    let effects = save(&mut room, &[]);
    room.answer(&effects, &Call::Save(id(1)), Answer::Saved(Err(refused(403, "2120-403"))));
    assert!(seen(&room, "The service's own words"));
}

#[test]
fn a_connection_that_vanished_counts_as_gone() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Acme 2");
    let effects = save(&mut room, &[]);
    let gone = Answer::Saved(Err(refused(404, "1439-404")));
    let effects = room.answer(&effects, &Call::Save(id(1)), gone);
    assert_eq!(room.model.one.as_ref().unwrap().found, Found::Gone);
    assert_eq!(has_input(&effects), Some(false), "there is nothing left to save");
    assert_eq!(said(&effects), ["This connection does not exist, or not any more"]);
}

#[test]
fn a_connection_without_an_etag_cannot_be_edited_and_says_why() {
    let mut raw = raw();
    raw.as_object_mut().unwrap().remove("etag");
    let mut room = editing(raw);
    assert!(seen(&room, "the service gives it no etag while it is being set up"));
    room.drawn().none("button", "Save changes");
    type_in(&mut room, Field::Name, "x");
    assert!(!save(&mut room, &[]).iter().any(|it| matches!(it, Effect::Send { .. })));
    room.tell(Msg::One(One::RefreshPressed));
    let effects = room.tell(Msg::One(One::RefreshPressed));
    room.answer(&effects, &INSPECT(), Answer::Inspected(Ok(inspected(self::raw()))));
    room.drawn().one("button", "Save changes");
    assert_eq!(edit(&room).name, "x");
}

#[test]
fn an_edit_is_still_there_when_the_view_is_opened_again() {
    let mut room = editing(raw());
    let effects = type_in(&mut room, Field::Name, "Acme 2");
    assert_eq!(has_input(&effects), Some(true));
    room.tell(Msg::Opened(Route::Connections));
    let effects = room.tell(Msg::Opened(Route::Connection(id(1))));
    room.answer(&effects, &INSPECT(), Answer::Inspected(Ok(inspected(raw()))));
    assert_eq!(room.drawn().one("textbox", "Name").attribute("value"), Some("Acme 2"));
    let effects = type_in(&mut room, Field::Name, "Acme cases");
    assert_eq!(has_input(&effects), Some(false));
}

#[test]
fn changes_can_be_discarded() {
    let mut room = editing(raw());
    room.drawn().none("button", "Discard changes");
    type_in(&mut room, Field::Name, "Acme 2");
    room.drawn().one("button", "Discard changes");
    let effects = tell(&mut room, EditMsg::Dropped);
    assert_eq!(edit(&room).name, "Acme cases");
    assert_eq!(has_input(&effects), Some(false));
}

#[test]
fn an_answer_after_another_connection_was_opened_is_told() {
    for (answer, begins) in [
        (saved(NEWER), "The edit of the connection that was open before is saved"),
        (Answer::Saved(Err(refused(504, "1-504"))), "The edit of the connection that was open"),
    ] {
        let mut room = editing(raw());
        type_in(&mut room, Field::Name, "Acme 2");
        let effects = save(&mut room, &[]);
        room.tell(Msg::Opened(Route::Connection(id(2))));
        let effects = room.answer(&effects, &Call::Save(id(1)), answer);
        assert!(said(&effects).concat().starts_with(begins), "{effects:?}");
        assert!(room.model.one.as_ref().unwrap().edit.is_none());
    }
}
