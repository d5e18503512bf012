//! *Check what failed*: the stage at which a creation failed, and what comes after.

use flow_connect::screen::check::{Finding, Job, Msg as CheckMsg, Outcome, Stage, failure};
use flow_connect::screen::{Effect, Field, Msg, Tool, words};
use flow_service::error::{CallError, NoAnswer, NotSent, UnreadableReason};

use super::{asked, facts, given as given_to_check, readable, sandboxes, spec};
use crate::given::{self, by_gateway, by_service};
use crate::page::Page;

/// A creation that failed so, and *Check what failed* pressed.
fn explained(error: CallError) -> (Page, Vec<Effect>) {
    let mut page = Page::sending();
    page.create_answers(Err(error));
    while page.model.phase != settled(&page) {
        page.look_answers(Ok(given::list(Vec::new())));
    }
    let effects = page.check(CheckMsg::ExplainPressed);
    let focus = Effect::Focus("check-panel".to_owned());
    assert_eq!(effects, [focus, Effect::Check(Job::Read(true))]);
    assert_eq!(page.model.tool, Some(Tool::Check));
    let read = given_to_check(given::secrets(), readable(&facts()));
    let effects = page.check(CheckMsg::Read(true, read));
    (page, effects)
}

/// The phase as it is once no look is on its way.
fn settled(page: &Page) -> flow_connect::screen::Phase {
    use flow_connect::screen::{Look, Phase};
    match page.model.phase.clone() {
        Phase::Unknown { cause, sent, look: Look::Looking(_) } => {
            Phase::Unknown { cause, sent, look: Look::NotFound(Vec::new()) }
        }
        other => other,
    }
}

#[track_caller]
fn check(error: &CallError, stage: Stage, walked: &str) {
    let (page, effects) = explained(error.clone());
    let step = page.model.check.steps.iter().find(|step| step.stage == stage).unwrap();
    assert_eq!(page.walked(), walked, "{error:?}");
    assert_eq!(step.in_creation, Some(error.clone()));
    asked(&effects);
}

#[test]
fn each_failure_has_its_stage() {
    let unsent = CallError::NotSent(NotSent::Offline);
    check(&unsent, Stage::Reach, "ok ok running - - -");
    check(&given::timed_out(), Stage::Reach, "ok ok running - - -");
    let broken = CallError::NoAnswer(NoAnswer::ConnectionFailed);
    check(&broken, Stage::Reach, "ok ok running - - -");
    check(&by_gateway(401, "401013"), Stage::Gateway, "ok ok ok running - -");
    check(&by_gateway(503, "503000"), Stage::Gateway, "ok ok ok running - -");
    check(&by_service("2000-401", ""), Stage::Gateway, "ok ok ok running - -");
    let html = given::unreadable(404, UnreadableReason::NotJson);
    check(&html, Stage::Gateway, "ok ok ok running - -");
    check(&by_service("2100-404", ""), Stage::Sandbox, "ok ok ok ok running -");
    check(&by_service("1413-400", ""), Stage::Spec, "ok ok ok ok ok running");
    check(&by_service("1415-400", ""), Stage::Spec, "ok ok ok ok ok running");
    let missing = "The mandatory field password is not provided";
    check(&by_service("1304-400", missing), Stage::Typed, "warning ok running - - -");
    // What no read can look at: the stages before it are.
    let source = by_service("1308-400", "invalid_grant");
    check(&source, Stage::Create, "ok ok ok ok running - failed");
    check(&by_service("2120-403", ""), Stage::Create, "ok ok ok ok running - failed");
    check(&by_service("9999-400", ""), Stage::Create, "ok ok ok ok running - failed");
    check(&given::by_service_with(500), Stage::Create, "ok ok ok ok running - failed");
}

#[test]
fn stages_before_it_are_not_looked_at_again() {
    let (mut page, effects) = explained(by_service("1413-400", ""));
    for stage in [Stage::Reach, Stage::Gateway, Stage::Sandbox] {
        assert_eq!(page.found(stage), [Finding::CameThrough]);
    }
    // That it passes now does not undo that it failed.
    page.check_answers(&effects, spec());
    assert_eq!(page.walked(), "ok ok ok ok ok warning");
}

/// What was sent then tells nothing about what is typed now.
#[test]
fn with_other_access_every_stage_is_looked_at() {
    let mut page = Page::sending();
    let lost = given::by_service_with(500);
    page.create_answers(Err(lost));
    while page.model.phase != settled(&page) {
        page.look_answers(Ok(given::list(Vec::new())));
    }
    page.type_in(Field::Sandbox, "prod");
    page.check(CheckMsg::ExplainPressed);
    let read = given_to_check(given::secrets(), readable(&facts()));
    let effects = page.check(CheckMsg::Read(true, read));
    asked(&effects);
    assert_eq!(page.found(Stage::Reach), []);
    assert_eq!(page.state(Stage::Reach), flow_connect::screen::check::State::Running);
}

/// Nobody knows how far a creation came that was not answered.
#[test]
fn lost_creation_did_not_fail_at_the_first_stage() {
    let lost = given::timed_out();
    let said = words::check::in_creation(&lost);
    assert!(said.contains("not known"), "{said}");
    let (mut page, _) = explained(lost);
    page.check(CheckMsg::Stopped);
    assert_eq!(page.walked(), "ok ok warning - - -");
    let refused = words::check::in_creation(&by_gateway(401, "401013"));
    assert_eq!(refused, "The creation failed at this stage.");
}

#[test]
fn it_goes_on_from_there() {
    let (mut page, effects) = explained(by_gateway(401, "401013"));
    let effects = page.check_answers(&effects, sandboxes(&["acme-dev"]));
    assert_eq!(page.walked(), "ok ok ok warning ok running");
    page.check_answers(&effects, spec());
    assert_eq!(page.walked(), "ok ok ok warning ok ok");
}

#[test]
fn it_fails_there_again() {
    let error = by_gateway(401, "401013");
    let (mut page, effects) = explained(error.clone());
    assert_eq!(page.check_answers(&effects, Outcome::Failed(error.clone())), []);
    assert_eq!(page.walked(), "ok ok ok failed - -");
    assert_eq!(page.found(Stage::Gateway), [Finding::Failed(error)]);
}

#[test]
fn run_check_begins_anew() {
    let (mut page, effects) = explained(by_gateway(401, "401013"));
    page.check_answers(&effects, Outcome::Failed(by_gateway(401, "401013")));
    page.run_check();
    assert!(page.model.check.steps.iter().all(|step| step.in_creation.is_none()));
    assert_eq!(page.walked(), "ok ok running - - -");
}

#[test]
fn only_what_failed_is_explained() {
    for mut page in [Page::filled(), Page::sending(), Page::created(), Page::unknown()] {
        assert!(failure(&page.model).is_none(), "{:?}", page.model.phase);
        assert_eq!(page.check(CheckMsg::ExplainPressed), []);
        assert_eq!(page.model.tool, None);
    }
    // Who cancelled knows why, also once nothing was found.
    let mut page = Page::unknown();
    for _ in 0..4 {
        page.look_answers(Ok(given::list(Vec::new())));
    }
    assert!(failure(&page.model).is_none());
}

#[test]
fn check_that_runs_is_broken_off_for_it() {
    let (mut page, _) = explained(by_gateway(401, "401013"));
    let effects = page.check(CheckMsg::ExplainPressed);
    assert_eq!(effects[0], Effect::Check(Job::Abort));
    assert_eq!(effects[2], Effect::Check(Job::Read(true)));
}

#[test]
fn the_panel_may_be_closed_and_opened() {
    let (mut page, _) = explained(by_gateway(401, "401013"));
    page.tell(Msg::ToolPressed(Tool::Check));
    assert_eq!(page.model.tool, None);
    assert!(!page.model.check.steps.is_empty());
}
