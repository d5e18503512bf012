//! A text of JSON in ASCII: what a shell might change is written by its code.

use crate::text::Text;

/// Writes what stands between the quotes. `plain` says which of the visible ASCII characters
/// may stand for themselves; quote and backslash never do.
pub(super) fn escaped(text: &str, plain: fn(char) -> bool, out: &mut Text) {
    for character in text.chars() {
        if matches!(character, ' '..='~') && !matches!(character, '"' | '\\') && plain(character) {
            out.push_char(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                out.push("\\u");
                out.push_hex(u32::from(*unit), 4);
            }
        }
    }
}
