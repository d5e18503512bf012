//! Which parameters new credentials are asked for: the fields of the auth spec, and what is
//! stored beside them, by how the service shows what is stored.

use flow_service::secret::SecretName;
use flow_service::spec::{AuthField, AuthSpec, FieldKind, JsonPart, JsonShape, Place};
use serde_json::Value;

/// What stands in an input for a stored value. Arrays and objects are in no input.
pub(super) fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(truth) => Some(if *truth { "true" } else { "false" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

/// Whether the service shows this in the place of a secret: it must not be sent back, even
/// where the connection spec does not call the parameter a secret.
pub(super) fn is_mask(value: &Value) -> bool {
    let Some(text) = value.as_str() else { return false };
    let stars = text.len() >= 3 && text.chars().all(|it| matches!(it, '*' | '•' | '●'));
    stars || (text.starts_with('{') && text.ends_with('}'))
}

/// What is stored under a path.
pub(super) fn at<'a>(stored: Option<&'a Value>, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(stored?, |value, name| value.get(*name))
}

/// Whether a value is a mask or has one in it.
fn has_mask(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(has_mask),
        Value::Object(members) => members.values().any(has_mask),
        other => is_mask(other),
    }
}

/// Whether all of a field is asked for again: it is a secret, or JSON with a mask in it. All
/// parameters at once are none: the masks in them are asked for one by one.
fn is_asked(field: &AuthField, stored: Option<&Value>) -> bool {
    let Some(path) = field.path() else { return false };
    let masked = || at(stored, &path).is_some_and(has_mask);
    field.kind.is_secret()
        || (matches!(field.kind, FieldKind::Json(_)) && !path.is_empty() && masked())
}

/// Whether a field has an input. Parts of JSON and choices that other fields depend on are
/// kept as they are stored, and so is what is hidden, unless it is a secret: that would be
/// sent back as a mask.
pub(super) fn is_shown(field: &AuthField, auth: &AuthSpec, stored: Option<&Value>) -> bool {
    let is_stored = field.path().is_some_and(|path| at(stored, &path).is_some());
    let is_asked = is_asked(field, stored);
    let chooses = |other: &AuthField| other.when.as_ref().is_some_and(|it| it.key == field.key);
    field.path().is_some()
        && (is_asked || !matches!(field.kind, FieldKind::Json(_)))
        && !auth.fields.iter().any(chooses)
        && (!field.hidden || (is_asked && is_stored))
        && (is_stored || counts(field, auth, stored))
}

/// Whether a field counts by the choices that are stored.
fn counts(field: &AuthField, auth: &AuthSpec, stored: Option<&Value>) -> bool {
    let text = |field: &AuthField| at(stored, &field.path()?).and_then(text_of);
    let stored: Vec<_> = auth.fields.iter().map(|it| (it, text(it).unwrap_or_default())).collect();
    let text = |wanted: &AuthField| {
        let found = stored.iter().find(|(field, _)| field.key == wanted.key);
        found.map_or("", |(_, text)| text.as_str())
    };
    auth.active(text).any(|active| active.key == field.key)
}

/// Whether a field is all parameters at once, as a secret.
fn is_all(field: &AuthField) -> bool {
    field.kind.is_secret() && field.path().is_some_and(|path| path.is_empty())
}

/// What is stored beside the fields of the auth spec: texts at the top, and masks anywhere.
pub(super) fn unknown(auth: &AuthSpec, stored: Option<&Value>) -> Vec<AuthField> {
    let mut found = Vec::new();
    gather(stored, &mut Vec::new(), &mut found);
    let is_known = |path: &[String]| {
        let path: Vec<_> = path.iter().map(String::as_str).collect();
        // JSON for all parameters has no input, unless it is a secret.
        let is_it = |known: Vec<&str>| !known.is_empty() && path.starts_with(&known);
        auth.fields.iter().filter_map(AuthField::path).any(is_it) || auth.fields.iter().any(is_all)
    };
    found.retain(|path| !is_known(path));
    let kind = |path: &[String]| {
        let path: Vec<_> = path.iter().map(String::as_str).collect();
        // A list with masks in it is given again as a whole.
        if at(stored, &path).is_some_and(Value::is_array) {
            let (shape, required) = (JsonShape::Array, Vec::new());
            return FieldKind::Json(JsonPart { shape, holds_secret: true, required });
        }
        FieldKind::Text
    };
    let field = |path: Vec<String>| {
        let kind = kind(&path);
        let label = path.join(".");
        let mut key = label.clone();
        // Its secret must not be taken for that of another one.
        let name = |key: &str| SecretName::of_param(key);
        while auth.fields.iter().any(|known| name(&known.key) == name(&key)) {
            key.push_str("-2");
        }
        AuthField { place: Place::Path(path), ..AuthField::plain(&key, &label, false, kind) }
    };
    found.into_iter().map(field).collect()
}

fn gather(value: Option<&Value>, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    for (name, value) in value.and_then(Value::as_object).into_iter().flatten() {
        path.push(name.clone());
        if value.is_object() {
            gather(Some(value), path, found);
        } else if (path.len() == 1 && !value.is_array()) || has_mask(value) {
            found.push(path.clone());
        }
        path.pop();
    }
}
