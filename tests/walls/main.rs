//! The walls between the rooms that Cargo does not keep, held against the source text
//! (native).
//!
//! Most of them say what is absent: who does not use whom, where nothing is sent, and
//! where no secret is opened.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod source;

mod rooms;

mod half;

mod sending;

mod secrets;

mod words;

mod files;
