//! `GET /data/foundation/sandbox-management/`: the sandboxes of the caller.

use serde_json::{Value, json};

use crate::error::CallError;
use crate::json;
use crate::request::{Access, Request, SANDBOXES_PATH};
use crate::response::Response;
use crate::value::SandboxName;

/// One sandbox of the organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sandbox {
    /// The name that requests carry.
    pub name: SandboxName,
    /// The name that people gave it.
    pub title: String,
    /// `production` or `development`.
    pub kind: String,
    /// Where it is, such as `VA7`.
    pub region: String,
    /// `active`, or another state.
    pub state: String,
    /// Whether it is the one that is used when none is named.
    pub is_default: bool,
}

/// The request. The sandbox of `access` is sent although this call does not need it.
#[must_use]
pub fn request(access: &Access) -> Request {
    Request::get(access, SANDBOXES_PATH, &[])
}

/// The answer: the sandboxes that could be read.
///
/// # Errors
/// See [`CallError`].
pub fn response(response: Response) -> Result<Vec<Sandbox>, CallError> {
    let status = response.status;
    let json = response.into_json()?;
    let items = json.get("sandboxes").and_then(Value::as_array);
    let items = items.ok_or_else(|| Response::lacks(status, "sandboxes"))?;
    Ok(items.iter().filter_map(Sandbox::from_json).collect())
}

/// The sandboxes in the order in which a person chooses: those that are active before all
/// others, of each the default first, then by name.
///
/// The standard library's way to sort brings 2 KB more into the app.
#[must_use]
pub fn default_first(mut sandboxes: Vec<Sandbox>) -> Vec<Sandbox> {
    if sandboxes.len() < 2 {
        return sandboxes;
    }
    let mut ordered = Vec::with_capacity(sandboxes.len());
    let second_half = sandboxes.split_off(sandboxes.len() / 2);
    let mut others = default_first(second_half).into_iter().peekable();
    for one in default_first(sandboxes) {
        while let Some(other) = others.next_if(|other| other.place() < one.place()) {
            ordered.push(other);
        }
        ordered.push(one);
    }
    ordered.extend(others);
    ordered
}

impl Sandbox {
    /// Sandboxes are listed by this, the least first.
    fn place(&self) -> (bool, bool, &str) {
        (self.state != "active", !self.is_default, self.name.as_str())
    }

    fn from_json(item: &Value) -> Option<Self> {
        let text = |key| json::text(item, key).unwrap_or_default();
        Some(Self {
            name: SandboxName::parse(&json::text(item, "name")?).ok()?,
            title: text("title"),
            kind: text("type"),
            region: text("region"),
            state: text("state"),
            is_default: item.get("isDefault").and_then(Value::as_bool).unwrap_or(false),
        })
    }

    /// The sandbox in the shape of the API.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "name": self.name.as_str(),
            "title": self.title,
            "state": self.state,
            "type": self.kind,
            "region": self.region,
            "isDefault": self.is_default,
        })
    }
}
