//! Who may use whom.

use crate::source::{absent, holds};

/// All that speaks to a browser.
const BROWSER: [&str; 8] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "serde_wasm_bindgen",
    "gloo_net",
    "gloo_timers",
    "yew",
];

#[test]
fn screen_uses_neither_a_browser_nor_what_is_drawn() {
    absent(&["src/screen"], &BROWSER, &[]);
    absent(
        &["src/screen"],
        &["crate::ui", "crate::web", "super::super::ui", "super::super::web"],
        &[],
    );
}

#[test]
fn screen_reads_no_clock_and_does_no_io() {
    absent(&["src/screen"], &OUTSIDE, &[]);
}

#[test]
fn ui_sends_nothing_and_reads_no_clock() {
    let words = [
        "crate::web",
        "js_sys",
        "gloo_net",
        "gloo_timers",
        "wasm_bindgen_futures",
        "Date",
        "spawn_local",
    ];
    absent(&["src/ui"], &words, &[]);
    absent(&["src/ui"], &OUTSIDE, &[]);
}

/// Drawing happens in a native program too, where each call of these would panic.
#[test]
fn ui_reaches_for_no_window_and_no_document() {
    absent(&["src/ui"], &["web_sys::window", "window()", "document()", "Window", "Document"], &[]);
}

#[test]
fn flow_service_uses_no_browser_and_no_yew() {
    absent(&["crates/flow-service/src"], &BROWSER, &[]);
}

/// What lies outside of the arguments of a function.
const OUTSIDE: [&str; 13] = [
    "std::time",
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "std::io",
    "SystemTime",
    "Instant",
    "rand",
    "thread_local!",
    "println!",
    "eprintln!",
];

/// These write programs that people run: such words stand in their texts.
const WRITERS: [&str; 2] =
    ["crates/flow-service/src/code/javascript.rs", "crates/flow-service/src/code/rust.rs"];

#[test]
fn flow_service_has_no_clock_no_randomness_and_no_io() {
    absent(&["crates/flow-service/src"], &OUTSIDE, &WRITERS);
    absent(&["crates/flow-service/src"], &["async", "await"], &WRITERS);
}

#[test]
fn the_local_service_does_not_know_the_app() {
    absent(&["crates"], &["flow_connect"], &[]);
}

#[test]
fn only_the_program_uses_web() {
    absent(&["src/screen", "src/ui"], &["web::"], &[]);
}

#[test]
fn a_word_is_found_as_a_word() {
    assert!(holds("use yew::prelude::*;", "yew"));
    assert!(holds("crate::web::start()", "crate::web"));
    assert!(!holds("let operand = renewed;", "rand"));
    assert!(!holds("use crate::website;", "crate::web"));
    assert!(holds("x.open(y)", ".open("));
}
