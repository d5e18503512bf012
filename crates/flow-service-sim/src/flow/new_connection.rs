//! The body of `POST /connections`, read and checked against the connection spec.

use flow_service::connection::Connection;
use flow_service::spec::{AuthSpec, ConnectionSpec, FieldKind};
use flow_service::value::{ConnectionId, SpecVersion};
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::data::Caller;
use crate::problem::Problem;
use crate::store::StoredConnection;
use crate::{known_specs, mask};

/// A user name or client ID with this beginning is refused by the source.
const REFUSED: &str = "refused";
/// A secret with which a connection is created, but fails its test.
const WRONG: &str = "wrong";
/// Who creates connections here; the local service has no accounts.
const CREATOR: &str = "local-service@techacct.adobe.com";

/// Reads a body and makes the connection that it asks for.
pub fn connection(body: &[u8], caller: &Caller) -> Result<StoredConnection, Problem> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::EmptyBody);
    }
    let body: Map<String, Value> = serde_json::from_slice(body)
        .map_err(|_| Problem::BadRequest("The body is not a JSON object.".to_owned()))?;
    let (spec, version) = connection_spec(&body)?;
    let (auth, params) = auth(&body, &spec)?;
    let name = text(&body, "name")?.ok_or_else(|| Problem::FieldMissing("name".to_owned()))?;
    let description = text(&body, "description")?;
    refuse_as_source(params)?;
    let accepted = !secrets(auth, params).any(|secret| secret == WRONG);
    let id = Uuid::new_v4().to_string();
    let connection = Connection {
        id: ConnectionId::parse(&id).ok_or_else(|| Problem::BadRequest(id.clone()))?,
        name: Some(name.to_owned()),
        description: description.map(str::to_owned),
        spec_id: Some(spec.id.clone()),
        spec_version: Some(version),
        auth_spec: Some(auth.name.clone()),
        auth_params: Some(mask::masked(auth, params)),
        state: Some("enabled".to_owned()),
        // The double quotes are part of the value.
        etag: Some(format!("\"{}\"", Uuid::new_v4())),
        // The store sets the time when it takes the connection over.
        created_at: None,
        updated_at: None,
        created_by: Some(CREATOR.to_owned()),
        updated_by: Some(CREATOR.to_owned()),
        sandbox_name: Some(caller.sandbox.as_str().to_owned()),
        organization_id: Some(caller.organization.as_str().to_owned()),
    };
    Ok(StoredConnection { connection, credentials_accepted: accepted })
}

fn connection_spec(body: &Map<String, Value>) -> Result<(ConnectionSpec, String), Problem> {
    let given = body.get("connectionSpec").and_then(Value::as_object);
    let given = given.ok_or(Problem::SpecUnknown)?;
    let id = text(given, "id")?.ok_or(Problem::SpecUnknown)?;
    let spec = known_specs::with_id(id).ok_or(Problem::SpecUnknown)?;
    let version = text(given, "version")?.unwrap_or(SpecVersion::USUAL).to_owned();
    Ok((spec, version))
}

/// The auth spec that the body names, and the parameters, each mandatory one among them.
fn auth<'a, 'b>(
    body: &'b Map<String, Value>,
    spec: &'a ConnectionSpec,
) -> Result<(&'a AuthSpec, &'b Map<String, Value>), Problem> {
    let missing = |field: &str| Problem::FieldMissing(field.to_owned());
    let given = body.get("auth").and_then(Value::as_object).ok_or_else(|| missing("auth"))?;
    let name = text(given, "specName")?.ok_or_else(|| missing("specName"))?;
    let auth = spec.auth_spec(name).ok_or_else(|| Problem::AuthSpecUnknown {
        name: name.to_owned(),
        spec_id: spec.id.clone(),
    })?;
    let params = given.get("params").and_then(Value::as_object);
    let params = params.ok_or_else(|| missing("params"))?;
    for field in &auth.fields {
        if text(params, &field.key)?.is_none() && field.required {
            return Err(missing(&field.key));
        }
    }
    Ok((auth, params))
}

/// Refusals of the source, in words like Salesforce's.
fn refuse_as_source(params: &Map<String, Value>) -> Result<(), Problem> {
    let refused = |key| {
        let value = params.get(key).and_then(Value::as_str);
        value.is_some_and(|value| value.starts_with(REFUSED))
    };
    if refused("username") {
        return Err(Problem::SourceRefused(
            "INVALID_LOGIN: Invalid username, password, security token; or user locked out.",
        ));
    }
    if refused("clientId") {
        return Err(Problem::SourceRefused("invalid_client: invalid client credentials"));
    }
    Ok(())
}

fn secrets<'a>(
    auth: &'a AuthSpec,
    params: &'a Map<String, Value>,
) -> impl Iterator<Item = &'a str> {
    let secret = auth.fields.iter().filter(|field| field.kind == FieldKind::Secret);
    secret.filter_map(|field| params.get(&field.key)?.as_str())
}

/// The text under a key; an empty one counts as none.
fn text<'a>(object: &'a Map<String, Value>, key: &str) -> Result<Option<&'a str>, Problem> {
    match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok((!text.is_empty()).then_some(text)),
        Some(_) => Err(Problem::BadRequest(format!("The field {key} has to be a text."))),
    }
}
