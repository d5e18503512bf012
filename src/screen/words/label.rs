//! The labels of the inputs.

use flow_service::spec::{AuthSpec, ConnectionSpec};

use super::AUTHENTICATION;
use crate::screen::field::Field;

/// The label of an input.
#[must_use]
pub fn label(field: &Field, auth: &AuthSpec) -> String {
    match field {
        Field::AccessToken => "Access token",
        Field::ApiKey => "API key",
        Field::OrganizationId => "Organization ID",
        Field::Sandbox => "Sandbox",
        Field::Name => "Name",
        Field::Description => "Description",
        Field::Authentication => AUTHENTICATION,
        Field::SpecId => "Connection spec ID",
        Field::SpecVersion => "Connection spec version",
        Field::Param(key) => {
            let field = auth.fields.iter().find(|field| &field.key == key);
            return field.map_or_else(|| key.clone(), |field| field.label.to_string());
        }
    }
    .to_owned()
}

/// The label of an input, whichever auth spec it belongs to.
#[must_use]
pub fn label_of(field: &Field, spec: &ConnectionSpec) -> String {
    let has = |auth: &&AuthSpec| {
        auth.fields.iter().any(|held| *field == Field::Param(held.key.to_string()))
    };
    let auth = spec.auth_specs.iter().find(has).or_else(|| spec.auth_specs.first());
    auth.map(|auth| label(field, auth)).unwrap_or_default()
}
