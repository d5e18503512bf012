//! JSON: an object of settings or headers, or the body of `POST /connections`.

use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::ParseJson;
use super::found::{Format, Import, NothingFound, Target, Why};
use super::gathered::Gathered;
use super::key::{self, Whose};
use super::postman;
use super::wiped::Wiped;
use crate::json_text;

/// Reads a text that begins as JSON does.
pub(super) fn read(text: &str, parse_json: ParseJson<'_>) -> Result<Import, NothingFound> {
    let json = Wiped::parse(text, parse_json).ok_or(NothingFound::NotUnderstood)?;
    if let Some(variables) = postman::variables(json.value()) {
        return postman::read(variables);
    }
    if postman::is_collection(json.value()) {
        return Err(NothingFound::PostmanCollection);
    }
    let members = json.value().as_object().ok_or(NothingFound::NotUnderstood)?;
    let mut gathered = Gathered::default();
    if is_connection(members) {
        connection(members, &mut gathered);
    } else if members.contains_key("specName") {
        auth(members, &mut gathered);
    } else {
        settings(members, &mut gathered);
    }
    gathered.finish(Format::Json)
}

/// Whether the object is a body of `POST /connections`, or a connection that it made.
pub(super) fn is_connection(members: &Map<String, Value>) -> bool {
    ["auth", "connectionSpec"].iter().any(|key| members.get(*key).is_some_and(Value::is_object))
}

/// Takes the body of `POST /connections`.
pub(super) fn connection(members: &Map<String, Value>, gathered: &mut Gathered) {
    for (key, value) in members {
        match (key.as_str(), value) {
            ("name", _) => offer(key, Target::Name, value, gathered),
            ("description", _) => offer(key, Target::Description, value, gathered),
            ("auth", Value::Object(members)) => auth(members, gathered),
            ("connectionSpec", Value::Object(members)) => {
                for (key, value) in members {
                    let name = ["connectionSpec.", key].concat();
                    match key.as_str() {
                        "id" => offer(&name, Target::SpecId, value, gathered),
                        "version" => offer(&name, Target::SpecVersion, value, gathered),
                        _ => gathered.ignore(&name, Why::Unknown),
                    }
                }
            }
            _ => gathered.ignore(key, Why::Unknown),
        }
    }
}

fn auth(members: &Map<String, Value>, gathered: &mut Gathered) {
    for (key, value) in members {
        match (key.as_str(), value) {
            ("specName", _) => offer(key, Target::AuthSpec, value, gathered),
            ("params", Value::Object(members)) => params("", members, gathered),
            _ => gathered.ignore(key, Why::Unknown),
        }
    }
}

fn params(above: &str, members: &Map<String, Value>, gathered: &mut Gathered) {
    for (key, value) in members {
        let path = if above.is_empty() { key.clone() } else { [above, ".", key].concat() };
        match value {
            Value::Object(members) if !members.is_empty() => params(&path, members, gathered),
            _ => offer(&path, Target::Param(path.clone()), value, gathered),
        }
    }
}

fn settings(members: &Map<String, Value>, gathered: &mut Gathered) {
    let whose = Whose::of(members.keys().map(String::as_str));
    for (key, value) in members {
        match key::of_setting(key, whose) {
            Ok(target) => offer(key, target, value, gathered),
            Err(why) => gathered.ignore(key, why),
        }
    }
}

/// Takes a JSON value where a text is expected, as far as it can be one.
pub(super) fn offer(name: &str, target: Target, value: &Value, gathered: &mut Gathered) {
    let text = match value {
        Value::String(text) => return gathered.offer(name, target, text),
        Value::Null => Err(Why::Empty),
        Value::Object(members) if members.is_empty() => Err(Why::Empty),
        Value::Number(number) => Ok(number.to_string()),
        _ if matches!(target, Target::Param(_)) => Ok(json_text::compact(value)),
        // Adobe's Developer Console lists scopes and secrets.
        Value::Array(items) => match (items.as_slice(), &target) {
            ([], _) => Err(Why::Empty),
            (items, Target::Scopes) => listed(items).ok_or(Why::NotAText),
            ([Value::String(text), ..], _) => return gathered.offer(name, target, text),
            _ => Err(Why::NotAText),
        },
        _ => Err(Why::NotAText),
    };
    match text.map(Zeroizing::new) {
        Ok(text) => gathered.offer(name, target, &text),
        Err(why) => gathered.ignore(name, why),
    }
}

fn listed(items: &[Value]) -> Option<String> {
    let texts: Option<Vec<_>> = items.iter().map(Value::as_str).collect();
    texts.map(|texts| texts.join(","))
}
