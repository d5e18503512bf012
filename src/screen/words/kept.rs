//! What is said of what was kept for this tab.

/// The notice.
pub const RESTORED: &str =
    "Restored what you typed before the page was loaded again, but for the secrets.";
/// What the live region says of a creation without an answer.
pub const SAY_UNANSWERED: &str = "A creation was on its way when this page was closed.";
/// A button.
pub const LOOK_FOR_IT: &str = "Look for it";
/// A button.
pub const START_OVER: &str = "Start over";

/// The notice about a creation without an answer, with its name, its sandbox and its time.
#[must_use]
pub fn unanswered(name: &str, sandbox: &str, at: u64) -> String {
    let at = super::utc(at);
    let text = ["A creation of ", name, " in the sandbox ", sandbox, ", pressed at ", &at];
    [&text.concat(), UNANSWERED].concat()
}

const UNANSWERED: &str = ", was on its way when this page was closed, and its answer never came. The connection may exist. Look for it before you create it again; that needs your access token, and sends nothing again.";
