//! Connections of the name that is typed: asked for once, mentioned, and in nobody's way.
//! When they are asked for is in `pauses.rs`.

use flow_connect::screen::connections::Told;
use flow_connect::screen::duplicates::{Deed, Msg as Look};
use flow_connect::screen::{Effect, Field, Msg, Network, Phase, Token, TokenReport, duplicates};
use flow_service::operation::list_connections::Page as Found;
use flow_service::request::Access;
use flow_service::value::{ConnectionName, Problem};
use serde_json::json;

use crate::given;
use crate::page::Page;

pub const OFFER: [Effect; 1] = [Effect::Duplicates(Deed::Offer)];

/// An input is left, and the service is asked with this access for this name.
#[track_caller]
pub fn ask(page: &mut Page) -> (Access, ConnectionName) {
    assert_eq!(page.tell(Msg::Left(Field::Name)), OFFER);
    let effects = wanted(page, given::PRESSED_AT);
    let Some(Effect::Duplicates(Deed::Find(access, name))) = effects.last() else {
        panic!("{effects:?}")
    };
    (access.clone(), name.clone())
}

/// The access token was looked at, and is there.
pub fn wanted(page: &mut Page, now: u64) -> Vec<Effect> {
    page.tell(Msg::Duplicates(Look::Wanted(given::token(), now)))
}

pub fn found(names: &[&str], next: Option<&str>) -> Found {
    let connection = |(index, name): (usize, &&str)| {
        let id = format!("4267c2ab-2104-474f-a7c2-ab2104d74f8{index}");
        flow_service::connection::Connection::from_json(&json!({ "id": id, "name": name })).unwrap()
    };
    let connections = names.iter().enumerate().map(connection).collect();
    Found { connections, next: next.map(str::to_owned) }
}

pub fn answer(page: &mut Page, asked: &(Access, ConnectionName), answer: Option<Found>) {
    let (access, name) = asked.clone();
    let msg = Look::Answered(access, name, answer, given::PRESSED_AT);
    assert_eq!(page.tell(Msg::Duplicates(msg)), []);
}

pub fn count(page: &Page) -> Option<(usize, bool)> {
    duplicates(&page.model).map(|(ids, more)| (ids.len(), more))
}

#[test]
fn those_of_exactly_this_name_are_mentioned() {
    let mut page = Page::filled();
    let asked = ask(&mut page);
    assert_eq!(asked.1.as_str(), given::NAME);
    assert_eq!(asked.0.sandbox.as_str(), "acme-dev");
    assert_eq!(count(&page), None, "nothing is known yet");
    let other = given::NAME.to_uppercase();
    answer(&mut page, &asked, Some(found(&[given::NAME, &other, "Base", given::NAME], None)));
    assert_eq!(count(&page), Some((2, false)));
    assert_eq!(page.model.phase, Phase::Filling);
    assert_eq!((&page.model.problems, &page.model.remarks), (&Vec::new(), &Vec::new()));
    page.press();
    assert_eq!(page.creations, 1, "it forbids nothing");
    assert_eq!(count(&page), None);
}

#[test]
fn none_is_not_mentioned_and_not_asked_for_again() {
    for none in [found(&["another"], None), found(&[], Some("/connections?x"))] {
        let mut page = Page::filled();
        let asked = ask(&mut page);
        answer(&mut page, &asked, Some(none));
        assert_eq!(count(&page), None);
        assert_eq!(page.tell(Msg::Left(Field::Name)), []);
        assert_eq!(wanted(&mut page, u64::MAX), []);
    }
}

#[test]
fn there_may_be_more() {
    let mut page = Page::filled();
    let asked = ask(&mut page);
    answer(
        &mut page,
        &asked,
        Some(found(&[given::NAME], Some("/connections?continuationToken=1"))),
    );
    assert_eq!(count(&page), Some((1, true)));
}

/// One question at a time: the answer to the earlier one is not waited for.
#[test]
fn a_question_for_another_name_or_access_breaks_the_earlier_one_off() {
    for field in [Field::Name, Field::Sandbox, Field::ApiKey, Field::OrganizationId] {
        let mut page = Page::filled();
        let asked = ask(&mut page);
        let text = page.model.form.text(&field).to_owned();
        page.type_in(field.clone(), &text.replace('a', "b").replace('0', "1"));
        let effects = wanted(&mut page, given::PRESSED_AT);
        assert_eq!(effects.first(), Some(&Effect::Duplicates(Deed::Stop)), "{field:?}");
        assert_eq!(effects.len(), 2, "{effects:?}");
        answer(&mut page, &asked, Some(found(&[given::NAME], None)));
        page.type_in(field, &text);
        assert_eq!(count(&page), None, "the late answer counts");
        ask(&mut page);
    }
}

/// What came meanwhile is as true as if nothing had been typed.
#[test]
fn an_answer_that_comes_while_another_name_is_typed_counts_for_its_own() {
    let mut page = Page::filled();
    let asked = ask(&mut page);
    page.type_in(Field::Name, "another");
    answer(&mut page, &asked, Some(found(&[given::NAME], None)));
    assert_eq!(count(&page), None);
    page.type_in(Field::Name, given::NAME);
    assert_eq!(count(&page), Some((1, false)));
}

#[test]
fn what_is_typed_elsewhere_does_not_break_it_off() {
    let mut page = Page::filled();
    let asked = ask(&mut page);
    for field in [Field::Description, given::param("username"), Field::SpecId] {
        page.type_in(field, "x");
    }
    assert_eq!(page.tell(Msg::Left(Field::Description)), [], "it is asked for already");
    answer(&mut page, &asked, Some(found(&[given::NAME], None)));
    assert_eq!(count(&page), Some((1, false)));
}

#[test]
fn what_is_known_of_a_name_is_known_when_it_is_typed_again() {
    let mut page = Page::filled();
    let asked = ask(&mut page);
    answer(&mut page, &asked, Some(found(&[given::NAME], None)));
    page.type_in(Field::Name, "another");
    assert_eq!(count(&page), None);
    let another = ask(&mut page);
    answer(&mut page, &another, Some(found(&[], None)));
    page.type_in(Field::Name, given::NAME);
    assert_eq!(count(&page), Some((1, false)));
    assert_eq!(page.tell(Msg::Left(Field::Name)), []);
}

#[test]
fn nothing_is_asked_without_a_name_access_and_token() {
    for field in [Field::Name, Field::Sandbox, Field::ApiKey, Field::OrganizationId] {
        let mut page = Page::filled();
        page.type_in(field, " ");
        assert_eq!(page.tell(Msg::Left(Field::Description)), []);
    }
    let mut page = Page::filled();
    let wanted = Look::Wanted(given::no_token(), given::PRESSED_AT);
    assert_eq!(page.tell(Msg::Duplicates(wanted)), []);
    assert_eq!(page.tell(Msg::SecretLeft(Field::AccessToken, Err(Problem::Missing))), OFFER);
}

/// A host page that gives tokens is asked for one, as it is where *Sandbox* is entered.
#[test]
fn a_host_page_may_give_the_token() {
    let mut page = Page::filled();
    page.model.token_edited = false;
    page.tell(Msg::TokenIs(Token::Provided));
    assert_eq!(page.tell(Msg::Left(Field::Name)), OFFER);
    let wanted = Look::Wanted(TokenReport::Available, given::PRESSED_AT);
    let effects = page.tell(Msg::Duplicates(wanted));
    let [Effect::Duplicates(Deed::Find(access, name))] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    answer(&mut page, &(access.clone(), name.clone()), None);
    assert_eq!(page.tell(Msg::Left(Field::Name)), [], "it would be asked again and again");
}

#[test]
fn nothing_is_asked_while_a_creation_is_on_its_way_or_settled() {
    for mut page in [Page::sending(), Page::unknown(), Page::created(), Page::on_list()] {
        page.type_in(Field::Name, given::NAME);
        assert_eq!(page.tell(Msg::Left(Field::Name)), []);
        assert_eq!(wanted(&mut page, given::PRESSED_AT), []);
        assert!(!duplicates::is_due(&page.model));
    }
}

/// The tickets are those of the main job alone.
#[test]
fn the_question_disturbs_no_creation() {
    let mut page = Page::filled();
    let asked = ask(&mut page);
    page.press();
    let before = page.model.phase.clone();
    answer(&mut page, &asked, Some(found(&[given::NAME], None)));
    assert_eq!(page.model.phase, before);
    page.create_answers(Ok(given::created(given::ID)));
    assert!(matches!(page.model.phase, Phase::Created { .. }));
}

/// Else the connection that was just created would be missing.
#[test]
fn the_next_connection_is_looked_for_anew() {
    let mut page = Page::filled();
    let asked = ask(&mut page);
    answer(&mut page, &asked, Some(found(&[], None)));
    page.press();
    page.create_answers(Ok(given::created(given::ID)));
    page.tell(Msg::AnotherPressed);
    page.type_in(Field::Name, given::NAME);
    ask(&mut page);
}

#[test]
fn an_element_that_left_waits_for_no_answer() {
    let mut page = Page::filled();
    let asked = ask(&mut page);
    page.tell(Msg::Removed);
    answer(&mut page, &asked, Some(found(&[given::NAME], None)));
    assert_eq!(count(&page), None);
}

#[test]
fn the_form_knows_whether_there_is_a_network() {
    let mut page = Page::filled();
    for (online, network) in [(false, Network::Offline), (true, Network::Online)] {
        page.tell(Msg::Told(Told::Online(online)));
        assert_eq!(page.model.door.network, network);
    }
    page.tell(Msg::Told(Told::Online(false)));
    page.tell(Msg::Removed);
    let network = page.model.door.network;
    assert_eq!(network, Network::Online, "the other half tells again when it is back");
}

/// A link to what is gone would lead nowhere, and a name may be another one since.
#[test]
fn what_is_done_with_connections_changes_what_is_mentioned() {
    let mut page = Page::filled();
    let asked = ask(&mut page);
    answer(&mut page, &asked, Some(found(&[given::NAME, given::NAME], None)));
    let gone = duplicates(&page.model).unwrap().0[0].clone();
    page.tell(Msg::Told(Told::Removed(gone.clone())));
    assert_eq!(count(&page), Some((1, false)));
    assert_ne!(duplicates(&page.model).unwrap().0[0], gone);
    let last = duplicates(&page.model).unwrap().0[0].clone();
    page.tell(Msg::Told(Told::Removed(last)));
    assert_eq!(count(&page), None);
    assert!(!duplicates::is_due(&page.model), "that there is none is known");

    let mut page = Page::filled();
    let asked = ask(&mut page);
    answer(&mut page, &asked, Some(found(&[given::NAME], None)));
    page.tell(Msg::Told(Told::Edited));
    assert_eq!(count(&page), None);
    assert!(duplicates::is_due(&page.model), "it is asked for anew");
}
