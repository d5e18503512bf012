//! The life of connections: what is decided, and what is seen of it (native; no browser).
//!
//! Messages go in as the page would send them; effects, the model and the drawn HTML are
//! looked at, the HTML by role and name as a person or a screen reader finds things.

#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../views/html.rs"]
#[expect(dead_code, reason = "the views of the form use more of it")]
mod html;

mod room;

mod calls;

mod list;

mod window;

mod online;

mod removal;

mod one;

mod edit;

mod explore;

mod access;
