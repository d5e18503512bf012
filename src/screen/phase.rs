//! How far the main job is: from filling in the form to the connection.

use flow_service::error::{CallError, NoAnswer};
use flow_service::request::Access;
use flow_service::value::{ConnectionId, ConnectionSpecId};

/// How far the main job is.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// The form is being filled in.
    Filling,
    /// The request is on its way.
    Sending(Sent),
    /// The request was refused, or not sent: nothing was created.
    Refused(CallError),
    /// The request may have been carried out.
    Unknown {
        /// Why that is not known.
        cause: CallError,
        /// What was sent.
        sent: Sent,
        /// What looking for the connection has given so far.
        look: Look,
    },
    /// The connection exists: the last one of `created`.
    Created {
        /// Who created it, and where.
        access: Access,
        /// Whether the source accepts the credentials.
        test: TestRun,
    },
}

impl Phase {
    /// Whether the form is there to be filled in.
    #[must_use]
    pub const fn is_filling(&self) -> bool {
        matches!(self, Self::Filling | Self::Refused(_))
    }

    /// What was running will not be answered any more: a person can begin it again.
    pub(super) fn break_off(&mut self) {
        let cancelled = CallError::NoAnswer(NoAnswer::Cancelled);
        match self {
            Self::Sending(sent) => {
                let look = Look::Failed(cancelled.clone());
                *self = Self::Unknown { cause: cancelled, sent: sent.clone(), look };
            }
            Self::Unknown { look: look @ Look::Looking(_), .. } => *look = Look::Failed(cancelled),
            Self::Created { test: test @ TestRun::Running, .. } => *test = TestRun::None,
            Self::Filling | Self::Refused(_) | Self::Unknown { .. } | Self::Created { .. } => {}
        }
    }
}

/// What was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Who asked, and where.
    pub access: Access,
    /// The name of the connection.
    pub name: String,
    /// The connection spec of the connection.
    pub spec_id: ConnectionSpecId,
    /// When *Create connection* was pressed, in milliseconds since 1970 (UTC).
    pub pressed_at: u64,
}

/// What looking for a connection has given.
#[derive(Debug, Clone, PartialEq)]
pub enum Look {
    /// This is look number so and so of a round, from 1.
    Looking(u8),
    /// The service has no such connection that is new; older ones of that name are these.
    NotFound(Vec<OlderNamesake>),
    /// The service could not be asked.
    Failed(CallError),
}

/// A connection of the same name and source that is older than the press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OlderNamesake {
    /// Its ID.
    pub id: ConnectionId,
    /// When it was created, in milliseconds since 1970 (UTC), by the service's clock.
    pub created_at: Option<u64>,
}

/// A connection that was created on this page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connected {
    /// Its ID.
    pub id: ConnectionId,
    /// Its etag, double quotes included.
    pub etag: Option<String>,
    /// Its name.
    pub name: String,
    /// Its sandbox.
    pub sandbox: String,
    /// When that was known, in milliseconds since 1970 (UTC).
    pub at: u64,
    /// Whether it was found by looking, after an unknown outcome.
    pub found_by_looking: bool,
    /// Whether it was removed on this page since.
    pub removed: bool,
}

/// A test of a connection.
#[derive(Debug, Clone, PartialEq)]
pub enum TestRun {
    /// Not asked for.
    None,
    /// On its way.
    Running,
    /// The service said so at this time (milliseconds since 1970, UTC).
    Answered(bool, u64),
    /// The service could not say.
    Failed(CallError),
}
