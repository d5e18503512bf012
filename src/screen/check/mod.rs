//! The tool *Check*: it walks through the stages of a creation and shows each as it passes.
//!
//! It reads and never creates. What happens, what shall be done and what is decided are its
//! own, as with the other half of the app; `web/check.rs` carries out.

mod stage;

mod finding;

mod progress;

mod message;

mod local;

mod answered;

mod walk;

pub use finding::{Finding, Verdict};
pub use message::{Answer, Ask, Given, Job, Msg, Outcome, Probe, TokenLook};
pub use progress::{Check, Done, Progress, State, Step};
pub use stage::Stage;
pub(super) use walk::update;
pub use walk::{failure, may_run};
