//! What looks like a secret although no connection spec says that it is one: by the name of its
//! input, or by what it is. Nothing of it is kept.

/// Whether a text that stands under this name looks like a secret.
#[must_use]
pub fn is_secretlike(name: &str, text: &str) -> bool {
    names_a_secret(name) || holds_a_secret(text)
}

/// Within a name, whatever stands around them.
const PARTS: [&str; 16] = [
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "secret",
    "token",
    "credential",
    "authorization",
    "connectionstring",
    "privatekey",
    "accountkey",
    "accesskey",
    "sharedkey",
    "masterkey",
    "encryptionkey",
    "apikey",
];

/// Words of a name that are too short to be sought within others.
const WORDS: [&str; 4] = ["sas", "pwd", "pass", "jwt"];

/// Whether a name is one that secrets have: `privateKey`, `sas_token`, `SAS URI`.
#[must_use]
pub fn names_a_secret(name: &str) -> bool {
    let letters = || name.chars().filter(|it| it.is_alphanumeric());
    let squeezed: String = letters().flat_map(char::to_lowercase).collect();
    PARTS.iter().any(|part| squeezed.contains(part))
        || words(name).iter().any(|word| WORDS.contains(&word.as_str()))
}

/// The words of a name, in small letters: a capital begins one, of several the last, and so does
/// what follows anything that is no letter.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    let mut characters = name.chars().peekable();
    while let Some(character) = characters.next() {
        let ends = characters.peek().is_some_and(|next| next.is_lowercase());
        let begins = character.is_uppercase() && (ends || !before.is_uppercase());
        if begins || !character.is_alphabetic() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| character.is_alphabetic()) {
            word.extend(character.to_lowercase());
        }
        before = character;
    }
    words
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
