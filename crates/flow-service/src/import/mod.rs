//! Values for the form, found in a text that a person pastes or drops: a Postman
//! environment, a `.env` file, JSON, a curl command, an HTTP request.
//!
//! Nothing here says whether a value is good: that is decided where it would be if it were
//! typed, by [`crate::value`]. What is found is told by name, what is left out by name and
//! reason, and no value is in an error or in a `Debug` text.
//!
//! Deliberately absent: a JSON parser (the caller hands one in), regular expressions, a
//! general URL parser, and what would run something: variables and commands of a shell are
//! placeholders here, and files that a command names are not read.

use serde_json::Value;

mod bytes;

mod found;

mod gathered;

mod placeholder;

mod origin;

mod key;

mod wiped;

mod token;

mod fence;

mod object;

mod postman;

mod dot_env;

mod cursor;

mod words;

mod bash;

mod bare;

mod cmd;

mod power_shell;

mod sent;

mod form;

mod curl;

mod http;

pub use bytes::text_of;
pub use found::{Format, Ignored, Import, NothingFound, Taken, Target, Why};

/// The longest text that is read, in bytes.
pub const TEXT_LIMIT: usize = 1024 * 1024;

/// The longest value that is taken, in bytes.
pub const VALUE_LIMIT: usize = 64 * 1024;

/// The most values that are taken from one text, and the most that are told as left out.
pub const COUNT_LIMIT: usize = 200;

/// The caller's JSON parser.
type ParseJson<'a> = &'a dyn Fn(&str) -> Option<Value>;

/// Finds values in a text; `parse_json` is the caller's JSON parser.
///
/// # Errors
/// See [`NothingFound`].
pub fn read(text: &str, parse_json: ParseJson<'_>) -> Result<Import, NothingFound> {
    if text.len() > TEXT_LIMIT {
        return Err(NothingFound::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim();
    if text.is_empty() {
        return Err(NothingFound::Empty);
    }
    if let Some(token) = token::read(text) {
        return token;
    }
    for block in fence::blocks(text) {
        if let Ok(import) = read_one(block, parse_json) {
            return Ok(import);
        }
    }
    read_one(text, parse_json)
}

fn read_one(text: &str, parse_json: ParseJson<'_>) -> Result<Import, NothingFound> {
    if text.starts_with(['{', '[']) {
        return match object::read(text, parse_json) {
            // Settings may stand in sections with a name in brackets.
            Err(NothingFound::NotJson) if text.starts_with('[') => {
                dot_env::read(text).unwrap_or(Err(NothingFound::NotJson))
            }
            other => other,
        };
    }
    curl::read(text, parse_json)
        .or_else(|| http::read(text, parse_json))
        .or_else(|| dot_env::read(text))
        .unwrap_or(Err(NothingFound::NotUnderstood))
}
