//! The parameters of an auth spec, checked: are they all there, and does the source take
//! them?

use std::collections::BTreeSet;

use flow_service::spec::{AuthSpec, FieldKind};
use serde_json::{Map, Value};

use crate::mask::MASK;
use crate::problem::Problem;

/// A user name or client ID with this beginning is refused by the source.
const REFUSED: &str = "refused";
/// A secret with which a connection is created, but fails its test.
const WRONG: &str = "wrong";

/// Refuses parameters that lack a mandatory one; an empty text counts as none.
pub fn check(auth: &AuthSpec, params: &Map<String, Value>) -> Result<(), Problem> {
    for field in &auth.fields {
        if text(params, &field.key)?.is_none() && field.required {
            return Err(Problem::FieldMissing(field.key.clone()));
        }
    }
    Ok(())
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

/// The keys of the secrets that the source does not take. The mask is none that it takes:
/// a client that sends back what it read has lost the secret.
pub fn wrong_secrets(auth: &AuthSpec, params: &Map<String, Value>) -> BTreeSet<String> {
    let secret = auth.fields.iter().filter(|field| field.kind == FieldKind::Secret);
    let wrong = secret.filter(|field| {
        let value = params.get(&field.key).and_then(Value::as_str);
        value.is_some_and(|value| value == WRONG || value == MASK)
    });
    wrong.map(|field| field.key.clone()).collect()
}

/// The text under a key; an empty one counts as none.
pub fn text<'a>(object: &'a Map<String, Value>, key: &str) -> Result<Option<&'a str>, Problem> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok((!text.is_empty()).then_some(text)),
        Some(_) => Err(Problem::BadRequest(format!("The field {key} has to be a text."))),
    }
}
