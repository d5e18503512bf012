//! Source files as texts.

use std::fs;
use std::path::{Path, PathBuf};

/// One file.
pub struct Source {
    /// Its path within the repository.
    pub path: String,
    pub text: String,
}

impl Source {
    /// The lines that are no comment, with their numbers.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// The Rust files of these folders and all folders in them.
pub fn rust_files(folders: &[&str]) -> Vec<Source> {
    files(folders, "rs")
}

/// The files of these folders and all folders in them whose names end like this.
pub fn files(folders: &[&str], extension: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in folders {
        collect(&root.join(folder), extension, &mut paths);
    }
    let sources = paths.into_iter().map(|path| Source {
        text: fs::read_to_string(&path).unwrap(),
        path: path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"),
    });
    let sources: Vec<_> = sources.collect();
    assert!(!sources.is_empty(), "{folders:?} have no source: the test would prove nothing");
    sources
}

/// The text of one file.
pub fn file(path: &str) -> Source {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    Source { path: path.to_owned(), text }
}

fn collect(folder: &Path, wanted: &str, into: &mut Vec<PathBuf>) {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, wanted, into);
        } else if path.extension().is_some_and(|extension| extension == wanted) {
            into.push(path);
        }
    }
}

/// None of these words stands in the code of the folders, but in the files given.
#[track_caller]
pub fn absent(folders: &[&str], words: &[&str], but_in: &[&str]) {
    let mut found = Vec::new();
    for source in rust_files(folders) {
        if but_in.contains(&source.path.as_str()) {
            continue;
        }
        for (number, line) in source.code() {
            for word in words.iter().filter(|word| holds(line, word)) {
                found.push(format!("{}:{number} has {word}: {}", source.path, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Whether the text is in the line as a word of its own, not as a part of another.
pub fn holds(line: &str, word: &str) -> bool {
    let in_word =
        |character: Option<char>| character.is_some_and(|it| it.is_alphanumeric() || it == '_');
    line.match_indices(word).any(|(at, _)| {
        let (before, rest) = line.split_at(at);
        let after = &rest[word.len()..];
        let joined_before = in_word(word.chars().next()) && in_word(before.chars().next_back());
        let joined_after = in_word(word.chars().next_back()) && in_word(after.chars().next());
        !joined_before && !joined_after
    })
}
