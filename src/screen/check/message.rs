//! What can happen in a check, and what shall be done about it.

use flow_service::error::CallError;
use flow_service::operation::list_connection_specs::Unread;
use flow_service::operation::list_sandboxes::Sandbox;
use flow_service::operation::{
    explore_connection, list_connection_specs, list_sandboxes, test_connection,
};
use flow_service::request::Request;
use flow_service::response::Response;
use flow_service::secret::Secrets;
use flow_service::spec::ConnectionSpec;
use flow_service::value::TokenFacts;

use crate::screen::model::Ticket;
use crate::screen::secret_report::SecretReport;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// *Run check* was pressed.
    Pressed,
    /// *Check what failed* was pressed beside a creation that failed.
    ExplainPressed,
    /// What stands in the inputs was read, for a check, or to explain a creation.
    Read(bool, Box<Given>),
    /// An answer came.
    Answered(Ticket, Box<Answer>),
    /// Whether the host answers at all, and how many milliseconds that took.
    Probed(Ticket, Probe, u32),
    /// *Stop* was pressed.
    Stopped,
}

/// What a check begins with.
#[derive(Debug)]
pub struct Given {
    /// What was found about the secrets.
    pub secrets: SecretReport,
    /// What was found about the access token.
    pub token: TokenLook,
    /// How long reading the inputs took, in milliseconds.
    pub typed_ms: u32,
    /// How long reading the token took, in milliseconds.
    pub token_ms: u32,
    /// The time (milliseconds since 1970, UTC).
    pub now: u64,
    /// How the browser names itself.
    pub user_agent: String,
}

/// What was found about the access token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenLook {
    /// There is none.
    Missing,
    /// The host page gives it when it is asked, which it was not yet.
    FromHost,
    /// It is no JWT; it has so many characters.
    NotReadable(usize),
    /// It says this of itself; it has so many characters.
    Readable(TokenFacts, usize),
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The sandboxes: the cheapest read that needs the token, the API key and the organization.
    Sandboxes,
    /// The connection spec.
    Spec,
    /// The test of the connection.
    Test,
    /// The highest level of the source.
    Explore,
}

/// An answer, and how long it took in milliseconds.
#[derive(Debug)]
pub struct Answer {
    /// What came.
    pub outcome: Outcome,
    /// The milliseconds.
    pub took_ms: u32,
}

/// What came of a request.
#[derive(Debug)]
pub enum Outcome {
    /// The sandboxes.
    Sandboxes(Vec<Sandbox>),
    /// The connection specs of that ID, and what of them could not be read.
    Specs(Vec<ConnectionSpec>, Vec<Unread>),
    /// Whether the source accepts the credentials.
    Tested(bool),
    /// The number of entries of the highest level.
    Explored(usize),
    /// No result.
    Failed(CallError),
}

/// What came of a request that asks the host for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Probe {
    /// The host answers.
    Answers,
    /// The request failed.
    Fails,
    /// Nothing came within this time, in milliseconds.
    TimedOut(u32),
}

/// What shall be done by the browser's side of the app.
#[derive(Debug, PartialEq)]
pub enum Job {
    /// Read the inputs, and answer with [`Msg::Read`] and this.
    Read(bool),
    /// Send a request, and answer with [`Msg::Answered`].
    Send(Ticket, Ask, Request),
    /// Look whether the host answers at all, and answer with [`Msg::Probed`].
    Probe(Ticket),
    /// Break off what is running.
    Abort,
}

impl Outcome {
    /// Reads an answer, and takes the secrets out of what comes from outside.
    #[must_use]
    pub fn of(ask: Ask, answer: Result<Response, CallError>) -> Self {
        let read = answer.and_then(|response| {
            Ok(match ask {
                Ask::Sandboxes => Self::Sandboxes(list_sandboxes::response(response)?),
                Ask::Spec => {
                    let (specs, unread) = list_connection_specs::response_in_full(response)?;
                    Self::Specs(specs, unread)
                }
                Ask::Test => Self::Tested(test_connection::response(response)?),
                Ask::Explore => {
                    Self::Explored(explore_connection::entries_response(response)?.len())
                }
            })
        });
        read.unwrap_or_else(Self::Failed)
    }

    /// The same outcome with the secrets taken out of what comes from outside.
    #[must_use]
    pub fn redacted(mut self, secrets: &Secrets) -> Self {
        match &mut self {
            Self::Sandboxes(sandboxes) => {
                for sandbox in sandboxes {
                    sandbox.state = secrets.redact(&sandbox.state);
                }
            }
            Self::Specs(specs, _) => {
                for spec in specs {
                    spec.version = secrets.redact(&spec.version);
                    for auth in &mut spec.auth_specs {
                        auth.name = secrets.redact(&auth.name);
                    }
                }
            }
            Self::Tested(_) | Self::Explored(_) => {}
            Self::Failed(error) => *error = error.clone().redacted(secrets),
        }
        self
    }
}
