//! A base connection as the service describes it.

use serde_json::Value;

use crate::json;
use crate::value::ConnectionId;

/// One connection of `GET /connections` or `GET /connections/{id}`.
///
/// Only `id` is relied on: while a connection is initializing, `etag` and `version`
/// may be absent, and older connections lack other members.
#[derive(Debug, Clone, PartialEq)]
pub struct Connection {
    /// The ID.
    pub id: ConnectionId,
    /// The name; connections made by API may have none.
    pub name: Option<String>,
    /// The description.
    pub description: Option<String>,
    /// The ID of the connection spec.
    pub spec_id: Option<String>,
    /// The version of the connection spec.
    pub spec_version: Option<String>,
    /// The name of the auth spec.
    pub auth_spec: Option<String>,
    /// The parameters of the auth spec, secrets masked by the service.
    pub auth_params: Option<Value>,
    /// `enabled`, `disabled`, `initializing`, or a transient state.
    pub state: Option<String>,
    /// The etag, its double quotes included: the value that `If-Match` takes.
    pub etag: Option<String>,
    /// Milliseconds since 1970 (UTC).
    pub created_at: Option<u64>,
    /// Milliseconds since 1970 (UTC).
    pub updated_at: Option<u64>,
    /// Who made it, such as `…@techacct.adobe.com`.
    pub created_by: Option<String>,
    /// Who changed it last.
    pub updated_by: Option<String>,
    /// The client that made it, such as `exc_app` for Adobe's own pages.
    pub created_client: Option<String>,
    /// The client that changed it last.
    pub updated_client: Option<String>,
    /// What was done with it last, such as `create`.
    pub last_operation: Option<String>,
    /// When that was updated, else when it was begun: milliseconds since 1970 (UTC).
    pub last_operation_at: Option<u64>,
    /// The sandbox.
    pub sandbox_name: Option<String>,
    /// The organization.
    pub organization_id: Option<String>,
}

impl Connection {
    /// Reads one item of a list of connections.
    #[must_use]
    pub fn from_json(item: &Value) -> Option<Self> {
        let text = |key| json::text(item, key);
        let time = |key| json::whole_number(item.get(key)?);
        let spec = |key| json::text(item.get("connectionSpec")?, key);
        let auth = item.get("auth");
        let last = item.get("lastOperation");
        let last_time = |key| json::whole_number(last?.get(key)?);
        Some(Self {
            id: ConnectionId::parse(&text("id")?)?,
            name: text("name"),
            description: text("description"),
            spec_id: spec("id"),
            spec_version: spec("version"),
            auth_spec: auth.and_then(|auth| json::text(auth, "specName")),
            auth_params: auth.and_then(|auth| auth.get("params")).cloned(),
            state: text("state"),
            etag: text("etag"),
            created_at: time("createdAt"),
            updated_at: time("updatedAt"),
            created_by: text("createdBy"),
            updated_by: text("updatedBy"),
            created_client: text("createdClient"),
            updated_client: text("updatedClient"),
            last_operation: last.and_then(|last| json::text(last, "operation")),
            last_operation_at: last_time("updated").or_else(|| last_time("started")),
            sandbox_name: text("sandboxName"),
            organization_id: text("imsOrgId"),
        })
    }

    /// The connection in the shape of the API. `version` has the value of `etag`.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let text = |value: &Option<String>| value.clone().map(Value::from);
        let spec = [("id", text(&self.spec_id)), ("version", text(&self.spec_version))];
        let auth = [("specName", text(&self.auth_spec)), ("params", self.auth_params.clone())];
        let last = [
            ("operation", text(&self.last_operation)),
            ("updated", self.last_operation_at.map(Value::from)),
        ];
        let present = |pairs: [(&'static str, Option<Value>); 2]| {
            pairs.iter().any(|(_, value)| value.is_some()).then(|| json::object(pairs))
        };
        json::object([
            ("id", Some(self.id.as_str().into())),
            ("createdAt", self.created_at.map(Value::from)),
            ("updatedAt", self.updated_at.map(Value::from)),
            ("createdBy", text(&self.created_by)),
            ("updatedBy", text(&self.updated_by)),
            ("createdClient", text(&self.created_client)),
            ("updatedClient", text(&self.updated_client)),
            ("sandboxName", text(&self.sandbox_name)),
            ("imsOrgId", text(&self.organization_id)),
            ("name", text(&self.name)),
            ("description", text(&self.description)),
            ("connectionSpec", present(spec)),
            ("state", text(&self.state)),
            ("auth", present(auth)),
            ("lastOperation", present(last)),
            ("version", text(&self.etag)),
            ("etag", text(&self.etag)),
        ])
    }
}
