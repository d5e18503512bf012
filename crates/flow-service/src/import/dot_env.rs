//! `.env` files, and lines that set variables in bash, cmd or PowerShell.
//!
//! There is no standard for `.env`: read is what the common programs agree on. A value
//! without quotation marks ends at the end of its line or at ` #`. Between single ones
//! everything is literal; between double ones a backslash escapes. A quoted value may have
//! several lines.

use super::bash;
use super::cursor::Cursor;
use super::found::{Format, Import, NothingFound, Why};
use super::gathered::Gathered;
use super::key::{self, Names};
use super::placeholder::EXPANSION;
use super::power_shell;
use super::words::Words;
use crate::find::find;

/// How a line sets a variable.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `KEY=value`, `export KEY=value`.
    File,
    /// `set KEY=value`, `set "KEY=value"`.
    Prompt,
    /// `$env:KEY = "value"`.
    PowerShell,
}

/// Reads a text, if it sets a variable.
pub(super) fn read(text: &str) -> Option<Result<Import, NothingFound>> {
    let lines = Lines::of(text);
    if lines.names.is_empty() {
        return None;
    }
    let names = Names::of(lines.names.iter().map(|(name, _)| *name));
    let mut gathered = Gathered::default();
    let mut values = lines.values.words();
    for (name, is_read) in lines.names {
        let value = is_read.map(|()| values.next().unwrap_or_default());
        match (key::of_setting(name, names), value) {
            (Ok(target), Ok(value)) => gathered.offer(name, target, value),
            // The end of something in base64: what looks like a name may be a secret.
            (Err(Why::Unknown), Ok("" | "=")) => {}
            (Err(why), _) | (_, Err(why)) => gathered.ignore(name, why),
        }
    }
    Some(gathered.finish(Format::DotEnv))
}

/// The names that a text sets, and a word for each value that could be read.
struct Lines<'a> {
    names: Vec<(&'a str, Result<(), Why>)>,
    values: Words,
}

impl<'a> Lines<'a> {
    fn of(mut text: &'a str) -> Self {
        let mut lines = Self { names: Vec::new(), values: Words::for_text(text) };
        while !text.is_empty() {
            let (line, after) = split_line(text);
            text = if find(line, "-----BEGIN").is_some() {
                // A private key over several lines: some of them look like settings.
                lines.names.extend(setting(line).map(|(name, ..)| (name, not_taken(name))));
                behind_key(text)
            } else {
                lines.read_line(text, after)
            };
        }
        lines
    }

    /// Reads what the text sets up to the end of a line, and gives the text behind it. The
    /// text behind the first line is known: looking for it again for each setting would
    /// take too long where there are many in a line.
    fn read_line(&mut self, mut text: &'a str, mut after: &'a str) -> &'a str {
        loop {
            let line = text.get(..text.len() - after.len()).unwrap_or_default();
            let Some((name, style, value)) = setting(line) else { return after };
            let from = text.get(line.len() - value.len()..).unwrap_or_default();
            let read = read_value(style, from, after, &mut self.values);
            self.names.push((name, read.outcome));
            after = read.after;
            match read.next {
                Some(next) => text = next,
                None => return after,
            }
        }
    }
}

/// What came of a value.
struct Read<'a> {
    outcome: Result<(), Why>,
    /// The text from the next setting in the same line.
    next: Option<&'a str>,
    /// The text behind the line.
    after: &'a str,
}

/// Why the name of a key over several lines is left out, if it is known at all.
fn not_taken(name: &str) -> Result<(), Why> {
    Err(key::of_setting(name, Names::ADOBES).err().unwrap_or(Why::NotAText))
}

fn split_line(text: &str) -> (&str, &str) {
    text.split_once('\n').unwrap_or((text, ""))
}

/// What follows the line that ends a private key.
fn behind_key(text: &str) -> &str {
    let end = find(text, "-----END").and_then(|at| text.get(at..)).unwrap_or_default();
    split_line(end).1
}

/// The name that a line sets, how, and the rest of the line.
fn setting(line: &str) -> Option<(&str, Style, &str)> {
    let (before, value) = line.split_once('=')?;
    let before = before.trim();
    let (name, style) = if let Some(rest) = without_word(before, "export") {
        (rest, Style::File)
    } else if let Some(rest) = without_word(before.trim_start_matches('@'), "set") {
        (rest.strip_prefix('"').unwrap_or(rest), Style::Prompt)
    } else if let Some(rest) = before.strip_prefix('$') {
        let (scope, name) = rest.split_once(':').unwrap_or(("", rest));
        if !scope.is_empty() && !scope.eq_ignore_ascii_case("env") {
            return None;
        }
        (name, Style::PowerShell)
    } else {
        (before, Style::File)
    };
    let letter = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '-');
    let begins = name.starts_with(|it: char| it.is_ascii_alphabetic() || it == '_');
    // What is longer is something else that has a `=` in it.
    (begins && key::has_length(name) && name.chars().all(letter)).then_some((name, style, value))
}

/// The rest of a text that begins with this word and a blank.
fn without_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.get(word.len()..)?;
    let is_word = text.get(..word.len())?.eq_ignore_ascii_case(word);
    (is_word && rest.starts_with([' ', '\t'])).then(|| rest.trim_start())
}

/// Reads the value with which the text begins as one word.
fn read_value<'a>(style: Style, text: &'a str, after: &'a str, values: &mut Words) -> Read<'a> {
    let mut cursor = Cursor::new(text.trim_start_matches([' ', '\t']));
    let closed = match (style, cursor.next()) {
        (Style::PowerShell, Some('\'')) => power_shell::single_quoted(&mut cursor, values),
        (Style::PowerShell, Some('"')) => power_shell::double_quoted(&mut cursor, values),
        (Style::File, Some('\'')) => single_quoted(&mut cursor, values),
        (Style::File, Some('"')) => double_quoted(&mut cursor, values),
        _ => {
            let line = text.get(..text.len() - after.len()).unwrap_or_default();
            let (value, next) = match next_export(line).filter(|_| style == Style::File) {
                Some((value, at)) => (value, text.get(at..)),
                None => (line, None),
            };
            unquoted(value.trim(), style, values);
            return Read { outcome: Ok(()), next, after };
        }
    };
    if closed.is_none() {
        values.drop_word();
        return Read { outcome: Err(Why::NotClosed), next: None, after };
    }
    let rest = cursor.rest();
    // Either in the same line, or in a later one.
    let after = if rest.len() >= after.len() { after } else { split_line(rest).1 };
    let behind = rest.get(..rest.len() - after.len()).unwrap_or_default().trim();
    let is_next = behind.starts_with(';') || behind.starts_with("&&");
    if style == Style::File && !is_next && !behind.is_empty() && !behind.starts_with('#') {
        // Quoted piece by piece, as in `'it'\''s'`.
        let whole = text.get(..text.len() - after.len()).unwrap_or_default();
        let pieces = bash::words(whole.trim_end());
        values.drop_word();
        values.push_str(pieces.words().next().unwrap_or_default());
    }
    values.end_word();
    let next = is_next.then(|| rest.trim_start_matches([' ', '\t', ';', '&']));
    Read { outcome: Ok(()), next, after }
}

/// The value before another `export` in the same line, and where that begins.
fn next_export(line: &str) -> Option<(&str, usize)> {
    let mut from = 0;
    loop {
        let at = from + line.get(from..)?.find([';', '&'])?;
        let rest = line.get(at..)?.trim_start_matches([';', '&', ' ', '\t']);
        from = line.len() - rest.len();
        // A name is short: the whole line is not searched again and again.
        let sets = rest.bytes().take(key::LONGEST_OF_CONTEXTS).position(|it| it == b'=');
        let name = sets.and_then(|at| rest.get(..=at)).filter(|it| setting(it).is_some());
        if name.is_some_and(|name| without_word(name, "export").is_some()) {
            return Some((line.get(..at)?, from));
        }
    }
}

fn single_quoted(text: &mut Cursor<'_>, values: &mut Words) -> Option<()> {
    values.begin();
    loop {
        match text.next()? {
            '\'' => return Some(()),
            other => values.push(other),
        }
    }
}

fn double_quoted(text: &mut Cursor<'_>, values: &mut Words) -> Option<()> {
    values.begin();
    loop {
        match text.next()? {
            '"' => return Some(()),
            '\\' => match text.next()? {
                'n' => values.push('\n'),
                'r' => values.push('\r'),
                't' => values.push('\t'),
                '\n' => {}
                escaped @ ('"' | '\\' | '$' | '`') => values.push(escaped),
                other => {
                    values.push('\\');
                    values.push(other);
                }
            },
            other => values.push(other),
        }
    }
}

fn unquoted(line: &str, style: Style, values: &mut Words) {
    values.begin();
    match style {
        Style::Prompt => of_prompt(line, values),
        Style::PowerShell => {
            let value = line.split(['#', ';']).next().unwrap_or_default().trim();
            let is_number = value.bytes().all(|it| it.is_ascii_digit() || it == b'.');
            // Anything else would be run.
            if is_number { values.push_str(value) } else { values.push(EXPANSION) }
        }
        Style::File => {
            let mut before = ' ';
            let comment = line.char_indices().find(|&(_, it)| {
                let begins = it == '#' && matches!(before, ' ' | '\t');
                before = it;
                begins
            });
            let end = comment.map_or(line.len(), |(at, _)| at);
            values.push_str(line.get(..end).unwrap_or_default().trim_end());
        }
    }
    values.end_word();
}

/// The prompt keeps quotation marks around a value. Nobody means them.
fn of_prompt(line: &str, values: &mut Words) {
    let bare = line.strip_prefix('"').unwrap_or(line);
    if let Some(quoted) = bare.strip_suffix('"') {
        return values.push_str(quoted);
    }
    let mut text = Cursor::new(line);
    while let Some(next) = text.next() {
        let kept = if next == '^' { text.next() } else { Some(next) };
        if let Some(kept) = kept {
            values.push(kept);
        }
    }
}
