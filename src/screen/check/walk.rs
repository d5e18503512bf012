//! The walk from stage to stage.

use flow_service::error::{CallError, NoAnswer, NotSent};
use flow_service::operation::{
    explore_connection, list_connection_specs, list_sandboxes, test_connection,
};
use flow_service::value::ConnectionSpecId;

use super::answered::{answered, probed};
use super::progress::Progress;
use super::{Answer, Ask, Check, Done, Finding, Given, Job, Msg, Outcome, Stage, Step, local};
use crate::screen::element_id;
use crate::screen::message::Effect;
use crate::screen::model::{Model, Ticket};
use crate::screen::phase::{Look, Phase};
use crate::screen::sources;
use crate::screen::tool::Tool;
use crate::screen::update::hush;

/// Decides about a check.
pub(in crate::screen) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let before = model.check.progress;
    let jobs = decide(model, msg);
    let ended = matches!(before, Progress::Running(_)) && !model.check.is_running();
    if ended && model.check.speaks {
        quiet(model);
    }
    jobs
}

/// The live region speaks of the check.
fn quiet(model: &mut Model) {
    hush(model);
    model.copied = None;
}

fn decide(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let jobs = match msg {
        Msg::Pressed if !model.check.is_running() && may_run(model) => vec![Job::Read(false)],
        Msg::ExplainPressed => return explain(model),
        Msg::Read(explains, given) => begin(model, explains, &given),
        Msg::Answered(ticket, answer) if is_awaited(&model.check, ticket) => {
            learn(model, &answer);
            answered(&mut model.check, *answer)
        }
        Msg::Probed(ticket, probe, took_ms) if is_awaited(&model.check, ticket) => {
            let own = is_same_origin(model.api_base(), &model.own_origin);
            probed(&mut model.check, probe, own, took_ms)
        }
        Msg::Stopped if model.check.is_running() => {
            model.check.progress.break_off();
            vec![Job::Abort]
        }
        Msg::Pressed | Msg::Answered(..) | Msg::Probed(..) | Msg::Stopped => Vec::new(),
    };
    jobs.into_iter().map(Effect::Check).collect()
}

/// The live spec of the built-in source tells what that source is by now.
fn learn(model: &mut Model, answer: &Answer) {
    if let Outcome::Specs(specs, _) = &answer.outcome
        && let Some(live) = specs.iter().find(|spec| spec.id == ConnectionSpecId::SERVICE_CLOUD)
    {
        sources::refresh(model, live);
    }
}

/// While a creation is on its way, the token that it was sent with stays the one.
#[must_use]
pub const fn may_run(model: &Model) -> bool {
    !matches!(model.phase, Phase::Sending(_))
}

/// A person who configures a page may write an origin in capitals, or with its usual port.
fn is_same_origin(one: &str, other: &str) -> bool {
    let plain = |origin: &str| {
        let origin = origin.to_ascii_lowercase();
        let port = if origin.starts_with("https:") { ":443" } else { ":80" };
        origin.strip_suffix(port).map(str::to_owned).unwrap_or(origin)
    };
    plain(one) == plain(other)
}

fn is_awaited(check: &Check, ticket: Ticket) -> bool {
    check.is_running() && check.ticket == ticket
}

/// Why the creation failed, where a check can explain that.
#[must_use]
pub fn failure(model: &Model) -> Option<&CallError> {
    let failed = match &model.phase {
        Phase::Refused(refused) => &refused.cause,
        Phase::Unknown { cause, look: Look::NotFound(_) | Look::Failed(_), .. } => cause,
        _ => return None,
    };
    // Who cancels knows why, and so does who closes the page.
    let of_the_person = matches!(
        failed,
        CallError::NoAnswer(NoAnswer::Cancelled | NoAnswer::PageClosed)
            | CallError::NotSent(NotSent::Cancelled)
    );
    (!of_the_person).then_some(failed)
}

fn explain(model: &mut Model) -> Vec<Effect> {
    if failure(model).is_none() {
        return Vec::new();
    }
    let mut effects = Vec::new();
    if model.check.is_running() {
        model.check.progress.break_off();
        effects.push(Effect::Check(Job::Abort));
    }
    model.tool = Some(Tool::Check);
    let focus = Effect::Focus(element_id::CHECK.to_owned());
    effects.extend([focus, Effect::Check(Job::Read(true))]);
    effects
}

fn begin(model: &mut Model, explains: bool, given: &Given) -> Vec<Job> {
    if model.check.is_running() || !may_run(model) {
        return Vec::new();
    }
    let failed = failure(model).filter(|_| explains).cloned();
    let failed = failed.map(|error| (Stage::of_error(&error, Stage::Create), error));
    let plan = local::plan(model, given);
    let mut check = Check {
        headers: local::headers(&plan, &given.token),
        began_at: given.now,
        user_agent: given.user_agent.clone(),
        speaks: true,
        ticket: model.check.ticket,
        plan,
        ..Check::default()
    };
    let as_sent =
        model.phase.sent().is_none_or(|sent| Some(&sent.access) == check.plan.access.as_ref());
    check.steps = steps(&check, failed, as_sent);
    check.note(Stage::Typed, local::typed(model, given), Some(given.typed_ms));
    if let Some(found) = local::token(model, given) {
        check.note(Stage::Token, found, Some(given.token_ms));
    }
    quiet(model);
    model.check = check;
    next(&mut model.check, Stage::Token)
}

/// The stages that there are. Those before the one at which the creation failed are passed,
/// unless it was made with other access than what is typed now.
fn steps(check: &Check, failed: Option<(Stage, CallError)>, as_sent: bool) -> Vec<Step> {
    let creation = failed.as_ref().map(|(stage, _)| *stage);
    let create = (creation == Some(Stage::Create)).then_some(Stage::Create);
    let with_connection = check.plan.connection.is_some();
    let stages = Stage::ALWAYS
        .into_iter()
        .chain(create)
        .chain(Stage::WITH_CONNECTION.into_iter().filter(|_| with_connection));
    let mut steps: Vec<_> =
        stages.map(|stage| Step { stage, done: None, in_creation: None }).collect();
    let Some((stage, error)) = failed else { return steps };
    // The service itself refused, at a stage that no read can look at: what it looks at
    // before that is looked at again.
    let from = match stage {
        _ if !as_sent => Stage::Reach,
        Stage::Create => Stage::Sandbox,
        stage => stage,
    };
    for step in &mut steps {
        if step.stage == from {
            break;
        }
        let came = Done { found: vec![Finding::CameThrough], took_ms: None };
        step.done = Some(came);
    }
    if let Some(step) = steps.iter_mut().find(|step| step.stage == stage) {
        step.in_creation = Some(error);
    }
    steps
}

/// Goes on to the first stage after this one that can be looked at and was not yet.
pub(super) fn next(check: &mut Check, after: Stage) -> Vec<Job> {
    let stages: Vec<_> = check
        .steps
        .iter()
        .skip_while(|step| step.stage != after)
        .skip(1)
        .filter(|step| step.done.is_none())
        .map(|step| step.stage)
        .collect();
    for stage in stages {
        if let Some(job) = ask(check, stage) {
            check.progress = Progress::Running(stage);
            return vec![job];
        }
    }
    check.progress = Progress::Ended;
    Vec::new()
}

/// The request that looks at a stage, where there is one.
pub(super) fn ask(check: &mut Check, stage: Stage) -> Option<Job> {
    let plan = &check.plan;
    let (ask, request) = match stage {
        Stage::Typed | Stage::Token | Stage::Create => return None,
        Stage::Reach | Stage::Gateway | Stage::Sandbox => {
            (Ask::Sandboxes, list_sandboxes::request(plan.access.as_ref()?))
        }
        Stage::Spec => {
            let (access, id) = (plan.access.as_ref()?, plan.spec_id.as_ref()?);
            let request = list_connection_specs::request_by_id(access, id.as_str());
            let Some(request) = request else {
                check.note(stage, vec![Finding::SpecIdUnsendable], Some(0));
                return None;
            };
            (Ask::Spec, request)
        }
        Stage::Test => {
            let (id, access) = plan.connection.as_ref()?;
            (Ask::Test, test_connection::request(access, id))
        }
        Stage::Explore => {
            let (id, access) = plan.connection.as_ref()?;
            (Ask::Explore, explore_connection::root_request(access, id))
        }
    };
    check.ticket = check.ticket.next();
    Some(Job::Send(check.ticket, ask, request))
}
