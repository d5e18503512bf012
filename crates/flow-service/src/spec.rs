//! Connection specs: which sources there are, and which credentials each asks for.
//!
//! A spec is data. [`ConnectionSpec::service_cloud`] is built in and has the shape of
//! what `GET /connectionSpecs` returns; the credential form is drawn from a spec.

use serde_json::{Value, json};

use crate::json;
use crate::value::ConnectionSpecId;

/// A source and how to authenticate with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionSpec {
    /// The UUID of the spec.
    pub id: String,
    /// The name that filters use, such as `salesforce-service-cloud`.
    pub name: String,
    /// The version, `1.0` for all that Adobe documents.
    pub version: String,
    /// The kinds of authentication, in the order of the spec.
    pub auth_specs: Vec<AuthSpec>,
}

/// One kind of authentication of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthSpec {
    /// The name, sent as `auth.specName`.
    pub name: String,
    /// The parameters, in the order of the spec.
    pub fields: Vec<AuthField>,
}

/// One parameter of an auth spec, sent as a member of `auth.params`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthField {
    /// The key in `auth.params`.
    pub key: String,
    /// What a person reads as the name of the field.
    pub label: String,
    /// The description that the service gives, if any.
    pub description: Option<String>,
    /// Whether a request without it is refused.
    pub required: bool,
    /// What kind of text it holds.
    pub kind: FieldKind,
}

/// What kind of text a parameter holds, which decides how it is parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// A secret (`"format": "password"`).
    Secret,
    /// The address of the source instance.
    EnvironmentUrl,
    /// The version of the source's own API.
    ApiVersion,
}

/// The auth spec whose end Adobe announced for Service Cloud.
pub const BASIC_AUTHENTICATION: &str = "Basic Authentication";
/// The auth spec that Adobe recommends for Service Cloud.
pub const OAUTH2_CLIENT_CREDENTIAL: &str = "OAuth2 Client Credential";

impl ConnectionSpec {
    /// Salesforce Service Cloud with both auth specs.
    ///
    /// Sources: the published spec of 2020 (Basic Authentication), the parameter
    /// tables of Adobe's pages of 2024 to 2026 (`OAuth2 Client Credential`,
    /// `apiVersion`). No JSON Schema of the `OAuth2` auth spec is published.
    #[must_use]
    pub fn service_cloud() -> Self {
        let field = |key: &str, label: &str, required, kind| AuthField {
            key: key.to_owned(),
            label: label.to_owned(),
            description: None,
            required,
            kind,
        };
        let url = |required| {
            field("environmentUrl", "Environment URL", required, FieldKind::EnvironmentUrl)
        };
        let version = || field("apiVersion", "API version", false, FieldKind::ApiVersion);
        Self {
            id: ConnectionSpecId::SERVICE_CLOUD.to_owned(),
            name: "salesforce-service-cloud".to_owned(),
            version: "1.0".to_owned(),
            auth_specs: vec![
                AuthSpec {
                    name: BASIC_AUTHENTICATION.to_owned(),
                    fields: vec![
                        field("username", "Username", true, FieldKind::Text),
                        field("password", "Password", true, FieldKind::Secret),
                        field("securityToken", "Security token", true, FieldKind::Secret),
                        url(false),
                        version(),
                    ],
                },
                AuthSpec {
                    name: OAUTH2_CLIENT_CREDENTIAL.to_owned(),
                    fields: vec![
                        field("clientId", "Client ID", true, FieldKind::Text),
                        field("clientSecret", "Client secret", true, FieldKind::Secret),
                        url(true),
                        version(),
                    ],
                },
            ],
        }
    }

    /// The auth spec of that name.
    #[must_use]
    pub fn auth_spec(&self, name: &str) -> Option<&AuthSpec> {
        self.auth_specs.iter().find(|auth| auth.name == name)
    }

    /// Reads one item of the answer of `GET /connectionSpecs`.
    #[must_use]
    pub fn from_json(item: &Value) -> Option<Self> {
        let auth_specs = item.get("authSpec")?.as_array()?;
        Some(Self {
            id: json::text(item, "id")?,
            name: json::text(item, "name")?,
            version: json::text(item, "version")?,
            auth_specs: auth_specs.iter().filter_map(AuthSpec::from_json).collect(),
        })
    }

    /// The spec in the shape of the API.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "id": self.id,
            "name": self.name,
            "version": self.version,
            "authSpec": self.auth_specs.iter().map(AuthSpec::to_json).collect::<Vec<_>>(),
        })
    }
}

impl AuthSpec {
    fn from_json(item: &Value) -> Option<Self> {
        let schema = item.get("spec")?;
        let properties = schema.get("properties")?.as_object()?;
        let required = schema.get("required").and_then(Value::as_array);
        let is_required = |key: &str| {
            required.is_some_and(|keys| keys.iter().any(|item| item.as_str() == Some(key)))
        };
        let fields = properties
            .iter()
            .map(|(key, property)| AuthField::from_json(key, property, is_required(key)))
            .collect();
        Some(Self { name: json::text(item, "name")?, fields })
    }

    fn to_json(&self) -> Value {
        let properties: serde_json::Map<_, _> =
            self.fields.iter().map(|field| (field.key.clone(), field.to_json())).collect();
        let required: Vec<_> = self
            .fields
            .iter()
            .filter(|field| field.required)
            .map(|field| field.key.as_str())
            .collect();
        json!({
            "name": self.name,
            "type": self.name.replace(' ', ""),
            "spec": {
                "$schema": "http://json-schema.org/draft-07/schema#",
                "type": "object",
                "properties": properties,
                "required": required,
            },
        })
    }
}

impl AuthField {
    fn from_json(key: &str, property: &Value, required: bool) -> Self {
        let kind = match key {
            _ if property.get("format").and_then(Value::as_str) == Some("password") => {
                FieldKind::Secret
            }
            "environmentUrl" => FieldKind::EnvironmentUrl,
            "apiVersion" => FieldKind::ApiVersion,
            _ => FieldKind::Text,
        };
        Self {
            key: key.to_owned(),
            label: json::text(property, "title").unwrap_or_else(|| label_of(key)),
            description: json::text(property, "description"),
            required,
            kind,
        }
    }

    fn to_json(&self) -> Value {
        let format = (self.kind == FieldKind::Secret).then(|| "password".into());
        json::object([
            ("type", Some("string".into())),
            ("title", Some(self.label.clone().into())),
            ("description", self.description.clone().map(Value::from)),
            ("format", format),
        ])
    }
}

/// A readable name for a key without a title: `securityToken` gives `Security token`,
/// `environmentUrl` gives `Environment URL`.
fn label_of(key: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut within_capitals = false;
    for character in key.chars() {
        let capital = character.is_ascii_uppercase();
        match words.last_mut() {
            Some(word) if !capital || within_capitals => word.push(character),
            _ => words.push(character.into()),
        }
        within_capitals = capital;
    }
    let mut label = String::with_capacity(key.len() + 4);
    for word in words {
        if !label.is_empty() {
            label.push(' ');
        }
        if ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known)) {
            label.push_str(&word.to_ascii_uppercase());
        } else if label.is_empty() {
            let mut characters = word.chars();
            label.extend(characters.next().into_iter().flat_map(char::to_uppercase));
            label.push_str(&characters.as_str().to_ascii_lowercase());
        } else {
            label.push_str(&word.to_ascii_lowercase());
        }
    }
    label
}

/// Words of keys that people read in capitals.
const ABBREVIATIONS: [&str; 6] = ["id", "url", "uri", "api", "jwt", "sas"];
