//! What is said of what was kept for this tab.

/// The notice.
pub const RESTORED: &str =
    "Restored what you typed before the page was loaded again, but for the secrets.";
/// A button.
pub const START_OVER: &str = "Start over";
