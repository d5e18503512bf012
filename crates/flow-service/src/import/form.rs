//! Pairs as web forms send them: `client_id=…&scope=…`.

use zeroize::Zeroizing;

/// Each pair of a text, decoded.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = (&str, Zeroizing<String>)> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or(("", pair));
        (name.trim(), decoded(value))
    })
}

/// Percent-encoding and `+` decoded. What is not encoded properly stays as it is.
fn decoded(text: &str) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let mut digit = || ahead.next().and_then(|byte| char::from(byte).to_digit(16));
        match (byte, digit(), digit()) {
            (b'%', Some(high), Some(low)) => {
                let [.., byte] = (high << 4 | low).to_be_bytes();
                bytes.push(byte);
                rest = ahead;
            }
            (b'+', ..) => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    let decoded = core::str::from_utf8(&bytes).unwrap_or(text);
    Zeroizing::new(decoded.to_owned())
}
