//! Environments and globals as Postman exports them.
//!
//! Shape, by Adobe's public samples: `{"name", "values": [{"key", "value", "type",
//! "enabled"}]}`; exports have more members, and the list may stand alone.

use serde_json::Value;

use super::found::{Format, Import, NothingFound, Why};
use super::gathered::Gathered;
use super::key::{self, Names};
use super::object;

/// The variables, if the JSON is an environment.
pub(super) fn variables(json: &Value) -> Option<&[Value]> {
    let items = match json {
        Value::Array(items) => items,
        // So the API of Postman answers.
        _ => json.get("environment").unwrap_or(json).get("values")?.as_array()?,
    };
    let named = |item: &Value| item.get("key").is_some_and(Value::is_string);
    (items.iter().any(named) || json.get("_postman_variable_scope").is_some())
        .then_some(items.as_slice())
}

/// Whether the JSON is a collection of requests.
pub(super) fn is_collection(json: &Value) -> bool {
    let has = |key, is: fn(&Value) -> bool| json.get(key).is_some_and(is);
    let holds = |json: &Value| json.get("item").is_some_and(Value::is_array);
    (has("info", Value::is_object) && holds(json)) || json.get("collection").is_some_and(holds)
}

/// Takes the variables.
pub(super) fn read(variables: &[Value]) -> Result<Import, NothingFound> {
    let names = Names::of(variables.iter().filter_map(name_of));
    let mut gathered = Gathered::default();
    for variable in variables {
        let Some(name) = name_of(variable) else { continue };
        let off = variable.get("enabled") == Some(&Value::Bool(false))
            || variable.get("disabled") == Some(&Value::Bool(true));
        match key::of_setting(name, names) {
            Err(why) => gathered.ignore(name, why),
            Ok(_) if off => gathered.ignore(name, Why::Disabled),
            Ok(target) => {
                let value = variable.get("value").unwrap_or(&Value::Null);
                object::offer(name, target, value, &mut gathered);
            }
        }
    }
    gathered.finish(Format::PostmanEnvironment)
}

fn name_of(variable: &Value) -> Option<&str> {
    variable.get("key")?.as_str().filter(|name| !name.is_empty())
}
