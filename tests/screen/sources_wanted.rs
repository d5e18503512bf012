//! A source that is wanted before it is known: it is waited for, nothing is sent meanwhile,
//! and there is a way out.

use flow_connect::screen::kept::{self, kept};
use flow_connect::screen::profiles::{self, Profile};
use flow_connect::screen::sources::{Deed, LeftOut, List, Msg as SourcesMsg, Wish, wish};
use flow_connect::screen::{
    Effect, Field, Msg, Route, Token, TokenSource, token_note, unanswered, words,
};
use flow_service::spec::BASIC_AUTHENTICATION;
use flow_service::value::{ConnectionSpecId, Problem};
use serde_json::Value;

use crate::given::{self, param};
use crate::page::{Page, focused, sent};
use crate::sources::{SERVICE_NOW, SNOWFLAKE, all, asked, live, tell};

const UNKNOWN: &str = "11111111-1111-4111-8111-111111111111";
const OFFER: Effect = Effect::Sources(Deed::Offer);

fn uses(page: &mut Page, id: &str, auth: &str) -> Vec<Effect> {
    let profile = Profile {
        name: "P".to_owned(),
        spec_id: id.to_owned(),
        auth_name: auth.to_owned(),
        ..Profile::default()
    };
    page.tell(Msg::Profiles(profiles::Msg::Use(profile, given::PRESSED_AT)))
}

/// A page without a token, and a profile of another source is used: the usual order with a link.
fn waiting(id: &str) -> Page {
    let mut page = Page::filled();
    assert!(uses(&mut page, id, BASIC_AUTHENTICATION).contains(&OFFER));
    assert_eq!(tell(&mut page, SourcesMsg::Wanted(given::no_token())), []);
    assert_eq!(wish(&page.model), Some(Wish::Waits));
    page
}

/// The list comes, as the local service has it.
fn list_comes(page: &mut Page) {
    let access = asked(&tell(page, SourcesMsg::Wanted(given::token())));
    tell(page, SourcesMsg::Listed(access, Ok(all(live(true)))));
}

/// What a form has for one source never goes out under the ID of another.
#[test]
fn nothing_is_sent_while_a_source_is_wanted() {
    let mut page = waiting(SERVICE_NOW);
    assert!(page.model.is_built_in());
    assert_eq!(page.model.form.text(&Field::SpecId), ConnectionSpecId::SERVICE_CLOUD);
    for _ in 0..2 {
        let effects = page.press();
        assert_eq!(page.creations, 0);
        assert_eq!(focused(&effects), "source");
        assert!(effects.contains(&OFFER), "the press looks whether the list can be had");
        assert!(page.model.said_aside.is_some());
    }
    list_comes(&mut page);
    assert_eq!(page.model.spec.id, SERVICE_NOW);
    page.type_in(param("endpoint"), "https://acme.example");
    let effects = page.press();
    let http = sent(&effects).1.to_http("");
    assert!(http.contains(SERVICE_NOW) && http.contains("endpoint"), "{http}");
    assert!(!http.contains("securityToken"), "{http}");
}

#[test]
fn the_list_is_asked_for_when_access_becomes_complete() {
    let facts = || Msg::TokenNote(token_note::Msg::Facts(None, given::PRESSED_AT));
    let mut page = waiting(SERVICE_NOW);
    assert!(page.tell(facts()).contains(&OFFER), "a token was pasted, or came from IMS");
    assert_eq!(page.tell(Msg::AccessChanged), [Effect::OfferAccess], "an input was left");
    assert_eq!(page.tell(Msg::AccessOffered(given::token())), [OFFER]);
    page.half_comes();
    page.tell(Msg::TokenIs(Token::Provided));
    assert!(!page.tell(facts()).contains(&OFFER), "nobody pressed: the host page is not asked");
    page.tell(Msg::TokenIs(Token::Held { source: TokenSource::Person, expires_at: None }));
    assert!(page.tell(facts()).contains(&OFFER));
    list_comes(&mut page);
    assert_eq!(page.tell(Msg::AccessChanged), [], "nothing is wanted any more");
    assert!(!page.tell(facts()).contains(&OFFER));
    let mut other = Page::filled();
    other.tell(Msg::RouteChanged(Route::Create));
    assert_eq!(other.tell(Msg::AccessChanged), []);
}

#[test]
fn the_form_that_is_drawn_can_be_kept() {
    let mut page = waiting(SERVICE_NOW);
    assert_eq!(focused(&tell(&mut page, SourcesMsg::WishGivenUp)), "source");
    assert_eq!(page.model.sources.wanted, None);
    let effects = page.press();
    assert!(sent(&effects).1.to_http("").contains(ConnectionSpecId::SERVICE_CLOUD));
}

#[test]
fn another_source_can_be_chosen() {
    let mut page = waiting(UNKNOWN);
    list_comes(&mut page);
    assert_eq!(wish(&page.model), Some(Wish::Absent), "the service does not list it");
    page.press();
    assert_eq!(page.creations, 0);
    tell(&mut page, SourcesMsg::Chosen(SNOWFLAKE.to_owned()));
    assert_eq!(wish(&page.model), None);
    assert_eq!(page.model.spec.id, SNOWFLAKE);
}

/// A source that could not be read is not said to be missing.
#[test]
fn where_not_all_could_be_read_nothing_is_claimed() {
    for left_out in [LeftOut { unread: 1, more: false }, LeftOut { unread: 0, more: true }] {
        let mut page = waiting(UNKNOWN);
        let access = asked(&tell(&mut page, SourcesMsg::Wanted(given::token())));
        tell(&mut page, SourcesMsg::Listed(access, Ok((live(true), left_out))));
        assert_eq!(wish(&page.model), Some(Wish::Unsure));
    }
    let text = words::source_wanted(Wish::Unsure, "A", "B");
    assert!(text.contains("could be read") && !text.contains("does not list"), "{text}");
}

/// The list may come while no form is there.
#[test]
fn a_wish_is_made_up_for_when_the_form_is_there_again() {
    let mut page = Page::new();
    page.tell(Msg::Kept(kept::Msg::Found(kept(&Page::sending().model))));
    uses(&mut page, SERVICE_NOW, BASIC_AUTHENTICATION);
    page.tell(Msg::Unanswered(unanswered::Msg::LookPressed));
    page.tell(Msg::Unanswered(unanswered::Msg::Look(given::token())));
    list_comes(&mut page);
    assert!(page.model.is_built_in(), "the form is out of sight");
    page.look_answers(Err(given::timed_out()));
    page.tell(Msg::AnotherPressed);
    assert_eq!(page.model.spec.id, SERVICE_NOW);
    assert_eq!(page.model.sources.wanted, None);
}

/// The list may be known before, for this access: then it is said at once.
#[test]
fn a_source_that_a_known_list_has_not_is_absent_at_once() {
    let mut page = crate::sources::listed(true);
    uses(&mut page, UNKNOWN, "");
    assert_eq!(wish(&page.model), Some(Wish::Absent));
    assert!(matches!(page.model.sources.list, List::Known(..)));
    tell(&mut page, SourcesMsg::Chosen(ConnectionSpecId::SERVICE_CLOUD.to_owned()));
    assert_eq!(wish(&page.model), None);
}

#[test]
fn what_is_wanted_survives_a_reload() {
    let mut page = waiting(SERVICE_NOW);
    let held = kept(&page.model).unwrap();
    let mut next = Page::new();
    next.tell(Msg::Kept(kept::Msg::Found(Some(held.clone()))));
    assert_eq!(next.model.sources.wanted, page.model.sources.wanted);
    assert_eq!(kept(&next.model), Some(held));
    next.press();
    assert_eq!(next.creations, 0);
    list_comes(&mut next);
    assert_eq!(next.model.spec.id, SERVICE_NOW);
    assert_eq!(kept(&next.model).unwrap().get("wanted"), None::<&Value>);
    page.tell(Msg::Kept(kept::Msg::StartOver));
    assert_eq!(page.model.sources.wanted, None);
}

#[test]
fn a_profile_is_taken_back_before_and_after_its_source_came() {
    let undo = || Msg::Profiles(profiles::Msg::UndoPressed);
    let before = Page::filled().model.form;
    let mut page = waiting(SERVICE_NOW);
    page.tell(undo());
    assert_eq!((&page.model.form, &page.model.sources.wanted), (&before, &None));
    let mut page = waiting(SERVICE_NOW);
    list_comes(&mut page);
    page.tell(undo());
    assert!(page.model.is_built_in());
    assert_eq!(page.model.form, before);
    let mut page = waiting(SERVICE_NOW);
    uses(&mut page, SNOWFLAKE, "");
    page.tell(undo());
    assert_eq!(page.model.sources.wanted.as_ref().unwrap().id, SERVICE_NOW, "as it was before");
}

/// Who types another ID under *Advanced* means it.
#[test]
fn an_id_that_is_typed_by_hand_is_sent_with_the_form_that_is_drawn() {
    let mut page = Page::filled();
    page.type_in(Field::SpecId, UNKNOWN);
    assert_eq!(wish(&page.model), None);
    let effects = page.press();
    assert!(sent(&effects).1.to_http("").contains(UNKNOWN));
}

/// A profile of that ID is another matter: it means the source.
#[test]
fn an_id_that_was_typed_by_hand_does_not_hide_a_wish() {
    let mut page = Page::filled();
    page.type_in(Field::SpecId, SERVICE_NOW);
    uses(&mut page, SERVICE_NOW, BASIC_AUTHENTICATION);
    assert_eq!(wish(&page.model), Some(Wish::Waits));
    let mut page = crate::sources::listed(true);
    page.type_in(Field::SpecId, SNOWFLAKE);
    uses(&mut page, SNOWFLAKE, "KeyPair Authentication");
    assert_eq!(page.model.spec.id, SNOWFLAKE);
    assert_eq!(page.model.auth().name, "KeyPair Authentication");
}

/// The misprint of old tutorials is no source to wait for.
#[test]
fn what_can_be_no_id_is_said_at_its_input() {
    for (text, problem) in
        [(ConnectionSpecId::MISPRINTED, Problem::MisprintedSpecId), ("my-spec", Problem::NotAUuid)]
    {
        let mut page = Page::filled();
        uses(&mut page, text, "");
        assert_eq!(wish(&page.model), None);
        assert_eq!(page.model.form.text(&Field::SpecId), text);
        page.press();
        assert_eq!(page.model.problems, [(Field::SpecId, problem)]);
    }
}

#[test]
fn the_sample_is_wanted_instead() {
    let mut page = waiting(SERVICE_NOW);
    page.tell(Msg::SamplePressed);
    assert_eq!(wish(&page.model), None);
}
