//! The query parameter `orderby`: in which order a list comes.

use std::cmp::Ordering;
use std::sync::Arc;

use serde_json::Value;

use crate::store::Kept;

/// What one item is sorted by: numbers before texts, items without the member last.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Number(u64),
    Text(&'a str),
    Other(String),
    None,
}

/// Sorts by `name`, `+name` or `-name`, where the name may be that of any member.
pub fn sort(items: &mut Vec<Arc<Kept>>, order: &str) {
    // A plus sign that was not encoded arrives as a space.
    let (path, reversed) = match order.strip_prefix('-') {
        Some(path) => (path, true),
        None => (order.trim_start_matches(['+', ' ']), false),
    };
    let mut keyed: Vec<_> = items.iter().map(|item| (key(item, path), item)).collect();
    // Items with equal keys keep their order.
    keyed.sort_by(|(one, _), (other, _)| reverse_if(reversed, one.cmp(other)));
    let sorted = keyed.into_iter().map(|(_, item)| Arc::clone(item)).collect();
    *items = sorted;
}

fn reverse_if(reversed: bool, order: Ordering) -> Ordering {
    if reversed { order.reverse() } else { order }
}

/// The usual keys are found without making JSON of all items.
fn key<'a>(kept: &'a Kept, path: &str) -> Key<'a> {
    let connection = kept.connection();
    match path {
        "name" => connection.name.as_deref().map_or(Key::None, Key::Text),
        "createdAt" => connection.created_at.map_or(Key::None, Key::Number),
        "updatedAt" => connection.updated_at.map_or(Key::None, Key::Number),
        _ => key_in(kept.item(), path),
    }
}

fn key_in<'a>(item: &'a Value, path: &str) -> Key<'a> {
    match path.split('.').try_fold(item, |value, key| value.get(key)) {
        Some(Value::Number(number)) => Key::Number(number.as_u64().unwrap_or_default()),
        Some(Value::String(text)) => Key::Text(text),
        Some(other) => Key::Other(other.to_string()),
        None => Key::None,
    }
}
