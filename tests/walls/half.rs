//! The half of the app that is fetched when it is needed is a file of its own. What the rest
//! of the app names of it would come into the first load.

use crate::source::{Source, absent, file, holds, rust_files};

/// Where the half is.
const HALF: [&str; 53] = [
    "src/screen/connections/",
    "src/screen/check/",
    "src/screen/words/check",
    "src/screen/sources/",
    "src/screen/words/sources.rs",
    "src/screen/read.rs",
    "src/screen/update.rs",
    "src/screen/again.rs",
    "src/screen/outcome.rs",
    "src/screen/look_up.rs",
    "src/screen/sketch.rs",
    "src/screen/sample.rs",
    "src/screen/copied.rs",
    "src/screen/token_note.rs",
    "src/screen/get_token.rs",
    "src/screen/renewal.rs",
    "src/screen/import/",
    "src/screen/words/import.rs",
    "src/screen/kept.rs",
    "src/screen/secretlike.rs",
    "src/screen/unanswered.rs",
    "src/screen/profiles/",
    "src/ui/connections/",
    "src/ui/check.rs",
    "src/ui/offline.rs",
    "src/ui/duplicates.rs",
    "src/ui/outcome.rs",
    "src/ui/failures.rs",
    "src/ui/kept.rs",
    "src/ui/profiles/",
    "src/ui/request.rs",
    "src/ui/tool.rs",
    "src/ui/sources.rs",
    "src/ui/control.rs",
    "src/ui/secret_line.rs",
    "src/ui/get_token.rs",
    "src/ui/renewal.rs",
    "src/ui/above.rs",
    "src/ui/import.rs",
    "src/web/check.rs",
    "src/web/connections.rs",
    "src/web/deeds.rs",
    "src/web/duplicates.rs",
    "src/web/file.rs",
    "src/web/get_token.rs",
    "src/web/online.rs",
    "src/web/keeping.rs",
    "src/web/profiles.rs",
    "src/web/sandboxes.rs",
    "src/web/send.rs",
    "src/web/sources.rs",
    "src/web/params.rs",
    "src/web/import.rs",
];

/// What calls it, once it is there.
const PART: &str = "src/web/part.rs";

/// The table through which its views are reached.
const TABLE: &str = "src/ui/views.rs";

fn is_half(path: &str) -> bool {
    HALF.iter().any(|half| path.starts_with(half))
}

/// The rest of the app.
fn rest() -> Vec<Source> {
    let rest: Vec<_> =
        rust_files(&["src"]).into_iter().filter(|source| !is_half(&source.path)).collect();
    assert!(rest.len() > 30, "the test would prove nothing");
    rest
}

/// None of these words stands in the rest of the app, but in the files given.
#[track_caller]
fn absent_in_rest(words: &[&str], but_in: &[&str]) {
    let mut found = Vec::new();
    for source in rest().iter().filter(|source| !but_in.contains(&source.path.as_str())) {
        for (number, line) in source.code() {
            for word in words.iter().filter(|word| holds(line, word)) {
                found.push(format!("{}:{number} has {word}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn the_half_is_where_it_is_looked_for() {
    let sources = rust_files(&["src"]);
    for half in HALF {
        assert!(sources.iter().any(|source| source.path.starts_with(half)), "{half}");
    }
}

/// Of its modules the rest knows what it is told, and no more.
#[test]
fn the_rest_uses_nothing_of_the_half_but_what_it_is_told() {
    let names = |line: &str| {
        let path =
            ["connections::", "::connections", "{connections", "connections,", "connections}"];
        path.iter().any(|word| holds(line, word)) || holds(line, "mod connections")
    };
    let mut found = Vec::new();
    for source in rest() {
        for (_, line) in source.code().filter(|(_, line)| names(line)) {
            found.push(format!("{}: {}", source.path, line.trim()));
        }
    }
    found.sort();
    let told = |path: &str, from: &str| format!("{path}: use {from}::connections::Told;");
    let mut expect = vec![
        told("src/screen/door.rs", "super"),
        told("src/screen/message.rs", "super"),
        told(PART, "crate::screen"),
        "src/screen/mod.rs: pub mod connections;".to_owned(),
        "src/ui/mod.rs: pub mod connections;".to_owned(),
        "src/web/mod.rs: mod connections;".to_owned(),
    ];
    expect.sort();
    assert_eq!(found, expect);
}

/// A table names all that it reaches: who names the table has it all in his file.
#[test]
fn the_table_is_named_by_the_half_alone() {
    absent(&["src"], &["Views::ALL"], &["src/web/connections.rs"]);
    assert_eq!(file("src/web/connections.rs").text.matches("Views::ALL").count(), 1);
    assert_eq!(file(TABLE).text.matches("pub const ALL: Self").count(), 1);
    absent(&["src/ui"], &["Self::ALL"], &OTHER_LISTS);
    absent_in_rest(&["finding::finding", "request::request", "outcome::", "failures::"], &[TABLE]);
}

/// What only the half decides is decided through it.
#[test]
fn the_form_decides_at_once_or_not_at_all() {
    absent(&["src/web", "src/ui"], &["screen::update", "update("], &DECIDERS);
    let deeds = file("src/web/deeds.rs").text;
    assert_eq!(deeds.matches("update(&mut self.model").count(), 1);
    let words = ["read::read", "read::read_one", "sample_form", "session.call"];
    absent_in_rest(&words, &["src/screen/door.rs", "src/screen/mod.rs"]);
    // Who sends is called by the half alone, beside what keeps the token.
    absent_in_rest(&["send::send"], &["src/web/session.rs"]);
}

/// Those who have an `update`: the components, and the half.
const DECIDERS: [&str; 3] = ["src/web/app.rs", "src/web/connections.rs", "src/web/deeds.rs"];

/// Lists of variants that bear the same name.
const OTHER_LISTS: [&str; 1] = ["src/ui/connections/one.rs"];

/// Long texts are made by the half alone.
#[test]
fn long_texts_are_made_by_the_half_alone() {
    let but_in = [
        "src/screen/words/mod.rs",
        "src/screen/words/failure.rs",
        "src/screen/words/mismatch.rs",
        "src/screen/words/report.rs",
        "src/screen/words/token.rs",
        "src/screen/words/finding.rs",
        "src/ui/finding.rs",
        TABLE,
        // For tests and for the half.
        "src/screen/mod.rs",
    ];
    let makers = [
        "failure",
        "failure_details",
        "problem_in_full",
        "words::report",
        "report::",
        "sketch",
        "to_http",
        "to_curl",
    ];
    absent_in_rest(&makers, &but_in);
    absent_in_rest(&["words::problem", "words::remark"], &["src/ui/finding.rs"]);
}

/// It is the longest text of all.
#[test]
fn the_table_of_errors_is_named_by_the_words_for_failures_alone() {
    let table = "src/screen/words/errors.rs";
    let words = "src/screen/words/mod.rs";
    absent_in_rest(&["errors", "CATALOGUE"], &["src/screen/words/failure.rs", table, words]);
    let named = file(words).code().filter(|(_, line)| holds(line, "errors")).count();
    assert_eq!(named, 1, "it declares the module");
    let parts = rust_files(&["src/screen/words/errors"]);
    assert!(parts.iter().all(|part| part.text.contains("pub(super) static ENTRIES")));
}

/// Reading these answers is most of what the half is.
#[test]
fn operations_on_connections_that_exist_are_of_the_half() {
    let operations = [
        "list_sandboxes",
        "get_connection",
        "update_connection",
        "delete_connection",
        "explore_connection",
        "list_connection_specs",
        "typed::",
        "nested::",
        "refreshed_from",
        "retry::",
    ];
    absent_in_rest(&operations, &[]);
}

/// It is called through what it installs, never by name.
#[test]
fn the_half_is_reached_through_the_part_alone() {
    absent_in_rest(&["connections_part", "ConnectionsMsg"], &[]);
    absent(&["src"], &["install"], &[PART, "src/web/connections.rs"]);
    absent(&["src"], &["loadPart", "load_part"], &[PART]);
    absent(&["src"], &["part::load"], &["src/web/app/effects.rs"]);
    let half = file("src/web/connections.rs").text;
    assert_eq!(half.matches("part::install(").count(), 1);
    // Else the compiler sees that nothing else is ever installed, and calls it at once.
    assert!(half.contains("part::install(std::hint::black_box("));
}

/// The name of its export is known to those who split the file, fetch it, and call it.
#[test]
fn the_export_has_one_name() {
    for path in ["src/web/connections.rs", "src/web/element.js", "xtask/src/loader/part.rs"] {
        assert!(file(path).text.contains("connectionsPart"), "{path}");
    }
    for path in ["src/web/element.js", "xtask/src/loader.rs"] {
        assert!(file(path).text.contains("connections.wasm"), "{path}");
    }
}

/// What goes through the door is drawn and kept in the first load.
#[test]
fn what_is_told_is_small() {
    let text = file("src/screen/connections/message.rs").text;
    let (_, told) = text.split_once("pub enum Told {").unwrap();
    let (told, _) = told.split_once("\n}").unwrap();
    let variants: Vec<_> = told
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .collect();
    let expect = [
        "Say(String),",
        "AccessWorked,",
        "AccessRefused,",
        "Show(Route),",
        "HasInput(bool),",
        "Failed(CallError),",
        "Online(bool),",
        "Removed(ConnectionId),",
        "Edited,",
    ];
    assert_eq!(variants, expect);
}
