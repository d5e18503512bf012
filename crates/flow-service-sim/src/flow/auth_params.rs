//! The parameters of an auth spec, checked: are they all there, are they of their kinds, and
//! does the source take them?

use std::collections::BTreeSet;

use flow_service::spec::typed::{self, Means};
use flow_service::spec::{AuthField, AuthSpec, Choice, FieldKind};
use serde_json::{Map, Value};

use crate::at_path::{self, at};
use crate::mask::MASK;
use crate::problem::Problem;

/// A user name or client ID with this beginning is refused by the source.
const REFUSED: &str = "refused";
/// A secret with which a connection is created, but fails its test.
const WRONG: &str = "wrong";

/// Refuses parameters that lack a mandatory one, or have one of another kind. An empty text
/// counts as none.
pub fn check(auth: &AuthSpec, params: &Map<String, Value>) -> Result<(), Problem> {
    let chosen: Vec<_> =
        auth.fields.iter().map(|field| (&field.key, chosen(field, auth, params))).collect();
    let text = |field: &AuthField| {
        let found = chosen.iter().find(|(key, _)| **key == field.key);
        found.map_or("", |(_, text)| text.as_str())
    };
    let is_given = |field: &AuthField| field.path().is_some_and(|path| at(params, &path).is_some());
    for (field, needed) in auth.counted(text, is_given) {
        let Some(path) = field.path().filter(|path| !path.is_empty()) else { continue };
        match at(params, &path).filter(|value| !value.is_null() && **value != "") {
            Some(value) => {
                if let Some(why) = mismatch(&field.kind, value) {
                    let message = format!("The field {} cannot be taken: {why}.", path.join("."));
                    return Err(Problem::BadRequest(message));
                }
            }
            None if needed => return Err(Problem::FieldMissing(path.join("."))),
            None => {}
        }
    }
    Ok(())
}

/// What a field says that others may depend on. A choice that is not sent is known by what
/// depends on it; where nothing of that is there, the first one is meant.
fn chosen(field: &AuthField, auth: &AuthSpec, params: &Map<String, Value>) -> String {
    if let Some(path) = field.path() {
        return match at(params, &path) {
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
            None => String::new(),
        };
    }
    let FieldKind::Choice(choices) = &field.kind else { return String::new() };
    let is_meant = |choice: &&Choice| {
        auth.fields.iter().any(|other| {
            let given = other.path().and_then(|path| at(params, &path)).is_some();
            let when = other.when.as_ref().filter(|when| when.key == field.key);
            given && when.is_some_and(|when| when.values == [choice.value.as_str()])
        })
    };
    let meant = choices.iter().find(is_meant).or_else(|| choices.first());
    meant.map(|choice| choice.value.clone()).unwrap_or_default()
}

/// Why a value is none of its kind. Patterns are not looked at.
fn mismatch(kind: &FieldKind, value: &Value) -> Option<String> {
    let means = Means { json: |text| serde_json::from_str(text).ok(), ..Means::NONE };
    let read = |text: &str| typed::parse(kind, text, &means).err().map(|it| it.to_string());
    match (kind, value) {
        (
            FieldKind::Text | FieldKind::Secret | FieldKind::EnvironmentUrl | FieldKind::ApiVersion,
            Value::String(_),
        ) => None,
        (FieldKind::Limited(limits) | FieldKind::LimitedSecret(limits), Value::String(text)) => {
            typed::within(limits, text, &means).err().map(|it| it.to_string())
        }
        (FieldKind::Number(_), Value::Number(_)) | (FieldKind::Boolean, Value::Bool(_)) => {
            read(&value.to_string())
        }
        (FieldKind::Json(part), _) => {
            let read = typed::json_value(part, &value.to_string(), &means);
            read.err().map(|it| it.to_string())
        }
        (FieldKind::Choice(choices), _) => {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let is_it = |it: &Choice| it.value == text && it.bare != value.is_string();
            let values: Vec<_> = choices.iter().map(|choice| choice.value.as_str()).collect();
            (!choices.iter().any(is_it)).then(|| format!("it is none of {}", values.join(", ")))
        }
        (FieldKind::Number(_), _) => Some("it is no number".to_owned()),
        (FieldKind::Boolean, _) => Some("it is neither true nor false".to_owned()),
        _ => Some("it is no text".to_owned()),
    }
}

/// Refuses what the source refuses at once.
pub fn refuse_as_source(params: &Map<String, Value>) -> Result<(), Problem> {
    let refused = |key| {
        let value = params.get(key).and_then(Value::as_str);
        value.is_some_and(|value| value.starts_with(REFUSED))
    };
    if refused("username") || refused("clientId") { Err(refusal(params)) } else { Ok(()) }
}

/// The refusal of the source, in words like Salesforce's.
pub fn refusal(params: &Map<String, Value>) -> Problem {
    let words = if params.contains_key("clientId") {
        "invalid_client: invalid client credentials"
    } else {
        "INVALID_LOGIN: Invalid username, password, security token; or user locked out."
    };
    Problem::SourceRefused(words.to_owned())
}

/// The paths of the secrets that the source does not take. The mask is none that it takes:
/// a client that sends back what it read has lost the secret.
pub fn wrong_secrets(auth: &AuthSpec, params: &Map<String, Value>) -> BTreeSet<Vec<String>> {
    let secret = auth.fields.iter().filter(|field| field.kind.is_secret());
    let wrong = secret.filter_map(AuthField::path).filter(|path| {
        let value = at(params, path).and_then(Value::as_str);
        value.is_some_and(|value| value == WRONG || value == MASK)
    });
    wrong.map(at_path::owned).collect()
}

/// The text under a key; an empty one counts as none.
pub fn text<'a>(object: &'a Map<String, Value>, key: &str) -> Result<Option<&'a str>, Problem> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok((!text.is_empty()).then_some(text)),
        Some(_) => Err(Problem::BadRequest(format!("The field {key} has to be a text."))),
    }
}
