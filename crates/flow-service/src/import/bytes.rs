//! The bytes of a file as a text.

use zeroize::Zeroizing;

/// What may stand before a text in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a file, which is UTF-8, or UTF-16 where its first two bytes say so: what
/// Windows PowerShell writes with `>` is that. What is neither has U+FFFD in it.
#[must_use]
pub fn text_of(bytes: &[u8]) -> Zeroizing<String> {
    match bytes {
        [0xff, 0xfe, text @ ..] => utf16(text, u16::from_le_bytes),
        [0xfe, 0xff, text @ ..] => utf16(text, u16::from_be_bytes),
        _ => {
            let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
            Zeroizing::new(String::from_utf8_lossy(text).into_owned())
        }
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Zeroizing<String> {
    let (pairs, _) = bytes.as_chunks();
    let decoded = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    // No unit takes more than three bytes, so no part of the text is left behind unwiped.
    let mut text = Zeroizing::new(String::with_capacity(pairs.len() * 3));
    text.extend(decoded.map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)));
    text
}
