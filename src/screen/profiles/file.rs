//! Several profiles as JSON: in this browser's storage, and in a file.

use serde_json::{Map, Value};

use super::profile::{Profile, Unfit};

/// What the JSON says that it is.
const SCHEMA: &str = "flow-connect-profiles";

/// The version of the shape that is written, and the only one that is read.
const VERSION: u64 = 1;

/// The largest file that is read, in bytes.
pub const SIZE_LIMIT: u32 = 256 * 1024;

/// Why a file, a link or what was kept is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is larger than [`SIZE_LIMIT`].
    TooLarge,
    /// It is no JSON.
    NotJson,
    /// It is JSON of something else.
    NotProfiles,
    /// It is of a version that is not known here.
    Version,
    /// One of its profiles is not taken.
    Profile(Unfit),
}

/// The profiles with what they are.
#[must_use]
pub fn write(profiles: &[Profile]) -> Value {
    let mut object = Map::new();
    for (key, value) in [
        ("schema", SCHEMA.into()),
        ("v", VERSION.into()),
        ("profiles", Value::Array(profiles.iter().map(Profile::to_json).collect())),
    ] {
        object.insert(key.to_owned(), value);
    }
    Value::Object(object)
}

/// Reads all of them, or none.
///
/// # Errors
/// Why nothing of it is used.
pub fn read(value: &Value) -> Result<Vec<Profile>, Unreadable> {
    items(value)?.iter().map(|item| Profile::from_json(item).map_err(Unreadable::Profile)).collect()
}

/// Reads what this browser keeps: those that can be read, and the others as they are. One that is
/// damaged takes no other with it.
///
/// # Errors
/// Why nothing of it is used.
pub fn read_kept(value: &Value) -> Result<(Vec<Profile>, Vec<Value>), Unreadable> {
    let (mut profiles, mut damaged) = (Vec::new(), Vec::new());
    for item in items(value)? {
        match Profile::from_json(item) {
            Ok(profile) => profiles.push(profile),
            Err(_) => damaged.push(item.clone()),
        }
    }
    Ok((profiles, damaged))
}

/// What this browser keeps: the profiles, and behind them those that could not be read, which
/// another version or a person may still make something of. A secret is not written again.
#[must_use]
pub fn write_kept(profiles: &[Profile], damaged: Vec<Value>) -> Value {
    let mut kept = write(profiles);
    let has_no_secret = |item: &Value| Profile::from_json(item) != Err(Unfit::Token);
    if let Some(items) = kept.get_mut("profiles").and_then(Value::as_array_mut) {
        items.extend(damaged.into_iter().filter(has_no_secret));
    }
    kept
}

fn items(value: &Value) -> Result<&[Value], Unreadable> {
    if value.get("schema").and_then(Value::as_str) != Some(SCHEMA) {
        return Err(Unreadable::NotProfiles);
    }
    if value.get("v").and_then(Value::as_u64) != Some(VERSION) {
        return Err(Unreadable::Version);
    }
    let profiles = value.get("profiles").and_then(Value::as_array);
    profiles.map(Vec::as_slice).ok_or(Unreadable::NotProfiles)
}
