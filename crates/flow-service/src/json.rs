//! Reading of JSON values that come from outside, of which nothing is taken for granted, and
//! the escapes of JSON.

use serde_json::Value;

use crate::text::Text;

/// The text under a key, if there is one and it is a text.
pub(crate) fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
}

/// A whole number that is not negative, also when it was sent as a text.
pub(crate) fn whole_number(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// Adds a text as it stands between the quotes of JSON.
pub(crate) fn escape(text: &str, out: &mut Text) {
    // What needs no escape is added at once.
    for stretch in text.split_inclusive(needs_escape) {
        let mut characters = stretch.chars();
        match characters.next_back() {
            Some(last) if needs_escape(last) => {
                out.push(characters.as_str());
                escape_character(last, out);
            }
            _ => out.push(stretch),
        }
    }
}

fn needs_escape(character: char) -> bool {
    character < ' ' || character == '"' || character == '\\'
}

fn escape_character(character: char, out: &mut Text) {
    if let Some(short) = short_escape(character) {
        out.push(short);
    } else {
        out.push("\\u");
        out.push_hex(u32::from(character), 4);
    }
}

/// The escape of two characters, where there is one; most languages have these in common.
pub(crate) const fn short_escape(character: char) -> Option<&'static str> {
    Some(match character {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => return None,
    })
}

/// An object of the pairs whose value is there.
pub(crate) fn object(pairs: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    let present = pairs.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(present.collect())
}
