//! The walk where nothing stops it, and how it is stopped.

use flow_connect::screen::check::{
    Answer, Ask, Finding, Job, Msg as CheckMsg, Outcome, Probe, Progress, Stage, State,
};
use flow_connect::screen::{Effect, Msg};
use flow_service::value::ConnectionSpecId;

use super::{asked, facts, given as given_to_check, passed, readable, sandboxes, spec};
use crate::given;
use crate::page::Page;

#[test]
fn all_stages_pass() {
    let mut page = Page::filled();
    let effects = page.run_check();
    assert_eq!(page.walked(), "ok ok running - - -");
    let (_, ask, request) = asked(&effects);
    assert_eq!(ask, Ask::Sandboxes);
    assert_eq!(request.target, "/data/foundation/sandbox-management/");

    let effects = page.check_answers(&effects, sandboxes(&["prod", "acme-dev"]));
    assert_eq!(page.walked(), "ok ok ok ok ok running");
    let (_, ask, request) = asked(&effects);
    assert_eq!(ask, Ask::Spec);
    let path = "/data/foundation/flowservice/connectionSpecs/";
    assert_eq!(request.target, [path, ConnectionSpecId::SERVICE_CLOUD].concat());

    assert_eq!(page.check_answers(&effects, spec()), []);
    assert_eq!(page.walked(), "ok ok ok ok ok ok");
    assert_eq!(page.model.check.progress, Progress::Ended);
    let took = Stage::ALWAYS.map(|stage| page.took(stage));
    assert_eq!(took, [Some(1), Some(2), Some(30), None, None, Some(30)]);
    assert_eq!(page.found(Stage::Token), [Finding::TokenEnds(given::PRESSED_AT + 3_600_000)]);
}

#[test]
fn with_a_connection_it_is_tested_and_explored() {
    let mut page = Page::created();
    let effects = page.run_check();
    assert_eq!(page.found(Stage::Typed), [Finding::OnlyAccess]);
    let effects = page.check_answers(&effects, sandboxes(&["acme-dev"]));
    let effects = page.check_answers(&effects, spec());
    let (_, ask, request) = asked(&effects);
    assert_eq!(ask, Ask::Test);
    assert!(request.target.ends_with(&[given::ID, "/test"].concat()));
    let effects = page.check_answers(&effects, Outcome::Tested(true));
    let (_, ask, request) = asked(&effects);
    assert_eq!(ask, Ask::Explore);
    assert!(request.target.ends_with(&[given::ID, "/explore?objectType=root"].concat()));
    assert_eq!(page.check_answers(&effects, Outcome::Explored(3)), []);
    assert_eq!(page.walked(), "ok ok ok ok ok ok ok ok");
    assert_eq!(page.found(Stage::Explore), [Finding::Entries(3)]);
}

#[test]
fn source_that_refuses_is_not_explored() {
    let mut page = Page::created();
    let effects = page.run_check();
    let effects = page.check_answers(&effects, sandboxes(&["acme-dev"]));
    let effects = page.check_answers(&effects, spec());
    assert_eq!(page.check_answers(&effects, Outcome::Tested(false)), []);
    assert_eq!(page.walked(), "ok ok ok ok ok ok failed -");
    assert_eq!(page.found(Stage::Test), [Finding::SourceRefused]);
}

#[test]
fn source_that_shows_nothing_is_a_warning() {
    let mut page = Page::created();
    let effects = page.run_check();
    let effects = page.check_answers(&effects, sandboxes(&["acme-dev"]));
    let effects = page.check_answers(&effects, spec());
    let effects = page.check_answers(&effects, Outcome::Tested(true));
    page.check_answers(&effects, Outcome::Explored(0));
    assert_eq!(page.walked(), "ok ok ok ok ok ok ok warning");
}

#[test]
fn it_is_stopped() {
    let mut page = Page::filled();
    let effects = page.run_check();
    assert_eq!(page.check(CheckMsg::Stopped), [Effect::Check(Job::Abort)]);
    assert_eq!(page.model.check.progress, Progress::Stopped);
    assert_eq!(page.walked(), "ok ok - - - -");
    assert_eq!(page.check(CheckMsg::Stopped), []);
    // The answer that comes all the same changes nothing.
    assert_eq!(page.check_answers(&effects, sandboxes(&["acme-dev"])), []);
    assert_eq!(page.walked(), "ok ok - - - -");
}

#[test]
fn late_answers_are_ignored() {
    let mut page = Page::filled();
    let old = page.run_check();
    page.check(CheckMsg::Stopped);
    let new = page.run_check();
    assert_ne!(asked(&old).0, asked(&new).0);
    assert_eq!(page.check_answers(&old, sandboxes(&["acme-dev"])), []);
    assert_eq!(page.state(Stage::Reach), State::Running);
    assert_eq!(page.check(CheckMsg::Probed(asked(&old).0, Probe::Answers, 1)), []);
    assert_eq!(page.state(Stage::Reach), State::Running);
    page.check_answers(&new, sandboxes(&["acme-dev"]));
    assert_eq!(page.state(Stage::Reach), passed());
    let answer = Box::new(Answer { outcome: spec(), took_ms: 1 });
    assert_eq!(page.check(CheckMsg::Answered(asked(&new).0, answer)), []);
    assert_eq!(page.state(Stage::Spec), State::Running);
}

#[test]
fn second_press_begins_nothing() {
    let mut page = Page::filled();
    page.run_check();
    assert_eq!(page.check(CheckMsg::Pressed), []);
    let again = given_to_check(given::secrets(), readable(&facts()));
    assert_eq!(page.check(CheckMsg::Read(false, again)), []);
    assert_eq!(page.state(Stage::Reach), State::Running);
}

/// The token that a creation was sent with stays the one until it is answered.
#[test]
fn while_a_creation_is_on_its_way_nothing_is_checked() {
    let mut page = Page::sending();
    assert_eq!(page.check(CheckMsg::Pressed), []);
    let read = given_to_check(given::secrets(), readable(&facts()));
    assert_eq!(page.check(CheckMsg::Read(false, read)), []);
    assert!(page.model.check.steps.is_empty());
}

#[test]
fn what_runs_is_broken_off_when_the_element_leaves() {
    let mut page = Page::filled();
    let effects = page.run_check();
    page.tell(Msg::Removed);
    assert_eq!(page.model.check.progress, Progress::Stopped);
    assert_eq!(page.check_answers(&effects, sandboxes(&["acme-dev"])), []);
}

#[test]
fn press_of_create_speaks_again() {
    let mut page = Page::filled();
    page.run_check();
    assert!(page.model.check.speaks);
    page.press();
    assert!(!page.model.check.speaks);
}
