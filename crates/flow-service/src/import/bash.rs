//! Words as bash and its like read them.

use super::cursor::Cursor;
use super::placeholder::EXPANSION;
use super::words::Words;

/// Whether the first quotation mark of a line is a single one. What looks like an escape of
/// another shell is a part of a text then.
pub(super) fn is_single_quoted(line: &str) -> bool {
    line.find(['\'', '"']).and_then(|at| line.get(at..)).is_some_and(|it| it.starts_with('\''))
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
            '\\' if text.eat_line_end() => {}
            '\\' => words.push(text.next().unwrap_or('\\')),
            '\'' => single_quoted(&mut text, &mut words),
            '"' => double_quoted(&mut text, &mut words),
            '$' if text.eat('\'') => ansi_quoted(&mut text, &mut words),
            '$' if text.eat('"') => double_quoted(&mut text, &mut words),
            '$' => variable(&mut text, &mut words),
            '`' => command(&mut text, &mut words),
            other => words.push(other),
        }
    }
    words.end_command();
    words
}

fn single_quoted(text: &mut Cursor<'_>, words: &mut Words) {
    words.begin();
    while let Some(next) = text.next() {
        match next {
            '\'' => return,
            other => words.push(other),
        }
    }
}

fn double_quoted(text: &mut Cursor<'_>, words: &mut Words) {
    words.begin();
    while let Some(next) = text.next() {
        match next {
            '"' => return,
            '\\' => match text.next() {
                Some('\n') | None => {}
                Some(escaped @ ('"' | '\\' | '$' | '`')) => words.push(escaped),
                Some(other) => {
                    words.push('\\');
                    words.push(other);
                }
            },
            '$' => variable(text, words),
            '`' => command(text, words),
            other => words.push(other),
        }
    }
}

/// A variable, or a lone dollar sign. The sign is read already.
fn variable(text: &mut Cursor<'_>, words: &mut Words) {
    let is_name = |it: char| it.is_ascii_alphanumeric() || it == '_';
    match text.peek() {
        _ if text.eat_bracketed() => {}
        Some('0'..='9' | '?' | '$' | '!' | '#' | '@' | '*' | '-') => drop(text.next()),
        Some(first) if is_name(first) => drop(text.eat_while(is_name)),
        _ => return words.push('$'),
    }
    words.push(EXPANSION);
}

fn command(text: &mut Cursor<'_>, words: &mut Words) {
    while let Some(next) = text.next() {
        match next {
            '`' => break,
            '\\' => drop(text.next()),
            _ => {}
        }
    }
    words.push(EXPANSION);
}

/// `$'…'`, with the escapes of C. Browsers write it for texts with quotes in them.
fn ansi_quoted(text: &mut Cursor<'_>, words: &mut Words) {
    words.begin();
    let mut bytes = Bytes::default();
    while let Some(next) = text.next() {
        let ahead = if next == '\\' { text.next() } else { None };
        let byte = match ahead {
            Some('x') => number(text, 16, 2),
            Some(digit @ '0'..='7') => {
                let first = digit.to_digit(8).unwrap_or(0);
                Some(first << (3 * digits(text, 8, 2)) | number(text, 8, 2).unwrap_or(0))
            }
            _ => None,
        };
        if let Some([.., byte]) = byte.map(u32::to_be_bytes) {
            bytes.push(byte, words);
            continue;
        }
        bytes.end(words);
        match (next, ahead) {
            ('\'', _) => return,
            ('\\', Some('u')) => unicode(text, words),
            ('\\', Some('U')) => {
                words.push(number(text, 16, 8).and_then(char::from_u32).unwrap_or('\u{fffd}'));
            }
            ('\\', Some(escaped)) => escape(escaped, words),
            (other, _) => words.push(other),
        }
    }
    bytes.end(words);
}

/// The bytes of a character that was written byte by byte, as far as they are read.
#[derive(Default)]
struct Bytes {
    bytes: [u8; 4],
    length: usize,
}

impl Bytes {
    fn push(&mut self, byte: u8, words: &mut Words) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
        let read = self.bytes.get(..self.length).unwrap_or_default();
        match core::str::from_utf8(read) {
            Ok(text) => {
                words.push_str(text);
                self.length = 0;
            }
            Err(error) if error.error_len().is_some() => self.end(words),
            Err(_) => {}
        }
    }

    /// What is there and is no character never becomes one.
    fn end(&mut self, words: &mut Words) {
        if self.length > 0 {
            words.push('\u{fffd}');
            self.length = 0;
        }
    }
}

fn escape(escaped: char, words: &mut Words) {
    match escaped {
        'a' => words.push('\u{7}'),
        'b' => words.push('\u{8}'),
        'e' | 'E' => words.push('\u{1b}'),
        'f' => words.push('\u{c}'),
        'n' => words.push('\n'),
        'r' => words.push('\r'),
        't' => words.push('\t'),
        'v' => words.push('\u{b}'),
        '\\' | '\'' | '"' | '?' => words.push(escaped),
        other => {
            words.push('\\');
            words.push(other);
        }
    }
}

/// Browsers write a character beyond the first 65,536 as two halves (UTF-16).
fn unicode(text: &mut Cursor<'_>, words: &mut Words) {
    let first = number(text, 16, 4).unwrap_or(0);
    let mut code = first;
    if matches!(first, 0xd800..0xdc00) {
        let mut ahead = text.clone();
        if ahead.eat('\\')
            && ahead.eat('u')
            && let Some(second @ 0xdc00..0xe000) = number(&mut ahead, 16, 4)
        {
            code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
            *text = ahead;
        }
    }
    words.push(char::from_u32(code).unwrap_or('\u{fffd}'));
}

/// How many digits are next.
fn digits(text: &Cursor<'_>, radix: u32, longest: usize) -> usize {
    text.rest().chars().take(longest).take_while(|it| it.is_digit(radix)).count()
}

/// The number that is next, if there is one.
fn number(text: &mut Cursor<'_>, radix: u32, longest: usize) -> Option<u32> {
    let count = digits(text, radix, longest);
    let mut number = 0_u32;
    for _ in 0..count {
        let digit = text.next().and_then(|it| it.to_digit(radix)).unwrap_or(0);
        number = number.wrapping_mul(radix).wrapping_add(digit);
    }
    (count > 0).then_some(number)
}
