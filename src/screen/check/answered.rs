//! What an answer means for the stages.

use flow_service::error::{CallError, Fault, NoAnswer, NotSent, Refusal};
use flow_service::operation::list_connection_specs::Unread;
use flow_service::operation::list_sandboxes::Sandbox;
use flow_service::spec::ConnectionSpec;
use flow_service::value::ConnectionSpecId;

use super::progress::Progress;
use super::walk::{ask, next};
use super::{Answer, Check, Finding, Job, Outcome, Probe, Stage};

/// An answer came for the stage that is looked at.
pub(super) fn answered(check: &mut Check, answer: Answer) -> Vec<Job> {
    let Progress::Running(at) = check.progress else { return Vec::new() };
    let waited = check.waited.take();
    let took_ms = answer.took_ms.saturating_add(waited.unwrap_or_default());
    let took = Some(took_ms);
    match answer.outcome {
        Outcome::Sandboxes(listed) => {
            came_through(check, took);
            let found = sandbox(check, &listed);
            check.note(Stage::Sandbox, found, None);
            next(check, Stage::Sandbox)
        }
        Outcome::Specs(specs, unread) => {
            let found = spec(check, specs, &unread);
            check.note(Stage::Spec, found, took);
            next(check, Stage::Spec)
        }
        Outcome::Tested(true) => {
            check.note(Stage::Test, Vec::new(), took);
            next(check, Stage::Test)
        }
        Outcome::Tested(false) => fail(check, Stage::Test, Finding::SourceRefused, took),
        Outcome::Explored(count) => {
            check.note(Stage::Explore, vec![Finding::Entries(count)], took);
            next(check, Stage::Explore)
        }
        Outcome::Failed(CallError::NoAnswer(NoAnswer::ConnectionFailed)) => {
            check.waited = took;
            // What broke off once may come through, and a read may be made again.
            let again = if waited.is_none() { ask(check, at) } else { None };
            vec![again.unwrap_or_else(|| probe(check))]
        }
        Outcome::Failed(error) => failed(check, at, error, took_ms),
    }
}

fn probe(check: &mut Check) -> Job {
    check.ticket = check.ticket.next();
    Job::Probe(check.ticket)
}

/// The host answers without being asked for anything, or does not.
pub(super) fn probed(check: &mut Check, probe: Probe, own: bool, took_ms: u32) -> Vec<Job> {
    let Progress::Running(at) = check.progress else { return Vec::new() };
    let finding = match probe {
        Probe::Answers if own => Finding::Interrupted,
        Probe::Answers if check.was_answered() => Finding::BrokeOff,
        Probe::Answers => Finding::Blocked,
        Probe::Fails => Finding::Unreachable,
        Probe::TimedOut(limit) => Finding::Silent(limit),
    };
    let broken = CallError::NoAnswer(NoAnswer::ConnectionFailed);
    let took_ms = check.waited.take().unwrap_or_default().saturating_add(took_ms);
    fail(check, Stage::of_error(&broken, at), finding, Some(took_ms))
}

/// An answer of the API came: it can be reached, and the gateway let the request pass.
fn came_through(check: &mut Check, took: Option<u32>) {
    check.note(Stage::Reach, Vec::new(), took);
    check.note(Stage::Gateway, Vec::new(), None);
}

/// Nothing that comes after would tell anything.
fn fail(check: &mut Check, stage: Stage, finding: Finding, took: Option<u32>) -> Vec<Job> {
    check.note(stage, vec![finding], took);
    check.progress = Progress::Ended;
    Vec::new()
}

fn failed(check: &mut Check, at: Stage, error: CallError, took_ms: u32) -> Vec<Job> {
    let lists = matches!(at, Stage::Reach | Stage::Gateway | Stage::Sandbox);
    let stage = Stage::of_error(&error, if lists { Stage::Sandbox } else { at });
    let unheard = matches!(stage, Stage::Token | Stage::Reach);
    match stage {
        Stage::Gateway if lists => check.note(Stage::Reach, Vec::new(), Some(took_ms)),
        _ if lists && !unheard => came_through(check, Some(took_ms)),
        _ => {}
    }
    let took = (unheard || !lists).then_some(took_ms);
    let finding = match error {
        CallError::NotSent(NotSent::Offline) => Finding::Offline,
        CallError::NoAnswer(NoAnswer::TimedOut(limit)) => Finding::TimedOut(limit),
        error if lists && stage == Stage::Sandbox && !names_the_sandbox(&error) => {
            // Who may not list them may use one all the same.
            check.note(stage, vec![Finding::DoesNotTell(error)], None);
            return next(check, stage);
        }
        error if stage == Stage::Spec && at == Stage::Spec && is_of_spec(&error) => {
            check.note(stage, vec![Finding::SpecUnknown, Finding::Failed(error)], took);
            return next(check, stage);
        }
        error => Finding::Failed(error),
    };
    fail(check, stage, finding, took)
}

fn names_the_sandbox(error: &CallError) -> bool {
    error.refusal().and_then(Refusal::fault) == Some(Fault::Sandbox)
}

/// A connection that exists can be looked at whatever became of the spec of the next one.
fn is_of_spec(error: &CallError) -> bool {
    let fault = error.refusal().and_then(Refusal::fault);
    error.is_gone() || matches!(fault, Some(Fault::SpecId))
}

fn sandbox(check: &Check, listed: &[Sandbox]) -> Vec<Finding> {
    let Some(access) = &check.plan.access else { return Vec::new() };
    match listed.iter().find(|sandbox| sandbox.name == access.sandbox) {
        // The list may be of many pages: whether there is one the next stage finds out.
        None => vec![Finding::NotListed(listed.len())],
        Some(sandbox) if sandbox.state.is_empty() || sandbox.state == ACTIVE => Vec::new(),
        Some(sandbox) => vec![Finding::SandboxState(sandbox.state.clone())],
    }
}

/// What the service says of a sandbox that can be used.
const ACTIVE: &str = "active";

fn spec(check: &Check, specs: Vec<ConnectionSpec>, unread: &[Unread]) -> Vec<Finding> {
    let plan = &check.plan;
    let id = plan.spec_id.as_ref().map(ConnectionSpecId::as_str);
    let unread = unread.iter().find(|spec| Some(spec.id.as_str()) == id);
    let Some(spec) = specs.into_iter().find(|spec| Some(spec.id.as_str()) == id) else {
        // What is there and cannot be read here is not unknown to the service.
        return vec![if unread.is_some() { Finding::SpecUnread } else { Finding::SpecUnknown }];
    };
    let mut found = Vec::new();
    if unread.is_some_and(|spec| spec.auth_specs.contains(&plan.auth_spec)) {
        found.push(Finding::SpecUnread);
    } else if spec.auth_spec(&plan.auth_spec).is_none() {
        let offered = spec.auth_specs.into_iter().map(|auth| auth.name).collect();
        found.push(Finding::AuthSpecMissing(offered));
    }
    if plan.version.as_ref().is_some_and(|version| version.as_str() != spec.version) {
        found.push(Finding::VersionDiffers(spec.version));
    }
    found
}
