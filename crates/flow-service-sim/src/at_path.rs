//! Values by their path in auth parameters.

use serde_json::{Map, Value};

/// The value at the end of a path.
pub fn at<'a>(params: &'a Map<String, Value>, path: &[String]) -> Option<&'a Value> {
    let (name, rest) = path.split_first()?;
    rest.iter().try_fold(params.get(name)?, |value, name| value.get(name))
}

/// Puts a value at the end of a path; objects on the way are made.
pub fn put(params: &mut Map<String, Value>, path: &[String], value: Value) {
    match path {
        [] => {}
        [name] => {
            params.insert(name.clone(), value);
        }
        [name, rest @ ..] => {
            let inner = params.entry(name.clone()).or_insert_with(|| Map::new().into());
            if let Some(inner) = inner.as_object_mut() {
                put(inner, rest, value);
            }
        }
    }
}
