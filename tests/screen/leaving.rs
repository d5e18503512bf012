//! What is kept of a token, what leaving would lose, and the element that goes and comes.

use flow_connect::screen::connections::Told;
use flow_connect::screen::{
    Call, Effect, Field, Look, Msg, Phase, Route, Settings, TestRun, Token, TokenSource,
};
use flow_service::error::{CallError, NoAnswer};
use flow_service::value::{Problem, Remark};
use serde_json::json;

use crate::given::{self, ID, NAME, PRESSED_AT, listed, param};
use crate::page::{Page, sent};

const HELD: Token = Token::Held { source: TokenSource::HostPage, expires_at: None };

#[test]
fn a_token_may_stay_empty_when_there_is_another() {
    assert!(!Token::None.is_available());
    assert!(Token::Provided.is_available());
    assert!(HELD.is_available());
}

#[test]
fn a_token_is_forgotten_on_demand() {
    let mut page = Page::new();
    page.tell(Msg::TokenIs(HELD));
    assert_eq!(page.model.token, HELD);
    let effects = page.tell(Msg::ForgetToken);
    assert_eq!(effects, [Effect::ForgetToken, Effect::Focus("access-token".to_owned())]);
    assert_eq!(page.model.token, Token::None);
}

#[test]
fn leaving_loses_what_was_typed_and_not_yet_sent() {
    let asks = |page: &Page| page.model.has_unsent_input();
    assert!(!asks(&Page::new()));
    for field in given::text_fields() {
        let mut page = Page::new();
        page.type_in(field.clone(), "x");
        assert!(asks(&page), "{field:?}");
    }
    for field in given::secret_fields() {
        let mut page = Page::new();
        page.tell(Msg::SecretEdited(field.clone()));
        assert!(asks(&page), "{field:?}");
    }
    assert!(asks(&Page::sending()));
    assert!(asks(&Page::unknown()));
    assert!(!asks(&Page::created()));
}

#[test]
fn leaving_loses_what_was_typed_with_connections_too() {
    for mut page in [Page::new(), Page::created()] {
        page.tell(Msg::Told(Told::HasInput(true)));
        assert!(page.model.has_unsent_input());
        page.tell(Msg::RouteChanged(Route::Create));
        assert!(page.model.has_unsent_input(), "it stays there while another view is shown");
        page.tell(Msg::Told(Told::HasInput(false)));
        assert!(!page.model.has_unsent_input());
    }
    let mut page = Page::filled();
    page.tell(Msg::Told(Told::HasInput(false)));
    assert!(page.model.has_unsent_input(), "the form has its own");
}

#[test]
fn what_the_deployment_sets_is_no_input_of_a_person() {
    let mut page = Page::new();
    let config = json!({ "apiKey": "k", "organizationId": "o", "sandbox": "s" });
    let (settings, problem) = Settings::from_json(&config);
    page.tell(Msg::Configured(settings, problem));
    assert!(!page.model.has_unsent_input());
    page.type_in(Field::Sandbox, "t");
    assert!(page.model.has_unsent_input());
    page.type_in(Field::Sandbox, "s");
    assert!(!page.model.has_unsent_input(), "it is as it was");
}

/// Its secrets are gone then: the inputs are drawn anew, and the token is forgotten.
#[test]
fn an_element_that_leaves_keeps_what_is_no_secret() {
    let mut page = Page::filled();
    page.tell(Msg::TokenIs(HELD));
    page.tell(Msg::SecretEdited(param("password")));
    page.tell(Msg::ShowSecret(param("password"), true));
    let form = page.model.form.clone();
    assert_eq!(page.tell(Msg::Removed), []);
    assert_eq!(page.model.form, form);
    assert_eq!(page.model.token, Token::None);
    assert!(page.model.secrets_of.is_empty());
    assert_eq!(page.model.shown, []);
    page.tell(Msg::TokenIs(Token::Provided));
    page.tell(Msg::Removed);
    assert_eq!(page.model.token, Token::Provided, "the host page can be asked again");
}

#[test]
fn what_was_found_about_secrets_goes_with_them() {
    let mut page = Page::filled();
    page.type_in(Field::ApiKey, "odd");
    page.tell(Msg::Left(Field::ApiKey));
    page.tell(Msg::SecretLeft(param("password"), Ok(vec![Remark::SecretEdgeSpace])));
    page.tell(Msg::SecretLeft(Field::AccessToken, Err(Problem::NotVisibleAscii)));
    page.tell(Msg::Removed);
    assert_eq!(page.model.remarks, [(Field::ApiKey, Remark::UnusualApiKey)]);
    assert_eq!(page.model.problems, []);
}

#[test]
fn an_element_that_leaves_while_sending_does_not_know_the_outcome() {
    let mut page = Page::sending();
    page.tell(Msg::Removed);
    let closed = CallError::NoAnswer(NoAnswer::PageClosed);
    let Phase::Unknown { cause, look, .. } = &page.model.phase else {
        panic!("{:?}", page.model.phase)
    };
    assert_eq!((cause, look), (&closed, &Look::Failed(closed.clone())));
    look_again_finds_it(&mut page);
}

/// Nothing answers the look that was broken off, so it must not be waited for.
#[test]
fn an_element_that_leaves_while_looking_can_look_again() {
    let mut page = Page::unknown();
    page.tell(Msg::Removed);
    look_again_finds_it(&mut page);
}

#[track_caller]
fn look_again_finds_it(page: &mut Page) {
    let effects = page.tell(Msg::LookAgain);
    assert_eq!(sent(&effects).0, Call::LookUp(0));
    page.look_answers(Ok(given::list(vec![listed(ID, NAME, PRESSED_AT)])));
    assert_eq!(page.model.latest().unwrap().id.as_str(), ID);
    assert_eq!(page.creations, 1);
}

#[test]
fn an_element_that_leaves_while_testing_can_test_again() {
    let mut page = Page::created();
    page.tell(Msg::TestPressed);
    page.tell(Msg::Removed);
    let effects = page.tell(Msg::TestPressed);
    assert_eq!(sent(&effects).0, Call::Test);
    assert!(matches!(page.model.phase, Phase::Created { test: TestRun::Running, .. }));
}
