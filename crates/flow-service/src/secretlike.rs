//! Names that secrets have, for where nothing else says that something is one.

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
