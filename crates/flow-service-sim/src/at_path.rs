//! Values by their path in auth parameters.

use serde_json::{Map, Value};

/// The value at the end of a path.
pub fn at<'a>(params: &'a Map<String, Value>, path: &[&str]) -> Option<&'a Value> {
    let (name, rest) = path.split_first()?;
    rest.iter().try_fold(params.get(*name)?, |value, name| value.get(*name))
}

/// Puts a value at the end of a path; objects on the way are made.
pub fn put(params: &mut Map<String, Value>, path: &[&str], value: Value) {
    match path {
        [] => {}
        [name] => {
            params.insert((*name).to_owned(), value);
        }
        [name, rest @ ..] => {
            let inner = params.entry(*name).or_insert_with(|| Map::new().into());
            if let Some(inner) = inner.as_object_mut() {
                put(inner, rest, value);
            }
        }
    }
}

/// A path that outlives its field.
pub fn owned(path: Vec<&str>) -> Vec<String> {
    path.into_iter().map(str::to_owned).collect()
}
