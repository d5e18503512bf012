//! The tool *Check*: its stages with their state in words, and what was found at each.

use flow_connect::screen::check::{Msg as CheckMsg, Outcome};
use flow_connect::screen::profiles::Said;
use flow_connect::screen::{CopyTarget, Model, Msg, Tool};
use flow_service::error::{CallError, NoAnswer, NotSent};
use flow_service::operation::list_sandboxes::Sandbox;
use flow_service::spec::ConnectionSpec;
use flow_service::value::SandboxName;

use crate::drawn::drawn;
use crate::given::{self, told};
use crate::html::Html;

fn prod() -> Outcome {
    Outcome::Sandboxes(vec![Sandbox {
        name: SandboxName::parse("prod").unwrap(),
        title: String::new(),
        kind: String::new(),
        region: String::new(),
        state: "active".to_owned(),
        is_default: true,
    }])
}

fn spec() -> Outcome {
    Outcome::Specs(vec![ConnectionSpec::service_cloud()], Vec::new())
}

/// The stages as they are read, one text each.
fn stages(model: &Model) -> Vec<String> {
    let page = drawn(model);
    let panel = page.inside("region", "Check");
    panel.one("list", "Stages");
    panel.seen().filter(|element| element.tag == "li").map(|stage| stage.text.clone()).collect()
}

#[track_caller]
fn holds(stages: &[String], index: usize, parts: &[&str]) {
    let text = stages.get(index).unwrap();
    for part in parts {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[track_caller]
fn lacks(stages: &[String], index: usize, part: &str) {
    let text = stages.get(index).unwrap();
    assert!(!text.contains(part), "{part} is in {text}");
}

#[test]
fn before_the_first_check_there_is_one_button() {
    let page = drawn(&told(given::filled(), Msg::ToolPressed(Tool::Check)));
    let panel = page.inside("region", "Check");
    assert_eq!(panel.names("button"), ["Run check"]);
    panel.none("list", "Stages");
}

#[test]
fn state_and_time_are_words() {
    let stages = stages(&given::checked(given::filled(), vec![prod()]));
    assert_eq!(stages.len(), 6);
    holds(&stages, 0, &["What is typed can be sent", "Passed", "1 ms"]);
    holds(&stages, 1, &["The access token", "Warning", "2 ms", "It is no JWT"]);
    holds(&stages, 2, &["can be reached", "Passed", "30 ms"]);
    holds(&stages, 3, &["gateway", "Passed", "same answer"]);
    holds(&stages, 4, &["sandbox", "Passed"]);
    holds(&stages, 5, &["connection spec", "Running…"]);
}

#[test]
fn while_it_runs_it_can_be_stopped() {
    let running = given::checked(given::filled(), Vec::new());
    let page = drawn(&running);
    let panel = page.inside("region", "Check");
    assert_eq!(panel.names("button"), ["Stop"]);
    assert_eq!(page.texts("status"), ["The check runs."]);
    let page = drawn(&told(running, Msg::Check(CheckMsg::Stopped)));
    let panel = page.inside("region", "Check");
    assert_eq!(panel.names("button"), ["Run check", "Copy check report"]);
    assert_eq!(page.texts("status"), ["The check was stopped."]);
}

#[test]
fn refusal_is_explained_at_its_stage() {
    let refused = Outcome::Failed(given::by_gateway(403, "403003"));
    let model = given::checked(given::filled(), vec![refused]);
    let stages = stages(&model);
    holds(
        &stages,
        3,
        &["Failed", "Adobe does not know this API key.", "Code403003", "Request IDrequest-7"],
    );
    holds(&stages, 4, &["Not run"]);
    holds(&stages, 5, &["Not run"]);
    let said = "A stage failed: The gateway accepts the headers.";
    assert_eq!(drawn(&model).texts("status"), [said]);
}

#[test]
fn problem_is_a_link_to_its_field() {
    let model = told(given::empty(), Msg::Typed(given::param("username"), "x".to_owned()));
    let page = drawn(&given::checked(model, Vec::new()));
    let panel = page.inside("region", "Check");
    assert_eq!(panel.one("link", "API key is needed.").attribute("href"), Some("#api-key"));
    assert_eq!(panel.one("link", "Name is needed.").attribute("href"), Some("#name"));
}

fn explain_button(page: &Html) -> usize {
    page.with("button", "Check what failed").len()
}

#[test]
fn what_failed_can_be_explained() {
    for model in [
        given::failed(given::by_gateway(401, "401013")),
        given::looked(&[]),
        given::look_failed(given::by_gateway(401, "401013")),
    ] {
        assert_eq!(explain_button(&drawn(&model)), 1);
    }
    for model in [given::filled(), given::looking(), given::created()] {
        assert_eq!(explain_button(&drawn(&model)), 0);
    }
    for of_the_person in [
        CallError::NoAnswer(NoAnswer::Cancelled),
        CallError::NoAnswer(NoAnswer::PageClosed),
        CallError::NotSent(NotSent::Cancelled),
    ] {
        assert_eq!(explain_button(&drawn(&given::failed(of_the_person))), 0);
    }
}

#[test]
fn explanation_marks_the_stage_of_the_creation() {
    let failed = given::failed(given::by_service("1413-400", "The spec ID provided is invalid"));
    let model = given::explained(failed, vec![spec()]);
    let stages = stages(&model);
    holds(&stages, 4, &["Passed", "The creation came past this stage"]);
    lacks(&stages, 4, "same answer");
    holds(&stages, 5, &["Warning", "The creation failed at this stage.", "Code1413-400"]);
    let page = drawn(&model);
    let panel = page.by_id("check-panel").unwrap();
    assert_eq!(panel.attribute("tabindex"), Some("-1"));
}

/// The same refusal is not told twice; another one is.
#[test]
fn what_the_check_meets_again_is_told_once() {
    let explained = |answer: CallError| {
        let failed = given::failed(given::by_service("2100-404", "No such sandbox"));
        let outcome = Outcome::Failed(answer);
        stages(&given::explained(failed, vec![outcome]))
    };
    let same = explained(given::by_service("2100-404", "No such sandbox"));
    holds(
        &same,
        4,
        &["The creation failed at this stage.", "This check was refused in the same way."],
    );
    let told = same.get(4).unwrap().matches("No such sandbox").count();
    assert_eq!(told, 1, "{same:?}");
    let other = explained(given::by_service("2100-404", "Another one"));
    holds(&other, 4, &["No such sandbox", "Another one"]);
    lacks(&other, 4, "in the same way");
}

#[test]
fn while_a_creation_is_on_its_way_the_button_says_why_it_waits() {
    let page = drawn(&told(given::sending(), Msg::ToolPressed(Tool::Check)));
    let panel = page.inside("region", "Check");
    assert_eq!(panel.one("button", "Run check").attribute("aria-disabled"), Some("true"));
    assert!(page.seen().any(|element| element.text.starts_with("The creation is on its way")));
}

/// What was said before speaks no more, and what comes meanwhile does not hide the end.
#[test]
fn what_was_said_aside_does_not_hide_the_check() {
    let mut model = given::filled();
    model.said_aside = Some("aside");
    model.copied = Some((CopyTarget::Code, true));
    model.sources.sound = Some(given::param("username"));
    let mut running = given::checked(model, Vec::new());
    assert_eq!(drawn(&running).texts("status"), ["The check runs."]);
    running.said_aside = Some("aside");
    running.copied = Some((CopyTarget::Code, true));
    let stopped = told(running, Msg::Check(CheckMsg::Stopped));
    assert_eq!(drawn(&stopped).texts("status"), ["The check was stopped."]);
}

/// The same holds for the main job.
#[test]
fn what_was_said_before_a_press_does_not_hide_the_creation() {
    let mut model = given::filled();
    model.sources.sound = Some(given::param("username"));
    model.profiles.said = Some(Said::Saved);
    model.tool = Some(Tool::Profiles);
    assert_eq!(drawn(&given::pressed(model)).texts("status"), ["Creating the connection…"]);
}

#[test]
fn while_a_creation_is_on_its_way_a_check_that_runs_can_be_stopped() {
    let page = drawn(&given::pressed(given::checked(given::filled(), Vec::new())));
    let panel = page.inside("region", "Check");
    assert!(!panel.one("button", "Stop").has("aria-disabled"));
    assert!(!page.seen().any(|element| element.text.starts_with("The creation is on its way")));
}

#[test]
fn the_connection_is_named_by_its_id() {
    let outcomes = vec![prod(), spec(), Outcome::Tested(true)];
    let stages = stages(&given::checked(given::created(), outcomes));
    let id = ["Connection ID: ", given::ID].concat();
    holds(&stages, 6, &["connection just created", &id, "Passed"]);
    holds(&stages, 7, &["shows its tables", &id]);
    lacks(&stages, 5, given::ID);
}

#[test]
fn press_of_create_is_what_is_said_then() {
    let model = given::checked(given::filled(), vec![prod(), spec()]);
    let said = "No stage failed; there are warnings.";
    assert_eq!(drawn(&model).texts("status"), [said]);
    assert_eq!(drawn(&given::pressed(model)).texts("status"), ["Creating the connection…"]);
}
