//! `POST /connections`: creates a base connection.

use serde_json::Value;

use crate::error::CallError;
use crate::json;
use crate::request::{Access, Body, Request, SERVICE_PATH};
use crate::response::Response;
use crate::value::{ConnectionId, ConnectionName, ConnectionSpecId, Description, SpecVersion};

/// A base connection that shall be created; its secrets are names, not values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConnection {
    /// The name.
    pub name: ConnectionName,
    /// The description; none is left out of the request.
    pub description: Option<Description>,
    /// The connection spec: which source.
    pub spec_id: ConnectionSpecId,
    /// The version of the connection spec.
    pub spec_version: SpecVersion,
    /// The name of the auth spec; empty for a source that has none. Then nothing is said of
    /// authentication.
    pub auth_spec: String,
    /// The parameters of the auth spec: an object of those that are given, in the order of the
    /// spec, or a secret that is all of them.
    pub params: Param,
}

/// The value of one parameter of an auth spec: a text, a secret by its name, or any other JSON.
pub type Param = Body;

/// What the service says of a connection that it has created.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Created {
    /// The ID of the connection.
    pub id: ConnectionId,
    /// The etag, its double quotes included.
    pub etag: Option<String>,
}

/// The request.
#[must_use]
pub fn request(access: &Access, new: NewConnection) -> Request {
    let auth = vec![text("specName", &new.auth_spec), member("params", new.params)];
    let spec = vec![text("id", new.spec_id.as_str()), text("version", new.spec_version.as_str())];
    let mut members = vec![text("name", new.name.as_str())];
    if let Some(description) = &new.description {
        members.push(text("description", description.as_str()));
    }
    if !new.auth_spec.is_empty() {
        members.push(member("auth", Body::Object(auth)));
    }
    members.push(member("connectionSpec", Body::Object(spec)));
    Request::post(access, &[SERVICE_PATH, "/connections"].concat(), Body::Object(members))
}

fn text(key: &str, value: &str) -> (String, Body) {
    member(key, Body::Text(value.to_owned()))
}

fn member(key: &str, value: Body) -> (String, Body) {
    (key.to_owned(), value)
}

/// The answer.
///
/// # Errors
/// See [`CallError`].
pub fn response(response: Response) -> Result<Created, CallError> {
    let status = response.status;
    let json = response.into_json()?;
    Created::from_json(&json).ok_or_else(|| Response::lacks(status, "id"))
}

impl Created {
    fn from_json(json: &Value) -> Option<Self> {
        Some(Self {
            id: ConnectionId::parse(&json::text(json, "id")?)?,
            etag: json::text(json, "etag"),
        })
    }

    /// The answer in the shape of the API.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json::object([
            ("id", Some(self.id.as_str().into())),
            ("etag", self.etag.clone().map(Value::from)),
        ])
    }
}
