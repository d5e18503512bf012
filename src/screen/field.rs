//! The inputs of the page, by name.

use flow_service::error::Fault;
use flow_service::spec::{AuthSpec, FieldKind};

/// One input that a person fills in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// The access token of Platform's APIs; a secret.
    AccessToken,
    /// The API key.
    ApiKey,
    /// The organization ID.
    OrganizationId,
    /// The sandbox.
    Sandbox,
    /// The name of the connection.
    Name,
    /// The description of the connection.
    Description,
    /// The choice of the auth spec.
    Authentication,
    /// A parameter of the auth spec, by its key.
    Param(String),
    /// The connection spec ID.
    SpecId,
    /// The version of the connection spec.
    SpecVersion,
}

impl Field {
    /// Who asks, and where, besides the access token.
    pub const ACCESS: [Self; 3] = [Self::ApiKey, Self::OrganizationId, Self::Sandbox];

    /// The `id` of the input within the element's shadow root.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::AccessToken => "access-token".to_owned(),
            Self::ApiKey => "api-key".to_owned(),
            Self::OrganizationId => "organization-id".to_owned(),
            Self::Sandbox => "sandbox".to_owned(),
            Self::Name => "name".to_owned(),
            Self::Description => "description".to_owned(),
            Self::Authentication => "authentication".to_owned(),
            Self::Param(key) => ["param-", key].concat(),
            Self::SpecId => "spec-id".to_owned(),
            Self::SpecVersion => "spec-version".to_owned(),
        }
    }

    /// What kind of parameter of the auth spec it is for.
    #[must_use]
    pub fn kind<'a>(&self, auth: &'a AuthSpec) -> Option<&'a FieldKind> {
        let Self::Param(key) = self else { return None };
        auth.fields.iter().find(|field| field.key == *key).map(|field| &field.kind)
    }

    /// The secrets that the auth spec asks for.
    pub fn secrets_of(auth: &AuthSpec) -> impl Iterator<Item = Self> {
        let secrets = auth.fields.iter().filter(|field| field.kind.is_secret());
        secrets.map(|field| Self::Param(field.key.to_string()))
    }

    /// The input that a refusal is about, if the page has it.
    #[must_use]
    pub fn of_fault(fault: Fault, auth: &AuthSpec) -> Option<Self> {
        Some(match fault {
            Fault::AccessToken => Self::AccessToken,
            Fault::ApiKey => Self::ApiKey,
            Fault::OrganizationId => Self::OrganizationId,
            Fault::Sandbox => Self::Sandbox,
            Fault::SpecId => Self::SpecId,
            Fault::AuthSpec => Self::Authentication,
            Fault::Param(key) => {
                let known = auth.fields.iter().any(|field| field.key == key);
                return known.then_some(Self::Param(key));
            }
        })
    }
}
