//! Auth parameters as the service gives them back: secrets are masked.

use flow_service::spec::{AuthField, AuthSpec, FieldKind};
use serde_json::{Map, Value};

/// What stands in the place of a secret.
pub const MASK: &str = "********";

/// The parameters without secrets.
///
/// A parameter that the auth spec does not have may be anything, so it is masked too.
pub fn masked(auth: &AuthSpec, params: &Map<String, Value>) -> Value {
    within(auth, params, &mut Vec::new())
}

fn within<'a>(auth: &AuthSpec, members: &'a Map<String, Value>, path: &mut Vec<&'a str>) -> Value {
    let mut masked = Map::new();
    for (name, value) in members {
        path.push(name);
        masked.insert(name.clone(), one(auth, value, path));
        path.pop();
    }
    Value::Object(masked)
}

fn one<'a>(auth: &AuthSpec, value: &'a Value, path: &mut Vec<&'a str>) -> Value {
    // A field without a path of names is all parameters.
    let is_it = |field: &AuthField| {
        field.path().is_some_and(|known| known.is_empty() || known == *path) && is_visible(field)
    };
    if auth.fields.iter().any(is_it) {
        return value.clone();
    }
    let leads = |field: &AuthField| field.path().is_some_and(|known| known.starts_with(path));
    match value {
        Value::Object(members) if auth.fields.iter().any(leads) => within(auth, members, path),
        _ => MASK.into(),
    }
}

fn is_visible(field: &AuthField) -> bool {
    match &field.kind {
        FieldKind::Secret | FieldKind::LimitedSecret(_) => false,
        FieldKind::Json(part) => !part.holds_secret,
        FieldKind::Text
        | FieldKind::EnvironmentUrl
        | FieldKind::ApiVersion
        | FieldKind::Limited(_)
        | FieldKind::Choice(_)
        | FieldKind::Number(_)
        | FieldKind::Boolean => true,
    }
}
