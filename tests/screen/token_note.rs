//! What the token says of itself: how long it lasts, and what may be wrong with it.

use flow_connect::screen::token_note::{Msg as NoteMsg, TokenNote};
use flow_connect::screen::{Effect, Field, Half, Msg, Token, TokenSource, words};
use flow_service::value::{TokenFacts, TokenFinding};
use serde_json::json;

use crate::given;
use crate::page::Page;

const NOW: u64 = given::PRESSED_AT;
const MINUTE: u64 = 60_000;

fn facts(left: u64) -> TokenFacts {
    TokenFacts::from_json(&json!({
        "as": "ims-na1",
        "type": "access_token",
        "client_id": given::API_KEY,
        "org": given::ORGANIZATION,
        "created_at": NOW.to_string(),
        "expires_in": left.to_string(),
        "scope": "openid",
    }))
}

/// A filled page that was told of a token with so many milliseconds left.
fn looked_at(left: u64) -> (Page, Vec<Effect>) {
    let mut page = Page::filled();
    let effects = page.tell(Msg::TokenNote(NoteMsg::Facts(Some(facts(left)), NOW)));
    (page, effects)
}

fn tick(page: &mut Page, at: u64) -> Vec<Effect> {
    page.tell(Msg::TokenNote(NoteMsg::Tick(at)))
}

fn findings(page: &Page) -> Vec<TokenFinding> {
    page.model.token_note.as_ref().map(TokenNote::findings).unwrap_or_default()
}

fn left(page: &Page) -> Option<u64> {
    page.model.token_note.as_ref().and_then(TokenNote::time_left)
}

#[test]
fn the_next_look_is_when_the_text_changes() {
    let (mut page, effects) = looked_at(192 * MINUTE + 30_000);
    assert_eq!(effects, [Effect::WatchToken(30_001)]);
    assert_eq!(tick(&mut page, NOW + 30_001), [Effect::WatchToken(60_000)]);
    assert_eq!(tick(&mut page, NOW + 183 * MINUTE + 200), [Effect::WatchToken(801)], "seconds");
    assert_eq!(tick(&mut page, NOW + 200 * MINUTE), [], "it has ended");
    assert_eq!(left(&page), Some(0));
}

#[test]
fn seconds_are_counted_only_where_they_are_seen() {
    let (mut page, _) = looked_at(5 * MINUTE);
    page.press();
    page.create_answers(Ok(given::created(given::ID)));
    assert_eq!(tick(&mut page, NOW + 1_500), [Effect::WatchToken(58_501)]);
}

#[test]
fn it_is_said_once_at_ten_minutes_and_once_at_the_end() {
    let (mut page, _) = looked_at(11 * MINUTE);
    assert_eq!(page.model.said_aside, None);
    tick(&mut page, NOW + MINUTE + 1);
    assert_eq!(page.model.said_aside, Some(words::SAY_TOKEN_ENDS_SOON));
    assert_eq!(page.model.door.said, words::SAY_TOKEN_ENDS_SOON, "in the other views too");
    page.press();
    assert_eq!(page.model.said_aside, None, "the press has something newer to say");
    tick(&mut page, NOW + 2 * MINUTE);
    assert_eq!(page.model.said_aside, None, "not twice");
    tick(&mut page, NOW + 11 * MINUTE);
    assert_eq!(page.model.said_aside, Some(words::SAY_TOKEN_ENDED));
    page.tell(Msg::Cancelled);
    tick(&mut page, NOW + 12 * MINUTE);
    assert_eq!(page.model.said_aside, None);
}

#[test]
fn a_token_that_ends_soon_or_has_ended_says_nothing_at_first() {
    for left in [0, 5 * MINUTE] {
        let (page, _) = looked_at(left);
        assert_eq!(page.model.said_aside, None);
    }
}

#[test]
fn it_is_compared_when_an_input_is_left_and_not_while_it_is_typed() {
    let (mut page, _) = looked_at(60 * MINUTE);
    assert_eq!(findings(&page), []);
    page.type_in(Field::ApiKey, "another-key");
    page.type_in(Field::OrganizationId, "FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg");
    tick(&mut page, NOW + 1);
    assert_eq!(findings(&page), []);
    page.tell(Msg::Left(Field::ApiKey));
    let organization = TokenFinding::AnotherOrganization(given::ORGANIZATION.to_owned());
    assert_eq!(findings(&page), [TokenFinding::AnotherClient, organization]);
}

#[test]
fn a_press_takes_what_the_token_names() {
    let (mut page, _) = looked_at(60 * MINUTE);
    page.type_in(Field::ApiKey, "another-key");
    page.type_in(Field::OrganizationId, "FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg");
    page.tell(Msg::Left(Field::OrganizationId));
    let effects = page.tell(Msg::TokenNote(NoteMsg::UseApiKey));
    assert_eq!(effects, [Effect::Focus(Field::ApiKey.id())]);
    page.tell(Msg::TokenNote(NoteMsg::UseOrganization));
    assert_eq!(page.model.form.api_key, given::API_KEY);
    assert_eq!(page.model.form.organization_id, given::ORGANIZATION);
    assert_eq!(findings(&page), []);
}

#[test]
fn what_is_found_forbids_nothing() {
    let (mut page, _) = looked_at(0);
    page.press();
    assert_eq!(page.creations, 1);
}

#[test]
fn another_text_in_the_input_takes_the_note_away() {
    let (mut page, _) = looked_at(60 * MINUTE);
    page.tell(Msg::SecretEdited(Field::AccessToken));
    assert_eq!(page.model.token_note, None);
    assert_eq!(tick(&mut page, NOW), [], "the clock that ran stops");
}

#[test]
fn a_token_is_looked_at_where_nothing_has_to_be_fetched_for_it() {
    let mut page = Page::filled();
    let held = Token::Held { source: TokenSource::HostPage, expires_at: None };
    assert_eq!(page.tell(Msg::TokenIs(held)), []);
    assert!(page.half_comes().contains(&Effect::LookAtToken));
    assert_eq!(page.model.door.half, Half::Here);
    assert_eq!(page.tell(Msg::TokenIs(held)), [Effect::LookAtToken]);
}

#[test]
fn the_words_of_the_time_left() {
    for (milliseconds, text) in [
        (50 * 24 * 60 * MINUTE - 1, "Ends in 49 days."),
        (48 * 60 * MINUTE, "Ends in 2 days."),
        (48 * 60 * MINUTE - 1, "Ends in 47 h 59 min."),
        (192 * MINUTE + 59_999, "Ends in 3 h 12 min."),
        (60 * MINUTE, "Ends in 1 h 0 min."),
        (10 * MINUTE, "Ends in 10 min."),
        (10 * MINUTE - 1, "Ends in 9 min 59 s."),
        (58_000, "Ends in 58 s."),
        (999, "Ends in 0 s."),
        (0, ""),
    ] {
        assert_eq!(words::time_left(milliseconds), text);
    }
}

/// The warning is seen, too, as long as it holds.
#[test]
fn a_warning_stands_beside_the_last_ten_minutes() {
    let says = |left: u64| {
        let (page, _) = looked_at(left);
        let note = page.model.token_note.unwrap();
        let found = note.findings();
        found.iter().map(words::token_finding).any(|said| said.contains("ends soon"))
    };
    assert!(says(9 * MINUTE));
    assert!(!says(11 * MINUTE), "there is time");
    assert!(!says(0), "it has ended, which is said instead");
}
