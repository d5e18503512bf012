//! A page that is loaded again with an edit that is not saved: it is there when its connection
//! is opened, but for its secrets.

use flow_connect::screen::Route;
use flow_connect::screen::connections::edit::{
    Doubt, Field, Msg as EditMsg, Phase, Saved, What, kept as kept_edits,
};
use flow_connect::screen::connections::one::Tab;
use flow_connect::screen::connections::{Answer, Call, Effect, Msg, Told};
use flow_service::spec::ConnectionSpec;
use serde_json::{Value, json};

use super::{NEWER, edit, editing, param, save, saved, tell, type_in};
use crate::one::{ETAG, INSPECT, inspected, raw};
use crate::room::{Room, id, said};

const NOTICE: &str = "Restored what you typed into this edit";

fn kept(room: &Room) -> Option<Value> {
    kept_edits(&room.model)
}

/// The page that is loaded after this one, with another view at first.
fn loaded_again(room: &Room) -> Room {
    let mut next = Room::at(Route::Connections);
    if let Some(kept) = kept(room) {
        next.tell(Msg::Kept(kept));
    }
    next
}

/// The connection is opened, and the service has this of it.
fn open(room: &mut Room, raw: Value) -> Vec<Effect> {
    let effects = room.tell(Msg::Opened(Route::Connection(id(1))));
    room.answer(&effects, &INSPECT(), Answer::Inspected(Ok(inspected(raw))))
}

fn edited() -> Room {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    type_in(&mut room, Field::Description, "");
    room
}

fn newer() -> Value {
    let mut newer = raw();
    newer["etag"] = json!(NEWER);
    newer
}

#[test]
fn only_what_is_not_saved_is_kept() {
    let mut room = editing(raw());
    assert_eq!(kept(&room), None);
    type_in(&mut room, Field::Name, "Mine");
    let expect = json!({ "v": 1, "edits": [{
        "id": id(1).as_str(),
        "etag": ETAG,
        "nameBefore": "Acme cases",
        "descriptionBefore": "All cases",
        "name": "Mine",
        "description": "All cases",
        "params": {},
    }]});
    assert_eq!(kept(&room), Some(expect));
    tell(&mut room, EditMsg::Dropped);
    assert_eq!(kept(&room), None);
}

#[test]
fn it_is_there_when_its_connection_is_opened() {
    let mut next = loaded_again(&edited());
    assert_eq!(kept(&next), kept(&edited()), "it is kept until then");
    let effects = open(&mut next, raw());
    assert!(effects.contains(&Effect::Tell(Told::HasInput(true))), "{effects:?}");
    assert!(said(&effects).concat().contains(NOTICE), "{effects:?}");
    let now = edit(&next);
    assert_eq!((now.name.as_str(), now.description.as_str()), ("Mine", ""));
    assert_eq!(now.phase, Phase::Open);
    assert_eq!(next.model.one.as_ref().map(|one| one.tab), Some(Tab::Edit));
    assert!(next.written().contains(NOTICE));
    assert_eq!(kept(&next), kept(&edited()));
    tell(&mut next, EditMsg::Dropped);
    assert_eq!(kept(&next), None);
}

#[test]
fn what_was_put_aside_is_kept_too() {
    let mut room = edited();
    room.tell(Msg::Opened(Route::Connection(id(2))));
    let mut next = loaded_again(&room);
    open(&mut next, raw());
    assert_eq!(edit(&next).name, "Mine");
}

#[test]
fn parameters_are_there_and_secrets_are_not() {
    let mut room = editing(raw());
    tell(&mut room, EditMsg::RotatePressed);
    type_in(&mut room, param("username"), "new@example.com");
    tell(&mut room, EditMsg::SecretEdited("password".to_owned()));
    let text = kept(&room).unwrap().to_string();
    assert!(!text.contains("***") && !text.contains("password"), "{text}");
    let mut next = loaded_again(&room);
    open(&mut next, raw());
    let rotation = edit(&next).rotation.clone().unwrap();
    let username = rotation.params.iter().find(|param| param.field.key == "username").unwrap();
    assert_eq!(username.text, "new@example.com");
    assert_eq!(rotation.edited, [""; 0], "its secrets have to be typed again");
    assert_eq!(kept(&next), kept(&room));
}

/// What was edited is not the newest any more: the person decides, as without a reload.
#[test]
fn a_newer_version_is_compared() {
    let mut theirs = newer();
    theirs["name"] = json!("Theirs");
    let mut next = loaded_again(&edited());
    open(&mut next, theirs);
    assert!(matches!(&edit(&next).phase, Phase::Conflict(Doubt::Noticed, _)));
    assert_eq!(edit(&next).name, "Mine");

    let mut next = loaded_again(&edited());
    open(&mut next, newer());
    assert_eq!(edit(&next).phase, Phase::Open, "nothing of what is edited differs");
    assert_eq!(edit(&next).etag().unwrap().as_str(), NEWER);

    let mut room = editing(raw());
    tell(&mut room, EditMsg::RotatePressed);
    type_in(&mut room, param("username"), "new@example.com");
    let mut next = loaded_again(&room);
    open(&mut next, newer());
    assert!(matches!(&edit(&next).phase, Phase::Conflict(Doubt::Noticed, _)), "what they were?");
}

#[test]
fn it_is_saved_as_any_edit() {
    let mut next = loaded_again(&edited());
    open(&mut next, raw());
    let effects = save(&mut next, &[]);
    assert!(effects.iter().any(|it| matches!(it, Effect::Send { .. })), "{effects:?}");
    assert_eq!(edit(&next).phase, Phase::Saving);
    assert!(kept(&next).is_some(), "nobody knows yet");
}

#[test]
fn what_looks_like_a_secret_is_left_out() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln");
    let text = kept(&room).unwrap().to_string();
    assert!(!text.contains("eyJ"), "{text}");
}

#[test]
fn what_cannot_be_read_restores_nothing() {
    let whole = kept(&edited()).unwrap();
    let mut other = whole.clone();
    other["v"] = json!(2);
    let mut without = whole.clone();
    without["edits"][0]["id"] = json!("");
    for value in [json!(null), json!("x"), json!({ "v": 1, "edits": "x" }), other, without] {
        let mut room = Room::at(Route::Connections);
        room.tell(Msg::Kept(value.clone()));
        assert_eq!(room.model.kept, [], "{value}");
    }
}

/// An edit of a source whose spec is asked for, with a new name and a parameter, as it is
/// there again.
fn awaiting_spec() -> (Room, Vec<Effect>) {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    tell(&mut room, EditMsg::RotatePressed);
    type_in(&mut room, param("username"), "new@example.com");
    let mut next = loaded_again(&room);
    let mut other = raw();
    other["connectionSpec"]["id"] = json!("11111111-1111-4111-8111-111111111111");
    let effects = open(&mut next, other);
    assert!(edit(&next).rotation.is_none(), "its spec is not known");
    (next, effects)
}

fn username(room: &Room) -> Option<String> {
    let rotation = edit(room).rotation.as_ref()?;
    let username = rotation.params.iter().find(|param| param.field.key == "username")?;
    Some(username.text.clone())
}

/// What was not sent is not saved, and not lost either.
#[test]
fn what_waits_for_the_spec_outlives_a_save() {
    let spec = ConnectionSpec::service_cloud();
    for comes_first in [true, false] {
        let (mut next, effects) = awaiting_spec();
        let saving = save(&mut next, &[]);
        let spec = || Answer::Spec(Ok(Some(spec.clone())));
        if comes_first {
            next.answer(&effects, &Call::Spec, spec());
            assert!(edit(&next).rotation.is_none(), "the save is on its way");
        }
        next.answer(&saving, &Call::Save(id(1)), saved(NEWER));
        assert_eq!(edit(&next).phase, Phase::Saved(Saved::Answered(What::Words)));
        if !comes_first {
            assert!(kept(&next).unwrap().to_string().contains("new@example.com"));
            next.answer(&effects, &Call::Spec, spec());
        }
        assert_eq!(username(&next).as_deref(), Some("new@example.com"));
    }
    let (mut next, effects) = awaiting_spec();
    next.answer(&effects, &Call::Spec, Answer::Spec(Ok(None)));
    let saving = save(&mut next, &[]);
    next.answer(&saving, &Call::Save(id(1)), saved(NEWER));
    assert!(kept(&next).unwrap().to_string().contains("new@example.com"));
}
