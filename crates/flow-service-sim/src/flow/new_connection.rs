//! The body of `POST /connections`, read and checked against the connection spec.

use flow_service::connection::Connection;
use flow_service::spec::{AuthSpec, ConnectionSpec};
use flow_service::value::SpecVersion;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::auth_params::{self, text};
use crate::data::Caller;
use crate::known_specs::KnownSpecs;
use crate::mask;
use crate::problem::Problem;
use crate::store::StoredConnection;

/// Who creates and changes connections here; the local service has no accounts.
pub const CREATOR: &str = "local-service@techacct.adobe.com";
/// The client by which that is done.
pub const CLIENT: &str = "local-service";

/// Reads a body and makes the connection that it asks for.
pub fn connection(
    body: &[u8],
    caller: &Caller,
    specs: &KnownSpecs,
) -> Result<StoredConnection, Problem> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::EmptyBody);
    }
    let body: Map<String, Value> = serde_json::from_slice(body)
        .map_err(|_| Problem::BadRequest("The body is not a JSON object.".to_owned()))?;
    let (spec, version) = connection_spec(&body, specs)?;
    let (auth, params) = auth(&body, spec)?;
    let name = text(&body, "name")?.ok_or_else(|| Problem::FieldMissing("name".to_owned()))?;
    let description = text(&body, "description")?;
    auth_params::refuse_as_source(params)?;
    // The store sets the times when it takes the connection over.
    let item = json!({
        "id": Uuid::new_v4().to_string(),
        "createdBy": CREATOR,
        "updatedBy": CREATOR,
        "createdClient": CLIENT,
        "updatedClient": CLIENT,
        "sandboxName": caller.sandbox.as_str(),
        "imsOrgId": caller.organization.as_str(),
        "name": name,
        "description": description,
        "connectionSpec": { "id": spec.id, "version": version },
        "state": "enabled",
        "auth": { "specName": auth.name, "params": mask::masked(auth, params) },
        "etag": new_etag(),
    });
    let connection = Connection::from_json(&item)
        .ok_or_else(|| Problem::BadRequest("The connection cannot be made.".to_owned()))?;
    Ok(StoredConnection::new(connection, auth_params::wrong_secrets(auth, params)))
}

fn connection_spec<'a>(
    body: &Map<String, Value>,
    specs: &'a KnownSpecs,
) -> Result<(&'a ConnectionSpec, String), Problem> {
    let given = body.get("connectionSpec").and_then(Value::as_object);
    let given = given.ok_or(Problem::SpecUnknown)?;
    let id = text(given, "id")?.ok_or(Problem::SpecUnknown)?;
    let spec = &specs.with_id(id).ok_or(Problem::SpecUnknown)?.spec;
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
    auth_params::check(auth, params)?;
    Ok((auth, params))
}

/// An etag that none had before. The double quotes are part of the value.
pub fn new_etag() -> String {
    format!("\"{}\"", Uuid::new_v4())
}
