//! What failed and may succeed now: with another token, or when the network is back.

use flow_connect::screen::connections::Told;
use flow_connect::screen::sources::{Deed, List, Msg as SourcesMsg};
use flow_connect::screen::{Call, Effect, Look, Msg, Phase, Sandboxes, TestRun, token_note};
use flow_service::error::{CallError, NoAnswer, NotSent};

use crate::given::{self, ID, NAME, PRESSED_AT, listed};
use crate::page::{Page, sent};

const OFFLINE: CallError = CallError::NotSent(NotSent::Offline);
const BROKEN: CallError = CallError::NoAnswer(NoAnswer::ConnectionFailed);

fn network_back(page: &mut Page) -> Vec<Effect> {
    page.tell(Msg::Told(Told::Online(false)));
    let effects = page.tell(Msg::Told(Told::Online(true)));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Focus(_))), "{effects:?}");
    effects
}

fn look(page: &Page) -> Option<&Look> {
    if let Phase::Unknown { look, .. } = &page.model.phase { Some(look) } else { None }
}

/// The line drops while the request is on its way: nobody has to press anything.
#[test]
fn an_unknown_outcome_is_looked_up_when_the_network_is_back() {
    let mut page = Page::sending();
    page.create_answers(Err(BROKEN));
    page.look_answers(Err(OFFLINE));
    assert_eq!(look(&page), Some(&Look::Failed(OFFLINE)));
    let effects = network_back(&mut page);
    assert_eq!(sent(&effects).0, Call::LookUp(0));
    assert_eq!(look(&page), Some(&Look::Looking(1)));
    page.look_answers(Ok(given::list(vec![listed(ID, NAME, PRESSED_AT)])));
    assert!(matches!(page.model.phase, Phase::Created { .. }));
    assert_eq!(page.creations, 1);
}

#[test]
fn a_look_that_failed_otherwise_waits_for_a_press() {
    for error in [given::by_gateway(403, "403025"), given::timed_out()] {
        let mut page = Page::unknown();
        page.look_answers(Err(error));
        assert_eq!(network_back(&mut page), []);
    }
    let mut page = Page::unknown();
    assert_eq!(network_back(&mut page), [], "it looks already");
    for _ in 0..4 {
        page.look_answers(Ok(given::list(Vec::new())));
    }
    assert_eq!(network_back(&mut page), [], "the service has answered");
}

/// A look is a read, and is repeated like others.
#[test]
fn a_look_that_fails_for_a_passing_reason_is_followed_by_the_next_of_its_round() {
    let mut page = Page::unknown();
    for (attempt, pause) in [(2, 1_000), (3, 2_000), (4, 4_000)] {
        let effects = page.look_answers(Err(BROKEN));
        assert_eq!(sent(&effects).0, Call::LookUp(pause));
        assert_eq!(look(&page), Some(&Look::Looking(attempt)));
    }
    assert_eq!(page.look_answers(Err(BROKEN)), []);
    assert_eq!(look(&page), Some(&Look::Failed(BROKEN)));
}

#[test]
fn a_service_that_asks_for_patience_gets_it() {
    let busy = |seconds| given::by_gateway(429, "429050").with_retry_after(Some(seconds));
    let mut page = Page::unknown();
    assert_eq!(sent(&page.look_answers(Err(busy(7)))).0, Call::LookUp(7_000));
    assert_eq!(sent(&page.look_answers(Err(busy(1)))).0, Call::LookUp(2_000));
    assert_eq!(page.look_answers(Err(busy(31))), [], "nobody waits so long");
    assert!(matches!(look(&page), Some(Look::Failed(_))));
}

#[test]
fn a_test_that_failed_for_want_of_a_network_is_made_again() {
    for error in [OFFLINE, BROKEN] {
        let mut page = Page::created();
        page.tell(Msg::TestPressed);
        page.test_answers(Err(error));
        assert_eq!(sent(&network_back(&mut page)).0, Call::Test);
    }
    let mut page = Page::created();
    page.tell(Msg::TestPressed);
    page.test_answers(Err(given::by_gateway(403, "403025")));
    assert_eq!(network_back(&mut page), []);
    assert!(matches!(page.model.phase, Phase::Created { test: TestRun::Failed(_), .. }));
}

fn sources_refused(error: CallError) -> Page {
    let mut page = Page::filled();
    page.tell(Msg::Sources(SourcesMsg::Opened));
    let effects = page.tell(Msg::Sources(SourcesMsg::Wanted(given::token())));
    let [Effect::Sources(Deed::List(access))] = effects.as_slice() else { panic!("{effects:?}") };
    page.tell(Msg::Sources(SourcesMsg::Listed(access.clone(), Err(error))));
    page
}

#[test]
fn sources_that_did_not_come_are_asked_for_again() {
    for error in [OFFLINE, BROKEN] {
        let mut page = sources_refused(error);
        assert_eq!(network_back(&mut page), [Effect::Sources(Deed::Offer)]);
        let effects = page.tell(Msg::Sources(SourcesMsg::Wanted(given::token())));
        assert!(matches!(effects.as_slice(), [Effect::Sources(Deed::List(_))]), "{effects:?}");
    }
    assert_eq!(network_back(&mut sources_refused(given::by_gateway(403, "403025"))), []);
}

/// Who edits the token while a creation is on its way changes nothing of that.
#[test]
fn the_token_of_a_creation_on_its_way_is_not_read_anew() {
    let mut page = sources_refused(OFFLINE);
    page.press();
    assert_eq!(network_back(&mut page), []);
}

fn sandboxes_refused() -> Page {
    let mut page = Page::filled();
    let effects = page.tell(Msg::SandboxesWanted(given::token()));
    let [Effect::ListSandboxes(access)] = effects.as_slice() else { panic!("{effects:?}") };
    page.tell(Msg::SandboxesAre(access.clone(), None));
    page
}

#[test]
fn sandboxes_that_did_not_come_are_asked_for_again() {
    let mut page = sandboxes_refused();
    let effects = network_back(&mut page);
    assert!(matches!(effects.as_slice(), [Effect::ListSandboxes(_)]), "{effects:?}");
    assert!(matches!(page.model.door.sandboxes, Sandboxes::Asked(_)));
    assert_eq!(network_back(&mut page), [], "they are on their way");
}

/// What was refused to the earlier token says nothing about this one.
#[test]
fn another_token_may_be_told_more() {
    let another = || Msg::TokenNote(token_note::Msg::Another);
    let mut page = sandboxes_refused();
    page.tell(another());
    assert_eq!(page.model.door.sandboxes, Sandboxes::Unknown);
    let mut page = sources_refused(given::by_gateway(401, "401013"));
    page.tell(another());
    assert_eq!(page.model.sources.list, List::Unknown);
}

/// A host page that answers each refusal with the same token is not asked without end.
#[test]
fn the_same_token_is_told_no_more() {
    let same = || Msg::TokenNote(token_note::Msg::Facts(None, PRESSED_AT));
    let mut page = sandboxes_refused();
    page.tell(same());
    assert!(matches!(page.model.door.sandboxes, Sandboxes::Refused(_)));
    let mut page = sources_refused(given::by_gateway(401, "401013"));
    page.tell(same());
    assert!(matches!(page.model.sources.list, List::Refused(..)));
    assert_eq!(page.tell(Msg::Sources(SourcesMsg::Wanted(given::token()))), []);
}
