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

/// What the bytes are that `$'…'` writes as `\xNN`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bytes {
    /// UTF-8, as bash takes them.
    Utf8,
    /// Each is a character: so Firefox and Safari write those up to U+00FF when they copy a
    /// request, and bash would make something else of it.
    Characters,
}

/// A piece of `$'…'`.
enum Piece {
    Byte(u8),
    Character(char),
    /// An escape that bash does not know stays as it is.
    Unknown(char),
    End,
}

/// `$'…'`, with the escapes of C. Browsers write it for texts with quotes in them.
fn ansi_quoted(text: &mut Cursor<'_>, words: &mut Words) {
    words.begin();
    let bytes = if is_utf8(text.clone()) { Bytes::Utf8 } else { Bytes::Characters };
    let mut character = Character::default();
    loop {
        match piece(text) {
            Piece::Byte(byte) if bytes == Bytes::Utf8 => {
                if let Read::Whole(text) = character.push(byte) {
                    words.push(text);
                }
            }
            Piece::Byte(byte) => words.push(char::from(byte)),
            Piece::Character(character) => words.push(character),
            Piece::Unknown(escaped) => {
                words.push('\\');
                words.push(escaped);
            }
            Piece::End => return,
        }
    }
}

/// Whether all that is written byte by byte is UTF-8. The text begins behind the mark.
fn is_utf8(mut text: Cursor<'_>) -> bool {
    let mut character = Character::default();
    loop {
        match piece(&mut text) {
            Piece::Byte(byte) => {
                if matches!(character.push(byte), Read::Broken) {
                    return false;
                }
            }
            Piece::End => return character.is_ended(),
            Piece::Character(_) | Piece::Unknown(_) if !character.is_ended() => return false,
            Piece::Character(_) | Piece::Unknown(_) => {}
        }
    }
}

fn piece(text: &mut Cursor<'_>) -> Piece {
    let escaped = match text.next() {
        None | Some('\'') => return Piece::End,
        Some('\\') => text.next(),
        Some(other) => return Piece::Character(other),
    };
    let byte = match escaped {
        Some('x') => number(text, 16, 2),
        Some(digit @ '0'..='7') => {
            let first = digit.to_digit(8).unwrap_or(0);
            Some(first << (3 * digits(text, 8, 2)) | number(text, 8, 2).unwrap_or(0))
        }
        _ => None,
    };
    match (byte.map(u32::to_be_bytes), escaped) {
        (Some([.., byte]), _) => Piece::Byte(byte),
        (_, None) => Piece::Character('\\'),
        (_, Some('u')) => Piece::Character(unicode(text)),
        (_, Some('U')) => {
            let code = number(text, 16, 8).and_then(char::from_u32);
            Piece::Character(code.unwrap_or('\u{fffd}'))
        }
        (_, Some(escaped)) => escape(escaped),
    }
}

/// The bytes of a character that was written byte by byte, as far as they are read.
#[derive(Default)]
struct Character {
    bytes: [u8; 4],
    length: usize,
}

/// What a byte makes of the ones before it.
enum Read {
    Whole(char),
    Part,
    Broken,
}

impl Character {
    fn push(&mut self, byte: u8) -> Read {
        let Some(place) = self.bytes.get_mut(self.length) else { return Read::Broken };
        *place = byte;
        self.length += 1;
        let read = self.bytes.get(..self.length).unwrap_or_default();
        match core::str::from_utf8(read) {
            Ok(text) => {
                self.length = 0;
                text.chars().next().map_or(Read::Broken, Read::Whole)
            }
            Err(error) if error.error_len().is_some() => Read::Broken,
            Err(_) => Read::Part,
        }
    }

    const fn is_ended(&self) -> bool {
        self.length == 0
    }
}

fn escape(escaped: char) -> Piece {
    Piece::Character(match escaped {
        'a' => '\u{7}',
        'b' => '\u{8}',
        'e' | 'E' => '\u{1b}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\u{b}',
        '\\' | '\'' | '"' | '?' => escaped,
        other => return Piece::Unknown(other),
    })
}

/// Browsers write a character beyond the first 65,536 as two halves (UTF-16).
fn unicode(text: &mut Cursor<'_>) -> char {
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
    char::from_u32(code).unwrap_or('\u{fffd}')
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
