//! The table of faults: each with a name, what the local service does, and what the page says.
//!
//! What a documented code means stands in the app's catalogue and is taken from there; all
//! else that a person reads is written out here. A native test reads this table too.

pub mod case;

mod says;

mod coded;

pub mod gateway;

mod service;

mod connector;

mod malformed;

mod cut;

mod network;

mod slow;

pub use case::{Case, End, Kind, Operation, Passes, Special};

/// All cases.
pub fn all() -> Vec<Case> {
    [
        coded::cases(),
        gateway::cases(),
        service::cases(),
        connector::cases(),
        malformed::cases(),
        cut::cases(),
        network::cases(),
        slow::cases(),
    ]
    .concat()
}
