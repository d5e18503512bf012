//! What is seen of access tokens: what one says, how one is had, and the question for another.

use flow_connect::screen::connections::Told;
use flow_connect::screen::get_token::Msg as TokenMsg;
use flow_connect::screen::import;
use flow_connect::screen::renewal::Msg as RenewalMsg;
use flow_connect::screen::token_note::Msg as NoteMsg;
use flow_connect::screen::{
    Disclosure, Effect, Model, Msg, Token, TokenReport, TokenSource, update,
};
use flow_service::error::{CallError, NoAnswer};
use flow_service::value::{Remark, TokenFacts};
use serde_json::json;

use crate::drawn::{drawn, written};
use crate::given::{self, told};

const NOW: u64 = 1_795_000_000_000;

fn noted(claims: &serde_json::Value, now: u64) -> Model {
    let facts = NoteMsg::Facts(Some(TokenFacts::from_json(claims)), now);
    told(given::filled(), Msg::TokenNote(facts))
}

fn said_of(model: &Model) -> String {
    let page = drawn(model);
    let input = page.by_id("access-token").unwrap();
    page.texts_of(input.attribute("aria-describedby").unwrap())
}

fn claims() -> serde_json::Value {
    json!({ "as": "ims-na1", "created_at": NOW.to_string(), "expires_in": "11520000" })
}

#[test]
fn the_time_left_is_under_its_input() {
    let said = said_of(&noted(&claims(), NOW));
    assert!(said.contains("Ends in 3 h 12 min."), "{said}");
    let said = said_of(&noted(&claims(), NOW + 12_000_000));
    assert!(!said.contains("Ends in"), "{said}");
    assert_eq!(said.matches("By its own claims this token ended").count(), 1, "{said}");
}

#[test]
fn what_may_be_wrong_is_a_remark_and_no_error() {
    let claims = json!({
        "as": "ims-na1",
        "type": "refresh_token",
        "client_id": "another",
        "org": "FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg",
        "nbf": NOW / 1000 + 60,
    });
    let model = noted(&claims, NOW);
    let said = said_of(&model);
    for part in [
        "another client than API key",
        "FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg",
        "it is no access token",
        "is not valid before",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let page = drawn(&model);
    page.one("button", "Use the token's API key");
    page.one("button", "Use the token's organization");
    assert_eq!(page.by_id("access-token").unwrap().attribute("aria-invalid"), None);
    assert!(said_of(&noted(&json!({ "exp": 1 }), 0)).contains("one of another system"));
}

fn open(model: Model) -> Model {
    told(model, Msg::Unfolded(Disclosure::GetToken, true))
}

fn failed(error: CallError) -> Model {
    let mut model = open(given::filled());
    let asked = update(&mut model, Msg::GetToken(TokenMsg::Checked(Ok(()))));
    let [Effect::GetToken(ticket, _)] = asked.as_slice() else { panic!("{asked:?}") };
    told(model, Msg::GetToken(TokenMsg::Answered(*ticket, Err(error))))
}

#[test]
fn the_inputs_are_there_when_they_are_wanted() {
    let first = drawn(&given::opened());
    assert!(first.by_id("ims-client-secret").is_none(), "it is of the later half");
    let page = drawn(&open(given::filled()));
    let secret = page.by_id("ims-client-secret").unwrap();
    assert_eq!(secret.attribute("type"), Some("password"));
    assert_eq!(secret.attribute("value"), None);
    let scopes = page.one("textbox", "Scopes");
    assert!(scopes.attribute("value").unwrap().contains("openid"));
    page.one("button", "Get token");
    page.one("button", "Show Client secret of the project");
}

/// With a blank that was copied along IMS says no more than that the client is none.
#[test]
fn blanks_around_the_secret_are_mentioned() {
    const SAID: &str = "It begins or ends with a space, which is sent as it is.";
    let model = open(given::filled());
    assert!(!written(&model).contains(SAID));
    let remarked = Msg::GetToken(TokenMsg::Remarked(Remark::SecretEdgeSpace));
    let model = told(model, remarked);
    assert!(written(&model).contains(SAID));
    let model = told(model, Msg::GetToken(TokenMsg::SecretEdited));
    assert!(!written(&model).contains(SAID));
}

/// What was typed into it is nowhere else.
#[test]
fn the_secret_has_its_input_while_it_is_folded_away() {
    let closed = given::filled();
    assert!(drawn(&closed).by_id("ims-client-secret").is_some());
    let asked = told(closed, Msg::Renewal(RenewalMsg::Asked { again: false, awaited: true }));
    assert_eq!(written(&asked).matches("id=\"ims-client-secret\"").count(), 1, "it moves");
}

#[test]
fn a_browser_that_is_not_let_through_shows_the_command() {
    let page = drawn(&failed(CallError::NoAnswer(NoAnswer::ConnectionFailed)));
    let alert = page.texts("alert").concat();
    for part in ["does not let this page in", "imsBase", "docs/hosting.md", "curl --request POST"] {
        assert!(alert.contains(part), "{part}: {alert}");
    }
    page.one("button", "Copy curl command");
    let page = drawn(&failed(given::by_service("invalid_client", "The secret is wrong")));
    let alert = page.texts("alert").concat();
    assert!(alert.contains("The secret is wrong"), "{alert}");
    page.none("button", "Copy curl command");
}

/// Where the input of the token is out of sight, its end is said above whatever is shown.
#[test]
fn the_end_of_a_token_is_seen_in_every_view() {
    const END: u64 = NOW + 11_520_000;
    for route in given::others() {
        let mut model = given::with_half(given::on(given::filled(), &route));
        model = told(model, Msg::AccessPressed(TokenReport::Available));
        model = told(model, Msg::Told(Told::AccessWorked));
        let source = TokenSource::Person;
        model = told(model, Msg::TokenIs(Token::Held { source, expires_at: Some(END) }));
        let at = |model: Model, now: u64| {
            let facts = Some(TokenFacts::from_json(&claims()));
            told(model, Msg::TokenNote(NoteMsg::Facts(facts, now)))
        };
        model = at(model, NOW);
        assert!(!written(&model).contains("ends within"), "it is hours away");
        model = at(model, END - 500_000);
        assert!(written(&model).contains("The access token ends within 9 min."), "{route:?}");
        let page = drawn(&model);
        page.one("button", "Give a new token");
        let opened = told(model.clone(), Msg::AccessOpened);
        drawn(&opened).none("button", "Give a new token");
        model = at(model, END);
        assert!(written(&model).contains("The access token has ended."), "{route:?}");
        let source = TokenSource::HostPage;
        model = told(model, Msg::TokenIs(Token::Held { source, expires_at: Some(END) }));
        drawn(&model).none("button", "Give a new token");
    }
}

#[test]
fn what_an_import_gave_is_said_where_a_token_is_asked_for() {
    let model = given::with_half(given::filled());
    let model = told(model, Msg::Renewal(RenewalMsg::Asked { again: false, awaited: true }));
    for (msg, text) in [
        (import::Msg::TokenGiven, "stands in New access token. Press Continue."),
        (import::Msg::NoFile, "Your import has no access token."),
    ] {
        let page = drawn(&told(model.clone(), Msg::Import(msg)));
        let dialog = page.one("alertdialog", "Adobe did not accept the access token");
        assert!(dialog.text.contains(text), "{}", dialog.text);
    }
}

#[test]
fn the_question_for_another_token_is_above_every_view() {
    let asked = |again| Msg::Renewal(RenewalMsg::Asked { again, awaited: true });
    for route in given::routes() {
        let model = told(given::on(given::filled(), &route), asked(false));
        let page = drawn(&model);
        let dialog = page.one("alertdialog", "Adobe did not accept the access token");
        assert!(dialog.text.contains("nothing was carried out"), "{}", dialog.text);
        assert_eq!(page.by_id("new-access-token").unwrap().attribute("value"), None);
        page.one("button", "Continue");
        let page = drawn(&open(model));
        page.one("button", "Get token and continue");
    }
    let page = drawn(&told(given::with_half(given::filled()), asked(true)));
    let dialog = page.one("alertdialog", "Adobe did not accept the access token");
    assert!(dialog.text.contains("the new token either"), "{}", dialog.text);
}
