//! Words for people are in `screen::words`: another language is another folder.

use crate::source::{absent, rust_files};

/// The texts between quotes of a line, as far as a line tells.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

/// Names of elements, attributes, classes and `id`s are in lower case; words for people
/// begin with a capital letter or end in a mark.
fn is_for_people(literal: &str) -> bool {
    let first = literal.trim_start().chars().next();
    first.is_some_and(char::is_uppercase) || literal.trim_end().ends_with(['.', '!', '?', '…', ':'])
}

#[test]
fn views_have_no_words_of_their_own() {
    let mut found = Vec::new();
    for source in rust_files(&["src/ui"]) {
        for (number, line) in source.code() {
            for literal in literals(line).filter(|literal| is_for_people(literal)) {
                found.push(format!("{}:{number}: {literal:?}", source.path));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_text_is_drawn_from_a_literal() {
    for source in rust_files(&["src/ui"]) {
        for (number, line) in source.code() {
            for drawn in [".text(\"", ".string(\"", ">{ \"", "VText::new(\""] {
                for (at, _) in line.match_indices(drawn) {
                    let rest = &line[at + drawn.len()..];
                    assert!(
                        rest.starts_with(" \""),
                        "{}:{number} draws a literal: {line}",
                        source.path
                    );
                }
            }
        }
    }
}

/// Words come from one place, so they go to one place.
#[test]
fn what_decides_has_no_sentences() {
    // Words are in folders of their own; the samples are values of nobody.
    let has_words = |path: &str| path.contains("/words/") || path == "src/screen/sample.rs";
    for source in rust_files(&["src/screen"]).iter().filter(|source| !has_words(&source.path)) {
        // The reason of a lint that is switched off is for programmers.
        for (number, line) in source.code().filter(|(_, line)| !line.contains("reason = \"")) {
            let sentence = literals(line).find(|literal| literal.trim().split(' ').count() > 2);
            assert_eq!(sentence, None, "{}:{number}", source.path);
        }
    }
}

#[test]
fn views_take_errors_by_their_words_not_by_their_debug_text() {
    absent(&["src/ui", "src/screen"], &["format!", "{:?}", ".to_string()).text"], &[]);
}
