//! How far a check is.

use flow_service::error::CallError;
use flow_service::request::Access;
use flow_service::value::{ConnectionId, ConnectionSpecId, SpecVersion};

use super::{Finding, Stage, Verdict};
use crate::screen::model::Ticket;

/// What is known of the check.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Check {
    /// Whether it runs.
    pub progress: Progress,
    /// The stages, in their order; empty before the first check.
    pub steps: Vec<Step>,
    /// The headers that go out, each with the number of its characters where that is known.
    pub headers: Vec<(&'static str, Option<usize>)>,
    /// When it began, in milliseconds since 1970 (UTC).
    pub began_at: u64,
    /// How the browser names itself.
    pub user_agent: String,
    /// Whether the live region speaks of the check: what came last speaks.
    pub speaks: bool,
    /// The ticket of its newest request; answers to older ones are ignored.
    pub(super) ticket: Ticket,
    /// The milliseconds that a request took which broke off, while that is looked into.
    pub(super) waited: Option<u32>,
    /// What it asks for.
    pub(super) plan: Plan,
}

/// Whether a check runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Progress {
    /// None was begun.
    #[default]
    Idle,
    /// This stage is looked at.
    Running(Stage),
    /// A person stopped it, or the element left the page.
    Stopped,
    /// It is over.
    Ended,
}

/// One stage, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Which one.
    pub stage: Stage,
    /// What was found; none while that is open.
    pub done: Option<Done>,
    /// Why the creation failed at it, where that is what the check explains.
    pub in_creation: Option<CallError>,
}

impl Step {
    /// Whether the check was refused as the creation was, by the same code and in the same words.
    #[must_use]
    pub fn is_refused_alike(&self, error: &CallError) -> bool {
        let refusals = self.in_creation.as_ref().and_then(CallError::refusal).zip(error.refusal());
        refusals.is_some_and(|(one, other)| {
            one.code.is_some() && one.code == other.code && one.message == other.message
        })
    }
}

/// What was found at a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// In the order in which it is told.
    pub found: Vec<Finding>,
    /// How long that took, in milliseconds; none where it was read from an answer that an
    /// earlier stage waited for.
    pub took_ms: Option<u32>,
}

/// How a stage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It was not looked at.
    NotRun,
    /// It is being looked at.
    Running,
    /// It was looked at.
    Is(Verdict),
}

/// What a check asks for, as far as that could be read.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Plan {
    pub access: Option<Access>,
    pub spec_id: Option<ConnectionSpecId>,
    pub version: Option<SpecVersion>,
    pub auth_spec: String,
    /// The connection that was just created, with the access it was created with.
    pub connection: Option<(ConnectionId, Access)>,
}

impl Progress {
    /// What runs will not be answered any more.
    pub(in crate::screen) const fn break_off(&mut self) {
        if matches!(self, Self::Running(_)) {
            *self = Self::Stopped;
        }
    }
}

impl Check {
    /// Whether it runs.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        matches!(self.progress, Progress::Running(_))
    }

    /// The access that is checked, as far as it could be read.
    pub(in crate::screen) const fn access(&self) -> Option<&Access> {
        self.plan.access.as_ref()
    }

    /// The connection spec that is checked, its version, and the auth spec.
    pub(in crate::screen) fn spec(&self) -> [&str; 3] {
        let id = self.plan.spec_id.as_ref().map(ConnectionSpecId::as_str);
        let version = self.plan.version.as_ref().map(SpecVersion::as_str);
        [id.unwrap_or_default(), version.unwrap_or_default(), &self.plan.auth_spec]
    }

    /// The connection that a stage looks at, where it does at one.
    #[must_use]
    pub fn connection(&self, stage: Stage) -> Option<&ConnectionId> {
        let (id, _) = self.plan.connection.as_ref()?;
        Stage::WITH_CONNECTION.contains(&stage).then_some(id)
    }

    /// Whether the API has answered this page already: it lets the page in.
    pub(super) fn was_answered(&self) -> bool {
        self.steps.iter().any(|step| step.stage == Stage::Reach && step.done.is_some())
    }

    /// How a stage stands.
    #[must_use]
    pub fn state(&self, step: &Step) -> State {
        if self.progress == Progress::Running(step.stage) {
            return State::Running;
        }
        match (&step.done, &step.in_creation) {
            (Some(done), None) => State::Is(done.verdict()),
            // That it is passed now does not undo that it was not before.
            (Some(done), Some(_)) => State::Is(done.verdict().max(Verdict::Warning)),
            // Without an answer nobody knows at which stage it was lost.
            (None, Some(CallError::NoAnswer(_))) => State::Is(Verdict::Warning),
            (None, Some(_)) => State::Is(Verdict::Failed),
            (None, None) => State::NotRun,
        }
    }

    /// The worst that any stage is.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let states = self.steps.iter().map(|step| self.state(step));
        let verdicts = states.filter_map(|state| match state {
            State::Is(verdict) => Some(verdict),
            State::NotRun | State::Running => None,
        });
        verdicts.max().unwrap_or(Verdict::Passed)
    }

    /// What was found at a stage, whatever was found before.
    pub(super) fn note(&mut self, stage: Stage, found: Vec<Finding>, took_ms: Option<u32>) {
        if let Some(step) = self.steps.iter_mut().find(|step| step.stage == stage) {
            step.done = Some(Done { found, took_ms });
        }
    }
}

impl Done {
    /// The worst of what was found.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.found.iter().map(Finding::verdict).max().unwrap_or(Verdict::Passed)
    }
}
