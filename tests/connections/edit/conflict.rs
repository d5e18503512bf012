//! A version that someone else made meanwhile, and an outcome that nobody told.

use flow_connect::screen::Route;
use flow_connect::screen::connections::edit::{Doubt, Field, Msg as EditMsg, Phase, Saved};
use flow_connect::screen::connections::one::Msg as One;
use flow_connect::screen::connections::{Answer, Call, Effect, Msg};
use flow_service::error::{CallError, NoAnswer};
use serde_json::{Value, json};

use super::{NEWER, body, edit, editing, etag_of, newer, param, raw, save, seen, tell, type_in};
use crate::one::{INSPECT, inspected, refused};
use crate::room::{Room, id, said, sent};

const SECRETS: [&str; 2] = ["password", "securityToken"];

fn lost() -> CallError {
    CallError::NoAnswer(NoAnswer::TimedOut(60_000))
}

/// *Save changes* fails like this, and the newest version is this.
fn after(room: &mut Room, typed: &[&str], error: CallError, newest: Value) -> Vec<Effect> {
    let effects = save(room, typed);
    let effects = room.answer(&effects, &Call::Save(id(1)), Answer::Saved(Err(error)));
    room.answer(&effects, &INSPECT(), Answer::Inspected(Ok(inspected(newest))))
}

/// A name was typed and credentials were given, while someone else changed the description.
fn conflict() -> Room {
    let mut room = editing(raw());
    tell(&mut room, EditMsg::RotatePressed);
    tell(&mut room, EditMsg::SecretEdited("password".to_owned()));
    type_in(&mut room, Field::Name, "Mine");
    let newest = newer(|raw| {
        raw["name"] = json!("Theirs");
        raw["description"] = json!("Theirs too");
        raw["auth"]["params"]["username"] = json!("theirs@example.com");
    });
    let effects = after(&mut room, &SECRETS, refused(412, "1404-412"), newest);
    assert!(effects.contains(&Effect::Focus("edit-outcome".to_owned())));
    assert_eq!(said(&effects), ["The connection was changed meanwhile"]);
    room
}

fn rows(room: &Room) -> Vec<String> {
    let page = room.drawn();
    let rows = page.seen().filter(|it| it.tag == "tr").map(|it| it.text.clone());
    rows.collect()
}

#[test]
fn a_stale_etag_shows_what_differs() {
    let room = conflict();
    let rows = rows(&room);
    assert_eq!(
        rows,
        [
            "FieldYoursTheirs nowBefore",
            "NameMineTheirsAcme cases",
            "Descriptionnot changed by youTheirs tooAll cases",
            "Usernamenot changed by youtheirs@example.comacme@example.com",
            "Passwordgiven by you, not shown****************",
        ]
    );
    let page = room.drawn();
    page.one("region", "The connection was changed meanwhile");
    page.one("region", "What differs");
    page.one("button", "Apply my changes to the newer version");
    page.one("button", "Drop my changes");
    page.none("button", "Save changes");
    assert_eq!(page.one("textbox", "Name").attribute("value"), Some("Mine"));
}

#[test]
fn applying_sends_what_was_typed_with_the_new_etag_and_keeps_the_rest_of_theirs() {
    let mut room = conflict();
    let apply = room.drawn();
    let apply = apply.one("button", "Apply my changes to the newer version");
    assert_eq!(apply.attribute("type"), Some("submit"), "the secrets are read as when saving");
    let effects = save(&mut room, &SECRETS);
    let (_, request) = sent(&effects, &Call::Save(id(1)));
    assert_eq!(etag_of(&request), NEWER);
    let patch = json!([
        { "op": "replace", "path": "/name", "value": "Mine" },
        { "op": "replace", "path": "/auth/params", "value": {
            "username": "theirs@example.com",
            "environmentUrl": "login.salesforce.com",
            "password": "$PASSWORD",
            "securityToken": "$SECURITY_TOKEN",
        }},
    ]);
    assert_eq!(body(&request), patch);
    assert_eq!(edit(&room).description, "Theirs too");
}

#[test]
fn applying_without_a_secret_asks_for_it_and_loses_nothing() {
    let mut room = conflict();
    let effects = save(&mut room, &["password"]);
    assert!(effects.contains(&Effect::Focus("edit-param-securityToken".to_owned())));
    assert_eq!((edit(&room).phase.clone(), edit(&room).name.as_str()), (Phase::Open, "Mine"));
    assert_eq!(etag_of(&sent(&save(&mut room, &SECRETS), &Call::Save(id(1))).1), NEWER);
}

#[test]
fn dropping_shows_theirs() {
    let mut room = conflict();
    let effects = tell(&mut room, EditMsg::Dropped);
    let ids = SECRETS.map(|key| Field::id(&param(key))).to_vec();
    assert!(effects.contains(&Effect::ClearSecrets(ids)));
    let held = edit(&room);
    assert_eq!((held.name.as_str(), held.description.as_str()), ("Theirs", "Theirs too"));
    assert_eq!((held.phase.clone(), held.rotation.is_none()), (Phase::Open, true));
    assert_eq!(held.before.etag.as_deref(), Some(NEWER));
}

#[test]
fn a_conflict_can_follow_a_conflict() {
    let mut room = conflict();
    let third = "\"third\"";
    let newest = newer(|raw| {
        raw["etag"] = json!(third);
        raw["name"] = json!("Third");
    });
    after(&mut room, &SECRETS, refused(412, "1404-412"), newest);
    assert!(rows(&room).contains(&"NameMineThirdTheirs".to_owned()), "{:?}", rows(&room));
    assert_eq!(etag_of(&sent(&save(&mut room, &SECRETS), &Call::Save(id(1))).1), third);
}

#[test]
fn what_is_typed_already_need_not_be_sent() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Both");
    let newest = newer(|raw| raw["name"] = json!("Both"));
    after(&mut room, &[], refused(412, "1404-412"), newest);
    let effects = save(&mut room, &[]);
    assert!(!effects.iter().any(|it| matches!(it, Effect::Send { .. })));
    assert_eq!(edit(&room).phase, Phase::Unchanged);
}

#[test]
fn while_the_newest_version_is_asked_for_it_says_so_and_a_failure_can_be_tried_again() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    let effects = save(&mut room, &[]);
    let stale = Answer::Saved(Err(refused(412, "1404-412")));
    let effects = room.answer(&effects, &Call::Save(id(1)), stale);
    assert_eq!(edit(&room).phase, Phase::Comparing(Doubt::Stale));
    assert!(seen(&room, "Loading the newest version to compare"));
    let failed = Answer::Inspected(Err(refused(403, "2120-403")));
    let effects = room.answer(&effects, &INSPECT(), failed);
    assert_eq!(said(&effects), ["The newest version could not be loaded"]);
    assert!(matches!(edit(&room).phase, Phase::CompareFailed(Doubt::Stale, _)));
    room.drawn().one("heading", "The newest version could not be loaded");
    let effects = tell(&mut room, EditMsg::CompareAgain);
    let newest = newer(|raw| raw["name"] = json!("Theirs"));
    room.answer(&effects, &INSPECT(), Answer::Inspected(Ok(inspected(newest))));
    room.drawn().one("button", "Drop my changes");
}

#[test]
fn without_an_answer_nothing_is_sent_again_and_the_version_decides() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    let effects = save(&mut room, &[]);
    let effects = room.answer(&effects, &Call::Save(id(1)), Answer::Saved(Err(lost())));
    assert!(!effects.iter().any(|it| matches!(it, Effect::Send { call: Call::Save(_), .. })));
    assert!(seen(&room, "The app looks; it does not send them again."));
    sent(&effects, &INSPECT());
    assert_eq!(save(&mut room, &[]), [], "first the look");
    let same = Answer::Inspected(Ok(inspected(raw())));
    room.answer(&effects, &INSPECT(), same);
    assert_eq!(edit(&room).phase, Phase::NotSaved(lost()));
    assert!(seen(&room, "You can save again."));
    sent(&save(&mut room, &[]), &Call::Save(id(1)));
}

#[test]
fn a_newer_version_with_what_was_typed_is_saved() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    after(&mut room, &[], lost(), newer(|raw| raw["name"] = json!("Mine")));
    assert_eq!(edit(&room).phase, Phase::Saved(Saved::Looked(lost())));
    assert!(seen(&room, "No answer told what became of it"));
    assert!(seen(&room, "No answer came within 60 seconds."));
}

/// All that is known of what came in place of a result.
#[track_caller]
fn is_told(room: &Room, next: &str) {
    for part in [
        "The Flow Service refused the request.",
        "Something went wrong inside the service.",
        next,
        "The service's own words",
        "Status500",
        "Code1102-500",
        "Request IDrequest-7",
    ] {
        assert!(seen(room, part), "{part} is not said");
    }
    assert!(!seen(room, "No answer came"), "one came");
}

const LOOK: &str = "This is on Adobe's side.";

#[test]
fn what_came_in_place_of_a_result_is_told_whatever_became_of_it() {
    let failed = || refused(500, "1102-500");
    // Nothing was saved.
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    after(&mut room, &[], failed(), raw());
    is_told(&room, LOOK);
    assert!(seen(&room, "it is still the version that you edited"));
    // It is not known what was saved.
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    after(&mut room, &[], failed(), newer(|raw| raw["name"] = json!("Theirs")));
    is_told(&room, LOOK);
    assert!(seen(&room, "The answer does not tell what became of it, and the service has a newer"));
    // It was saved: nothing is left to do.
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    after(&mut room, &[], failed(), newer(|raw| raw["name"] = json!("Mine")));
    is_told(&room, "it has what you typed.");
    assert!(!seen(&room, LOOK));
    // The look failed too.
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    let effects = save(&mut room, &[]);
    let effects = room.answer(&effects, &Call::Save(id(1)), Answer::Saved(Err(failed())));
    room.answer(&effects, &INSPECT(), Answer::Inspected(Err(refused(403, "2120-403"))));
    is_told(&room, LOOK);
    assert!(seen(&room, "Code2120-403"));
}

/// A proxy, a gateway: nobody says that the connection is gone, and what was typed stays.
#[test]
fn a_404_without_a_documented_code_keeps_what_was_typed_in_sight() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    let effects = save(&mut room, &[]);
    let error = refused(404, "1-404");
    room.answer(&effects, &Call::Save(id(1)), Answer::Saved(Err(error.clone())));
    assert_eq!(edit(&room).phase, Phase::Refused(error.clone()));
    let page = room.drawn();
    assert_eq!(page.one("textbox", "Name").attribute("value"), Some("Mine"));
    page.one("button", "Save changes");
    assert!(seen(&room, "The service's own words"));

    let effects = room.tell(Msg::One(One::RefreshPressed));
    room.answer(&effects, &INSPECT(), Answer::Inspected(Err(error)));
    let page = room.drawn();
    assert_eq!(page.one("textbox", "Name").attribute("value"), Some("Mine"));
    page.one("button", "Try again");
    page.none("link", "See all connections");
}

#[test]
fn of_secrets_nobody_can_tell_so_a_person_decides() {
    let mut room = editing(raw());
    tell(&mut room, EditMsg::RotatePressed);
    tell(&mut room, EditMsg::SecretEdited("password".to_owned()));
    type_in(&mut room, param("username"), "mine@example.com");
    let newest = newer(|raw| raw["auth"]["params"]["username"] = json!("mine@example.com"));
    let effects = after(&mut room, &SECRETS, refused(504, "1000-504"), newest);
    assert!(!effects.iter().any(|it| matches!(it, Effect::ClearSecrets(_))));
    assert!(matches!(edit(&room).phase, Phase::Conflict(Doubt::Unknown(_), _)));
    assert!(seen(&room, "given by you, not shown"));
    room.drawn().one("button", "Apply my changes to the newer version");
}

#[test]
fn a_newer_version_with_something_else_is_a_conflict() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    after(&mut room, &[], lost(), newer(|raw| raw["name"] = json!("Theirs")));
    assert!(matches!(edit(&room).phase, Phase::Conflict(Doubt::Unknown(_), _)));
    assert!(seen(&room, "a newer version by now that is not what you typed"));
}

#[test]
fn a_newer_version_that_is_seen_before_saving_is_a_conflict_only_where_it_matters() {
    let refresh = |room: &mut Room, newest| {
        let effects = room.tell(Msg::One(One::RefreshPressed));
        room.answer(&effects, &INSPECT(), Answer::Inspected(Ok(inspected(newest))));
    };
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    refresh(&mut room, newer(|raw| raw["state"] = json!("disabled")));
    assert_eq!(edit(&room).phase, Phase::Open);
    assert_eq!(edit(&room).before.etag.as_deref(), Some(NEWER));
    refresh(
        &mut room,
        newer(|raw| {
            raw["etag"] = json!("\"third\"");
            raw["description"] = json!("Theirs");
        }),
    );
    assert!(matches!(edit(&room).phase, Phase::Conflict(Doubt::Noticed, _)));

    let mut room = editing(raw());
    refresh(&mut room, newer(|raw| raw["name"] = json!("Theirs")));
    assert_eq!(edit(&room).name, "Theirs", "nothing was typed");
}

#[test]
fn a_change_that_was_broken_off_is_looked_for_when_the_view_is_opened_again() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    save(&mut room, &[]);
    room.tell(Msg::Removed);
    let effects = room.tell(Msg::Opened(Route::Connection(id(1))));
    let cancelled = CallError::NoAnswer(NoAnswer::Cancelled);
    assert_eq!(edit(&room).phase, Phase::Comparing(Doubt::Unknown(cancelled.clone())));
    room.answer(&effects, &INSPECT(), Answer::Inspected(Ok(inspected(raw()))));
    assert_eq!(edit(&room).phase, Phase::NotSaved(cancelled));
}

#[test]
fn leaving_the_view_while_saving_does_not_break_it_off() {
    let mut room = editing(raw());
    type_in(&mut room, Field::Name, "Mine");
    let saving = save(&mut room, &[]);
    let left = room.tell(Msg::Opened(Route::Connections));
    let (ticket, _) = sent(&saving, &Call::Save(id(1)));
    assert!(!left.contains(&Effect::Abort(ticket)));
    room.answer(&saving, &Call::Save(id(1)), super::saved(NEWER));
    assert!(matches!(edit(&room).phase, Phase::Saved(_)));
}
