//! What is said when the app has stopped for an error of its own. The script that says it gets
//! these words when the app begins: afterwards nothing of the app can be asked for them.

/// The heading; what happened; what that means for a request; the label of what was typed; the
/// button; what is said where the button could not help; and what is before the place.
pub const STOPPED: [&str; 7] = [
    "Flow Connect stopped",
    "An error of the app itself stopped it. Nothing that you typed was wrong.",
    "A request that was on its way may have been carried out: look for the connection before you create it again.",
    "What you typed, without secrets; copy it before you restart",
    "Restart",
    "The app could not be started again. Reload the page.",
    concat!("Flow Connect ", env!("CARGO_PKG_VERSION"), ", stopped at: "),
];
