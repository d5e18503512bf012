//! Readable names for keys without a title.

/// A readable name for a key without a title: `securityToken` gives `Security token`,
/// `environmentUrl` gives `Environment URL`.
pub(super) fn label_of(key: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut within_capitals = false;
    for character in key.chars() {
        let capital = character.is_ascii_uppercase();
        match words.last_mut() {
            Some(word) if !capital || within_capitals => word.push(character),
            _ => words.push(character.into()),
        }
        within_capitals = capital;
    }
    let mut label = String::with_capacity(key.len() + 4);
    for word in words {
        if !label.is_empty() {
            label.push(' ');
        }
        if ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known)) {
            label.push_str(&word.to_ascii_uppercase());
        } else if label.is_empty() {
            let mut characters = word.chars();
            label.extend(characters.next().into_iter().flat_map(char::to_uppercase));
            label.push_str(&characters.as_str().to_ascii_lowercase());
        } else {
            label.push_str(&word.to_ascii_lowercase());
        }
    }
    label
}

/// Words of keys that people read in capitals.
const ABBREVIATIONS: [&str; 7] = ["id", "url", "uri", "api", "jwt", "sas", "crm"];
