//! What is said while the browser is offline.

/// A notice, and what the live region says.
pub const OFFLINE: &str = "This browser is offline. What you type stays here; nothing can be sent until the network is back.";
/// What the live region says after that.
pub const ONLINE: &str = "This browser is online again.";
