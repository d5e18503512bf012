//! A source and how to authenticate with it, and the source that is built in.

use serde_json::{Value, json};

use super::{AuthField, AuthSpec, FieldKind, Fields};
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

/// The auth spec whose end Adobe announced for Service Cloud.
pub const BASIC_AUTHENTICATION: &str = "Basic Authentication";
/// The auth spec that Adobe recommends for Service Cloud.
pub const OAUTH2_CLIENT_CREDENTIAL: &str = "OAuth2 Client Credential";

/// The connection spec ID of Salesforce CRM. Source: Adobe's API page for that source.
const SALESFORCE: &str = "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5";

/// What Salesforce is known to take, where its spec asks for any text. Other sources have
/// parameters of the same names with other values.
fn of_salesforce(mut field: AuthField) -> AuthField {
    if field.kind == FieldKind::Text {
        match &*field.key {
            "environmentUrl" => field.kind = FieldKind::EnvironmentUrl,
            "apiVersion" => field.kind = FieldKind::ApiVersion,
            _ => {}
        }
    }
    field
}

/// The fields of Basic Authentication of Service Cloud.
static BASIC: [AuthField; 5] = [
    AuthField::constant("username", "Username", true, FieldKind::Text),
    AuthField::constant("password", "Password", true, FieldKind::Secret),
    AuthField::constant("securityToken", "Security token", true, FieldKind::Secret),
    url(false),
    VERSION,
];

/// The fields of `OAuth2` of Service Cloud.
static OAUTH2: [AuthField; 4] = [
    AuthField::constant("clientId", "Client ID", true, FieldKind::Text),
    AuthField::constant("clientSecret", "Client secret", true, FieldKind::Secret),
    url(true),
    VERSION,
];

const VERSION: AuthField =
    AuthField::constant("apiVersion", "API version", false, FieldKind::ApiVersion);

const fn url(required: bool) -> AuthField {
    AuthField::constant("environmentUrl", "Environment URL", required, FieldKind::EnvironmentUrl)
}

impl ConnectionSpec {
    /// Salesforce Service Cloud with both auth specs.
    ///
    /// Sources: the published spec of 2020 (Basic Authentication), the parameter
    /// tables of Adobe's pages of 2024 to 2026 (`OAuth2 Client Credential`,
    /// `apiVersion`). No JSON Schema of the `OAuth2` auth spec is published.
    #[must_use]
    pub fn service_cloud() -> Self {
        let auth_spec = |name: &str, fields| AuthSpec {
            name: name.to_owned(),
            fields: Fields::built_in(fields),
        };
        Self {
            id: ConnectionSpecId::SERVICE_CLOUD.to_owned(),
            name: "salesforce-service-cloud".to_owned(),
            version: "1.0".to_owned(),
            auth_specs: vec![
                auth_spec(BASIC_AUTHENTICATION, &BASIC),
                auth_spec(OAUTH2_CLIENT_CREDENTIAL, &OAUTH2),
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
        let mut auth_specs: Vec<AuthSpec> = Vec::new();
        for auth in item.get("authSpec")?.as_array()?.iter().filter_map(AuthSpec::from_json) {
            // They are told apart by their names.
            if auth_specs.iter().all(|held| held.name != auth.name) {
                auth_specs.push(auth);
            }
        }
        let id = json::text(item, "id")?;
        if matches!(&*id, ConnectionSpecId::SERVICE_CLOUD | SALESFORCE) {
            for auth in &mut auth_specs {
                auth.fields = auth.fields.iter().cloned().map(of_salesforce).collect();
            }
        }
        Some(Self {
            id,
            name: json::text(item, "name")?,
            version: json::text(item, "version")?,
            auth_specs,
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
