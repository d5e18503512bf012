//! A text between double quotes, as Python, JavaScript and Rust write it.

use crate::json;
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
        if let Some(short) = json::short_escape(character) {
            out.push(short);
        } else if needs_its_code(character) {
            by_code(character, escape, out);
        } else {
            out.push_char(character);
        }
    }
    out.push("\"");
}

/// A line for each pair, as the members of a dictionary or object within another.
pub(super) fn members(pairs: &[(&'static str, String)], escape: Escape, out: &mut Text) {
    for (name, value) in pairs {
        out.push("        ");
        quoted(name, escape, out);
        out.push(": ");
        quoted(value, escape, out);
        out.push(",\n");
    }
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
