//! Every text of this half of the app that a person reads.

use flow_service::error::CallError;
use flow_service::operation::list_sandboxes::Sandbox;

mod number;

mod time;

pub mod list;

pub mod removal;

pub mod one;

pub mod edit;

pub mod explore;

pub use crate::screen::words::TRY_AGAIN;

// What several of the views say.

/// A button.
pub const REFRESH: &str = "Refresh";
/// A button.
pub const DELETE: &str = "Delete…";
/// A button.
pub const STOP: &str = "Stop";
/// A button.
pub const CLOSE: &str = "Close";
/// A field.
pub const DESCRIPTION: &str = "Description";
/// A field, and a choice.
pub const STATE: &str = "State";
/// A field.
pub const UPDATED: &str = "Updated";
/// A field.
pub const CREATED_BY: &str = "Created by";

/// What the live region says after copying.
#[must_use]
pub const fn copied(worked: bool) -> &'static str {
    if worked { crate::screen::words::COPIED } else { crate::screen::words::NOT_COPIED }
}

/// That a request was refused for a passing reason and is sent again.
#[must_use]
pub fn attempt(attempt: u8) -> String {
    if attempt < 2 {
        return String::new();
    }
    ["The service is busy. Attempt ", &u32::from(attempt).to_string(), " of 5…"].concat()
}

/// The next step after a failure. What is read may be read again without a second thought.
#[must_use]
pub const fn next_step(error: &CallError, usual: &'static str) -> &'static str {
    match error {
        CallError::NoAnswer(_) => {
            "Nothing was changed by it. Check the network, a proxy and apiBase, then try again."
        }
        _ => usual,
    }
}

/// A sandbox to choose: its name, and what else is known of it.
#[must_use]
pub fn sandbox(sandbox: &Sandbox) -> (String, String) {
    let mut about = sandbox.title.clone();
    let default = if sandbox.is_default { "default" } else { "" };
    let active = sandbox.state == "active" || sandbox.state.is_empty();
    let state = if active { "" } else { &sandbox.state };
    for more in [&sandbox.kind, &sandbox.region, default, state] {
        if !more.is_empty() {
            about.extend([if about.is_empty() { "" } else { " · " }, more]);
        }
    }
    (sandbox.name.as_str().to_owned(), about)
}
