//! A page that is closed while a creation is on its way: the next one says so, looks when a
//! person wants that, and sends nothing.

use flow_connect::screen::kept::{self, kept};
use flow_connect::screen::unanswered::{Msg as Ask, unanswered};
use flow_connect::screen::{Call, Effect, Event, Field, Look, Msg, Phase, Route, words};
use flow_service::error::{CallError, NoAnswer};
use flow_service::spec::OAUTH2_CLIENT_CREDENTIAL;
use flow_service::value::Problem;
use serde_json::{Value, json};

use crate::given::{self, ID, NAME, PRESSED_AT, listed};
use crate::page::{Page, emitted, focused, sent};

/// The page that is loaded after this one.
fn loaded_again(page: &Page) -> Page {
    let mut next = Page::new();
    next.tell(Msg::Kept(kept::Msg::Found(kept(&page.model))));
    next
}

fn look(page: &mut Page) -> Vec<Effect> {
    assert_eq!(page.tell(Msg::Unanswered(Ask::LookPressed)), [Effect::OfferLook]);
    page.tell(Msg::Unanswered(Ask::Look(given::token())))
}

#[test]
fn it_is_kept_while_nobody_knows_the_outcome() {
    for page in [Page::sending(), Page::unknown()] {
        let expect = json!({
            "name": NAME,
            "apiKey": given::API_KEY,
            "organizationId": given::ORGANIZATION,
            "sandbox": "acme-dev",
            "connectionSpecId": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
            "authSpec": "Basic Authentication",
            "pressedAt": PRESSED_AT,
        });
        assert_eq!(kept(&page.model).unwrap()["sent"], expect);
        let next = loaded_again(&page);
        let sent = unanswered(&next.model).unwrap();
        assert_eq!((sent.name.as_str(), sent.pressed_at), (NAME, PRESSED_AT));
        assert_eq!(next.model.phase, Phase::Filling);
        assert_eq!(next.creations, 0);
        let again = loaded_again(&next);
        assert_eq!(again.model.unanswered, next.model.unanswered, "it is not forgotten");
    }
}

#[test]
fn it_goes_when_the_outcome_is_known() {
    let mut page = Page::sending();
    page.create_answers(Err(given::by_gateway(403, "403003")));
    assert_eq!(kept(&page.model).unwrap().get("sent"), None, "nothing was created");
    let mut page = Page::unknown();
    page.look_answers(Ok(given::list(vec![listed(ID, NAME, PRESSED_AT)])));
    assert_eq!(kept(&page.model), None);
    let mut page = Page::unknown();
    page.look_answers(Err(given::timed_out()));
    page.tell(Msg::AnotherPressed);
    assert_eq!(kept(&page.model).unwrap().get("sent"), None, "a person went on");
    for page in [Page::filled(), Page::created()] {
        assert_eq!(kept(&page.model).and_then(|kept| kept.get("sent").cloned()), None);
    }
}

#[test]
fn it_is_looked_for_and_found() {
    let mut page = loaded_again(&Page::sending());
    let effects = look(&mut page);
    assert_eq!(sent(&effects).0, Call::LookUp(0));
    assert!(sent(&effects).1.headers.contains(&("x-sandbox-name", "acme-dev".to_owned())));
    assert_eq!(focused(&effects), "unknown");
    let closed = CallError::NoAnswer(NoAnswer::PageClosed);
    let Phase::Unknown { cause, look: Look::Looking(1), .. } = &page.model.phase else { panic!() };
    assert_eq!(*cause, closed, "nobody cancelled");
    assert!(kept(&page.model).unwrap().get("sent").is_some(), "a reload would lose it");
    page.look_answers(Ok(given::list(vec![listed(ID, NAME, PRESSED_AT + 40)])));
    assert_eq!(page.model.latest().unwrap().id.as_str(), ID);
    assert_eq!(page.creations, 0);
    page.tell(Msg::AnotherPressed);
    assert_eq!(unanswered(&page.model), None);
}

/// What was typed for another connection meanwhile is not the one that is found.
#[test]
fn a_form_that_is_another_one_is_kept_with_its_secrets() {
    let found = |change: fn(&mut Page)| {
        let mut page = loaded_again(&Page::sending());
        change(&mut page);
        page.tell(Msg::SecretEdited(given::param("password")));
        look(&mut page);
        let effects = page.look_answers(Ok(given::list(vec![listed(ID, NAME, PRESSED_AT)])));
        let cleared = effects.into_iter().find_map(|effect| match effect {
            Effect::ClearSecrets(fields) => Some(fields),
            _ => None,
        });
        (page, cleared.unwrap())
    };
    let (mut page, cleared) = found(|page| page.type_in(Field::Name, "Another"));
    assert_eq!(cleared, [Field::AccessToken], "the token is kept for the page");
    assert_eq!(kept(&page.model).unwrap()["fields"]["name"], "Another");
    assert!(page.model.has_unsent_input());
    assert_eq!(page.model.secrets_of.len(), 1);
    page.tell(Msg::AnotherPressed);
    assert_eq!(page.model.form.name, "Another");
    assert!(!page.model.form.text(&given::param("username")).is_empty());
    for change in
        [(|page: &mut Page| page.type_in(Field::Sandbox, "stage")) as fn(&mut Page), |page| {
            page.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
        }]
    {
        assert_eq!(found(change).1, [Field::AccessToken]);
    }
    let (mut page, cleared) = found(|_| {});
    assert!(cleared.contains(&given::param("password")), "it is what was sent");
    assert_eq!(kept(&page.model), None);
    page.tell(Msg::AnotherPressed);
    assert_eq!(page.model.form.name, "");
}

#[test]
fn without_a_token_it_is_asked_for() {
    let mut page = loaded_again(&Page::sending());
    for _ in 0..2 {
        page.tell(Msg::Unanswered(Ask::LookPressed));
        let effects = page.tell(Msg::Unanswered(Ask::Look(given::no_token())));
        assert_eq!(focused(&effects), "access-token");
        assert_eq!(*emitted(&effects), Event::TokenNeeded("needed"), "as at other presses");
        assert_eq!(page.model.problems, [(Field::AccessToken, Problem::Missing)]);
        assert!(unanswered(&page.model).is_some());
    }
    page.tell(Msg::SecretEdited(Field::AccessToken));
    assert_eq!(page.model.problems, []);
    assert_eq!(sent(&look(&mut page)).0, Call::LookUp(0));
}

#[test]
fn it_forbids_nothing_and_may_be_dismissed() {
    let mut page = loaded_again(&Page::sending());
    page.press();
    assert_eq!(page.creations, 1);
    assert_eq!(unanswered(&page.model), None, "the new one is spoken of");
    assert_eq!(page.tell(Msg::Unanswered(Ask::LookPressed)), []);
    assert_eq!(page.tell(Msg::Unanswered(Ask::Look(given::token()))), []);
    let mut page = loaded_again(&Page::sending());
    page.tell(Msg::Unanswered(Ask::Dismissed));
    assert_eq!(kept(&page.model).unwrap().get("sent"), None);
}

#[test]
fn what_cannot_be_read_is_left_alone() {
    let whole = kept(&Page::sending().model).unwrap();
    let with = |key: &str, value: Value| {
        let mut kept = whole.clone();
        kept["sent"][key] = value;
        let mut page = Page::new();
        page.tell(Msg::Kept(kept::Msg::Found(Some(kept))));
        page.model.unanswered
    };
    assert!(with("more", json!(1)).is_some());
    for (key, value) in [
        ("name", json!(" ")),
        ("name", json!(7)),
        ("apiKey", json!("two words")),
        ("organizationId", Value::Null),
        ("sandbox", json!("")),
        ("connectionSpecId", json!("Ä")),
        ("pressedAt", json!("now")),
        ("pressedAt", json!(-1)),
    ] {
        assert_eq!(with(key, value.clone()), None, "{key}: {value}");
    }
}

/// *Forget everything* means this too.
#[test]
fn what_is_to_be_forgotten_is_not_kept_again() {
    let mut page = loaded_again(&Page::sending());
    page.model.kept = kept::Kept::Forgotten(page.model.form.clone());
    assert_eq!(kept(&page.model), None);
    page.press();
    assert!(kept(&page.model).unwrap().get("fields").is_none());
    assert!(kept(&page.model).unwrap().get("sent").is_some(), "that was sent afterwards");
    page.create_answers(Err(given::by_gateway(403, "403003")));
    page.type_in(Field::Name, "another");
    assert_eq!(kept(&page.model).unwrap().get("sent"), None);
}

#[test]
fn it_is_said_with_name_sandbox_and_time() {
    let text = words::unanswered(NAME, "acme-dev", PRESSED_AT);
    for part in [NAME, "acme-dev", "2026-11-18", "may exist", "sends nothing again"] {
        assert!(text.contains(part), "{text}");
    }
    let mut page = loaded_again(&Page::sending());
    page.tell(Msg::RouteChanged(Route::Connections));
    assert!(unanswered(&page.model).is_some(), "it is there again with the form");
}
