//! The stages of a creation, and which of them a failed call belongs to.

use flow_service::error::{CallError, Fault, NotSent, UnreadableReason};

/// A stage, in the order in which a creation passes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// What is typed can be sent.
    Typed,
    /// The access token says of itself what it should.
    Token,
    /// The API can be reached from this page.
    Reach,
    /// The gateway accepts the headers.
    Gateway,
    /// The sandbox is there.
    Sandbox,
    /// The connection spec is known, and has the auth spec.
    Spec,
    /// The service creates the connection. A check never does that; the stage is there where
    /// a creation failed at it.
    Create,
    /// The source accepts the credentials of the connection.
    Test,
    /// The source shows what it holds.
    Explore,
}

impl Stage {
    /// The stages that a check without a connection walks through.
    pub const ALWAYS: [Self; 6] =
        [Self::Typed, Self::Token, Self::Reach, Self::Gateway, Self::Sandbox, Self::Spec];
    /// Those that need a connection.
    pub const WITH_CONNECTION: [Self; 2] = [Self::Test, Self::Explore];

    /// The stage that a call has failed at which was made for the stage `at`.
    #[must_use]
    pub fn of_error(error: &CallError, at: Self) -> Self {
        match error {
            CallError::NotSent(NotSent::MissingSecret(_)) => Self::Token,
            CallError::NotSent(_) | CallError::NoAnswer(_) => match at {
                // The way was open a moment ago.
                Self::Spec | Self::Test | Self::Explore => at,
                _ => Self::Reach,
            },
            CallError::RefusedByGateway(_) => Self::Gateway,
            // What is no JSON at all is no answer of the API.
            CallError::UnreadableAnswer(answer) => match answer.reason {
                UnreadableReason::Empty | UnreadableReason::NotJson => Self::Gateway,
                UnreadableReason::TooLarge | UnreadableReason::Cut | UnreadableReason::Lacks(_) => {
                    at
                }
            },
            CallError::RefusedByService(refusal) => match refusal.concerns() {
                Some(Fault::AccessToken | Fault::ApiKey | Fault::OrganizationId) => Self::Gateway,
                Some(Fault::Sandbox) => Self::Sandbox,
                Some(Fault::SpecId | Fault::AuthSpec) => Self::Spec,
                Some(Fault::Param(_)) if at == Self::Create => Self::Typed,
                Some(Fault::Param(_)) | None if refusal.status == 401 => Self::Gateway,
                Some(Fault::Param(_)) | None => at,
            },
        }
    }
}
