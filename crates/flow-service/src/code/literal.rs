//! A text between double quotes, as Python, JavaScript and Rust write it.

use crate::text::Text;

/// How a character is written by its code.
#[derive(Clone, Copy)]
pub(super) enum Escape {
    /// `\u{feff}`, in JavaScript and Rust.
    Braces,
    /// `\ufeff` and `\U000e0001`, in Python.
    Digits,
}

/// Writes the text with its quotes.
pub(super) fn quoted(text: &str, escape: Escape, out: &mut Text) {
    out.push("\"");
    for character in text.chars() {
        match character {
            '"' => out.push("\\\""),
            '\\' => out.push("\\\\"),
            '\n' => out.push("\\n"),
            '\r' => out.push("\\r"),
            '\t' => out.push("\\t"),
            other if needs_its_code(other) => by_code(other, escape, out),
            other => out.push_char(other),
        }
    }
    out.push("\"");
}

/// Control characters, ends of lines, and what turns the direction of writing, which `rustc`
/// refuses and which would show a person other code than runs.
fn needs_its_code(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}'
                | '\u{200e}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}'
        )
}

fn by_code(character: char, escape: Escape, out: &mut Text) {
    let code = u32::from(character);
    match escape {
        Escape::Braces => {
            out.push("\\u{");
            out.push_hex(code, 1);
            out.push("}");
        }
        Escape::Digits if code > 0xffff => {
            out.push("\\U");
            out.push_hex(code, 8);
        }
        Escape::Digits => {
            out.push("\\u");
            out.push_hex(code, 4);
        }
    }
}
