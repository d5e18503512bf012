//! JSON: an object of settings or headers, or the body of `POST /connections`.

use serde_json::{Map, Value};
use zeroize::Zeroizing;

use super::ParseJson;
use super::found::{Format, Import, NothingFound, Target, Why};
use super::gathered::{self, Gathered};
use super::key::{self, Names};
use super::wiped::Wiped;
use super::{placeholder, postman};
use crate::json_text;

/// Reads a text that begins as JSON does.
pub(super) fn read(text: &str, parse_json: ParseJson<'_>) -> Result<Import, NothingFound> {
    let json = Wiped::parse(text, parse_json).ok_or(NothingFound::NotJson)?;
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
    } else if let Some(members) = only_connection(members) {
        connection(members, &mut gathered);
    } else if let Some(project) = members.get("project").and_then(Value::as_object) {
        workspace(project, &mut gathered);
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

/// The connection in an answer of `GET /connections/{id}`.
fn only_connection(members: &Map<String, Value>) -> Option<&Map<String, Value>> {
    let [only] = members.get("items")?.as_array()?.as_slice() else { return None };
    only.as_object().filter(|members| is_connection(members))
}

/// Takes the credential of a project as Adobe's Developer Console downloads it
/// (`workspace.json`). Of several, the first.
fn workspace(project: &Map<String, Value>, gathered: &mut Gathered) {
    if let Some(id) = project.get("org").and_then(|org| org.get("ims_org_id")) {
        offer("org.ims_org_id", Target::OrganizationId, id, gathered);
    }
    let credentials = project
        .get("workspace")
        .and_then(|workspace| workspace.get("details")?.get("credentials")?.as_array());
    for credential in credentials.into_iter().flatten() {
        let Some(members) = credential.get(OAUTH).and_then(Value::as_object) else {
            let is_old = credential.get("jwt").is_some();
            let why = if is_old { Why::OnlyForOldTokens } else { Why::Unknown };
            gathered.ignore("credentials", why);
            continue;
        };
        for (key, value) in members {
            let target = match key.as_str() {
                "client_id" => Target::ApiKey,
                "client_secret" | "client_secrets" => Target::ClientSecret,
                "scopes" => Target::Scopes,
                _ => {
                    gathered.ignore(key, Why::Unknown);
                    continue;
                }
            };
            offer(key, target, value, gathered);
        }
    }
}

/// The kind of credential that gets tokens today.
const OAUTH: &str = "oauth_server_to_server";

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
            ("params", Value::Object(members)) => {
                offer_object(key, "", value, gathered);
                params("", members, gathered);
            }
            // A secret that is all parameters is one variable in code.
            ("params", Value::String(text)) if placeholder::stands_in(text.trim()) => {
                gathered.ignore(key, Why::Placeholder);
            }
            _ => gathered.ignore(key, Why::Unknown),
        }
    }
}

fn params(above: &str, members: &Map<String, Value>, gathered: &mut Gathered) {
    for (key, value) in members {
        let path = if above.is_empty() { key.clone() } else { [above, ".", key].concat() };
        match value {
            Value::Object(members) if !members.is_empty() => {
                offer_object(&path, &path, value, gathered);
                params(&path, members, gathered);
            }
            _ => offer(&path, Target::Param(path.clone()), value, gathered),
        }
    }
}

/// The text of an object has no more in it than what is taken of its members.
fn offer_object(name: &str, path: &str, value: &Value, gathered: &mut Gathered) {
    let target = Target::Param(path.to_owned());
    let is_taken = |value: &Value| {
        text_of(&target, value).is_ok_and(|text| gathered::is_usable(&target, &text))
    };
    if let Some(object) = Wiped::part_of(value, &is_taken) {
        let text = Zeroizing::new(json_text::compact(object.value()));
        gathered.offer_object(name, target, text);
    }
}

fn settings(members: &Map<String, Value>, gathered: &mut Gathered) {
    let names = Names::of(members.keys().map(String::as_str));
    // The configuration of aepp, Adobe's Python library.
    let is_of_aepp = ["org_id", "client_id"].iter().all(|key| members.contains_key(*key));
    for (key, value) in members {
        match key::of_setting(key, names) {
            Err(_) if is_of_aepp && key == "secret" => {
                offer(key, Target::ClientSecret, value, gathered);
            }
            Ok(target) => offer(key, target, value, gathered),
            Err(why) => gathered.ignore(key, why),
        }
    }
}

/// Takes a JSON value where a text is expected, as far as it can be one.
pub(super) fn offer(name: &str, target: Target, value: &Value, gathered: &mut Gathered) {
    match text_of(&target, value) {
        Ok(text) => gathered.offer(name, target, &text),
        Err(why) => gathered.ignore(name, why),
    }
}

fn text_of(target: &Target, value: &Value) -> Result<Zeroizing<String>, Why> {
    let text = match value {
        Value::String(text) => Ok(text.clone()),
        Value::Null => Err(Why::Empty),
        Value::Object(members) if members.is_empty() => Err(Why::Empty),
        Value::Number(number) => Ok(version(target, number.to_string())),
        _ if matches!(target, Target::Param(_)) => Ok(json_text::compact(value)),
        // Adobe's Developer Console lists scopes and secrets.
        Value::Array(items) => match (items.as_slice(), target) {
            ([], _) => Err(Why::Empty),
            (items, Target::Scopes) => listed(items).ok_or(Why::NotAText),
            ([Value::String(text), ..], _) => Ok(text.clone()),
            _ => Err(Why::NotAText),
        },
        _ => Err(Why::NotAText),
    };
    text.map(Zeroizing::new)
}

/// Versions have a digit behind a dot. A browser drops it where it is 0.
fn version(target: &Target, number: String) -> String {
    let is_version = match target {
        Target::SpecVersion => true,
        Target::Param(key) => key == "apiVersion",
        _ => false,
    };
    let whole = number.bytes().all(|it| it.is_ascii_digit());
    if is_version && whole { [number, ".0".to_owned()].concat() } else { number }
}

fn listed(items: &[Value]) -> Option<String> {
    let texts: Option<Vec<_>> = items.iter().map(Value::as_str).collect();
    texts.map(|texts| texts.join(","))
}
