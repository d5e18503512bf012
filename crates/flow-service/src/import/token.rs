//! An access token and nothing else, as Adobe's Developer Console has it copied.

use super::VALUE_LIMIT;
use super::found::{Format, Import, NothingFound, Target};
use super::gathered::Gathered;
use crate::request::BEARER;

/// What each token begins with whose first part is a JSON object (RFC 7515).
const BEGIN: &str = "eyJ";

/// The name under which it is told.
const NAME: &str = "token";

/// Reads a text, if it is a token.
pub(super) fn read(text: &str) -> Option<Result<Import, NothingFound>> {
    let bare = text.strip_prefix(BEARER).unwrap_or(text).trim_start();
    let is_part = |part: &str| {
        !part.is_empty() && part.bytes().all(|it| it.is_ascii_alphanumeric() || b"-_".contains(&it))
    };
    let is_token = bare.len() <= VALUE_LIMIT
        && bare.starts_with(BEGIN)
        && bare.split('.').count() == 3
        && bare.split('.').all(is_part);
    is_token.then(|| {
        let mut gathered = Gathered::default();
        gathered.offer(NAME, Target::AccessToken, bare);
        gathered.finish(Format::AccessToken)
    })
}
