//! The body of `PATCH /connections/{id}`, read: a list of operations in the sense of JSON
//! Patch (RFC 6902), of which the service knows three.

use serde_json::Value;

use crate::problem::Problem;

/// What is to become of a target. It may hold a secret, so it has no `Debug`.
pub enum Change {
    /// This value, whether there was one before or not.
    Add(Value),
    /// This value in the place of the one there is.
    Replace(Value),
    /// Nothing.
    Remove,
}

/// The part of a connection that is to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Name,
    Description,
    State,
    /// All auth parameters at once.
    AuthParams,
    /// The auth parameter with this key.
    AuthParam(String),
}

/// Reads the operations, in the order in which they are to be carried out.
pub fn read(body: &[u8]) -> Result<Vec<(Target, Change)>, Problem> {
    let body: Value = serde_json::from_slice(body)
        .map_err(|_| Problem::BadRequest("The body is not JSON.".to_owned()))?;
    let items = body.as_array().filter(|items| !items.is_empty());
    let items = items.ok_or_else(|| malformed("The body has to be a list of operations."))?;
    items.iter().map(operation).collect()
}

fn operation(item: &Value) -> Result<(Target, Change), Problem> {
    let text = |key: &str| {
        let text = item.get(key).and_then(Value::as_str);
        text.ok_or_else(|| malformed(&format!("Missing field: {key}")))
    };
    let value = || {
        let value = item.get("value").filter(|value| !value.is_null());
        value.cloned().ok_or_else(|| malformed("Missing field: value"))
    };
    let name = text("op")?;
    // The specification writes operations in capitals, the pages in small letters.
    let change: fn(Value) -> Change = match name.to_ascii_lowercase().as_str() {
        "add" => Change::Add,
        "replace" => Change::Replace,
        "remove" => return Ok((target(text("path")?)?, Change::Remove)),
        _ => return Err(Problem::OperationUnsupported(name.to_owned())),
    };
    let target = target(text("path")?)?;
    Ok((target, change(value()?)))
}

fn target(path: &str) -> Result<Target, Problem> {
    match path {
        "/name" => Ok(Target::Name),
        "/description" => Ok(Target::Description),
        "/state" => Ok(Target::State),
        "/auth/params" => Ok(Target::AuthParams),
        _ if path == "/connectionSpec" || path.starts_with("/connectionSpec/") => {
            Err(Problem::SpecFixed)
        }
        _ => {
            let key = path.strip_prefix("/auth/params/");
            let key = key.filter(|key| !key.is_empty() && !key.contains('/'));
            let key = key.map(|key| key.replace("~1", "/").replace("~0", "~"));
            key.map(Target::AuthParam)
                .ok_or_else(|| malformed(&format!("The path {path} cannot be changed.")))
        }
    }
}

fn malformed(message: &str) -> Problem {
    Problem::PatchMalformed(message.to_owned())
}
