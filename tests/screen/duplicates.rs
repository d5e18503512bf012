//! Connections of the name that is typed: asked for once, mentioned, and in nobody's way.

use flow_connect::screen::connections::Told;
use flow_connect::screen::duplicates::{Deed, Msg as Look};
use flow_connect::screen::{Effect, Field, Msg, Network, Phase, Token, duplicates};
use flow_service::operation::list_connections::Page as Found;
use flow_service::request::Access;
use flow_service::value::{ConnectionName, Problem};
use serde_json::json;

use crate::given;
use crate::page::Page;

const OFFER: [Effect; 1] = [Effect::Duplicates(Deed::Offer)];

/// An input is left, and the service is asked with this access for this name.
#[track_caller]
fn ask(page: &mut Page) -> (Access, ConnectionName) {
    assert_eq!(page.tell(Msg::Left(Field::Name)), OFFER);
    let effects = page.tell(Msg::Duplicates(Look::Wanted(given::token())));
    let Some(Effect::Duplicates(Deed::Find(access, name))) = effects.last() else {
        panic!("{effects:?}")
    };
    (access.clone(), name.clone())
}

fn found(names: &[&str], next: Option<&str>) -> Found {
    let connection = |(index, name): (usize, &&str)| {
        let id = format!("4267c2ab-2104-474f-a7c2-ab2104d74f8{index}");
        flow_service::connection::Connection::from_json(&json!({ "id": id, "name": name })).unwrap()
    };
    let connections = names.iter().enumerate().map(connection).collect();
    Found { connections, next: next.map(str::to_owned) }
}

fn answer(page: &mut Page, asked: &(Access, ConnectionName), answer: Option<Found>) {
    let msg = Look::Answered(asked.0.clone(), asked.1.clone(), answer);
    assert_eq!(page.tell(Msg::Duplicates(msg)), []);
}

fn count(page: &Page) -> Option<(usize, bool)> {
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
fn none_or_no_answer_is_not_mentioned_and_not_asked_for_again() {
    for none in [Some(found(&["another"], None)), Some(found(&[], Some("/connections?x"))), None] {
        let mut page = Page::filled();
        let asked = ask(&mut page);
        answer(&mut page, &asked, none);
        assert_eq!(count(&page), None);
        assert_eq!(page.tell(Msg::Left(Field::Name)), []);
        assert_eq!(page.tell(Msg::Duplicates(Look::Wanted(given::token()))), []);
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

#[test]
fn another_name_or_access_breaks_the_question_off() {
    for field in [Field::Name, Field::Sandbox, Field::ApiKey, Field::OrganizationId] {
        let mut page = Page::filled();
        let asked = ask(&mut page);
        let text = page.model.form.text(&field).to_owned();
        let stop = [Effect::Duplicates(Deed::Stop)];
        let typed = Msg::Typed(field.clone(), text.replace(['a', 'A', '0'], "b"));
        assert_eq!(page.tell(typed), stop, "{field:?}");
        answer(&mut page, &asked, Some(found(&[given::NAME], None)));
        page.type_in(field, &text);
        assert_eq!(count(&page), None, "the late answer counts");
        ask(&mut page);
    }
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
    assert_eq!(page.tell(Msg::Duplicates(Look::Wanted(given::no_token()))), []);
    assert_eq!(page.tell(Msg::SecretLeft(Field::AccessToken, Err(Problem::Missing))), OFFER);
}

/// A host page may ask a person to sign in, and nobody has pressed anything.
#[test]
fn a_host_page_is_not_asked_for_a_token() {
    let mut page = Page::filled();
    page.model.token_edited = false;
    page.tell(Msg::TokenIs(Token::Provided));
    assert_eq!(page.tell(Msg::Left(Field::Name)), []);
    page.tell(Msg::SecretEdited(Field::AccessToken));
    assert_eq!(page.tell(Msg::Left(Field::Name)), OFFER);
}

#[test]
fn nothing_is_asked_while_a_creation_is_on_its_way_or_settled() {
    for mut page in [Page::sending(), Page::unknown(), Page::created(), Page::on_list()] {
        page.type_in(Field::Name, given::NAME);
        assert_eq!(page.tell(Msg::Left(Field::Name)), []);
        assert_eq!(page.tell(Msg::Duplicates(Look::Wanted(given::token()))), []);
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
