//! When connections of the typed name are asked for without that an input is left, and when a
//! look that failed is made once more.

use flow_connect::screen::connections::Told;
use flow_connect::screen::duplicates::{Msg as Look, is_due};
use flow_connect::screen::{Field, Msg, Token, TokenSource, token_note};

use crate::duplicates::{OFFER, answer, ask, count, found, wanted};
use crate::given::{self, NAME, PRESSED_AT};
use crate::page::Page;

const LATER: u64 = PRESSED_AT + 30_000;

/// Nothing was done for a moment.
#[track_caller]
fn pause(page: &mut Page) {
    assert!(is_due(&page.model), "nothing is waited for");
    assert_eq!(page.tell(Msg::Duplicates(Look::Paused)), OFFER);
    assert!(!wanted(page, PRESSED_AT).is_empty(), "it is not asked");
    assert!(!is_due(&page.model), "it would be asked again and again");
    assert_eq!(page.tell(Msg::Duplicates(Look::Paused)), []);
}

#[test]
fn a_name_that_is_typed_last_and_never_left_is_looked_for() {
    let mut page = Page::filled();
    page.type_in(Field::Name, "");
    assert!(!is_due(&page.model));
    page.type_in(Field::Name, NAME);
    pause(&mut page);
}

#[test]
fn access_may_be_complete_after_the_name() {
    for field in [Field::Sandbox, Field::ApiKey, Field::OrganizationId] {
        let mut page = Page::filled();
        let text = page.model.form.text(&field).to_owned();
        page.type_in(field.clone(), "");
        assert!(!is_due(&page.model), "{field:?}");
        page.type_in(field, &text);
        pause(&mut page);
    }
}

#[test]
fn what_fills_the_form_at_once_is_looked_for() {
    let mut page = Page::filled();
    page.tell(Msg::SamplePressed);
    pause(&mut page);
    let mut page = Page::created();
    assert!(!is_due(&page.model), "it was just created");
    page.tell(Msg::AnotherPressed);
    assert!(!is_due(&page.model), "the name is empty");
    page.type_in(Field::Name, NAME);
    pause(&mut page);
}

#[test]
fn a_pause_is_not_waited_for_where_the_answer_is_known_or_on_its_way() {
    let mut page = Page::filled();
    let asked = ask(&mut page);
    assert!(!is_due(&page.model));
    answer(&mut page, &asked, Some(found(&[NAME], None)));
    assert!(!is_due(&page.model));
    page.type_in(Field::Description, "x");
    assert!(!is_due(&page.model));
}

#[test]
fn without_a_token_it_is_looked_for_when_there_is_one() {
    let mut page = Page::filled();
    assert_eq!(page.tell(Msg::Duplicates(Look::Paused)), OFFER);
    page.tell(Msg::Duplicates(Look::Wanted(given::no_token(), PRESSED_AT)));
    assert!(!is_due(&page.model), "it would be asked again and again");
    page.tell(Msg::TokenNote(token_note::Msg::Another));
    pause(&mut page);
}

#[test]
fn a_look_that_failed_is_made_once_more_after_a_while() {
    let mut page = Page::filled();
    let asked = ask(&mut page);
    answer(&mut page, &asked, None);
    assert_eq!(count(&page), None);
    assert!(!is_due(&page.model), "nobody did anything");
    assert_eq!(page.tell(Msg::Left(Field::Description)), OFFER);
    assert_eq!(wanted(&mut page, LATER - 1), [], "not so soon");
    assert_eq!(wanted(&mut page, LATER).len(), 1);
}

#[test]
fn a_look_that_failed_is_made_once_more_when_what_it_failed_for_may_be_mended() {
    let held = Token::Held { source: TokenSource::HostPage, expires_at: None };
    let mut mended = vec![Msg::TokenNote(token_note::Msg::Another)];
    mended.push(Msg::Told(Told::Online(true)));
    for mended in mended {
        let mut page = Page::filled();
        page.tell(Msg::TokenIs(held));
        let asked = ask(&mut page);
        answer(&mut page, &asked, None);
        page.tell(mended);
        pause(&mut page);
    }
    let mut page = Page::filled();
    let asked = ask(&mut page);
    answer(&mut page, &asked, None);
    page.type_in(Field::Name, "another");
    pause(&mut page);
    page.type_in(Field::Name, NAME);
    pause(&mut page);
}
