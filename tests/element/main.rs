//! The element `<flow-connect>` in a document (wasm32 only; runs in a browser by
//! `cargo xtask test browser`).
//!
//! The tests are a page that embeds the element: they set attributes and properties,
//! move it about, listen to its events, and look into its open shadow root.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod host_page;

mod mounting;

mod attributes;

mod access_token;

mod token_provider;

mod events;

mod moving;

mod pressing;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
