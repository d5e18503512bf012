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

/// Which secrets are in it of those that may stay empty.
#[derive(Debug, Clone, Copy)]
pub enum Optional<'a> {
    /// All of them.
    All,
    /// Those of these keys: something is typed there.
    Typed(&'a [String]),
}

/// The request as far as it is filled in. What is missing or cannot be sent is shown as
/// a placeholder in braces, secrets as placeholders with a dollar sign.
#[must_use]
pub fn sketch(
    form: &Form,
    auth: &AuthSpec,
    means: &Means,
    optional: Optional<'_>,
) -> Option<Request> {
    let is_given = |field: &AuthField| match optional {
        _ if !field.kind.is_secret() => form.gives(field),
        Optional::Typed(keys) => keys.iter().any(|key| *key == field.key),
        Optional::All => auth.has_only_secrets_beside(field),
    };
    let counted = auth.counted(|field| form.param_of(field), is_given);
    let param = |(field, needed)| Some((field, value(form, field, needed, means, optional)?));
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

/// What stands for a parameter; none where it is left out.
fn value(
    form: &Form,
    field: &AuthField,
    needed: bool,
    means: &Means,
    optional: Optional,
) -> Option<Param> {
    let may_stay_empty = !needed || field.hidden;
    if field.kind.is_secret() {
        let is_sent = match optional {
            Optional::Typed(keys) if may_stay_empty => keys.iter().any(|it| *it == field.key),
            Optional::All | Optional::Typed(_) => true,
        };
        return is_sent.then(|| secret(field));
    }
    match read_typed(form.param_of(field), &field.kind, means) {
        Ok(checked) => Some(checked.value),
        Err(_) if !may_stay_empty => {
            Some(Param::Text(["{", &in_capitals(&field.key), "}"].concat()))
        }
        Err(_) => None,
    }
}
