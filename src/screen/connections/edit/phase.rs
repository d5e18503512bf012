//! How far an edit is: from typing to what the service has.

use flow_service::connection::Connection;
use flow_service::error::CallError;

/// How far an edit is.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// It can be saved.
    Open,
    /// *Save changes* was pressed, and nothing is changed.
    Unchanged,
    /// The request is on its way.
    Saving,
    /// The request was refused, or not sent: nothing is changed.
    Refused(CallError),
    /// The newest version is asked for, for this reason.
    Comparing(Doubt),
    /// The newest version could not be asked for.
    CompareFailed(Doubt, CallError),
    /// The service has this newer version, and the person decides.
    Conflict(Doubt, Box<Connection>),
    /// No result came, and the service still has the version that was edited.
    NotSaved(CallError),
    /// The service has what was typed.
    Saved(Saved),
}

/// Why an edit is compared with the newest version.
#[derive(Debug, Clone, PartialEq)]
pub enum Doubt {
    /// The service refused it: the version is not the newest.
    Stale,
    /// No result came.
    Unknown(CallError),
    /// A newer version was seen before anything was saved.
    Noticed,
}

/// How it is known that an edit was saved.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// The service said so of this.
    Answered(What),
    /// This came in place of a result, and the newest version has what was typed. Of
    /// credentials that cannot be seen.
    Looked(CallError),
}

/// What was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Name or description.
    Words,
    /// The credentials too.
    Credentials,
}
