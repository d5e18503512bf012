//! The browser's side of the app: the custom element, what it keeps, and all effects.

mod address;

mod app;

mod clipboard;

mod clock;

mod configuration;

mod connections;

mod deeds;

mod element;

mod get_token;

mod host_event;

mod json;

mod leaving;

mod part;

mod renewal;

mod secret_inputs;

mod send;

mod session;

mod theme;

pub use element::{Host, start};
