//! What stands where a value would be.

use crate::find::split_once;

/// What a shell would have put in the place of a variable or a command. It is a code point
/// that Unicode keeps free for the inner use of programs, so no text has it.
pub(super) const EXPANSION: char = '\u{fdd0}';

/// Whether a variable stands for the value or for a part of it.
pub(super) fn stands_in(value: &str) -> bool {
    value.contains(EXPANSION)
        || has_between(value, "{{", "}}")
        || has_between(value, "${", "}")
        || inside(value, '{', '}').is_some_and(is_name)
        || inside(value, '<', '>').is_some_and(|inner| !inner.contains(['<', '>']))
        || inside(value, '%', '%').is_some_and(is_name)
        || inside(value, '`', '`').is_some_and(|inner| !inner.contains('`'))
        || (value.starts_with("$(") && value.ends_with(')'))
        || value.strip_prefix('$').is_some_and(is_variable)
}

/// Whether the value is one that a page of instructions prints, or one that was masked.
pub(super) fn is_sample(value: &str) -> bool {
    let your = value.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("your"))
        && value.get(4..).is_some_and(|rest| rest.starts_with(['-', '_', ' ']));
    your || (value.len() >= 3 && value.chars().all(|it| matches!(it, '*' | '•')))
}

fn has_between(value: &str, open: &str, close: &str) -> bool {
    split_once(value, open).is_some_and(|(_, rest)| split_once(rest, close).is_some())
}

fn inside(value: &str, open: char, close: char) -> Option<&str> {
    value.strip_prefix(open)?.strip_suffix(close).filter(|inner| !inner.is_empty())
}

/// A name in braces, such as the `{API_KEY}` of Adobe's pages.
fn is_name(inner: &str) -> bool {
    inner.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '_' | '-' | '.' | ' '))
}

/// A name behind a dollar sign. In capitals only: a password may begin with one.
fn is_variable(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase() || first == '_')
        && name.bytes().all(|it| it.is_ascii_uppercase() || it.is_ascii_digit() || it == b'_')
}
