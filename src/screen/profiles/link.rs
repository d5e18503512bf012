//! A profile in the fragment of an address: `#/create?profile=` and its JSON as base64url.
//! A fragment is never sent to a host.

use flow_service::json_text::compact;
use flow_service::value::base64_url;
use serde_json::{Map, Value};

use super::super::route::Route;
use super::file::Unreadable;
use super::profile::Profile;

/// What stands between the view and the profile.
const BEFORE: &str = "?profile=";

/// The version of the shape that is written, and the only one that is read.
const VERSION: u64 = 1;

/// The longest link that is read, in bytes: far more than a profile needs.
const LONGEST: usize = 16 * 1024;

/// The fragment of a profile.
#[must_use]
pub fn fragment(profile: &Profile) -> String {
    let mut object = Map::new();
    object.insert("v".to_owned(), VERSION.into());
    if let Value::Object(members) = profile.to_json() {
        object.extend(members);
    }
    let text = compact(&Value::Object(object));
    [&Route::Create.fragment(), BEFORE, &encoded(text.as_bytes())].concat()
}

/// What stands for a profile in a fragment; none where the fragment is of something else.
#[must_use]
pub fn of_fragment(fragment: &str) -> Option<&str> {
    fragment.strip_prefix(&Route::Create.fragment())?.strip_prefix(BEFORE)
}

/// The JSON text of what stands for a profile.
///
/// # Errors
/// It is no text in base64url, or too long for a profile.
pub fn text(encoded: &str) -> Result<String, Unreadable> {
    if encoded.len() > LONGEST {
        return Err(Unreadable::TooLarge);
    }
    // Some programs that pass links on write the padding, and as an escape.
    let encoded = encoded.trim_end_matches("%3D").trim_end_matches('=');
    let bytes = base64_url(encoded).ok_or(Unreadable::NotJson)?;
    String::from_utf8(bytes.to_vec()).map_err(|_| Unreadable::NotJson)
}

/// Reads the JSON of a link.
///
/// # Errors
/// Why it is not used.
pub fn read(value: &Value) -> Result<Profile, Unreadable> {
    if !value.is_object() {
        return Err(Unreadable::NotProfiles);
    }
    if value.get("v").and_then(Value::as_u64) != Some(VERSION) {
        return Err(Unreadable::Version);
    }
    Profile::from_json(value).map_err(Unreadable::Profile)
}

/// Base64url without padding (RFC 4648, section 5).
fn encoded(bytes: &[u8]) -> String {
    let letter = |value: u32| match u8::try_from(value & 63).unwrap_or_default() {
        value @ 0..26 => char::from(b'A' + value),
        value @ 26..52 => char::from(b'a' + value - 26),
        value @ 52..62 => char::from(b'0' + value - 52),
        62 => '-',
        _ => '_',
    };
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let at = |index: usize| u32::from(chunk.get(index).copied().unwrap_or_default());
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        let letters = [18, 12, 6, 0].map(|shift| letter(bits >> shift));
        text.extend(letters.into_iter().take(chunk.len() + 1));
    }
    text
}
