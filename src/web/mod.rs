//! The browser's side of the app: the custom element, what it keeps, and all effects.

mod address;

mod app;

mod clipboard;

mod clock;

mod configuration;

mod connections;

mod check;

mod deeds;

mod duplicates;

mod element;

mod file;

mod get_token;

mod host_event;

mod host_page;

mod import;

mod json;

mod keeping;

mod leaving;

mod online;

mod params;

mod part;

mod profiles;

mod renewal;

mod running;

mod sandboxes;

mod secret_inputs;

mod send;

mod sources;

mod session;

mod storage;

mod theme;

mod whole_page;

pub use element::{Host, start};
