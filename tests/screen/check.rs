//! The tool *Check*: each stage passing and failing in each way, and what it says of a
//! creation that failed.

mod stages;

mod connection;

mod failing;

mod explaining;

mod reporting;

use flow_connect::screen::check::{
    Answer, Ask, Finding, Given, Job, Msg as CheckMsg, Outcome, Progress, Stage, State, TokenLook,
    Verdict,
};
use flow_connect::screen::{Effect, Msg, SecretReport, Ticket};
use flow_service::error::{CallError, NoAnswer};
use flow_service::operation::list_sandboxes::Sandbox;
use flow_service::request::Request;
use flow_service::spec::ConnectionSpec;
use flow_service::value::{SandboxName, TokenFacts};
use serde_json::json;

use crate::given;
use crate::page::Page;

pub const LENGTH: usize = 900;

/// A token of IMS that fits what is typed and ends in an hour.
pub fn facts() -> serde_json::Value {
    json!({
        "client_id": given::API_KEY,
        "org": given::ORGANIZATION,
        "as": "ims-na1",
        "type": "access_token",
        "created_at": given::PRESSED_AT.to_string(),
        "expires_in": "3600000",
    })
}

pub fn readable(facts: &serde_json::Value) -> TokenLook {
    TokenLook::Readable(TokenFacts::from_json(facts), LENGTH)
}

pub fn given(secrets: SecretReport, token: TokenLook) -> Box<Given> {
    Box::new(Given {
        secrets,
        token,
        typed_ms: 1,
        token_ms: 2,
        now: given::PRESSED_AT,
        user_agent: "Browser/1.0".to_owned(),
    })
}

pub fn sandboxes(names: &[&str]) -> Outcome {
    let sandbox = |name: &&str| Sandbox {
        name: SandboxName::parse(name).unwrap(),
        title: String::new(),
        kind: "development".to_owned(),
        region: "VA7".to_owned(),
        state: "active".to_owned(),
        is_default: false,
    };
    Outcome::Sandboxes(names.iter().map(sandbox).collect())
}

pub fn spec() -> Outcome {
    Outcome::Specs(vec![ConnectionSpec::service_cloud()], Vec::new())
}

impl Page {
    pub fn check(&mut self, msg: CheckMsg) -> Vec<Effect> {
        self.tell(Msg::Check(msg))
    }

    /// *Run check*, with all secrets typed and a token that fits.
    pub fn run_check(&mut self) -> Vec<Effect> {
        self.run_check_with(given::secrets(), readable(&facts()))
    }

    pub fn run_check_with(&mut self, secrets: SecretReport, token: TokenLook) -> Vec<Effect> {
        assert_eq!(self.check(CheckMsg::Pressed), [Effect::Check(Job::Read(false))]);
        self.check(CheckMsg::Read(false, given(secrets, token)))
    }

    /// The newest request of the check is answered.
    #[track_caller]
    pub fn check_answers(&mut self, effects: &[Effect], outcome: Outcome) -> Vec<Effect> {
        let (ticket, _, _) = asked(effects);
        let answer = Box::new(Answer { outcome, took_ms: 30 });
        self.check(CheckMsg::Answered(ticket, answer))
    }

    /// The newest request breaks off, and so does the one that is made in its place.
    #[track_caller]
    pub fn check_breaks_off(&mut self, effects: &[Effect]) -> Vec<Effect> {
        let broken = || Outcome::Failed(CallError::NoAnswer(NoAnswer::ConnectionFailed));
        let (_, ask, request) = asked(effects);
        let again = self.check_answers(effects, broken());
        let (_, ask_again, request_again) = asked(&again);
        assert_eq!((ask_again, request_again), (ask, request), "a read is made once more");
        self.check_answers(&again, broken())
    }

    pub fn state(&self, stage: Stage) -> State {
        let step = self.model.check.steps.iter().find(|step| step.stage == stage);
        self.model.check.state(step.expect("the stage is there"))
    }

    pub fn found(&self, stage: Stage) -> Vec<Finding> {
        let step = self.model.check.steps.iter().find(|step| step.stage == stage);
        step.and_then(|step| step.done.clone()).map(|done| done.found).unwrap_or_default()
    }

    pub fn took(&self, stage: Stage) -> Option<u32> {
        let step = self.model.check.steps.iter().find(|step| step.stage == stage);
        step.and_then(|step| step.done.as_ref()?.took_ms)
    }

    /// How all stages stand, in one word each.
    pub fn walked(&self) -> String {
        let words = self.model.check.steps.iter().map(|step| match self.model.check.state(step) {
            State::NotRun => "-",
            State::Running => "running",
            State::Is(Verdict::Passed) => "ok",
            State::Is(Verdict::Warning) => "warning",
            State::Is(Verdict::Failed) => "failed",
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// A check whose list of sandboxes failed so.
    pub fn listing_fails(error: CallError) -> (Self, Vec<Effect>) {
        let mut page = Self::filled();
        let effects = page.run_check();
        let effects = page.check_answers(&effects, Outcome::Failed(error));
        (page, effects)
    }

    /// A check whose connection spec could not be had.
    pub fn spec_fails(error: CallError) -> (Self, Vec<Effect>) {
        let mut page = Self::filled();
        let effects = page.run_check();
        let effects = page.check_answers(&effects, sandboxes(&["prod", "acme-dev"]));
        let effects = page.check_answers(&effects, Outcome::Failed(error));
        (page, effects)
    }
}

/// The one request among the effects, which is a read.
#[track_caller]
pub fn asked(effects: &[Effect]) -> (Ticket, Ask, &Request) {
    match effects {
        [Effect::Check(Job::Send(ticket, ask, request))] => {
            assert_eq!(request.method, flow_service::request::Method::Get);
            assert_eq!(request.body, None);
            (*ticket, *ask, request)
        }
        _ => panic!("{effects:?}"),
    }
}

pub fn passed() -> State {
    State::Is(Verdict::Passed)
}

#[test]
fn a_check_that_was_not_run_says_nothing() {
    let page = Page::filled();
    assert_eq!(page.model.check.progress, Progress::Idle);
    assert!(page.model.check.steps.is_empty());
}
