//! A text of JSON in ASCII: what a shell might change is written by its code.

use crate::text::Text;

/// Writes what stands between the quotes. `plain` says which of the visible ASCII characters
/// stand there as in any JSON.
pub(super) fn escaped(text: &str, plain: fn(char) -> bool, out: &mut Text) {
    for character in text.chars() {
        match character {
            '"' | '\\' if plain(character) => {
                out.push("\\");
                out.push_char(character);
            }
            ' '..='~' if plain(character) => out.push_char(character),
            other => {
                for unit in other.encode_utf16(&mut [0; 2]) {
                    out.push("\\u");
                    out.push_hex(u32::from(*unit), 4);
                }
            }
        }
    }
}
