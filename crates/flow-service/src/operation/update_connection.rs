//! `PATCH /connections/{id}`: changes the name, the description and the credentials.
//!
//! The body is a JSON Patch of `add`, `replace` and `remove`. Source: Adobe's page on
//! updating connections by API, which sends an array where the `OpenAPI` file has one
//! object. The connection spec cannot be changed.

use serde_json::Value;

use crate::error::CallError;
use crate::json;
use crate::request::{Access, Body, Request, SERVICE_PATH};
use crate::response::Response;
use crate::spec::nested;
use crate::value::{ConnectionId, ConnectionName, Etag};

/// What shall change; the rest stays as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// The new name.
    pub name: Option<ConnectionName>,
    /// What becomes of the description.
    pub description: Option<DescriptionChange>,
    /// All parameters of the auth spec, as [`auth_params`] puts them together.
    pub auth_params: Option<Body>,
}

/// What becomes of a description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DescriptionChange {
    /// It is this text, which is not blank.
    Set(String),
    /// There is none.
    Removed,
}

/// What the service says of a connection that it has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Updated {
    /// The ID of the connection.
    pub id: ConnectionId,
    /// The etag of the new version, where the service gave one that can be sent.
    pub etag: Option<Etag>,
}

/// The request, or none where nothing changes.
///
/// `had_description` says whether the version of `etag` has a description: JSON Patch
/// replaces and removes only what is there.
#[must_use]
pub fn request(
    access: &Access,
    id: &ConnectionId,
    etag: &Etag,
    changes: &Changes,
    had_description: bool,
) -> Option<Request> {
    let mut steps = Vec::new();
    if let Some(name) = &changes.name {
        steps.push(step("replace", "/name", Some(Body::Text(name.as_str().to_owned()))));
    }
    match &changes.description {
        Some(DescriptionChange::Set(text)) => {
            let op = if had_description { "replace" } else { "add" };
            steps.push(step(op, "/description", Some(Body::Text(text.clone()))));
        }
        Some(DescriptionChange::Removed) if had_description => {
            steps.push(step("remove", "/description", None));
        }
        Some(DescriptionChange::Removed) | None => {}
    }
    if let Some(params) = &changes.auth_params {
        steps.push(step("replace", "/auth/params", Some(params.clone())));
    }
    let path = [SERVICE_PATH, "/connections/", id.as_str()].concat();
    (!steps.is_empty()).then(|| Request::patch(access, &path, etag, Body::Array(steps)))
}

/// One step of a JSON Patch.
fn step(op: &str, path: &str, value: Option<Body>) -> Body {
    let text = |text: &str| Body::Text(text.to_owned());
    let mut members = vec![("op".to_owned(), text(op)), ("path".to_owned(), text(path))];
    members.extend(value.map(|value| ("value".to_owned(), value)));
    Body::Object(members)
}

/// All parameters of the auth spec: those that are stored, those that are `given` in their
/// place or after them. Each is named by its path in `auth.params`.
///
/// The service replaces all parameters at once, so what is left out is gone. A stored
/// parameter of `secret_paths` is left out unless it is given anew: what the service shows
/// of a secret is not the secret.
#[must_use]
pub fn auth_params(
    stored: Option<&Value>,
    given: Vec<(Vec<&str>, Body)>,
    secret_paths: &[Vec<&str>],
) -> Body {
    let stored = stored.filter(|stored| stored.is_object()).map(Body::of_json);
    let mut params = stored.unwrap_or(Body::Object(Vec::new()));
    for path in secret_paths {
        nested::remove(&mut params, path);
    }
    for (path, value) in given {
        nested::put(&mut params, &path, value);
    }
    params
}

/// The answer.
///
/// # Errors
/// See [`CallError`]; [`CallError::is_conflict`] tells when someone else was faster.
pub fn response(response: Response) -> Result<Updated, CallError> {
    let status = response.status;
    let json = response.into_json()?;
    let id = json::text(&json, "id").and_then(|id| ConnectionId::parse(&id));
    Ok(Updated {
        id: id.ok_or_else(|| Response::lacks(status, "id"))?,
        etag: json::text(&json, "etag").and_then(|etag| Etag::parse(&etag)),
    })
}
