//! The name pattern of a profile: the places in it are filled when the profile is used.

use super::super::words::utc;

/// The name for this moment (milliseconds since 1970, UTC) and sandbox. What stands in other
/// braces stays as it is, and so does what is filled in.
#[must_use]
pub fn fill(pattern: &str, now: u64, sandbox: &str) -> String {
    let moment = utc(now);
    let mut parts = moment.split(' ');
    let date = parts.next().unwrap_or_default();
    let time = parts.next().and_then(|time| time.get(..5)).unwrap_or_default();
    let places = [("{date}", date), ("{time}", time), ("{sandbox}", sandbox)];
    let mut filled = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find('{') {
        let (before, place) = rest.split_at(at);
        filled.push_str(before);
        let known = places.iter().find_map(|(name, text)| Some((place.strip_prefix(name)?, text)));
        let (after, text) = known.unwrap_or((place.strip_prefix('{').unwrap_or_default(), &"{"));
        filled.push_str(text);
        rest = after;
    }
    filled.push_str(rest);
    filled
}
