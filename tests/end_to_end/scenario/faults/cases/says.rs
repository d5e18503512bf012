//! What the page has to say of a case.

use flow_connect::screen::words::errors::Entry;

/// The status that the page tells.
#[derive(Debug, Clone, Copy)]
pub enum Status {
    /// None: no answer came.
    None,
    /// This.
    Is(u16),
    /// That of a success of the operation.
    Success,
}

/// The request ID that the page tells.
#[derive(Debug, Clone, Copy)]
pub enum RequestId {
    /// None.
    None,
    /// One that the local service made.
    Any,
    /// This.
    Is(&'static str),
}

/// What it means and what to do next.
#[derive(Debug, Clone, Copy)]
pub enum Advice {
    /// By the catalogue.
    Written(&'static Entry),
    /// By itself: the next step of a creation, and that of all else where it is another.
    Plain {
        /// The likely cause.
        cause: Option<&'static str>,
        /// What to do next.
        next: &'static str,
        /// What to do next of a read. An edit has a step of its own then.
        next_else: Option<&'static str>,
    },
}

/// What the page says.
#[derive(Debug, Clone)]
pub struct Says {
    /// Where the call failed.
    pub stage: &'static str,
    /// The status.
    pub status: Status,
    /// The code.
    pub code: Option<String>,
    /// The request ID.
    pub request_id: RequestId,
    /// What happened.
    pub what: &'static str,
    /// What that means.
    pub advice: Advice,
    /// The server's own words.
    pub words: Option<String>,
}
