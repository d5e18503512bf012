//! Platform access: given by a press or in passing.

use flow_connect::screen::{Effect, Field, Msg, Route, Token, TokenReport, TokenSource};
use flow_service::value::{Problem, Remark};

use crate::given;
use crate::page::Page;

fn sandbox(page: &Page) -> Option<&str> {
    page.model.door.access.as_ref().map(|access| access.sandbox.as_str())
}

#[test]
fn access_is_given_by_a_press() {
    let mut page = Page::on_list();
    assert_eq!(page.model.door.access, None);
    assert_eq!(page.tell(Msg::AccessPressed(given::token())), []);
    let access = page.model.door.access.clone().unwrap();
    assert_eq!(access.api_key.as_str(), given::API_KEY);
    assert_eq!(access.organization.as_str(), given::ORGANIZATION);
    assert_eq!(access.sandbox.as_str(), "acme-dev");
    assert_eq!(page.model.problems, []);
    assert!(!page.model.summary);
}

/// The other half begins anew with each round, so a press that changes nothing asks again.
#[test]
fn each_press_is_a_round_of_its_own() {
    let mut page = Page::on_list();
    for round in 1..=3 {
        page.tell(Msg::AccessPressed(TokenReport::Available));
        assert_eq!(page.model.door.round, round);
    }
}

#[test]
fn access_needs_nothing_of_the_connection() {
    let mut page = Page::on_list();
    for field in [Field::Name, Field::SpecId, given::param("username")] {
        page.type_in(field, "");
    }
    page.tell(Msg::AccessPressed(given::token()));
    assert_eq!(sandbox(&page), Some("acme-dev"));
    assert_eq!(page.creations, 0);
}

#[test]
fn what_a_press_lacks_is_said_and_the_first_is_focused() {
    let mut page = Page::new();
    page.tell(Msg::RouteChanged(Route::Connections));
    let effects = page.tell(Msg::AccessPressed(given::no_token()));
    assert_eq!(effects, [Effect::Focus("access-token".to_owned())]);
    let lacks = |field| (field, Problem::Missing);
    let expect = [Field::AccessToken, Field::ApiKey, Field::OrganizationId].map(lacks);
    assert_eq!(page.model.problems, expect);
    assert!(!page.model.summary, "the list is a part of the view Create");
    assert_eq!(page.model.door.access, None);
    assert_eq!(page.model.door.round, 0);

    let mut page = Page::on_list();
    page.type_in(Field::Sandbox, "Prod");
    let effects = page.tell(Msg::AccessPressed(given::token()));
    assert_eq!(effects, [Effect::Focus("sandbox".to_owned())]);
    assert_eq!(page.model.problems, [(Field::Sandbox, Problem::NotASandboxName)]);
    page.type_in(Field::Sandbox, "prod");
    assert_eq!(page.tell(Msg::AccessPressed(given::token())), []);
    assert_eq!(page.model.problems, [], "what was mended is not said any more");
    assert!(!page.model.summary);
}

/// A press on *Create connection* found it.
#[test]
fn what_was_found_of_the_rest_of_the_form_stays() {
    let name = (Field::Name, Problem::Missing);
    let key = (Field::ApiKey, Problem::Missing);
    let remark = (given::param("environmentUrl"), Remark::HttpsAdded);
    let mut page = Page::filled();
    page.half_comes();
    page.type_in(Field::Name, "");
    page.type_in(Field::ApiKey, "");
    page.type_in(remark.0.clone(), "acme.my.salesforce.com");
    page.press();
    assert_eq!(page.model.problems, [key.clone(), name.clone()]);
    assert_eq!(page.model.remarks, std::slice::from_ref(&remark));
    page.tell(Msg::RouteChanged(Route::Connections));

    let effects = page.tell(Msg::AccessPressed(given::no_token()));
    assert_eq!(effects, [Effect::Focus("access-token".to_owned())]);
    let token = (Field::AccessToken, Problem::Missing);
    assert_eq!(page.model.problems, [token, key, name.clone()], "in the order of the page");

    page.type_in(Field::ApiKey, "odd");
    assert_eq!(page.tell(Msg::AccessPressed(given::token())), []);
    assert!(page.model.door.access.is_some(), "it is no obstacle to connections");
    assert_eq!(page.model.problems, [name]);
    assert_eq!(page.model.remarks, [remark, (Field::ApiKey, Remark::UnusualApiKey)]);
    assert!(page.model.summary, "it is listed on Create as before");
}

#[test]
fn a_press_for_connections_while_sending_leaves_no_empty_summary() {
    let mut page = Page::sending();
    page.tell(Msg::RouteChanged(Route::Connections));
    page.tell(Msg::AccessPressed(given::no_token()));
    page.create_answers(Ok(given::created(given::ID)));
    page.tell(Msg::AnotherPressed);
    assert!(!page.model.summary, "0 fields need your attention");
}

/// What gets the focus has to be seen.
#[test]
fn a_press_with_problems_opens_the_inputs() {
    let mut page = Page::worked();
    assert!(page.model.door.is_compact(&page.model.route));
    page.tell(Msg::AccessPressed(given::no_token()));
    assert!(!page.model.door.is_compact(&page.model.route));
    assert_eq!(sandbox(&page), Some("acme-dev"), "what worked is kept");
}

#[test]
fn what_is_unusual_is_remarked_by_a_press() {
    let mut page = Page::on_list();
    page.type_in(Field::ApiKey, "odd");
    page.tell(Msg::AccessPressed(TokenReport::Typed(Ok(vec![Remark::NotAJwt]))));
    let remarks = [(Field::AccessToken, Remark::NotAJwt), (Field::ApiKey, Remark::UnusualApiKey)];
    assert_eq!(page.model.remarks, remarks);
    assert_eq!(sandbox(&page), Some("acme-dev"));
}

#[test]
fn access_that_is_complete_is_used_on_entering() {
    let mut page = Page::on_list();
    assert_eq!(page.tell(Msg::AccessOffered(TokenReport::Available)), []);
    assert_eq!(sandbox(&page), Some("acme-dev"));
    assert_eq!(page.model.door.round, 1);
    page.tell(Msg::AccessOffered(given::token()));
    assert_eq!(page.model.door.round, 1, "the same access is no new one");
}

#[test]
fn access_that_is_not_complete_is_passed_over_in_silence() {
    for (field, text) in
        [(Field::ApiKey, ""), (Field::OrganizationId, "acme"), (Field::Sandbox, "P")]
    {
        let mut page = Page::on_list();
        page.type_in(field, text);
        let before = page.model.clone();
        assert_eq!(page.tell(Msg::AccessOffered(given::token())), []);
        assert_eq!(page.model, before);
    }
    let mut page = Page::on_list();
    let before = page.model.clone();
    assert_eq!(page.tell(Msg::AccessOffered(given::no_token())), []);
    assert_eq!(page.model, before);
}

/// What a view waits for may come while a person types: the inputs stay until the press.
#[test]
fn inputs_are_not_taken_from_who_types_into_them() {
    let typed: [fn(&mut Page); 2] = [
        |page| drop(page.tell(Msg::SecretEdited(Field::AccessToken))),
        |page| drop(page.tell(Msg::Typed(Field::Sandbox, "acme-dev".to_owned()))),
    ];
    for typed in typed {
        let mut page = Page::filled();
        page.tell(Msg::RouteChanged(Route::Connections));
        typed(&mut page);
        assert_eq!(page.half_comes(), [Effect::OfferAccess]);
        let before = page.model.clone();
        page.tell(Msg::AccessOffered(given::token()));
        assert_eq!(page.model, before);
        page.tell(Msg::AccessPressed(given::token()));
        assert_eq!(sandbox(&page), Some("acme-dev"), "the press uses it");
    }
}

/// What was typed in another view, or before a token came in another way, is used at once.
#[test]
fn access_typed_before_is_used_on_entering() {
    let mut page = Page::new();
    page.tell(Msg::RouteChanged(Route::Create));
    page.fill();
    page.tell(Msg::SecretEdited(Field::AccessToken));
    page.tell(Msg::LinkFollowed(Route::Connections));
    page.half_comes();
    page.tell(Msg::AccessOffered(given::token()));
    assert_eq!(sandbox(&page), Some("acme-dev"));

    let mut page = Page::on_list();
    page.tell(Msg::Typed(Field::Sandbox, "acme-dev".to_owned()));
    page.tell(Msg::TokenIs(Token::Held { source: TokenSource::Person, expires_at: None }));
    page.tell(Msg::AccessOffered(TokenReport::Available));
    assert_eq!(sandbox(&page), Some("acme-dev"));

    let mut page = Page::on_list();
    page.tell(Msg::Typed(Field::Sandbox, "acme-dev".to_owned()));
    page.tell(Msg::LinkFollowed(Route::Create));
    page.tell(Msg::LinkFollowed(Route::Connections));
    page.tell(Msg::AccessOffered(given::token()));
    assert_eq!(sandbox(&page), Some("acme-dev"));
}

#[test]
fn another_sandbox_is_another_access_without_a_press() {
    let mut page = Page::worked();
    page.type_in(Field::Sandbox, "acme-prod");
    assert_eq!(sandbox(&page), Some("acme-dev"), "not while typing");
    assert_eq!(page.tell(Msg::AccessChanged), [Effect::OfferAccess]);
    page.tell(Msg::AccessOffered(TokenReport::Available));
    assert_eq!(sandbox(&page), Some("acme-prod"));
    assert_eq!(page.model.door.round, 2);
    assert!(page.model.door.is_compact(&page.model.route), "the inputs stay as they are");
}

#[test]
fn a_change_is_offered_only_where_access_is_in_use() {
    let mut page = Page::on_list();
    assert_eq!(page.tell(Msg::AccessChanged), [], "there was no press yet");
    let mut page = Page::with_access();
    page.tell(Msg::RouteChanged(Route::Create));
    assert_eq!(page.tell(Msg::AccessChanged), [], "on Create it waits until connections are seen");
    let effects = page.tell(Msg::RouteChanged(given::one()));
    assert_eq!(effects, [Effect::OfferAccess]);
}
