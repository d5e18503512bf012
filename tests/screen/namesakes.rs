//! Which of the listed connections is the new one: never an older one of the same name.

use flow_connect::screen::{Field, Look, Msg, Phase};
use flow_service::connection::Connection;
use serde_json::Value;

use crate::given::{self, ID, NAME, PRESSED_AT, listed, listed_of};
use crate::page::Page;

/// How far this computer's clock may be ahead of the service's, in milliseconds.
const CLOCK_DIFFERENCE: u64 = 1_000;

/// Answers the whole round with this list.
fn look_through(page: &mut Page, list: &[Connection]) {
    for _ in 0..4 {
        if matches!(&page.model.phase, Phase::Unknown { look: Look::Looking(_), .. }) {
            page.look_answers(Ok(given::list(list.to_vec())));
        }
    }
}

/// What the page takes for its connection.
fn taken(list: &[Connection]) -> Option<String> {
    let mut page = Page::unknown();
    look_through(&mut page, list);
    page.model.latest().map(|connected| connected.id.as_str().to_owned())
}

/// The namesakes that are shown, when none was taken.
fn shown(page: &Page) -> Vec<(&str, Option<u64>)> {
    match &page.model.phase {
        Phase::Unknown { look: Look::NotFound(older), .. } => {
            older.iter().map(|older| (older.id.as_str(), older.created_at)).collect()
        }
        phase => panic!("{phase:?}"),
    }
}

#[test]
fn the_edge_of_the_clock() {
    let edge = PRESSED_AT - CLOCK_DIFFERENCE;
    let at = |created_at: u64| taken(&[listed(ID, NAME, created_at)]);
    assert_eq!(at(edge), Some(ID.to_owned()));
    assert_eq!(at(edge - 1), None);
    assert_eq!(at(PRESSED_AT + 3_600_000), Some(ID.to_owned()), "the service's clock is ahead");
}

#[test]
fn only_older_namesakes_are_shown_with_their_times() {
    let mut page = Page::unknown();
    let old = PRESSED_AT - CLOCK_DIFFERENCE - 1;
    look_through(
        &mut page,
        &[
            listed("old-1", NAME, old),
            listed("old-2", NAME, Value::Null),
            listed("x", "Other", old),
        ],
    );
    assert_eq!(shown(&page), [("old-1", Some(old)), ("old-2", None)]);
    assert!(page.model.created.is_empty());
}

#[test]
fn one_without_a_time_is_not_taken() {
    assert_eq!(taken(&[listed(ID, NAME, Value::Null)]), None);
}

#[test]
fn an_older_namesake_before_the_new_one_in_the_list_is_passed_over() {
    let list = [listed("old", NAME, PRESSED_AT - 60_000), listed(ID, NAME, PRESSED_AT)];
    assert_eq!(taken(&list), Some(ID.to_owned()));
}

#[test]
fn another_name_or_another_source_is_not_taken() {
    let other_source = listed_of(ID, NAME, PRESSED_AT, "00000000-0000-0000-0000-000000000000");
    let nearly = [
        listed(ID, "base connection for salesforce service cloud", PRESSED_AT),
        listed(ID, &format!("{NAME} "), PRESSED_AT),
        listed(ID, &NAME[..10], PRESSED_AT),
        other_source,
    ];
    for connection in nearly {
        assert_eq!(taken(&[connection]), None);
    }
}

#[test]
fn a_name_with_a_comma_is_found() {
    let name = "Sales, EMEA";
    let mut page = Page::filled();
    page.type_in(Field::Name, name);
    page.press();
    page.tell(Msg::Cancelled);
    look_through(&mut page, &[listed("other", "Sales", PRESSED_AT), listed(ID, name, PRESSED_AT)]);
    assert_eq!(page.model.latest().unwrap().id.as_str(), ID);
}

#[test]
fn a_connection_created_on_this_page_is_never_taken_for_the_new_one() {
    let mut page = Page::created();
    page.tell(Msg::AnotherPressed);
    page.fill();
    page.press();
    page.tell(Msg::Cancelled);
    let known = listed(ID, NAME, PRESSED_AT);
    look_through(&mut page, std::slice::from_ref(&known));
    assert_eq!(shown(&page), [], "it is known, so it is no namesake either");
    assert_eq!(page.model.created.len(), 1);

    page.tell(Msg::LookAgain);
    look_through(&mut page, &[known, listed("second", NAME, PRESSED_AT)]);
    assert_eq!(page.model.latest().unwrap().id.as_str(), "second");
    assert_eq!(page.model.created.len(), 2);
}

#[test]
fn a_clock_at_the_beginning_of_time_does_no_harm() {
    let mut page = Page::filled();
    page.tell(Msg::Pressed(given::secrets(), 0));
    page.tell(Msg::Cancelled);
    look_through(&mut page, &[listed(ID, NAME, 0)]);
    assert_eq!(page.model.latest().unwrap().id.as_str(), ID);
}
