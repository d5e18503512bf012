//! The request while it is still incomplete, for people to look at. It is never sent.

use flow_service::operation::create_connection::{self, NewConnection, Param};
use flow_service::request::{Access, Request};
use flow_service::secret::SecretName;
use flow_service::spec::{AuthField, AuthSpec, FieldKind};
use flow_service::value::{
    ApiKey, ConnectionName, ConnectionSpecId, Description, OrganizationId, SandboxName, SpecVersion,
};

use super::field::Field;
use super::form::{Form, Plan, read_spec_id, read_text};

/// The request as far as it is filled in. What is missing or cannot be sent is shown as
/// a placeholder in braces, secrets as placeholders with a dollar sign.
#[must_use]
pub fn sketch(form: &Form, auth: &AuthSpec) -> Option<Request> {
    let param = |field: &AuthField| {
        let value = match &field.kind {
            FieldKind::Secret => Param::Secret(SecretName::of_param(&field.key)),
            kind => match read_text(form.text(&Field::Param(field.key.to_string())), kind) {
                Ok(checked) => Param::Text(checked.value),
                Err(_) if field.required => {
                    Param::Text(["{", SecretName::of_param(&field.key).as_str(), "}"].concat())
                }
                Err(_) => return None,
            },
        };
        Some((field.key.to_string(), value))
    };
    let plan = Plan {
        access: Access {
            api_key: ApiKey::parse(&form.api_key)
                .or_else(|_| ApiKey::parse("{API_KEY}"))
                .ok()?
                .value,
            organization: OrganizationId::parse(&form.organization_id)
                .or_else(|_| OrganizationId::parse("{IMS_ORG}@AdobeOrg"))
                .ok()?
                .value,
            sandbox: SandboxName::parse(&form.sandbox)
                .or_else(|_| SandboxName::parse("sandbox-name"))
                .ok()?,
        },
        new: NewConnection {
            name: ConnectionName::parse(&form.name)
                .or_else(|_| ConnectionName::parse("{NAME}"))
                .ok()?,
            description: Description::parse(&form.description),
            spec_id: read_spec_id(form)
                .or_else(|_| ConnectionSpecId::parse_any("{CONNECTION_SPEC_ID}"))
                .ok()?
                .value,
            spec_version: SpecVersion::parse(&form.spec_version)
                .or_else(|_| SpecVersion::parse("{VERSION}"))
                .ok()?,
            auth_spec: auth.name.clone(),
            params: auth.fields.iter().filter_map(param).collect(),
        },
    };
    Some(create_connection::request(&plan.access, plan.new))
}
