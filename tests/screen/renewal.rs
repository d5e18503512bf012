//! A token that is refused in the middle of something.

use flow_connect::screen::get_token::{Came, Msg as TokenMsg, Stage};
use flow_connect::screen::renewal::Msg as RenewalMsg;
use flow_connect::screen::{Disclosure, Effect, Event, Msg, Phase, element_id};
use flow_service::value::Problem;

use crate::page::Page;

fn tell(page: &mut Page, msg: RenewalMsg) -> Vec<Effect> {
    page.tell(Msg::Renewal(msg))
}

fn focus() -> Effect {
    Effect::Focus(element_id::NEW_TOKEN.to_owned())
}

/// A creation waits for a token.
fn waiting() -> Page {
    let mut page = Page::sending();
    let effects = tell(&mut page, RenewalMsg::Asked { again: false, awaited: true });
    assert_eq!(effects, [Effect::Emit(Event::TokenNeeded("refused")), focus()]);
    page
}

#[test]
fn one_question_is_asked_for_all_calls() {
    let mut page = waiting();
    let effects = tell(&mut page, RenewalMsg::Asked { again: false, awaited: false });
    assert_eq!(effects, [], "who is typing keeps the focus");
    tell(&mut page, RenewalMsg::Ended);
    assert_eq!(page.model.renewal, None);
}

#[test]
fn a_token_that_cannot_be_sent_is_marked() {
    let mut page = waiting();
    assert_eq!(tell(&mut page, RenewalMsg::Continued), [Effect::UseNewToken]);
    assert_eq!(tell(&mut page, RenewalMsg::Unusable(Problem::Missing)), [focus()]);
    assert_eq!(page.model.renewal.unwrap().problem, Some(Problem::Missing));
    tell(&mut page, RenewalMsg::Edited);
    assert_eq!(page.model.renewal.unwrap().problem, None);
}

#[test]
fn what_was_told_of_an_earlier_token_is_put_away() {
    let mut page = Page::sending();
    page.model.get_token.stage = Stage::Came(None);
    page.tell(Msg::Unfolded(Disclosure::GetToken, true));
    tell(&mut page, RenewalMsg::Asked { again: false, awaited: true });
    assert_eq!(page.model.get_token.stage, Stage::Idle);
    assert!(!page.model.unfolded.contains(&Disclosure::GetToken));
}

/// Else a host page that answers with the same token would be asked without end.
#[test]
fn the_host_page_is_told_once_for_each_call() {
    let told = |again| {
        let mut page = Page::sending();
        let effects = tell(&mut page, RenewalMsg::Asked { again, awaited: true });
        effects.iter().filter(|effect| matches!(effect, Effect::Emit(_))).count()
    };
    assert_eq!((told(false), told(true)), (1, 0));
}

/// Where the client secret of the page has worked, the question offers to use it again.
#[test]
fn what_has_got_a_token_gets_the_next_one_with_a_press() {
    let mut page = Page::sending();
    let effects = page.tell(Msg::GetToken(TokenMsg::Checked(Ok(()))));
    let [Effect::GetToken(ticket, _)] = effects.as_slice() else { panic!("{effects:?}") };
    page.tell(Msg::GetToken(TokenMsg::Answered(*ticket, Ok(Came::default()))));
    tell(&mut page, RenewalMsg::Asked { again: false, awaited: true });
    assert!(page.is_unfolded(Disclosure::GetToken));
    tell(&mut page, RenewalMsg::Ended);
    page.tell(Msg::GetToken(TokenMsg::SecretEdited));
    tell(&mut page, RenewalMsg::Asked { again: false, awaited: true });
    assert!(!page.is_unfolded(Disclosure::GetToken), "another one was not tried yet");
}

/// What was refused was not carried out: nothing has to be looked up.
#[test]
fn cancelling_the_creation_refuses_it_and_looks_for_nothing() {
    let mut page = waiting();
    assert_eq!(tell(&mut page, RenewalMsg::Cancelled), [Effect::GiveUpWaiting]);
    assert!(matches!(page.model.phase, Phase::Sending(_)), "the refusal comes as its answer");
    assert_eq!(page.model.renewal, None);
}

/// A call of another view may be what waits while the creation is on its way.
#[test]
fn cancelling_a_creation_that_does_not_wait_leaves_the_question() {
    let mut page = waiting();
    assert_eq!(page.tell(Msg::Cancelled)[0], Effect::Abort);
    assert!(matches!(page.model.phase, Phase::Unknown { .. }), "it may be carried out");
    assert!(page.model.renewal.is_some());
}

#[test]
fn without_a_question_there_is_nothing_to_answer() {
    let mut page = Page::filled();
    for msg in [RenewalMsg::Continued, RenewalMsg::Cancelled, RenewalMsg::Edited] {
        assert_eq!(tell(&mut page, msg), []);
    }
}
