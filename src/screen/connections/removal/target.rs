//! What shall be deleted, and what came of it.

use flow_service::connection::Connection;
use flow_service::error::CallError;
use flow_service::value::ConnectionId;

use crate::screen::connections::list::Row;
use crate::screen::connections::words::removal as words;

/// A connection that shall be deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its ID.
    pub id: ConnectionId,
    /// Its name, if it has one.
    pub name: Option<String>,
    /// Its state as the service gave it.
    pub state: Option<String>,
}

impl Target {
    /// A connection, whether it is in the list or not.
    #[must_use]
    pub fn of(connection: &Connection) -> Self {
        let name = connection.name.clone().filter(|name| !name.trim().is_empty());
        Self { id: connection.id.clone(), name, state: connection.state.clone() }
    }

    /// One of the list.
    #[must_use]
    pub fn of_row(row: &Row) -> Self {
        Self { id: row.id.clone(), name: row.name.clone(), state: Some(row.state.clone()) }
    }

    /// What it is called: its name, or its ID.
    #[must_use]
    pub fn called(&self) -> &str {
        self.name.as_deref().unwrap_or(self.id.as_str()).trim()
    }

    /// Whether nothing can depend on it. Only what is disabled is surely at rest.
    fn is_at_rest(&self) -> bool {
        self.state.as_deref() == Some("disabled")
    }
}

/// What has to be typed before these are deleted, if anything has.
#[must_use]
pub fn phrase(targets: &[Target]) -> Option<String> {
    if targets.iter().all(Target::is_at_rest) {
        return None;
    }
    Some(match targets {
        [target] => target.called().to_owned(),
        targets => words::phrase(targets.len()),
    })
}

/// A connection whose removal was begun.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Which.
    pub target: Target,
    /// What came of it.
    pub fate: Fate,
}

/// What came of the removal of one connection.
#[derive(Debug, Clone, PartialEq)]
pub enum Fate {
    /// It was not asked for yet.
    Waiting,
    /// The request is on its way.
    Running,
    /// It is deleted.
    Deleted,
    /// It did not exist any more.
    Gone,
    /// It is still there.
    Refused(CallError),
    /// No answer came; it may be deleted. None where what was waited for was broken off.
    Unknown(Option<CallError>),
    /// It was never asked for, because the rest was stopped.
    Kept,
}

impl Fate {
    /// What follows from an answer.
    #[must_use]
    pub fn of(result: Result<(), CallError>) -> Self {
        match result {
            Ok(()) => Self::Deleted,
            Err(error) if error.is_gone() => Self::Gone,
            Err(error) if error.outcome_unknown() => Self::Unknown(Some(error)),
            Err(error) => Self::Refused(error),
        }
    }

    /// Whether the connection does not exist any more.
    #[must_use]
    pub const fn is_gone(&self) -> bool {
        matches!(self, Self::Deleted | Self::Gone)
    }

    /// Whether no more is to be heard of it.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        !matches!(self, Self::Waiting | Self::Running)
    }

    /// Why it is not surely deleted.
    #[must_use]
    pub const fn error(&self) -> Option<&CallError> {
        match self {
            Self::Refused(error) | Self::Unknown(Some(error)) => Some(error),
            Self::Waiting
            | Self::Running
            | Self::Deleted
            | Self::Gone
            | Self::Unknown(None)
            | Self::Kept => None,
        }
    }
}
