//! The list: what is asked for, shown, sought, sorted and selected.

use flow_connect::screen::Route;
use flow_connect::screen::connections::list::{
    Column, Direction, Fetch, Fetching, Load, Loaded, Msg, Next, Order, SCROLL_ID, SEARCH_ID,
};
use flow_connect::screen::connections::window::Scroll;
use flow_connect::screen::connections::words::list as words;
use flow_connect::screen::connections::{self, Answer, Call, CopyTarget, Effect, Told};
use flow_service::connection::Connection;
use flow_service::error::{CallError, NoAnswer, Refusal};
use flow_service::operation::get_connection::Inspected;
use flow_service::operation::list_connections::Page;
use serde_json::json;

use crate::room::{NOON, Room, access, id, said, sent};

const DAY: u64 = 86_400_000;
const SALESFORCE: &str = "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5";
const UNHEARD_OF: &str = "12345678-9abc-4def-8123-456789abcdef";

/// A connection: one of three is disabled, one of four is of another source.
pub fn connection(number: u32) -> Connection {
    let spec =
        if number.is_multiple_of(4) { SALESFORCE } else { "cb66ab34-8619-49cb-96d1-39b37ede86ea" };
    let state = if number.is_multiple_of(3) { "disabled" } else { "enabled" };
    Connection::from_json(&json!({
        "id": id(number).as_str(),
        "name": format!("Acme {number}"),
        "connectionSpec": {"id": spec, "version": "1.0"},
        "state": state,
        "createdAt": NOON - u64::from(number) * DAY,
        "updatedAt": NOON - u64::from(number) * DAY,
        "createdBy": format!("person{}@techacct.adobe.com", number % 7),
    }))
    .unwrap()
}

pub fn page(numbers: std::ops::Range<u32>, next: Option<&str>) -> Answer {
    let connections = numbers.map(connection).collect();
    Answer::Page(Ok(Page { connections, next: next.map(str::to_owned) }))
}

pub fn refusal(status: u16, code: &str) -> CallError {
    CallError::RefusedByService(Refusal {
        status,
        code: Some(code.to_owned()),
        title: None,
        message: "The service's own words.".to_owned(),
        request_id: Some("request-1".to_owned()),
        retry_after: None,
    })
}

/// The list is asked for, and this is answered.
fn answered(answer: Answer) -> (Room, Vec<Effect>) {
    let mut room = Room::at(Route::Connections);
    room.tell(connections::Msg::AccessIs(None));
    let effects = room.tell(connections::Msg::AccessIs(Some(access())));
    let effects = room.answer(&effects, &Call::FirstPage, answer);
    (room, effects)
}

pub fn loaded_with(numbers: std::ops::Range<u32>, next: Option<&str>) -> Room {
    answered(page(numbers, next)).0
}

fn tell(room: &mut Room, msg: Msg) -> Vec<Effect> {
    room.tell(connections::Msg::List(msg))
}

fn loaded(room: &Room) -> &Loaded {
    room.model.list.loaded().expect("the list is loaded")
}

/// The names that are shown, all of them.
fn names(room: &Room) -> Vec<&str> {
    let rows = &loaded(room).rows;
    rows.between(0..rows.shown()).filter_map(|row| row.name.as_deref()).collect()
}

fn links(room: &Room) -> Vec<String> {
    room.drawn().inside("group", "Table of connections").names("link")
}

const NEXT: &str = "/connections?continuationToken=abc&limit=100";

#[test]
fn without_access_nothing_is_asked_for_and_the_view_says_what_to_do() {
    let mut room = Room::at(Route::Connections);
    room.tell(connections::Msg::AccessIs(None));
    assert_eq!(room.model.list.load, Load::Nothing);
    let page = room.drawn();
    page.one("heading", "Connections");
    assert!(page.seen().any(|element| element.text == words::NO_ACCESS));
    page.none("textbox", "Search");
}

#[test]
fn the_first_page_is_of_this_source_newest_first() {
    let mut room = Room::at(Route::Create);
    let effects = room.tell(connections::Msg::Opened(Route::Connections));
    let (_, request) = sent(&effects, &Call::FirstPage);
    assert_eq!(
        request.target,
        "/data/foundation/flowservice/connections?property=connectionSpec.id%3D%3D\
         cb66ab34-8619-49cb-96d1-39b37ede86ea&orderby=-createdAt&limit=100"
    );
    assert_eq!(room.model.list.load, Load::Loading);
    let drawn = room.drawn();
    let progress =
        drawn.seen().find(|it| it.tag == "p" && it.text == "Loading connections…").unwrap();
    assert!(progress.attribute("class").unwrap().contains("late"), "it appears after 300 ms");
}

#[test]
fn all_sources_are_another_request() {
    let mut room = loaded_with(1..5, None);
    room.drawn().one("combobox", "Show");
    room.drawn().none("combobox", "Source");
    let effects = tell(&mut room, Msg::ScopeChosen("all".to_owned()));
    let (_, request) = sent(&effects, &Call::FirstPage);
    assert!(!request.target.contains("property"), "{}", request.target);
    room.answer(&effects, &Call::FirstPage, page(1..5, None));
    room.drawn().one("combobox", "Source");
    assert_eq!(tell(&mut room, Msg::ScopeChosen("nonsense".to_owned())), []);
}

#[test]
fn a_row_says_all_that_is_asked_for() {
    let room = loaded_with(1..2, None);
    let page = room.drawn();
    let row = page.seen().filter(|element| element.tag == "tr").nth(1).unwrap();
    for part in [
        "Acme 1",
        "Salesforce Service Cloud",
        "Enabled",
        "yesterday, 2026-11-22 12:00:00 UTC",
        "person1@techacct.adobe.com",
        id(1).as_str(),
        "Copy",
    ] {
        assert!(row.text.contains(part), "{part} is not in {}", row.text);
    }
    assert_eq!(row.attribute("aria-rowindex"), Some("2"));
    let time = page.seen().find(|element| element.tag == "time").unwrap();
    assert_eq!(time.attribute("datetime"), Some("2026-11-22T12:00:00Z"));
    assert_eq!(time.attribute("title"), Some("2026-11-22 12:00:00 UTC"));
    let link = page.one("link", "Acme 1");
    assert_eq!(link.attribute("href"), Some(Route::Connection(id(1)).fragment().as_str()));
    page.one("checkbox", "Select Acme 1");
}

#[test]
fn an_id_is_copied_and_the_button_says_so() {
    let mut room = loaded_with(1..3, None);
    room.drawn().one("button", "Copy ID of Acme 1");
    let target = CopyTarget::Id(id(1));
    let effects = room.tell(connections::Msg::CopyPressed(target.clone()));
    assert_eq!(effects, [Effect::Copy(target.clone(), id(1).as_str().to_owned())]);
    room.tell(connections::Msg::Copied(target, true));
    let page = room.drawn();
    page.one("button", "Copied ID of Acme 1");
    page.one("button", "Copy ID of Acme 2");
}

#[test]
fn what_the_service_left_out_is_said() {
    let bare = Connection::from_json(&json!({"id": id(9).as_str()})).unwrap();
    let named = Connection { spec_id: Some(UNHEARD_OF.to_owned()), ..bare.clone() };
    let named = Connection { id: id(8), name: Some(" ".to_owned()), ..named };
    let page = Page { connections: vec![bare, named], next: None };
    let room = answered(Answer::Page(Ok(page))).0;
    let page = room.drawn();
    assert_eq!(page.with("link", "(no name)").len(), 2);
    page.one("checkbox", &format!("Select {}", id(9).as_str()));
    let source = page.seen().find(|element| element.text == "12345678…").unwrap();
    assert_eq!(source.attribute("title"), Some(UNHEARD_OF));
    assert!(page.seen().filter(|element| element.text == "unknown").count() >= 3);
}

#[test]
fn failures_of_the_first_page_can_be_tried_again() {
    let (mut room, _) = answered(Answer::Page(Err(refusal(403, "2120-403"))));
    let page = room.drawn();
    let alert = page.inside("alert", page.texts("alert").first().unwrap());
    alert.one("heading", "The connections could not be loaded");
    alert.one("button", "Try again");
    let alert = page.texts("alert").concat();
    assert!(alert.contains("The permissions do not suffice for this operation."), "{alert}");
    let effects = tell(&mut room, Msg::RetryPressed);
    sent(&effects, &Call::FirstPage);
    assert!(effects.contains(&Effect::Focus(SEARCH_ID.to_owned())));
    assert!(room.drawn().texts("alert").is_empty());
}

#[test]
fn a_sandbox_without_connections_says_so() {
    let (room, effects) = answered(page(0..0, None));
    assert_eq!(said(&effects), ["0 connections loaded."]);
    let page = room.drawn();
    assert!(page.seen().any(|element| element.text == words::NONE_OF_SOURCE));
    page.none("button", "Clear search and filters");
    page.none("group", "Table of connections");
}

#[test]
fn pages_are_added_one_by_one() {
    let (mut room, effects) = answered(page(0..100, Some(NEXT)));
    assert_eq!(said(&effects), ["100 connections loaded."]);
    room.drawn().one("button", "Load more");
    let effects = tell(&mut room, Msg::Wanted(Fetching::Page));
    let (_, request) = sent(&effects, &Call::NextPage);
    assert_eq!(request.target, format!("/data/foundation/flowservice{NEXT}"));
    assert_eq!(tell(&mut room, Msg::Wanted(Fetching::Page)), [], "one is on its way");
    let waiting = room.drawn();
    assert_eq!(waiting.one("button", "Load more").attribute("aria-disabled"), Some("true"));
    // One connection moved between the pages meanwhile.
    let effects = room.answer(&effects, &Call::NextPage, page(99..120, None));
    assert_eq!(said(&effects), ["All 120 connections loaded."]);
    let drawn = room.drawn();
    assert!(
        drawn
            .seen()
            .any(|element| element.text == "Showing 120 of 120 loaded, newest first; that is all.")
    );
    let more = drawn.one("button", "Load more");
    assert_eq!(drawn.texts_of(more.attribute("aria-describedby").unwrap()), "All are loaded.");
    assert_eq!(names(&room).first(), Some(&"Acme 0"), "newest first");
}

#[test]
fn a_short_list_offers_no_more() {
    let page = loaded_with(0..3, None).drawn();
    page.none("button", "Load more");
    page.none("button", "Load all");
}

#[test]
fn all_pages_follow_one_another_until_they_are_stopped() {
    let mut room = loaded_with(0..100, Some(NEXT));
    let effects = tell(&mut room, Msg::Wanted(Fetching::All));
    let other = "/connections?continuationToken=def";
    let effects = room.answer(&effects, &Call::NextPage, page(100..200, Some(other)));
    assert_eq!(said(&effects), [""; 0], "only the end is said");
    assert!(room.drawn().seen().any(|element| element.text == "200 loaded…"));
    sent(&effects, &Call::NextPage);
    room.drawn().one("button", "Stop");
    let effects = tell(&mut room, Msg::StopPressed);
    assert!(matches!(effects.first(), Some(Effect::Abort(_))), "{effects:?}");
    assert_eq!(said(&effects), ["200 connections loaded."]);
    assert_eq!(loaded(&room).fetch, Fetch::Idle);
    let effects = tell(&mut room, Msg::Wanted(Fetching::All));
    let effects = room.answer(&effects, &Call::NextPage, page(200..250, None));
    assert_eq!(said(&effects), ["All 250 connections loaded."]);
}

#[test]
fn a_next_page_elsewhere_is_not_followed() {
    let mut room = loaded_with(0..5, Some("https://elsewhere.example/connections?x=1"));
    assert_eq!(loaded(&room).next, Next::Elsewhere);
    assert_eq!(tell(&mut room, Msg::Wanted(Fetching::All)), []);
    let page = room.drawn();
    page.one("heading", words::NO_PATH);
    page.none("button", "Load more");
    assert_eq!(links(&room).len(), 5, "what is loaded stays");
}

#[test]
fn a_service_that_names_the_same_page_again_is_not_asked_for_ever() {
    let mut room = loaded_with(0..5, Some(NEXT));
    let effects = tell(&mut room, Msg::Wanted(Fetching::All));
    let effects = room.answer(&effects, &Call::NextPage, page(5..9, Some(NEXT)));
    assert_eq!(said(&effects), ["9 connections loaded."]);
    assert_eq!(loaded(&room).next, Next::Elsewhere);
}

#[test]
fn a_page_that_does_not_come_leaves_the_others() {
    let mut room = loaded_with(0..5, Some(NEXT));
    let effects = tell(&mut room, Msg::Wanted(Fetching::Page));
    room.answer(&effects, &Call::NextPage, Answer::Page(Err(refusal(403, "2120-403"))));
    let drawn = room.drawn();
    drawn.one("heading", words::MORE_FAILED);
    assert_eq!(links(&room).len(), 5);
    let effects = tell(&mut room, Msg::Wanted(Fetching::Page));
    room.answer(&effects, &Call::NextPage, page(5..7, None));
    assert_eq!(links(&room).len(), 7);
    room.drawn().none("heading", words::MORE_FAILED);
}

#[test]
fn a_refresh_replaces_the_rows_when_it_comes() {
    let mut room = loaded_with(0..5, None);
    tell(&mut room, Msg::Selected(id(2), true));
    tell(&mut room, Msg::StateChosen("disabled".to_owned()));
    let effects = tell(&mut room, Msg::Wanted(Fetching::Refresh));
    assert_eq!(names(&room), ["Acme 0", "Acme 3"], "the old rows stay until then");
    room.answer(&effects, &Call::FirstPage, page(1..3, None));
    assert_eq!(names(&room), ["Acme 1", "Acme 2"], "nothing is disabled now");
    assert_eq!(room.model.list.filter.state, None);
    assert_eq!(room.model.list.selected(), 1, "the selection stays");
    let effects = tell(&mut room, Msg::Wanted(Fetching::Refresh));
    room.answer(&effects, &Call::FirstPage, Answer::Page(Err(refusal(403, "2120-403"))));
    room.drawn().one("heading", words::REFRESH_FAILED);
    assert_eq!(links(&room).len(), 2);
}

#[test]
fn the_list_stays_while_another_view_is_shown() {
    let mut room = loaded_with(0..100, Some(NEXT));
    tell(&mut room, Msg::Wanted(Fetching::All));
    room.tell(connections::Msg::Opened(Route::Connection(id(1))));
    room.drawn().none("heading", "Connections");
    let effects = room.tell(connections::Msg::Opened(Route::Connections));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Send { .. })), "{effects:?}");
    assert_eq!(loaded(&room).fetch, Fetch::Idle, "leaving broke it off");
    sent(&tell(&mut room, Msg::Wanted(Fetching::Page)), &Call::NextPage);
}

#[test]
fn the_search_finds_in_each_column_and_each_word_counts() {
    let mut room = loaded_with(0..100, None);
    for (text, expect) in [
        ("acme 58", 1),
        ("  ACME   58 ", 1),
        ("000000000058", 1),
        ("service cloud", 75),
        ("disabled", 34),
        ("person3", 14),
        ("person3 disabled", 5),
        ("no such thing", 0),
        ("", 100),
    ] {
        tell(&mut room, Msg::Typed(text.to_owned()));
        assert_eq!(loaded(&room).rows.shown(), expect, "{text}");
    }
}

#[test]
fn what_is_found_key_by_key_is_what_is_found_at_once() {
    let text = "acme 1 person2 dis";
    let mut at_once = loaded_with(0..400, None);
    tell(&mut at_once, Msg::Sorted(Column::CreatedBy));
    tell(&mut at_once, Msg::Typed(text.to_owned()));
    let mut by_key = loaded_with(0..400, None);
    tell(&mut by_key, Msg::Sorted(Column::CreatedBy));
    for end in 1..=text.len() {
        tell(&mut by_key, Msg::Typed(text[..end].to_owned()));
    }
    assert!(!names(&at_once).is_empty());
    assert_eq!(names(&by_key), names(&at_once));
    tell(&mut by_key, Msg::Typed("acme 1".to_owned()));
    tell(&mut at_once, Msg::Typed(String::new()));
    tell(&mut at_once, Msg::Typed("acme 1".to_owned()));
    assert_eq!(names(&by_key), names(&at_once), "a shorter text lets rows in again");
}

#[test]
fn only_that_nothing_is_found_is_said() {
    let mut room = loaded_with(0..100, Some(NEXT));
    assert_eq!(said(&tell(&mut room, Msg::Typed("acme 4".to_owned()))), [""; 0]);
    assert_eq!(said(&tell(&mut room, Msg::Typed("acme 4x".to_owned()))), [words::NO_MATCH]);
    assert_eq!(said(&tell(&mut room, Msg::Typed("acme 4xy".to_owned()))), [""; 0]);
    let page = room.drawn();
    assert!(page.seen().any(|element| element.text == words::NO_MATCH_YET));
    page.one("button", "Load more");
    page.one("button", "Clear search and filters");
    let effects = tell(&mut room, Msg::FiltersCleared);
    assert!(effects.contains(&Effect::Focus(SEARCH_ID.to_owned())));
    assert_eq!(loaded(&room).rows.shown(), 100);
    assert_eq!(room.drawn().one("textbox", "Search").attribute("value"), Some(""));
}

#[test]
fn filters_add_up() {
    let mut room = loaded_with(0..100, None);
    let effects = tell(&mut room, Msg::StateChosen("disabled".to_owned()));
    assert_eq!(said(&effects), ["34 of 100 connections shown."]);
    let effects = tell(&mut room, Msg::SourceChosen(SALESFORCE.to_owned()));
    assert_eq!(said(&effects), ["9 of 100 connections shown."]);
    tell(&mut room, Msg::Typed("person5".to_owned()));
    assert_eq!(names(&room), ["Acme 12", "Acme 96"]);
    tell(&mut room, Msg::StateChosen(String::new()));
    assert!(names(&room).len() > 2);
    let page = room.drawn();
    let options = page.inside("combobox", "State").texts("option").join(",");
    assert_eq!(options, "Any,Disabled,Enabled");
}

#[test]
fn the_choices_of_a_filter_are_those_of_the_rows() {
    let mut room = loaded_with(1..4, None);
    let states = |room: &Room| loaded(room).rows.states().collect::<Vec<_>>().join(",");
    assert_eq!(states(&room), "disabled,enabled");
    let opened = room.tell(connections::Msg::Opened(Route::Connection(id(3))));
    let raw = json!({"id": id(3).as_str(), "state": "updating"});
    let connection = Connection::from_json(&raw).unwrap();
    let answer = Answer::Inspected(Ok(Inspected { connection, raw }));
    room.answer(&opened, &Call::Inspect(id(3)), answer);
    assert_eq!(states(&room), "enabled,updating");
    let opened = room.tell(connections::Msg::Opened(Route::Connection(id(3))));
    let gone = Answer::Inspected(Err(refusal(404, "1439-404")));
    room.answer(&opened, &Call::Inspect(id(3)), gone);
    assert_eq!(states(&room), "enabled");
}

#[test]
fn columns_sort_there_back_and_not_at_all() {
    let mut room = loaded_with(0..12, None);
    let sorted = |room: &Room| {
        let page = room.drawn();
        let heads = page.seen().filter(|element| element.has("aria-sort"));
        let heads: Vec<_> = heads
            .filter(|head| head.attribute("aria-sort") != Some("none"))
            .map(|head| format!("{} {}", head.text, head.attribute("aria-sort").unwrap()))
            .collect();
        heads.join(",")
    };
    room.drawn().one("button", "Name");
    tell(&mut room, Msg::Sorted(Column::Name));
    assert_eq!(names(&room)[..3], ["Acme 0", "Acme 1", "Acme 10"]);
    assert_eq!(sorted(&room), "Name ascending");
    tell(&mut room, Msg::Sorted(Column::Name));
    assert_eq!(names(&room)[..2], ["Acme 9", "Acme 8"]);
    assert_eq!(sorted(&room), "Name descending");
    tell(&mut room, Msg::Sorted(Column::Name));
    assert_eq!(room.model.list.order, Order::Newest);
    assert_eq!(sorted(&room), "");
    tell(&mut room, Msg::Sorted(Column::Updated));
    assert_eq!(room.model.list.order, Order::By(Column::Updated, Direction::Descending));
    assert_eq!(names(&room)[..2], ["Acme 0", "Acme 1"], "what changed last comes first");
    for (column, first) in [
        (Column::Source, "Acme 0"),
        (Column::State, "Acme 0"),
        (Column::CreatedBy, "Acme 0"),
        (Column::Id, "Acme 0"),
    ] {
        tell(&mut room, Msg::Sorted(column));
        assert_eq!(names(&room).first(), Some(&first), "{column:?}");
    }
    tell(&mut room, Msg::Sorted(Column::State));
    tell(&mut room, Msg::Sorted(Column::State));
    assert_eq!(names(&room)[..2], ["Acme 1", "Acme 2"], "equal ones stay newest first");
}

#[test]
fn other_rows_are_shown_from_the_first() {
    let mut room = loaded_with(0..100, None);
    let far = Scroll { top: 2_000, height: 600, ..Scroll::default() };
    tell(&mut room, Msg::Scrolled(far));
    assert!(room.model.list.drawn().start > 30);
    let effects = tell(&mut room, Msg::Typed("acme".to_owned()));
    assert_eq!(effects, [Effect::ScrollToTop(SCROLL_ID)]);
    assert_eq!(room.model.list.drawn().start, 0);
    assert_eq!(tell(&mut room, Msg::Typed("acme 1".to_owned())), [], "it is there already");
}

#[test]
fn scrolling_within_the_same_rows_changes_nothing() {
    let mut room = loaded_with(0..100, None);
    tell(&mut room, Msg::Scrolled(Scroll { top: 1_000, height: 600, ..Scroll::default() }));
    let before = room.model.clone();
    tell(&mut room, Msg::Scrolled(Scroll { top: 1_019, height: 600, ..Scroll::default() }));
    assert_eq!(room.model, before);
    tell(&mut room, Msg::Scrolled(Scroll { top: 1_040, height: 600, ..Scroll::default() }));
    assert_ne!(room.model, before);
}

#[test]
fn ten_thousand_rows_draw_those_that_are_seen() {
    let mut room = loaded_with(0..10_000, None);
    let drawn = |room: &Room| {
        let page = room.drawn();
        let rows: Vec<_> = page.seen().filter(|element| element.tag == "tr").cloned().collect();
        let heights: Vec<u32> = page
            .seen()
            .filter_map(|element| element.attribute("height"))
            .map(|height| height.parse().unwrap())
            .collect();
        (rows.len(), heights.iter().sum::<u32>(), page.all().count())
    };
    let (rows, above_and_below, elements) = drawn(&room);
    assert!(rows <= 60, "{rows} rows are drawn");
    assert!(elements < 1_500, "{elements} elements are drawn");
    // The heading and the row below are no rows of the list.
    assert_eq!(above_and_below, (10_000 - (u32::try_from(rows).unwrap() - 2)) * 40);
    tell(&mut room, Msg::Scrolled(Scroll { top: 200_000, height: 640, ..Scroll::default() }));
    assert!(drawn(&room).0 <= 60);
    assert!(links(&room).contains(&"Acme 5000".to_owned()));
    let table = room.drawn();
    let table = table.seen().find(|element| element.tag == "table").unwrap().clone();
    assert_eq!(table.attribute("aria-rowcount"), Some("10001"));
}

#[test]
fn rows_are_selected_shown_or_not() {
    let mut room = loaded_with(0..50, None);
    room.drawn().none("group", "Selection");
    tell(&mut room, Msg::Selected(id(1), true));
    tell(&mut room, Msg::Typed("acme 9".to_owned()));
    tell(&mut room, Msg::AllSelected);
    let page = room.drawn();
    let bar = page.inside("group", "Selection");
    assert!(bar.seen().any(|element| element.text == "6 selected"));
    bar.one("button", "Delete…");
    assert!(page.one("checkbox", "Select Acme 9").has("checked"));
    tell(&mut room, Msg::Selected(id(1), false));
    assert_eq!(room.model.list.selected(), 5);
    let effects = tell(&mut room, Msg::SelectionCleared);
    assert_eq!(effects, [Effect::Focus(SEARCH_ID.to_owned())]);
    assert_eq!(room.model.list.selected(), 0);
}

#[test]
fn another_access_is_another_list() {
    let mut room = loaded_with(0..5, None);
    let other = flow_service::value::SandboxName::parse("dev").unwrap();
    let other = flow_service::request::Access { sandbox: other, ..access() };
    let effects = room.tell(connections::Msg::AccessIs(Some(other)));
    let (_, request) = sent(&effects, &Call::FirstPage);
    assert!(request.headers.contains(&("x-sandbox-name", "dev".to_owned())));
    assert_eq!(room.model.list.load, Load::Loading);
}

#[test]
fn a_read_is_sent_again_when_the_service_is_busy_and_that_is_seen() {
    let mut room = Room::at(Route::Create);
    let effects = room.tell(connections::Msg::Opened(Route::Connections));
    let busy = CallError::NoAnswer(NoAnswer::ConnectionFailed);
    let effects = room.answer(&effects, &Call::FirstPage, Answer::Page(Err(busy)));
    sent(&effects, &Call::FirstPage);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Tell(Told::Failed(_)))));
    let page = room.drawn();
    assert!(page.seen().any(|element| element.text.contains("Attempt 2 of 5")));
}

#[test]
fn how_long_ago_is_said_in_words() {
    for (passed, expect) in [
        (0, "just now"),
        (59_999, "just now"),
        (60_000, "1 minute ago"),
        (3 * 60_000, "3 minutes ago"),
        (3_600_000, "1 hour ago"),
        (DAY - 1, "23 hours ago"),
        (DAY, "yesterday"),
        (2 * DAY, "2 days ago"),
        (30 * DAY, "30 days ago"),
        (31 * DAY, "2026-10-23"),
    ] {
        assert_eq!(words::relative(NOON, NOON - passed), expect, "{passed}");
    }
    assert_eq!(words::relative(NOON, NOON + 30_000), "just now", "clocks differ a little");
    assert_eq!(words::relative(NOON, NOON + DAY), "2026-11-24");
}

#[test]
fn numbers_are_read_by_people() {
    for (number, expect) in [(0, "0"), (999, "999"), (3_400, "3,400"), (1_234_567, "1,234,567")] {
        assert_eq!(words::number(number), expect);
    }
}
