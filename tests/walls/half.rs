//! The half of the app with connections is a file of its own, which is fetched when it is
//! needed. What the rest of the app names of it would come into the first load.

use crate::source::{Source, absent, file, holds, rust_files};

/// Where the half is.
const HALF: [&str; 3] =
    ["src/screen/connections/", "src/ui/connections/", "src/web/connections.rs"];

/// What calls it, once it is there.
const PART: &str = "src/web/part.rs";

/// What belongs to the half, and is reached through a table that comes with it.
const TABLES: [&str; 2] = ["src/screen/texts.rs", "src/ui/failures.rs"];

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
        told("src/screen/update.rs", "super"),
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
fn the_tables_are_named_by_the_half_alone() {
    absent(&["src"], &["Texts::ALL", "Failures::ALL"], &["src/web/connections.rs"]);
    let half = file("src/web/connections.rs").text;
    for table in ["Texts::ALL", "Failures::ALL"] {
        assert_eq!(half.matches(table).count(), 1, "{table}");
    }
    for path in TABLES {
        let table = file(path);
        assert_eq!(table.text.matches("pub const ALL: Self").count(), 1, "{path}");
        absent(&[path.rsplit_once('/').unwrap().0], &["Self::ALL"], &OTHER_LISTS);
    }
    let names = |source: &Source| source.code().any(|(_, line)| holds(line, "failures::"));
    let users: Vec<_> = rest().into_iter().filter(names).map(|source| source.path).collect();
    for path in users {
        let source = file(&path);
        for (number, line) in source.code().filter(|(_, line)| holds(line, "failures::")) {
            assert!(holds(line, "failures::Failures"), "{path}:{number}: {line}");
        }
    }
}

/// Lists of variants that bear the same name.
const OTHER_LISTS: [&str; 2] = ["src/screen/model.rs", "src/screen/connections/one/tab.rs"];

/// Long texts are made by the half: a call past the table would bring them back.
#[test]
fn long_texts_are_made_by_the_half_alone() {
    let words = [
        "src/screen/words/mod.rs",
        "src/screen/words/failure.rs",
        "src/screen/words/mismatch.rs",
        "src/screen/words/report.rs",
        "src/screen/sketch.rs",
        // For tests and for the half.
        "src/screen/mod.rs",
    ];
    let but_in = [&TABLES[..], &words].concat();
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
    assert!(!file("src/screen/mod.rs").text.contains("failure"));
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
    ];
    assert_eq!(variants, expect);
}
