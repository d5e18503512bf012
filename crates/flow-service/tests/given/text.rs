//! Texts of every kind, rich in what JSON, shells and HTTP give a meaning to.

use proptest::prelude::*;
use proptest::sample::select;

const MEANINGFUL: [char; 28] = [
    '"', '\'', '\\', '$', '`', '!', '&', '|', ';', '<', '>', '(', ')', '{', '}', '[', ']', '*',
    '?', '#', '~', '%', '@', ' ', '\t', 'é', '😀', '\u{2028}',
];

/// Up to 40 characters, or the same again and again up to about 4 KB.
pub fn any_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        2 => select(&MEANINGFUL[..]),
        1 => any::<char>(),
        1 => proptest::char::range(' ', '~'),
    ];
    let short = proptest::collection::vec(character, 0..40).prop_map(String::from_iter);
    let long = short.clone().prop_map(|text| text.repeat(4096 / text.len().max(1)));
    prop_oneof![7 => short, 1 => long]
}
