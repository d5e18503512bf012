//! One connection: asked for, shown with all that the service gives, tested.

use flow_connect::screen::connections::one::{Found, Msg as One, Spec, Tab};
use flow_connect::screen::connections::words::one as words;
use flow_connect::screen::connections::{Answer, Call, CopyTarget, Effect, Msg, Told};
use flow_connect::screen::{Route, TestRun};
use flow_service::connection::Connection;
use flow_service::error::{CallError, NoAnswer, Refusal};
use flow_service::operation::get_connection::Inspected;
use flow_service::spec::ConnectionSpec;
use flow_service::value::ConnectionSpecId;
use serde_json::{Value, json};

use crate::room::{NOON, Room, id, said, sent};

pub const ETAG: &str = "\"1400dd53-0000-0200-0000-5f3f23450000\"";
const CRM: &str = "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5";

/// The connection as the service gives it.
pub fn raw() -> Value {
    json!({
        "id": id(1).as_str(),
        "name": "Acme cases",
        "description": "All cases",
        "connectionSpec": { "id": ConnectionSpecId::SERVICE_CLOUD, "version": "1.0" },
        "state": "enabled",
        "auth": { "specName": "Basic Authentication", "params": {
            "username": "acme@example.com",
            "password": "********",
            "securityToken": "********",
            "environmentUrl": "login.salesforce.com",
        }},
        "createdAt": NOON - 7_200_000, "updatedAt": NOON - 60_000,
        "createdBy": "A@techacct.adobe.com", "updatedBy": "B@AdobeID",
        "createdClient": "0123", "updatedClient": "exc_app",
        "sandboxId": "sandbox-7", "sandboxName": "prod", "imsOrgId": "ACME@AdobeOrg",
        "lastOperation": { "operation": "create", "updated": NOON - 60_000 },
        "version": ETAG, "etag": ETAG,
        "inletUrl": "https://dcs.example.com/1", "privateLink": { "enabled": false },
    })
}

pub fn inspected(raw: Value) -> Inspected {
    Inspected { connection: Connection::from_json(&raw).unwrap(), raw }
}

/// A refusal of the service.
pub fn refused(status: u16, code: &str) -> CallError {
    CallError::RefusedByService(Refusal {
        status,
        code: Some(code.to_owned()),
        title: None,
        message: "The service's own words".to_owned(),
        request_id: Some("request-7".to_owned()),
        retry_after: None,
    })
}

pub const INSPECT: fn() -> Call = || Call::Inspect(id(1));

/// The connection is open and loaded.
pub fn loaded(raw: Value) -> Room {
    loading(raw).0
}

/// The same, and what follows from the answer.
pub fn loading(raw: Value) -> (Room, Vec<Effect>) {
    let mut room = Room::at(Route::Create);
    let effects = room.tell(Msg::Opened(Route::Connection(id(1))));
    let answer = Answer::Inspected(Ok(inspected(raw)));
    let effects = room.answer(&effects, &INSPECT(), answer);
    (room, effects)
}

fn opened_with(error: CallError) -> Room {
    let mut room = Room::at(Route::Create);
    let effects = room.tell(Msg::Opened(Route::Connection(id(1))));
    room.answer(&effects, &INSPECT(), Answer::Inspected(Err(error)));
    room
}

fn one(room: &Room) -> &flow_connect::screen::connections::one::One {
    room.model.one.as_ref().unwrap()
}

fn press(room: &mut Room, msg: One) -> Vec<Effect> {
    room.tell(Msg::One(msg))
}

#[test]
fn the_view_asks_for_the_connection_by_its_id() {
    let mut room = Room::at(Route::Create);
    let effects = room.tell(Msg::Opened(Route::Connection(id(1))));
    let (_, request) = sent(&effects, &INSPECT());
    let path = format!("/data/foundation/flowservice/connections/{}", id(1).as_str());
    assert_eq!(request.target, path);
    let page = room.drawn();
    assert!(page.seen().any(|it| it.tag == "p" && it.text.starts_with("Loading the connection")));
    assert!(page.names("tab").is_empty());
    page.one("link", "Connections");
}

#[test]
fn every_field_is_seen() {
    let room = loaded(raw());
    let page = room.drawn();
    page.one("heading", "Acme cases");
    let texts: Vec<_> = page.texts("dd");
    for text in [
        "All cases",
        "enabled",
        "salesforce-service-cloud",
        "1.0",
        "Basic Authentication",
        "acme@example.com",
        "********",
        "login.salesforce.com",
        "2 hours ago 2026-11-23 10:00:00 UTC",
        "1 minute ago 2026-11-23 11:59:00 UTC",
        "A@techacct.adobe.com",
        "B@AdobeID",
        "0123",
        "exc_app",
        "prod",
        "sandbox-7",
        "ACME@AdobeOrg",
        "create 1 minute ago 2026-11-23 11:59:00 UTC",
        "https://dcs.example.com/1",
        "{ \"enabled\": false }",
    ] {
        assert!(texts.contains(&text), "{text} is not in {texts:#?}");
    }
    assert_eq!(texts.iter().filter(|text| **text == ETAG).count(), 2, "etag and version");
    let names = page.texts("dt");
    for name in ["inletUrl", "privateLink", "Auth parameter securityToken", "Created with"] {
        assert!(names.contains(&name), "{name} is not in {names:#?}");
    }
    for text in [id(1).as_str(), ConnectionSpecId::SERVICE_CLOUD] {
        assert!(page.texts("code").contains(&text), "{text}");
    }
}

#[test]
fn a_connection_with_an_id_only_is_seen_too() {
    let room = loaded(json!({ "id": id(1).as_str() }));
    let page = room.drawn();
    page.one("heading", "Connection without a name");
    assert!(page.texts("dd").contains(&"not given"));
    page.one("button", "Test connection");
}

#[test]
fn what_others_wrote_is_text_and_no_markup() {
    let mut raw = raw();
    raw["name"] = json!("<img src=x onerror=alert(1)>");
    raw["further"] = json!("<script>alert(1)</script>");
    let written = loaded(raw).written();
    assert!(!written.contains("<img") && !written.contains("<script"), "{written}");
}

#[test]
fn ids_and_the_json_can_be_copied() {
    let mut room = loaded(raw());
    let page = room.drawn();
    page.one("button", "Copy connection ID");
    page.one("button", "Copy connection spec ID");
    let spec_id = CopyTarget::SpecId(CRM.to_owned());
    let copied = room.tell(Msg::CopyPressed(spec_id.clone()));
    assert_eq!(copied, [Effect::Copy(spec_id, CRM.to_owned())]);
    press(&mut room, One::TabChosen(Tab::Raw));
    let page = room.drawn();
    page.one("button", "Copy JSON");
    let json = page.one("group", "JSON");
    assert!(json.text.contains("\"inletUrl\": \"https://dcs.example.com/1\""), "{}", json.text);
    let Some(Effect::Copy(_, text)) = room.tell(Msg::CopyPressed(CopyTarget::Raw)).pop() else {
        panic!("nothing is copied")
    };
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), raw());
}

#[test]
fn tabs_are_a_tab_list_with_one_tab_stop() {
    let mut room = loaded(raw());
    let page = room.drawn();
    assert_eq!(page.names("tab"), ["Overview", "Explore", "Edit", "JSON"]);
    assert_eq!(page.names("tabpanel"), ["Overview"]);
    let stops = |room: &Room| {
        let page = room.drawn();
        let tabs = page.seen().filter(|it| it.role() == "tab").cloned().collect::<Vec<_>>();
        tabs.iter()
            .filter(|tab| tab.attribute("tabindex") == Some("0"))
            .map(|tab| {
                assert_eq!(tab.attribute("aria-selected"), Some("true"));
                let panel = page.by_id(tab.attribute("aria-controls").unwrap()).unwrap();
                assert!(panel.is_seen);
                tab.text.clone()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(stops(&room), ["Overview"]);
    let effects = press(&mut room, One::TabChosen(Tab::Edit));
    assert!(effects.contains(&Effect::Focus("tab-edit".to_owned())));
    assert_eq!(stops(&room), ["Edit"]);
}

#[test]
fn keys_lead_around_the_tabs() {
    for (tab, key, next) in [
        (Tab::Overview, "ArrowRight", Some(Tab::Explore)),
        (Tab::Raw, "ArrowRight", Some(Tab::Overview)),
        (Tab::Overview, "ArrowLeft", Some(Tab::Raw)),
        (Tab::Edit, "Home", Some(Tab::Overview)),
        (Tab::Overview, "End", Some(Tab::Raw)),
        (Tab::Overview, "Tab", None),
    ] {
        assert_eq!(tab.after_key(key), next, "{tab:?} {key}");
    }
}

#[test]
fn without_access_it_says_what_to_do_and_asks_nothing() {
    let mut room = loaded(raw());
    room.tell(Msg::AccessIs(None));
    assert_eq!(room.tell(Msg::Opened(Route::Connection(id(1)))), []);
    let page = room.drawn();
    let text = "Fill in Platform access above to see this connection.";
    assert!(page.seen().any(|it| it.text == text));
    assert!(page.names("tab").is_empty());
    page.none("heading", "Acme cases");
}

#[test]
fn one_that_is_not_there_says_so_and_leads_to_the_list() {
    let mut room = opened_with(refused(404, "1439-404"));
    assert_eq!(one(&room).found, Found::Gone);
    let page = room.drawn();
    page.one("heading", "This connection does not exist, or not any more");
    page.one("link", "See all connections");
    assert!(page.texts("code").contains(&id(1).as_str()));
    assert!(page.names("tab").is_empty());
    let again = room.tell(Msg::Opened(Route::Connection(id(1))));
    assert_eq!(one(&room).found, Found::Loading);
    sent(&again, &INSPECT());
}

#[test]
fn one_that_vanished_meanwhile_counts_as_gone() {
    let mut room = loaded(raw());
    let effects = press(&mut room, One::RefreshPressed);
    let error = refused(404, "1439-404");
    let effects = room.answer(&effects, &INSPECT(), Answer::Inspected(Err(error)));
    assert_eq!(one(&room).found, Found::Gone);
    assert_eq!(said(&effects), ["This connection does not exist, or not any more"]);

    let mut room = loaded(raw());
    let effects = press(&mut room, One::TestPressed);
    room.answer(&effects, &Call::Test, Answer::Test(Err(refused(404, "1439-404"))));
    assert_eq!(one(&room).found, Found::Gone);
}

#[test]
fn a_failure_is_told_and_can_be_tried_again() {
    let mut room = opened_with(refused(403, "2120-403"));
    let page = room.drawn();
    page.one("heading", "The connection could not be loaded");
    assert!(page.texts("blockquote").contains(&"The service's own words"));
    page.one("button", "Try again");
    let effects = press(&mut room, One::RefreshPressed);
    room.drawn().none("button", "Try again");
    room.answer(&effects, &INSPECT(), Answer::Inspected(Ok(inspected(raw()))));
    room.drawn().one("heading", "Acme cases");
}

#[test]
fn what_is_known_stays_while_it_is_asked_for_anew_and_when_that_fails() {
    let mut room = loaded(raw());
    room.tell(Msg::Opened(Route::Connections));
    let effects = room.tell(Msg::Opened(Route::Connection(id(1))));
    let page = room.drawn();
    page.one("heading", "Acme cases");
    assert!(page.texts("p").contains(&"Refreshing…"));
    let error = CallError::NoAnswer(NoAnswer::TimedOut(30_000));
    room.answer(&effects, &INSPECT(), Answer::Inspected(Err(error)));
    let page = room.drawn();
    page.one("heading", "Acme cases");
    page.one("heading", "Not refreshed: what is shown below is older");
    let next = page.texts("p").into_iter().find(|text| text.starts_with("Nothing was changed"));
    assert!(next.is_some_and(|next| next.ends_with("then try again.")), "reading changes nothing");
    page.one("button", "Try again");
}

#[test]
fn another_connection_begins_from_nothing() {
    let mut room = loaded(raw());
    press(&mut room, One::TabChosen(Tab::Raw));
    let effects = room.tell(Msg::Opened(Route::Connection(id(2))));
    sent(&effects, &Call::Inspect(id(2)));
    assert_eq!((one(&room).tab, &one(&room).found), (Tab::Overview, &Found::Loading));
}

#[test]
fn the_test_says_what_came_of_it_and_when() {
    let mut room = loaded(raw());
    for (answer, accepted, text) in [
        (Ok(true), Some(true), "The source accepted the credentials. 2026-11-23 12:00:00 UTC"),
        (Ok(false), Some(false), "The source did not accept the credentials."),
        (Err(refused(400, "1308-400")), None, "The service's own words"),
    ] {
        let effects = press(&mut room, One::TestPressed);
        assert!(sent(&effects, &Call::Test).1.target.ends_with("/test"));
        assert_eq!(said(&effects), ["Testing…"]);
        assert_eq!(press(&mut room, One::TestPressed), [], "it is on its way");
        room.drawn().one("button", "Testing…");
        let effects = room.answer(&effects, &Call::Test, Answer::Test(answer));
        assert_eq!(said(&effects).len(), 1);
        let is = matches!(one(&room).test, TestRun::Answered(it, NOON) if Some(it) == accepted);
        assert_eq!(is, accepted.is_some());
        let page = room.drawn();
        assert!(page.seen().any(|it| it.text.starts_with(text)), "{text}");
        page.one("button", "Test connection");
    }
    let page = room.drawn();
    assert!(page.texts("dd").contains(&"request-7"), "the request ID is seen");
}

#[test]
fn a_test_that_was_left_is_not_waited_for() {
    let mut room = loaded(raw());
    press(&mut room, One::TestPressed);
    room.tell(Msg::Opened(Route::Connections));
    room.tell(Msg::Opened(Route::Connection(id(1))));
    assert_eq!(one(&room).test, TestRun::None);
}

#[test]
fn the_spec_of_service_cloud_is_known_and_others_are_asked_for_once() {
    assert!(matches!(&one(&loaded(raw())).spec, Spec::Known(spec) if spec.version == "1.0"));

    let mut raw = raw();
    raw["connectionSpec"]["id"] = json!(CRM);
    let (mut room, effects) = loading(raw);
    let (_, request) = sent(&effects, &Call::Spec);
    let path = format!("/data/foundation/flowservice/connectionSpecs/{CRM}");
    assert_eq!(request.target, path);
    let spec = ConnectionSpec { name: "salesforce".to_owned(), ..ConnectionSpec::service_cloud() };
    room.answer(&effects, &Call::Spec, Answer::Spec(Ok(Some(spec))));
    assert!(room.drawn().texts("dd").contains(&"salesforce"));
    let again = room.tell(Msg::Opened(Route::Connection(id(1))));
    let again = room.answer(&again, &INSPECT(), Answer::Inspected(Ok(inspected(self::raw()))));
    assert!(!again.iter().any(|it| matches!(it, Effect::Send { call: Call::Spec, .. })));
}

#[test]
fn a_spec_id_that_is_no_part_of_a_path_is_not_asked_for() {
    let mut raw = raw();
    raw["connectionSpec"]["id"] = json!("../connections?x=1");
    let room = loaded(raw);
    assert_eq!(one(&room).spec, Spec::None);
}

#[test]
fn deleting_is_asked_about_in_this_view() {
    use flow_connect::screen::connections::removal::{self, Target};
    let mut room = loaded(raw());
    let page = room.drawn();
    let button = page.one("button", "Delete…");
    assert_eq!(button.attribute("id"), Some(removal::DELETE_ID));
    let target = Target::of(&inspected(raw()).connection);
    room.tell(Msg::Removal(removal::Msg::Asked(vec![target])));
    let page = room.drawn();
    assert!(page.by_id(removal::HEADING_ID).is_some_and(|heading| heading.is_seen));
}

#[test]
fn a_link_to_the_list_is_told() {
    let mut room = loaded(raw());
    let effects = room.tell(Msg::LinkFollowed(Route::Connections));
    assert_eq!(effects, [Effect::Tell(Told::Show(Route::Connections))]);
}

#[test]
fn how_long_ago_is_said_in_the_largest_unit() {
    const SECOND: u64 = 1000;
    const DAY: u64 = 86_400 * SECOND;
    for (passed, expect) in [
        (60 * SECOND - 1, "just now"),
        (60 * SECOND, "1 minute ago"),
        (DAY - 1, "23 hours ago"),
        (DAY, "1 day ago"),
        (30 * DAY - 1, "29 days ago"),
        (30 * DAY, "1 month ago"),
        (365 * DAY - 1, "12 months ago"),
        (2 * 365 * DAY, "2 years ago"),
    ] {
        assert_eq!(words::ago(NOON, NOON - passed), expect, "{passed}");
    }
    assert_eq!(words::ago(NOON, NOON + DAY), "just now", "clocks differ");
}
