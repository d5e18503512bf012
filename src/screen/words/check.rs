//! What a check says.

mod report;

mod values;

pub(in crate::screen) use report::report;

use flow_service::error::CallError;
use flow_service::spec::AuthSpec;
use flow_service::value::{ConnectionId, TokenFinding};

use super::utc;
use crate::screen::check::{Check, Done, Finding, Progress, Stage, State, Step, Verdict};

/// What it does.
pub const INTRO: &str = "Looks at each stage that a creation passes, and stops at the first one that makes the rest pointless. It only reads: nothing is created or changed.";
/// A button.
pub const RUN: &str = "Run check";
/// The same while it runs.
pub const STOP: &str = "Stop";
/// A button.
pub const COPY_REPORT: &str = "Copy check report";
/// A button beside a creation that failed.
pub const EXPLAIN: &str = "Check what failed";
/// Why it cannot be run.
pub const NOT_NOW: &str =
    "The creation is on its way. Once its answer is there, a check can be run.";
/// The list of the stages.
pub const STAGES: &str = "Stages";
/// What a token says of whose it is.
const ANOTHER_ORGANIZATION: &str = "It names another organization than Organization ID";
/// Where a stage is read from an answer that an earlier one waited for.
pub const SAME_ANSWER: &str = "same answer";

/// Makes the names of the stages, and what is said at the end where one failed.
macro_rules! stages {
    ($($stage:ident => $name:literal,)*) => {
        /// The name of a stage.
        #[must_use]
        pub const fn stage(stage: Stage) -> &'static str {
            match stage {
                $(Stage::$stage => $name,)*
            }
        }

        const fn failed_at(stage: Stage) -> &'static str {
            match stage {
                $(Stage::$stage => concat!("A stage failed: ", $name, "."),)*
            }
        }

        const fn failed_from(stage: Stage) -> &'static str {
            match stage {
                $(Stage::$stage => concat!("Stages failed, first this one: ", $name, "."),)*
            }
        }
    };
}

stages! {
    Typed => "What is typed can be sent",
    Token => "The access token is readable, in time and matching",
    Reach => "The API can be reached from here",
    Gateway => "The gateway accepts the headers",
    Sandbox => "The sandbox is there",
    Spec => "The connection spec is known and has this authentication",
    Create => "The service creates the connection",
    Test => "The source accepts the credentials of the connection just created",
    Explore => "The source shows its tables",
}

/// What stands beside a stage at which the creation failed.
#[must_use]
pub fn in_creation(error: &CallError) -> &'static str {
    if matches!(error, CallError::NoAnswer(_)) {
        "No answer to the creation came. How far it got is not known; this is the first stage at which it can have been lost."
    } else {
        "The creation failed at this stage."
    }
}

/// What stands beside the stage where the check meets the refusal that the creation met.
pub const REFUSED_ALIKE: &str = "This check was refused in the same way.";

/// How a stage stands.
#[must_use]
pub const fn state(state: State) -> &'static str {
    match state {
        State::NotRun => "Not run",
        State::Running => "Running…",
        State::Is(Verdict::Passed) => "Passed",
        State::Is(Verdict::Warning) => "Warning",
        State::Is(Verdict::Failed) => "Failed",
    }
}

/// Which connection a stage looks at.
#[must_use]
pub fn of_connection(id: &ConnectionId) -> String {
    [super::CONNECTION_ID, ": ", id.as_str()].concat()
}

/// How long a stage took, where it was looked at.
#[must_use]
pub fn took(done: &Done) -> Option<String> {
    match done.took_ms {
        Some(took) => Some([&took.to_string(), " ms"].concat()),
        None if done.found.contains(&Finding::CameThrough) => None,
        None => Some(SAME_ANSWER.to_owned()),
    }
}

/// How the check stands; the live region says this.
#[must_use]
pub fn said(check: &Check) -> &'static str {
    match check.progress {
        Progress::Idle => "",
        Progress::Running(_) => "The check runs.",
        Progress::Stopped => "The check was stopped.",
        Progress::Ended => match check.verdict() {
            Verdict::Passed => "Nothing was found: all stages that can be looked at are passed.",
            Verdict::Warning => "No stage failed; there are warnings.",
            Verdict::Failed => failed(check),
        },
    }
}

fn failed(check: &Check) -> &'static str {
    let is_failed = |step: &&Step| check.state(step) == State::Is(Verdict::Failed);
    let mut failed = check.steps.iter().filter(is_failed).map(|step| step.stage);
    match (failed.next(), failed.next()) {
        (Some(first), None) => failed_at(first),
        (Some(first), Some(_)) => failed_from(first),
        (None, _) => "",
    }
}

/// What was found; empty for a failure, which [`failure`](super::failure) puts into words.
#[must_use]
pub fn finding(finding: &Finding, auth: &AuthSpec) -> String {
    let text = match finding {
        Finding::Problem(field, problem) => {
            return super::summary_line(&super::label(field, auth), *problem, field.kind(auth));
        }
        Finding::Remark(field, remark) => {
            return [&super::label(field, auth), ": ", &super::remark(*remark)].concat();
        }
        Finding::Token(found) => return token(found),
        Finding::TokenEnds(at) => {
            return ["By its own claims it ends ", &utc(*at), "."].concat();
        }
        Finding::OnlyAccess => {
            "The connection is created and its credentials were cleared, so only Platform access was read."
        }
        Finding::TokenNotReadable => {
            "It is no JWT, so nothing can be read from it. It may be fine all the same: the gateway decides."
        }
        Finding::TokenFromHost => {
            "The page that embeds this app gives it when it is needed; it was not looked at."
        }
        Finding::CameThrough => "The creation came past this stage, so it was not looked at again.",
        Finding::Offline => {
            "This browser says that it is offline. Connect to the network, then run the check again."
        }
        Finding::TimedOut(limit) => {
            return [
                "No answer came within ",
                &(limit / 1000).to_string(),
                " seconds. The service is slow, or something on the way holds the request back.",
            ]
            .concat();
        }
        Finding::Blocked => {
            "The host answers, but twice this request gave the page nothing, and a browser does not tell why. Perhaps the host does not let pages of this origin in (CORS), refuses the preflight or redirects elsewhere: then whoever runs this page can put a reverse proxy before the API and set apiBase to /. Perhaps it answered with an error that pages may not read, as a gateway may for a wrong API key or too many requests, or a proxy or content blocker on the way let only this request fail: check the API key, and run the check again."
        }
        Finding::Interrupted => {
            "The host, which is that of this page, answers, but twice this request broke off or was redirected. Whoever runs this page should look at its reverse proxy."
        }
        Finding::BrokeOff => {
            "The API lets this page in: it has answered before. Twice this request gave the page nothing all the same: the connection broke off, or the answer was an error that pages may not read, as a gateway may give for too many requests. Wait a minute, then run the check again."
        }
        Finding::Silent(limit) => {
            return [
                "The request failed, and the host did not answer another one within ",
                &(limit / 1000).to_string(),
                " seconds: it is slow, or something on the way holds requests back.",
            ]
            .concat();
        }
        Finding::Unreachable => {
            "The host cannot be reached from this browser. A page is not told why: the name is not known (DNS), the connection is refused, TLS fails, or a proxy, a content blocker or the policy of this page is in the way. Check apiBase, then open its address in another tab."
        }
        Finding::Failed(_) => "",
        Finding::DoesNotTell(_) => {
            "The service does not tell which sandboxes there are. Whether this one is there shows at the next stage."
        }
        Finding::NotListed(count) => {
            return [
                "It is not among the sandboxes that the service lists (",
                &count.to_string(),
                "). Compare its name; whether it is there all the same shows at the next stage.",
            ]
            .concat();
        }
        Finding::SandboxState(state) => {
            return ["The service says that its state is ", state, ", not active."].concat();
        }
        Finding::SpecIdUnsendable => {
            "This connection spec ID cannot be asked for: only letters, digits, hyphens and underscores can stand in the address."
        }
        Finding::SpecUnknown => {
            "The service does not know this connection spec ID. Check it under Advanced."
        }
        Finding::SpecUnread => {
            "The service knows this connection spec ID, but what it says of the authentication could not be read here. Whether they fit shows when the connection is created."
        }
        Finding::AuthSpecMissing(offered) => {
            return [
                "The connection spec does not have this authentication. It has: ",
                &offered.join(", "),
                ".",
            ]
            .concat();
        }
        Finding::VersionDiffers(version) => {
            return [
                "The service has version ",
                version,
                " of the connection spec, and another one is typed.",
            ]
            .concat();
        }
        Finding::SourceRefused => super::TEST_REFUSED,
        Finding::Entries(0) => "The source shows nothing: the user may not be allowed to see any.",
        Finding::Entries(count) => return ["Entries: ", &count.to_string()].concat(),
    };
    text.to_owned()
}

fn token(found: &TokenFinding) -> String {
    let text = match found {
        TokenFinding::Expired(at) => {
            return [
                "By its own claims it ended ",
                &utc(*at),
                ". Generate a new one in Developer Console, unless the clock of this computer is wrong.",
            ]
            .concat();
        }
        TokenFinding::EndsSoon { left_ms, .. } => {
            let minutes = left_ms.div_ceil(60_000).to_string();
            return ["It ends in ", &minutes, " min. Generate a new one before long."].concat();
        }
        TokenFinding::NotYetValid(at) => {
            return [
                "By its own claims it must not be used before ",
                &utc(*at),
                ". The clock of this computer may be wrong.",
            ]
            .concat();
        }
        TokenFinding::AnotherClient => {
            "It was made for another client than the one of this API key. Copy token and Client ID from the same project in Developer Console."
        }
        TokenFinding::AnotherOrganization(own) => {
            return [ANOTHER_ORGANIZATION, ": ", own, "."].concat();
        }
        TokenFinding::NotOfIms => {
            "It does not have the claims that tokens of Adobe have. It may be one of another system."
        }
        TokenFinding::NotAnAccessToken => {
            "It says of itself that it is no access token. Generate an access token in Developer Console."
        }
    };
    text.to_owned()
}
