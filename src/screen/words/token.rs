//! What is known of the access token that is not typed.

use super::utc;

/// What is known of a held access token.
#[must_use]
pub fn token_held(by_host_page: bool, expires_at: Option<u64>) -> String {
    let source =
        if by_host_page { "The page that embeds this app gave a token" } else { "Your token" };
    let end = expires_at.map(|at| [" By its own claims it ends ", &utc(at), "."].concat());
    [
        source,
        " is kept in memory until this page closes. Type here to use another one.",
        &end.unwrap_or_default(),
    ]
    .concat()
}

/// What is known of a token that the host page will give.
pub const TOKEN_PROVIDED: &str = "The page that embeds this app gives the token when it is needed. Type here to use another one.";
