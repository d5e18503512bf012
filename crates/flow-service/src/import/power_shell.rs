//! Words as PowerShell reads them, and its quoted values.

use super::bash;
use super::cursor::Cursor;
use super::placeholder::EXPANSION;
use super::words::Words;
use crate::find::find;

/// Whether a line with curl was written for PowerShell, and not for a shell like bash.
pub(super) fn is_style_of(line: &str) -> bool {
    let escapes = || {
        let mut behind = line.split('`').skip(1);
        find(line, "`\"").is_some() && behind.all(|rest| rest.starts_with(['"', '$']))
    };
    line.trim_end().ends_with(" `")
        || find(line, "$env:").is_some()
        || (escapes() && !bash::is_single_quoted(line))
}

/// The words of all commands of a text. A quotation that is not closed ends with the text.
pub(super) fn words(text: &str) -> Words {
    let mut words = Words::for_text(text);
    let mut text = Cursor::new(text);
    while let Some(next) = text.next() {
        match next {
            '\n' | ';' | '&' | '|' | '(' | ')' => words.end_command(),
            ' ' | '\t' | '\r' => words.end_word(),
            '#' if !words.is_in_word() => text.skip_line(),
            '`' if text.eat_line_end() => {}
            '`' => escaped(&mut text, &mut words),
            '\'' => drop(single_quoted(&mut text, &mut words)),
            '"' => drop(double_quoted(&mut text, &mut words)),
            '$' => variable(&mut text, &mut words),
            other => words.push(other),
        }
    }
    words.end_command();
    words
}

/// What stands between single quotation marks, the first of which is read already. None
/// where the text ends before the last.
pub(super) fn single_quoted(text: &mut Cursor<'_>, words: &mut Words) -> Option<()> {
    words.begin();
    loop {
        match text.next()? {
            '\'' if !text.eat('\'') => return Some(()),
            other => words.push(other),
        }
    }
}

/// The same for double ones.
pub(super) fn double_quoted(text: &mut Cursor<'_>, words: &mut Words) -> Option<()> {
    words.begin();
    loop {
        match text.next()? {
            '"' if !text.eat('"') => return Some(()),
            '`' => escaped(text, words),
            '$' => variable(text, words),
            other => words.push(other),
        }
    }
}

fn escaped(text: &mut Cursor<'_>, words: &mut Words) {
    match text.next() {
        Some('n') => words.push('\n'),
        Some('r') => words.push('\r'),
        Some('t') => words.push('\t'),
        Some(other) => words.push(other),
        None => {}
    }
}

/// A variable, or a lone dollar sign. The sign is read already.
fn variable(text: &mut Cursor<'_>, words: &mut Words) {
    let is_name = |it: char| it.is_ascii_alphanumeric() || it == '_';
    match text.peek() {
        _ if text.eat_bracketed() => {}
        Some(first) if is_name(first) => {
            // `$env:NAME` is one too.
            text.eat_while(|it| is_name(it) || it == ':');
        }
        _ => return words.push('$'),
    }
    words.push(EXPANSION);
}
