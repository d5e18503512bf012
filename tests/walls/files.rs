//! Each file says what it is, and is about one thing.

use crate::source::{absent, rust_files};

const SHIPPED: [&str; 4] =
    ["src", "crates/flow-service/src", "crates/flow-service-sim/src", "xtask/src"];
const TESTS: [&str; 3] = ["tests", "crates/flow-service/tests", "crates/flow-service-sim/tests"];

/// At this length, ask what a file is about.
const LINES: usize = 300;

fn all() -> Vec<&'static str> {
    [&SHIPPED[..], &TESTS[..]].concat()
}

#[test]
fn each_file_says_what_it_is() {
    for source in rust_files(&all()) {
        assert!(source.text.starts_with("//! "), "{} does not say what it is", source.path);
    }
}

#[test]
fn no_file_is_long() {
    let mut long = Vec::new();
    for source in rust_files(&SHIPPED) {
        let lines = source.text.lines().count();
        if lines > LINES {
            long.push(format!("{} has {lines} lines", source.path));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

/// An exception has a reason, and goes when its reason goes.
#[test]
fn no_lint_is_switched_off_for_good() {
    absent(&all(), &["#[allow(", "#![allow("], &["tests/walls/files.rs"]);
    for source in rust_files(&all()).iter().filter(|source| source.path != "tests/walls/files.rs") {
        let expects = source.text.matches("[expect(").count();
        let reasons = source.text.matches("reason = \"").count();
        assert!(expects <= reasons, "{}: an expectation without a reason", source.path);
    }
}

#[test]
fn no_test_is_ignored_and_none_sleeps() {
    absent(&TESTS, &["#[ignore", "thread::sleep"], &["tests/walls/files.rs"]);
}

/// Names that say nothing gather what belongs elsewhere.
#[test]
fn no_file_is_a_drawer() {
    for source in rust_files(&all()) {
        let name = source.path.rsplit('/').next().unwrap_or_default();
        assert!(
            !["utils.rs", "util.rs", "helpers.rs", "common.rs", "misc.rs"].contains(&name),
            "{}",
            source.path
        );
    }
}

#[test]
fn each_test_program_says_for_which_target_it_is() {
    for source in rust_files(&["tests"]) {
        let parts: Vec<_> = source.path.split('/').collect();
        let is_program = parts.len() == 2 || (parts.len() == 3 && parts.last() == Some(&"main.rs"));
        if is_program {
            assert!(source.text.contains("target_arch = \"wasm32\""), "{}", source.path);
        }
    }
}
