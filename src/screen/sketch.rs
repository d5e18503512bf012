//! The request while it is still incomplete, for people to look at. It is never sent.

use flow_service::operation::create_connection::{self, NewConnection, Param};
use flow_service::request::{Access, Request};
use flow_service::secret::SecretName;
use flow_service::spec::Means;
use flow_service::spec::{AuthField, AuthSpec, nested};
use flow_service::value::{
    ApiKey, ConnectionName, ConnectionSpecId, Description, OrganizationId, SandboxName, SpecVersion,
};

use super::form::{Form, read_spec_id};
use super::read::{Plan, read_typed};

/// The request as far as it is filled in. What is missing or cannot be sent is shown as
/// a placeholder in braces, secrets as placeholders with a dollar sign.
#[must_use]
pub fn sketch(form: &Form, auth: &AuthSpec, means: &Means) -> Option<Request> {
    // Whether a secret is typed is not known here.
    let is_given = |field: &AuthField| {
        let is_secret = field.kind.is_secret();
        if is_secret { auth.has_only_secrets_beside(field) } else { form.gives(field) }
    };
    let counted = auth.counted(|field| form.param_of(field), is_given);
    let param = |(field, needed)| Some((field, value(form, field, needed, means)?));
    let params = counted.into_iter().filter_map(param);
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
            params: nested::params(params),
        },
    };
    Some(create_connection::request(&plan.access, plan.new))
}

/// What stands for a parameter; none where it is left out.
fn value(form: &Form, field: &AuthField, needed: bool, means: &Means) -> Option<Param> {
    let name = SecretName::of_param(&field.key);
    if field.kind.is_secret() {
        return Some(Param::Secret(name));
    }
    match read_typed(form.param_of(field), &field.kind, means) {
        Ok(checked) => Some(checked.value),
        Err(_) if needed && !field.hidden => Some(Param::Text(["{", name.as_str(), "}"].concat())),
        Err(_) => None,
    }
}
