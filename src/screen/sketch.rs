//! The request while it is still incomplete, for people to look at. It is never sent.

use flow_service::operation::create_connection::{self, NewConnection, Param};
use flow_service::request::{Access, Request};
use flow_service::secret::in_capitals;
use flow_service::spec::Means;
use flow_service::spec::{AuthField, AuthSpec, nested};
use flow_service::value::{
    ApiKey, ConnectionName, ConnectionSpecId, Description, OrganizationId, SandboxName, SpecVersion,
};

use super::form::{Form, read_spec_id};
use super::read::{Plan, read_typed, secret};

/// The request as far as it is filled in. What is missing or cannot be sent is shown as
/// a placeholder in braces, secrets as placeholders with a dollar sign. Of the secrets that may
/// stay empty, those of the keys in `typed` are in it.
#[must_use]
pub fn sketch(form: &Form, auth: &AuthSpec, means: &Means, typed: &[String]) -> Option<Request> {
    let is_given = |field: &AuthField| {
        if field.kind.is_secret() { is_typed(field, typed) } else { form.gives(field) }
    };
    let counted = auth.counted(|field| form.param_of(field), is_given);
    let param = |(field, needed)| Some((field, value(form, field, needed, means, typed)?));
    let params = counted.into_iter().filter_map(param);
    let sandbox = SandboxName::parse(&form.sandbox);
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
            // No placeholder is a name that a sandbox can have: it is put in below.
            sandbox: sandbox.clone().or_else(|_| SandboxName::parse(SandboxName::USUAL)).ok()?,
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
    let mut request = create_connection::request(&plan.access, plan.new);
    if sandbox.is_err() {
        for (_, value) in request.headers.iter_mut().filter(|(name, _)| *name == "x-sandbox-name") {
            "{SANDBOX_NAME}".clone_into(value);
        }
    }
    Some(request)
}

fn is_typed(field: &AuthField, typed: &[String]) -> bool {
    typed.iter().any(|key| *key == field.key)
}

/// What stands for a parameter; none where it is left out.
fn value(
    form: &Form,
    field: &AuthField,
    needed: bool,
    means: &Means,
    typed: &[String],
) -> Option<Param> {
    let may_stay_empty = !needed || field.hidden;
    if field.kind.is_secret() {
        return (!may_stay_empty || is_typed(field, typed)).then(|| secret(field));
    }
    match read_typed(form.param_of(field), &field.kind, means) {
        Ok(checked) => Some(checked.value),
        Err(_) if !may_stay_empty => {
            Some(Param::Text(["{", &in_capitals(&field.key), "}"].concat()))
        }
        Err(_) => None,
    }
}
