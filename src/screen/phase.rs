//! How far the main job is: from filling in the form to the connection.

use flow_service::error::{CallError, NoAnswer};
use flow_service::request::Access;
use flow_service::value::{ConnectionId, ConnectionSpecId};

use super::field::Field;

/// How far the main job is.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// The form is being filled in.
    Filling,
    /// The request is on its way.
    Sending(Sent),
    /// The request was refused, or not sent: nothing was created.
    Refused(NotCreated),
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

    /// The creation that this is about, as it was sent, while it is not known to have succeeded.
    #[must_use]
    pub const fn sent(&self) -> Option<&Sent> {
        match self {
            Self::Sending(sent) | Self::Unknown { sent, .. } => Some(sent),
            Self::Refused(refused) => Some(&refused.sent),
            Self::Filling | Self::Created { .. } => None,
        }
    }

    /// All inputs have other values now: none is the one that was refused.
    pub(super) fn unmark(&mut self) {
        if let Self::Refused(refused) = self {
            refused.mark = None;
        }
    }

    /// What was running will not be answered any more: a person can begin it again.
    pub(super) fn break_off(&mut self) {
        let closed = CallError::NoAnswer(NoAnswer::PageClosed);
        match self {
            Self::Sending(sent) => {
                let look = Look::Failed(closed.clone());
                *self = Self::Unknown { cause: closed, sent: sent.clone(), look };
            }
            Self::Unknown { look: look @ Look::Looking(_), .. } => *look = Look::Failed(closed),
            Self::Created { test: test @ TestRun::Running, .. } => *test = TestRun::None,
            Self::Filling | Self::Refused(_) | Self::Unknown { .. } | Self::Created { .. } => {}
        }
    }
}

/// A request that was refused, or not sent.
#[derive(Debug, Clone, PartialEq)]
pub struct NotCreated {
    /// Why.
    pub cause: CallError,
    /// What was sent, or would have been.
    pub sent: Sent,
    /// The input that the refusal is about, if it is known, until that input is changed.
    pub mark: Option<Field>,
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
    /// The name of its auth spec.
    pub auth_name: String,
    /// When *Create connection* was pressed, in milliseconds since 1970 (UTC).
    pub pressed_at: u64,
}

impl Sent {
    /// The auth spec of the built-in source; none of another source's. What Adobe announced
    /// of an auth spec it announced of that source only.
    #[must_use]
    pub fn built_in_auth(&self) -> &str {
        let is_built_in = self.spec_id.as_str() == ConnectionSpecId::SERVICE_CLOUD;
        if is_built_in { &self.auth_name } else { "" }
    }
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
    /// What stands in the form.
    pub in_form: InForm,
}

/// What stands in the form once a connection is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InForm {
    /// What this connection was made of.
    Itself,
    /// Something else, which was typed for another one.
    Another,
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
