//! The sandboxes to choose from: asked for once for each access.

use flow_connect::screen::connections::Told;
use flow_connect::screen::{Effect, Field, Msg, Sandboxes, Token, TokenReport, TokenSource};
use flow_service::request::Access;

use crate::given;
use crate::page::Page;

fn names(names: &[&str]) -> Vec<(String, String)> {
    names.iter().map(|name| ((*name).to_owned(), "VA7".to_owned())).collect()
}

/// The input is entered, and the sandboxes are asked for with this access.
#[track_caller]
fn ask(page: &mut Page) -> Access {
    let effects = page.tell(Msg::SandboxesWanted(given::token()));
    let [Effect::ListSandboxes(access)] = effects.as_slice() else { panic!("{effects:?}") };
    access.clone()
}

#[test]
fn sandboxes_are_asked_for_once() {
    let mut page = Page::filled();
    let access = ask(&mut page);
    assert_eq!(access.api_key.as_str(), given::API_KEY);
    assert_eq!(access.sandbox.as_str(), "prod", "the service lists them whatever is named");
    assert_eq!(page.model.form.text(&Field::Sandbox), "acme-dev", "what was typed stays");
    assert_eq!(page.tell(Msg::SandboxesWanted(given::token())), [], "they are asked for");

    assert_eq!(page.tell(Msg::SandboxesAre(access.clone(), Some(names(&["prod", "dev"])))), []);
    assert_eq!(page.model.door.sandboxes, Sandboxes::Known(access, names(&["prod", "dev"])));
    page.type_in(Field::Sandbox, "");
    assert_eq!(page.tell(Msg::SandboxesWanted(given::token())), [], "they are known");
}

#[test]
fn another_organization_has_other_sandboxes() {
    let mut page = Page::filled();
    let access = ask(&mut page);
    page.tell(Msg::SandboxesAre(access, Some(names(&["prod"]))));
    for (field, text) in
        [(Field::OrganizationId, "89ABCDEF0123456701234567@AdobeOrg"), (Field::ApiKey, "other")]
    {
        page.type_in(field, text);
        ask(&mut page);
    }
}

#[test]
fn sandboxes_are_not_asked_for_without_access() {
    let mut page = Page::filled();
    assert_eq!(page.tell(Msg::SandboxesWanted(given::no_token())), []);
    page.type_in(Field::ApiKey, "two words");
    assert_eq!(page.tell(Msg::SandboxesWanted(given::token())), []);
    assert_eq!(page.model.door.sandboxes, Sandboxes::Unknown);
    assert_eq!(page.model.problems, [], "nothing is said about it");
}

/// A window that gets the focus back enters its input: what asks the host page for a token there
/// would ask it without end.
#[test]
fn sandboxes_that_are_refused_are_not_asked_for_whenever_the_input_is_entered() {
    let mut page = Page::filled();
    let access = ask(&mut page);
    assert_eq!(page.tell(Msg::SandboxesAre(access.clone(), None)), []);
    for token in [given::token(), TokenReport::Available] {
        assert_eq!(page.tell(Msg::SandboxesWanted(token)), []);
    }
    assert_eq!(page.model.door.sandboxes, Sandboxes::Refused(access));
    page.type_in(Field::OrganizationId, "another@AdobeOrg");
    ask(&mut page);
}

#[test]
fn sandboxes_that_nobody_waits_for_are_left_alone() {
    let access = ask(&mut Page::filled());
    let mut page = Page::filled();
    page.tell(Msg::SandboxesAre(access.clone(), Some(names(&["late"]))));
    assert_eq!(page.model.door.sandboxes, Sandboxes::Unknown);
    ask(&mut page);
    page.tell(Msg::SandboxesAre(access.clone(), Some(names(&["prod"]))));
    let known = page.model.door.sandboxes.clone();
    for late in [None, Some(names(&["late"]))] {
        page.tell(Msg::SandboxesAre(access.clone(), late));
        assert_eq!(page.model.door.sandboxes, known);
    }
}

/// They would be offered where they do not exist.
#[test]
fn a_late_answer_for_other_access_is_ignored() {
    for late in [None, Some(names(&["late"]))] {
        let mut page = Page::filled();
        let earlier = ask(&mut page);
        page.type_in(Field::OrganizationId, "89ABCDEF0123456701234567@AdobeOrg");
        let access = ask(&mut page);
        assert_ne!(access, earlier);
        assert_eq!(page.tell(Msg::SandboxesAre(earlier.clone(), late.clone())), []);
        assert_eq!(page.model.door.sandboxes, Sandboxes::Asked(access.clone()));
        page.tell(Msg::SandboxesAre(access.clone(), Some(names(&["prod"]))));
        page.tell(Msg::SandboxesAre(earlier, late));
        assert_eq!(page.model.door.sandboxes, Sandboxes::Known(access, names(&["prod"])));
    }
}

/// The organization and the API key are the same; what the service said was about the token.
#[test]
fn another_token_may_list_the_sandboxes() {
    let available = Token::Held { source: TokenSource::HostPage, expires_at: None };
    let mut page = Page::filled();
    page.tell(Msg::TokenIs(available));
    for lose in [Msg::ForgetToken, Msg::TokenIs(Token::None), Msg::Removed] {
        let access = ask(&mut page);
        page.tell(Msg::SandboxesAre(access, None));
        page.tell(lose);
        assert_eq!(page.model.door.sandboxes, Sandboxes::Unknown);
        page.tell(Msg::TokenIs(available));
    }
}

#[test]
fn sandboxes_that_were_refused_are_asked_for_with_access_that_works() {
    let mut page = Page::on_list();
    let access = ask(&mut page);
    page.tell(Msg::SandboxesAre(access, None));
    page.tell(Msg::AccessPressed(given::token()));
    page.tell(Msg::Told(Told::AccessWorked));
    ask(&mut page);
}

#[test]
fn sandboxes_that_are_known_or_on_their_way_stay_with_access_that_works() {
    for listed in [None, Some(names(&["prod"]))] {
        let mut page = Page::on_list();
        let access = ask(&mut page);
        if listed.is_some() {
            page.tell(Msg::SandboxesAre(access, listed));
        }
        let before = page.model.door.sandboxes.clone();
        page.tell(Msg::AccessPressed(given::token()));
        page.tell(Msg::Told(Told::AccessWorked));
        assert_eq!(page.model.door.sandboxes, before);
    }
}

#[test]
fn an_element_that_leaves_while_sandboxes_are_asked_for_can_ask_again() {
    let mut page = Page::filled();
    ask(&mut page);
    page.tell(Msg::Removed);
    assert_eq!(page.model.door.sandboxes, Sandboxes::Unknown);
    ask(&mut page);
}
