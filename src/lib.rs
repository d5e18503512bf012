//! Flow Connect: from credentials to a base connection of Adobe Experience Platform.
//!
//! The rooms, in reading order:
//! - [`screen`]: what the app knows and decides. Pure.
//! - [`ui`]: what is seen. Values in, callbacks out; no browser object.
//! - [`web`]: the browser: the custom element, the session, fetch, configuration.
//!
//! Invariants:
//! - No secret is in [`screen::Model`], in a [`screen::Msg`] or in the virtual DOM.
//! - Only parsed values become a request, and one file sends requests: `web/send.rs`.
//! - A `POST` is never repeated by the app itself, unless it was refused with 401.
//! - `ui` and `screen` run without a browser; only `web` is compiled for wasm alone.

pub mod screen;

pub mod ui;

#[cfg(target_arch = "wasm32")]
pub mod web;
