//! A token from IMS: asked for by a press, and what comes of it.

use flow_connect::screen::get_token::{Came, Host, Msg as TokenMsg, Stage};
use flow_connect::screen::{Effect, Field, Msg, Ticket, element_id, words};
use flow_service::error::{CallError, NoAnswer};
use flow_service::secret::SecretName;
use flow_service::value::{Problem, Remark, Scopes};

use crate::given;
use crate::page::Page;

fn tell(page: &mut Page, msg: TokenMsg) -> Vec<Effect> {
    page.tell(Msg::GetToken(msg))
}

/// A page that asked, and its ticket.
fn asking() -> (Page, Ticket) {
    let mut page = Page::filled();
    assert_eq!(tell(&mut page, TokenMsg::Pressed), [Effect::CheckClientSecret]);
    let effects = tell(&mut page, TokenMsg::Checked(Ok(())));
    let [Effect::GetToken(ticket, request)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(request.client_id.as_str(), given::API_KEY);
    assert_eq!(request.scopes, Scopes::platform());
    (page, *ticket)
}

fn came(ticket: Ticket, came: Came) -> TokenMsg {
    TokenMsg::Answered(ticket, Ok(came))
}

#[test]
fn it_is_asked_for_once() {
    let (mut page, _) = asking();
    assert_eq!(tell(&mut page, TokenMsg::Pressed), []);
    assert_eq!(tell(&mut page, TokenMsg::Checked(Ok(()))), []);
    assert_eq!(page.model.said_aside, Some(words::GETTING_TOKEN));
}

#[test]
fn what_is_missing_is_said_and_nothing_is_sent() {
    let mut page = Page::filled();
    let effects = tell(&mut page, TokenMsg::Checked(Err(Problem::Missing)));
    assert_eq!(effects, [Effect::Focus(element_id::IMS_CLIENT_SECRET.to_owned())]);
    tell(&mut page, TokenMsg::ScopesTyped("openid ü".to_owned()));
    let effects = tell(&mut page, TokenMsg::Checked(Ok(())));
    assert_eq!(effects, [Effect::Focus(element_id::SCOPES.to_owned())]);
    page.type_in(Field::ApiKey, "");
    let effects = tell(&mut page, TokenMsg::Checked(Ok(())));
    assert_eq!(effects, [Effect::Focus(Field::ApiKey.id())]);
    assert!(page.model.problems.contains(&(Field::ApiKey, Problem::Missing)));
}

#[test]
fn it_comes_and_its_field_gets_the_focus() {
    let (mut page, ticket) = asking();
    page.tell(Msg::SecretEdited(Field::AccessToken));
    page.tell(Msg::SecretLeft(Field::AccessToken, Ok(vec![Remark::NotAJwt])));
    let effects = tell(&mut page, came(ticket, Came { ends_at: Some(1), ..Came::default() }));
    assert_eq!(effects, [Effect::Focus(Field::AccessToken.id())]);
    assert_eq!(page.model.remarks, [], "they were about what stood in the input");
    assert!(!page.model.token_edited);
    assert_eq!(page.model.get_token.stage, Stage::Came(Some(1)));
    assert_eq!(page.model.said_aside, Some(words::SAY_TOKEN_CAME));
}

/// Who types while it is waited for keeps what is typed, and the focus.
#[test]
fn it_takes_nothing_from_who_types_meanwhile() {
    let (mut page, ticket) = asking();
    page.tell(Msg::SecretEdited(Field::AccessToken));
    page.tell(Msg::SecretLeft(Field::AccessToken, Ok(vec![Remark::NotAJwt])));
    let remarks = page.model.remarks.clone();
    assert_eq!(remarks, [(Field::AccessToken, Remark::NotAJwt)]);
    let new = Came { is_typed_over: true, types: true, ..Came::default() };
    assert_eq!(tell(&mut page, came(ticket, new)), []);
    assert_eq!(page.model.remarks, remarks, "they are about what stands in the input");
    assert!(page.model.token_edited, "it is still to be read");
    assert_eq!(page.model.get_token.stage, Stage::Came(None));
    assert_eq!(page.model.said_aside, Some(words::SAY_TOKEN_CAME));
}

#[test]
fn a_cancelled_one_is_not_heard_any_more() {
    let (mut page, ticket) = asking();
    assert_eq!(tell(&mut page, TokenMsg::Cancelled)[0], Effect::StopGettingToken);
    assert_eq!(tell(&mut page, came(ticket, Came::default())), []);
    assert_eq!(page.model.get_token.stage, Stage::Idle);
    assert_eq!(tell(&mut page, TokenMsg::Cancelled), []);
}

#[test]
fn refusals_have_words_of_their_own() {
    let mut seen = Vec::new();
    for code in ["invalid_client", "invalid_scope", "unauthorized_client", "invalid_request", "x"] {
        let mut refusal = given::by_gateway(400, code);
        if let CallError::RefusedByGateway(refusal) = &mut refusal {
            "Its own words".clone_into(&mut refusal.message);
        }
        let advice = words::no_token(&refusal, Host::Unknown);
        assert_eq!(advice.server_words.as_deref(), Some("Its own words"));
        assert_eq!(advice.cause.is_none(), code == "x");
        assert!(!seen.contains(&advice.next), "{code}");
        seen.push(advice.next);
    }
}

#[test]
fn the_command_has_a_placeholder() {
    let page = Page::filled();
    let curl = flow_connect::screen::get_token::curl(&page.model).unwrap();
    assert!(curl.contains(&SecretName::ims_client_secret().placeholder()), "{curl}");
    assert!(curl.contains("https://ims-na1.adobelogin.com/ims/token/v3"), "{curl}");
    assert!(curl.contains(given::API_KEY), "{curl}");
}

/// That a host answers is all that is known of one that lets no page in.
#[test]
fn a_closed_host_is_told_from_one_that_is_not_there() {
    let failed = CallError::NoAnswer(NoAnswer::ConnectionFailed);
    let mut seen = Vec::new();
    for (host, text) in [
        (
            Host::Answers,
            "IMS answers, but gave this page nothing: it may not let pages of this origin in (CORS)",
        ),
        (Host::Silent, "IMS cannot be reached from this browser."),
        (Host::Unknown, "A browser does not tell a page which of the two."),
    ] {
        let (mut page, ticket) = asking();
        tell(&mut page, TokenMsg::Probed(ticket, host));
        tell(&mut page, TokenMsg::Answered(ticket, Err(failed.clone())));
        let what = words::no_token(&failed, page.model.get_token.host).what;
        assert!(what.contains(text), "{what}");
        seen.push(what);
        let (_, Effect::GetToken(next, _)) = (
            tell(&mut page, TokenMsg::Pressed),
            tell(&mut page, TokenMsg::Checked(Ok(()))).remove(0),
        ) else {
            panic!()
        };
        assert_eq!(page.model.get_token.host, Host::Unknown, "it is another question");
        tell(&mut page, TokenMsg::Probed(ticket, Host::Silent));
        assert_ne!(ticket, next);
        assert_eq!(page.model.get_token.host, Host::Unknown, "a late answer tells nothing");
    }
    assert_eq!(seen.len(), 3);
}

/// The question for a token may stand above a view whose API key is folded away.
#[test]
fn a_missing_api_key_is_seen_in_every_view() {
    let mut page = Page::worked();
    page.type_in(Field::ApiKey, "");
    let effects = tell(&mut page, TokenMsg::Checked(Ok(())));
    assert_eq!(effects, [Effect::Focus(Field::ApiKey.id())]);
    assert!(!page.model.door.is_compact(&page.model.route));
}
