//! Platform access once it is given: it works, is refused, or is taken away.

use flow_connect::screen::connections::Told;
use flow_connect::screen::{
    Effect, Event, Field, Half, Msg, Route, Token, TokenReport, TokenSource,
};
use flow_service::value::Remark;

use crate::given;
use crate::page::Page;

fn clears_token(effects: &[Effect]) -> bool {
    effects == [Effect::ClearSecrets(vec![Field::AccessToken])]
}

#[test]
fn access_that_worked_is_compact_and_its_token_is_taken_once() {
    let mut page = Page::with_access();
    assert!(!page.model.door.is_compact(&Route::Connections));
    assert!(clears_token(&page.tell(Msg::Told(Told::AccessWorked))));
    for route in [Route::Connections, given::one()] {
        assert!(page.model.door.is_compact(&route), "{route:?}");
    }
    assert!(!page.model.door.is_compact(&Route::Create), "there all of it is a part of the form");
    assert_eq!(page.tell(Msg::Told(Told::AccessWorked)), [], "each later answer says so too");
}

#[test]
fn access_that_is_refused_shows_its_inputs_until_it_works() {
    let mut page = Page::worked();
    let needed = Effect::Emit(Event::TokenNeeded("refused"));
    assert_eq!(page.tell(Msg::Told(Told::AccessRefused)), [needed], "the host page may have one");
    assert!(!page.model.door.is_compact(&Route::Connections));
    page.tell(Msg::AccessPressed(given::token()));
    assert!(clears_token(&page.tell(Msg::Told(Told::AccessWorked))), "it is another token");
    assert!(page.model.door.is_compact(&Route::Connections));
}

/// What a press gives is not known to work, however the access before it did.
#[test]
fn a_press_that_gives_access_waits_for_the_service() {
    let mut page = Page::worked();
    page.tell(Msg::AccessPressed(given::token()));
    assert!(!page.model.door.worked);
    assert!(!page.model.door.is_compact(&Route::Connections));
}

#[test]
fn another_token_by_change_access_is_taken_too() {
    let mut page = Page::worked();
    page.tell(Msg::AccessOpened);
    page.tell(Msg::AccessPressed(given::token()));
    assert!(clears_token(&page.tell(Msg::Told(Told::AccessWorked))));
    assert!(page.model.door.is_compact(&Route::Connections));
}

#[test]
fn nothing_is_left_of_a_token_that_is_taken() {
    let mut page = Page::on_list();
    page.type_in(Field::ApiKey, "odd");
    let password = given::param("password");
    page.tell(Msg::ShowSecret(Field::AccessToken, true));
    page.tell(Msg::ShowSecret(password.clone(), true));
    page.tell(Msg::AccessPressed(TokenReport::Typed(Ok(vec![Remark::NotAJwt]))));
    page.tell(Msg::Told(Told::AccessWorked));
    assert_eq!(page.model.shown, [password], "the next token is typed unseen");
    assert_eq!(page.model.remarks, [(Field::ApiKey, Remark::UnusualApiKey)]);
}

#[test]
fn change_access_shows_the_inputs() {
    let mut page = Page::worked();
    let effects = page.tell(Msg::AccessOpened);
    assert_eq!(effects, [Effect::Focus("access-token".to_owned())]);
    assert!(!page.model.door.is_compact(&Route::Connections));
    assert_eq!(page.model.door.access, Page::with_access().model.door.access, "what works goes on");
    page.tell(Msg::Told(Told::AccessWorked));
    assert!(!page.model.door.is_compact(&Route::Connections), "they do not close while in use");
}

#[test]
fn forgetting_the_token_takes_access_away() {
    let mut page = Page::worked();
    page.tell(Msg::TokenIs(Token::Held { source: TokenSource::Person, expires_at: None }));
    page.tell(Msg::ForgetToken);
    assert_eq!(page.model.door.access, None);
    assert!(!page.model.door.is_compact(&Route::Connections), "the input that gets the focus");
    page.tell(Msg::AccessPressed(given::token()));
    assert!(clears_token(&page.tell(Msg::Told(Told::AccessWorked))), "it is another token");
}

#[test]
fn access_is_gone_with_the_token_that_the_host_page_gave() {
    let provided = Token::Provided;
    let held = Token::Held { source: TokenSource::HostPage, expires_at: None };
    for token in [provided, held] {
        let mut page = Page::worked();
        page.tell(Msg::TokenIs(token));
        assert_eq!(
            page.model.door.access,
            Page::with_access().model.door.access,
            "it came, and nothing was lost"
        );
        assert!(page.model.door.worked);
        for other in [provided, held, token] {
            page.tell(Msg::TokenIs(other));
            assert!(page.model.door.access.is_some(), "it is another one");
        }
        assert_eq!(page.tell(Msg::TokenIs(Token::None)), [Effect::LookAtToken]);
        assert_eq!(page.model.token, Token::None);
        assert_eq!(page.model.door.access, None);
        assert!(!page.model.door.is_compact(&Route::Connections));
    }
    let mut page = Page::worked();
    page.tell(Msg::TokenIs(Token::None));
    assert!(page.model.door.access.is_some(), "the page had none: what a person typed counts");
}

#[test]
fn an_element_that_leaves_takes_access_away() {
    let mut page = Page::worked();
    assert_eq!(page.tell(Msg::Removed), []);
    assert_eq!(page.model.door.access, None);
    assert!(!page.model.door.worked);
    assert_eq!(page.model.door.half, Half::Here, "what was fetched stays on the page");
    assert_eq!(page.model.route, Route::Connections);
    let round = page.model.door.round;
    page.tell(Msg::AccessPressed(given::token()));
    assert_ne!(page.model.door.round, round);
}

/// The token that worked is not the one that is being typed.
#[test]
fn a_token_that_is_typed_meanwhile_stays() {
    let mut page = Page::with_access();
    page.tell(Msg::SecretEdited(Field::AccessToken));
    assert_eq!(page.tell(Msg::Told(Told::AccessWorked)), []);
    assert!(!page.model.door.is_compact(&Route::Connections));
    page.tell(Msg::AccessPressed(given::token()));
    assert!(clears_token(&page.tell(Msg::Told(Told::AccessWorked))));
}

/// What is shown would belong to another sandbox than the one that stands in the input.
#[test]
fn access_that_is_not_complete_any_more_is_not_used() {
    let mut page = Page::worked();
    page.tell(Msg::Typed(Field::Sandbox, "Bad Name!".to_owned()));
    page.tell(Msg::AccessOffered(given::token()));
    assert_eq!(page.model.door.access, None);
    assert!(page.model.problem(&Field::Sandbox).is_some());
    page.tell(Msg::Typed(Field::Sandbox, "dev".to_owned()));
    page.tell(Msg::AccessOffered(given::token()));
    assert!(page.model.door.access.is_some());
}

#[test]
fn access_in_use_is_no_unsent_input_but_a_name_is() {
    let mut page = Page::new();
    page.tell(Msg::Typed(Field::ApiKey, "0123456789abcdef0123456789abcdef".to_owned()));
    let organization = "0123456789ABCDEF01234567@AdobeOrg";
    page.tell(Msg::Typed(Field::OrganizationId, organization.to_owned()));
    page.tell(Msg::SecretEdited(Field::AccessToken));
    page.tell(Msg::RouteChanged(Route::Connections));
    page.tell(Msg::AccessPressed(given::token()));
    assert!(page.model.has_unsent_input(), "it is not known to work");
    page.tell(Msg::Told(Told::AccessWorked));
    assert!(!page.model.has_unsent_input());
    page.tell(Msg::Typed(Field::Name, "Mine".to_owned()));
    assert!(page.model.has_unsent_input());
}

/// An input is emptied and left before the new text is typed.
#[test]
fn access_that_is_completed_again_is_offered_without_a_press() {
    let mut page = Page::worked();
    page.tell(Msg::Typed(Field::Sandbox, String::new()));
    page.tell(Msg::AccessOffered(given::token()));
    assert_eq!(page.model.door.access, None);
    page.tell(Msg::Typed(Field::Sandbox, "stage".to_owned()));
    assert_eq!(page.tell(Msg::AccessChanged), [Effect::OfferAccess]);
    page.tell(Msg::AccessOffered(given::token()));
    assert!(page.model.door.access.is_some());
    assert_eq!(page.model.problem(&Field::Sandbox), None);
}
