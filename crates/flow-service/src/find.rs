//! Searching for a text in a text.
//!
//! The standard library's way is faster for long texts, and brings 4 KB into the app. Here
//! all that is searched is short.

/// Where `sought` begins in the text, in bytes. It is not empty.
pub(crate) fn find(text: &str, sought: &str) -> Option<usize> {
    // `windows` would panic for a width of 0.
    let mut windows = text.as_bytes().windows(sought.len().max(1));
    windows.position(|window| window == sought.as_bytes())
}

/// What stands before and after the first `mark` in the text.
pub(crate) fn split_once<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, mark)?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}
