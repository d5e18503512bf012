//! What is seen: the names and roles of the page in each phase (native; Yew's server
//! renderer and a browser's HTML parser, no browser).
//!
//! The HTML is looked at as a person or a screen reader would: by role and name, among
//! what is not hidden. How a view is written does not matter here.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod html;

mod given;

mod drawn;

mod form;

mod fields;

mod secrets;

mod sending;

mod refused;

mod unknown;

mod created;

mod frame;

mod request;

mod token;

mod escaped;

mod door;

mod missing;

mod import;

mod check;

mod always;

mod duplicates;

mod restored;

mod profiles;

mod sources;
