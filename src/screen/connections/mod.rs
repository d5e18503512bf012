//! The life of connections after they were created: the list, one connection, its tables,
//! its edits, its end. Pure, and apart from the rest of the screen: this half of the app is
//! a file of its own, which a browser fetches when it is needed (`web/part.rs`).
//!
//! Each file below has a state, its `Msg` and its `update`; [`update`] hands out.

mod calls;

mod message;

mod model;

pub mod list;

pub mod removal;

pub mod one;

pub mod edit;

pub mod explore;

mod copied;

mod online;

mod update;

pub mod window;

pub mod words;

pub use calls::{Calls, Running, Verdict};
pub use message::{Answer, Call, CopyTarget, Effect, Moment, Msg, Told};
pub use model::Model;
pub use update::update;
