//! A request to Platform's APIs as a value that holds no secret.
//!
//! Secrets are placeholders until [`Request::open`] fills them from
//! [`Secrets`], which is the one place where a secret is opened to be sent.

use serde_json::Value;
use zeroize::Zeroizing;

use crate::secret::{SecretName, Secrets};
use crate::value::{ApiKey, Etag, OrganizationId, SandboxName};

/// Path of the Flow Service below the base address of Platform's APIs.
pub const SERVICE_PATH: &str = "/data/foundation/flowservice";

/// Where the sandboxes of an organization are listed.
pub const SANDBOXES_PATH: &str = "/data/foundation/sandbox-management/";

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates.
    Post,
    /// Changes a part.
    Patch,
    /// Deletes.
    Delete,
}

impl Method {
    /// The method as it stands in a request line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// Who asks, and where: what every request carries besides the access token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    /// Sent as `x-api-key`.
    pub api_key: ApiKey,
    /// Sent as `x-gw-ims-org-id`.
    pub organization: OrganizationId,
    /// Sent as `x-sandbox-name`.
    pub sandbox: SandboxName,
}

/// A request without its secrets: safe to show, copy and compare.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// Path and query, beginning with `/`, already percent-encoded.
    pub target: String,
    /// The headers besides `Authorization`, which every request carries.
    pub headers: Vec<(&'static str, String)>,
    /// The body, if any.
    pub body: Option<Body>,
}

/// A JSON body. A secret in it is a leaf of its own, not a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// A text.
    Text(String),
    /// A text that is filled in when the request is sent.
    Secret(SecretName),
    /// JSON that is filled in when the request is sent.
    SecretJson(SecretName),
    /// A number, `true`, `false` or `null`, as JSON writes it.
    Bare(String),
    /// An array.
    Array(Vec<Body>),
    /// An object, in the order in which it is sent and shown.
    Object(Vec<(String, Body)>),
}

impl Body {
    /// The same JSON as a body. There is no secret in it.
    #[must_use]
    pub fn of_json(value: &Value) -> Self {
        match value {
            Value::Null => Self::Bare("null".to_owned()),
            Value::Bool(true) => Self::Bare("true".to_owned()),
            Value::Bool(false) => Self::Bare("false".to_owned()),
            Value::Number(number) => Self::Bare(number.to_string()),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::Array(items.iter().map(Self::of_json).collect()),
            Value::Object(members) => {
                let member = |(key, value): (&String, _)| (key.clone(), Self::of_json(value));
                Self::Object(members.iter().map(member).collect())
            }
        }
    }
}

/// The header that carries the access token.
pub const AUTHORIZATION: &str = "Authorization";
/// What stands before the access token in that header.
pub const BEARER: &str = "Bearer ";

impl Request {
    /// A `GET` of a path below Platform's base address.
    #[must_use]
    pub fn get(access: &Access, path: &str, query: &[(&str, &str)]) -> Self {
        let mut target = path.to_owned();
        for (index, (name, value)) in query.iter().enumerate() {
            target.push(if index == 0 { '?' } else { '&' });
            target.push_str(name);
            target.push('=');
            target.push_str(&encode(value));
        }
        Self { method: Method::Get, target, headers: headers_of(access), body: None }
    }

    /// A `POST` of a JSON body.
    #[must_use]
    pub fn post(access: &Access, path: &str, body: Body) -> Self {
        Self::with_body(Method::Post, access, path, body)
    }

    /// A `PATCH` with a JSON body of what the service holds in the version of `etag`.
    ///
    /// `If-Match` takes the etag as the service gave it, its double quotes included.
    /// Adobe's pages show it with and without them; the public Python client aepp sends it so.
    #[must_use]
    pub fn patch(access: &Access, path: &str, etag: &Etag, body: Body) -> Self {
        let mut request = Self::with_body(Method::Patch, access, path, body);
        request.headers.push(("If-Match", etag.as_str().to_owned()));
        request
    }

    /// A `DELETE` of a path below Platform's base address.
    #[must_use]
    pub fn delete(access: &Access, path: &str) -> Self {
        let headers = headers_of(access);
        Self { method: Method::Delete, target: path.to_owned(), headers, body: None }
    }

    fn with_body(method: Method, access: &Access, path: &str, body: Body) -> Self {
        let mut headers = headers_of(access);
        headers.push(("Content-Type", "application/json".to_owned()));
        Self { method, target: path.to_owned(), headers, body: Some(body) }
    }

    /// The request with its secrets, ready to be sent and to be dropped.
    ///
    /// # Errors
    /// The name of a secret that the request needs and `secrets` does not hold.
    pub fn open(&self, secrets: &Secrets) -> Result<OpenRequest, SecretName> {
        let token = SecretName::access_token();
        let token = secrets.get(&token).ok_or(token)?;
        let authorization = Zeroizing::new([BEARER, token.open()].concat());
        let body = self.body.as_ref().map(|body| body.open(secrets)).transpose()?;
        Ok(OpenRequest { authorization, body })
    }
}

/// What only the sender sees: the header with the token, and the body with its secrets.
/// Both are wiped when they are dropped.
pub struct OpenRequest {
    /// The value of the header `Authorization`.
    pub authorization: Zeroizing<String>,
    /// The body, a JSON text.
    pub body: Option<Zeroizing<String>>,
}

fn headers_of(access: &Access) -> Vec<(&'static str, String)> {
    vec![
        ("x-api-key", access.api_key.as_str().to_owned()),
        ("x-gw-ims-org-id", access.organization.as_str().to_owned()),
        ("x-sandbox-name", access.sandbox.as_str().to_owned()),
    ]
}

/// Percent-encodes the value of a query parameter, or of a form's member: all but what
/// RFC 3986 calls *unreserved*.
pub(crate) fn encode(text: &str) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0').to_ascii_uppercase();
    // Room for all: growing would leave copies of a secret behind.
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    encoded
}
