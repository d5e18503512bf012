//! Values of fields, put where they are sent: paths become objects within objects.

use super::AuthField;
use crate::operation::create_connection::Param;
use crate::request::Body;

/// `auth.params`: an object with its members in the order of the values, or the one value that
/// stands for all of them. Those of fields that are not sent are left out.
pub fn params<'a>(values: impl IntoIterator<Item = (&'a AuthField, Param)>) -> Param {
    let mut all = Body::Object(Vec::new());
    for (field, param) in values {
        if let Some(path) = field.path() {
            put(&mut all, &path, param);
        }
    }
    all
}

/// Puts a value at the end of a path, in the place of what is there. Objects on the way are
/// made where there are none. With no path the members of an object go among those there.
pub fn put(into: &mut Body, path: &[&str], value: Body) {
    let Some((name, rest)) = path.split_first() else {
        match value {
            Body::Object(members) => {
                for (name, value) in members {
                    put(into, &[&name], value);
                }
            }
            other => *into = other,
        }
        return;
    };
    if !matches!(into, Body::Object(_)) {
        *into = Body::Object(Vec::new());
    }
    let Body::Object(members) = into else { return };
    match members.iter_mut().find(|(held, _)| held == name) {
        Some((_, held)) if rest.is_empty() => *held = value,
        Some((_, held)) => put(held, rest, value),
        None if rest.is_empty() => members.push(((*name).to_owned(), value)),
        None => {
            let mut inner = Body::Object(Vec::new());
            put(&mut inner, rest, value);
            members.push(((*name).to_owned(), inner));
        }
    }
}

/// Takes the value at the end of a path away, and objects on the way that have nothing left.
pub fn remove(from: &mut Body, path: &[&str]) {
    let (Body::Object(members), Some((name, rest))) = (from, path.split_first()) else { return };
    members.retain_mut(|(held, value)| {
        if held != name {
            return true;
        }
        remove(value, rest);
        !rest.is_empty() && *value != Body::Object(Vec::new())
    });
}
