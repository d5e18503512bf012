//! What looks like a secret although no connection spec says that it is one: by the name of its
//! input, or by what it is. Nothing of it is kept.

use flow_service::secretlike::names_a_secret;

/// Whether a text that stands under this name looks like a secret.
#[must_use]
pub fn is_secretlike(name: &str, text: &str) -> bool {
    names_a_secret(name) || holds_a_secret(text)
}

/// Whether a text is a secret or has one in it: a token, a private key, or JSON with a member
/// of such a name.
fn holds_a_secret(text: &str) -> bool {
    let is_json = text.trim_start().starts_with(['{', '[']);
    holds_a_token(text) || is_json && text.split('"').any(names_a_secret)
}

/// Whether a token or a private key is in a text. Nothing else looks like them.
pub(super) fn holds_a_token(text: &str) -> bool {
    let is_of_token = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_');
    let is_token = |piece: &str| piece.starts_with("eyJ") && piece.matches('.').count() == 2;
    text.split(|it| !is_of_token(it)).any(is_token) || text.contains("PRIVATE KEY-----")
}
