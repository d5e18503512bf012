//! Words as Windows' command prompt and the programs that it starts read them: the prompt
//! takes its carets out, the program splits what is left.

use zeroize::Zeroizing;

use super::bash;
use super::cursor::Cursor;
use super::placeholder::EXPANSION;
use super::words::Words;
use crate::find::find;

/// Whose rules a text follows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Those of the prompt.
    Prompt,
    /// Those by which browsers copy a request for the prompt. They put a caret before each
    /// quotation mark, also where the prompt would not take it out, and double every
    /// backslash, also where the program would not halve them; some put one before a dollar
    /// sign and a backtick. What they mean is read.
    Browser,
}

/// Whether a line with curl was written for the prompt, and not for a shell like bash.
pub(super) fn is_style_of(line: &str) -> bool {
    let doubled = || find(line, "{\"\"").is_some() || find(line, "^\\^\"").is_some();
    line.trim_end().ends_with(" ^")
        || is_browsers(line)
        || (doubled() && !bash::is_single_quoted(line))
}

fn is_browsers(text: &str) -> bool {
    let begins = text.split_once('"').is_some_and(|(before, _)| before.ends_with(" ^"));
    begins || find(text, "^\\^\"").is_some()
}

/// The words of all commands of a text.
pub(super) fn words(text: &str) -> Words {
    let style = if is_browsers(text) { Style::Browser } else { Style::Prompt };
    let mut words = Words::for_text(text);
    let mut line = Zeroizing::new(String::with_capacity(text.len() + text.len() / 2));
    let mut text = Cursor::new(text);
    while !text.rest().is_empty() {
        without_carets(&mut text, style, &mut line);
        split(&line, style, &mut words);
        // It is overwritten, and wiped at the end: wiping it for each line takes too long.
        line.clear();
    }
    words
}

/// One command without its carets.
fn without_carets(text: &mut Cursor<'_>, style: Style, line: &mut String) {
    let mut quoted = false;
    while let Some(next) = text.next() {
        match next {
            '^' if quoted => line.push('^'),
            '^' => {
                // A line break behind a caret is left out, and what follows is kept, be it
                // another line break.
                text.eat_line_end();
                line.extend(text.next());
            }
            '\n' => return,
            '&' | '|' if !quoted && style == Style::Prompt => return,
            '"' => {
                quoted = !quoted && style == Style::Prompt;
                line.push('"');
            }
            '%' => match variable(text.rest()) {
                Some(length) => {
                    for _ in 0..length {
                        text.next();
                    }
                    line.push(EXPANSION);
                }
                None => line.push('%'),
            },
            other => line.push(other),
        }
    }
}

/// The length of the rest of `%NAME%`. Shorter names are not looked for: percent-encoding
/// looks like them.
fn variable(rest: &str) -> Option<usize> {
    let (name, _) = rest.get(..rest.len().min(64)).unwrap_or_default().split_once('%')?;
    let is_name = |it: u8| it.is_ascii_alphanumeric() || it == b'_';
    let begins = name.starts_with(|it: char| it.is_ascii_alphabetic() || it == '_');
    (name.len() > 2 && begins && name.bytes().all(is_name)).then_some(name.len() + 1)
}

/// Splits a command as Microsoft's C library does. Only blanks separate words.
fn split(line: &str, style: Style, words: &mut Words) {
    let mut text = Cursor::new(line);
    let mut quoted = false;
    while let Some(next) = text.next() {
        match next {
            ' ' | '\t' if !quoted => words.end_word(),
            '\\' => {
                words.begin();
                backslashes(&mut text, style, |it| words.push(it));
            }
            '"' if quoted && text.eat('"') => words.push('"'),
            '"' => {
                quoted = !quoted;
                words.begin();
            }
            other => words.push(other),
        }
    }
    words.end_command();
}

/// Backslashes, the first of which is read already: before a quotation mark each stands for
/// the next character.
fn backslashes(text: &mut Cursor<'_>, style: Style, mut push: impl FnMut(char)) {
    let count = 1 + text.eat_while(|it| it == '\\');
    let mark = text.peek() == Some('"');
    let halved = mark || style == Style::Browser;
    for _ in 0..if halved { count / 2 } else { count } {
        push('\\');
    }
    let escaped = mark || (style == Style::Browser && matches!(text.peek(), Some('$' | '`')));
    if halved && count % 2 == 1 {
        push(if escaped { text.next().unwrap_or('\\') } else { '\\' });
    }
}

/// A text whose quotation marks were escaped for a program, though the shell hands it over
/// as it is.
pub(super) fn without_escapes(text: &str) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    let mut text = Cursor::new(text);
    while let Some(next) = text.next() {
        match next {
            '\\' => backslashes(&mut text, Style::Prompt, |it| plain.push(it)),
            other => plain.push(other),
        }
    }
    plain
}
