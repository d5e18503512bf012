//! How what is typed becomes a request.
//!
//! [`read`] is the only way from typed text to a [`Plan`] that may be sent.

use flow_service::operation::create_connection::{NewConnection, Param};
use flow_service::request::Access;
use flow_service::secret::SecretName;
use flow_service::spec::typed::{self, Means};
use flow_service::spec::{AuthField, AuthSpec, FieldKind, nested};
use flow_service::value::{
    ApiKey, Checked, ConnectionName, Description, EnvironmentUrl, OrganizationId, Problem, Remark,
    SandboxName, SpecVersion,
};

use super::field::Field;
use super::form::{Findings, Form, read_access, read_spec_id};
use super::secret_report::SecretReport;

/// What may be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Who asks, and where.
    pub access: Access,
    /// The connection.
    pub new: NewConnection,
}

/// Parses everything. A plan exists only where there is no problem.
#[must_use]
pub fn read(
    form: &Form,
    auth: &AuthSpec,
    secrets: &SecretReport,
    means: &Means,
) -> (Option<Plan>, Findings) {
    let mut found = Findings::default();
    found.take(Field::AccessToken, secrets.token.checked());
    let access = read_access(form, &mut found);
    let name = found.take_plain(Field::Name, ConnectionName::parse(&form.name));
    let mut params = Vec::new();
    let is_given = |field: &AuthField| {
        if field.kind.is_secret() {
            secrets.of_param(&field.key) != Err(Problem::Missing)
        } else {
            form.gives(field)
        }
    };
    for (field, needed) in auth.counted(|field| form.param_of(field), is_given) {
        let param = read_param(form, field, needed, secrets, means);
        if let Some(Some(param)) = found.take(Field::Param(field.key.to_string()), param) {
            params.push((field, param));
        }
    }
    let spec_id = found.take(Field::SpecId, read_spec_id(form));
    let spec_version = found.take_plain(Field::SpecVersion, SpecVersion::parse(&form.spec_version));
    if !found.problems.is_empty() {
        return (None, found);
    }
    let plan = (|| {
        Some(Plan {
            access: access?,
            new: NewConnection {
                name: name?,
                description: Description::parse(&form.description),
                spec_id: spec_id?,
                spec_version: spec_version?,
                auth_spec: auth.name.clone(),
                params: nested::params(params),
            },
        })
    })();
    (plan, found)
}

/// Parses one input that is no secret, for when a person leaves it.
///
/// # Errors
/// What cannot be sent. An empty input is no problem yet.
pub(super) fn read_one(
    form: &Form,
    field: &Field,
    auth: &AuthSpec,
    means: &Means,
) -> Result<Vec<Remark>, Problem> {
    let text = form.text(field);
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    match field {
        Field::ApiKey => ApiKey::parse(text).map(|checked| checked.remarks),
        Field::OrganizationId => OrganizationId::parse(text).map(|checked| checked.remarks),
        Field::Sandbox => SandboxName::parse(text).map(|_| Vec::new()),
        Field::SpecId => read_spec_id(form).map(|checked| checked.remarks),
        Field::SpecVersion => SpecVersion::parse(text).map(|_| Vec::new()),
        Field::Param(key) => match auth.fields.iter().find(|field| &field.key == key) {
            Some(field) => read_typed(text, &field.kind, means).map(|checked| checked.remarks),
            None => Ok(Vec::new()),
        },
        Field::Name | Field::Description | Field::AccessToken | Field::Authentication => {
            Ok(Vec::new())
        }
    }
}

/// A parameter: none where it is optional and empty, or hidden and without a default.
fn read_param(
    form: &Form,
    field: &AuthField,
    needed: bool,
    secrets: &SecretReport,
    means: &Means,
) -> Result<Checked<Option<Param>>, Problem> {
    let read = if field.kind.is_secret() {
        let found = secrets.of_param(&field.key);
        found.map(|remarks| Checked { value: Some(secret(field)), remarks })
    } else {
        read_typed(form.param_of(field), &field.kind, means)
            .map(|checked| Checked { value: Some(checked.value), remarks: checked.remarks })
    };
    match read {
        Err(Problem::Missing) if !needed || field.hidden => {
            Ok(Checked { value: None, remarks: Vec::new() })
        }
        read => read,
    }
}

/// A secret by its name.
pub(super) fn secret(field: &AuthField) -> Param {
    let name = SecretName::of_param(&field.key);
    match &field.kind {
        FieldKind::Json(_) => Param::SecretJson(name),
        _ => Param::Secret(name),
    }
}

/// Parses a text by its kind.
pub(super) fn read_typed(
    text: &str,
    kind: &FieldKind,
    means: &Means,
) -> Result<Checked<Param>, Problem> {
    if *kind == FieldKind::EnvironmentUrl {
        return EnvironmentUrl::parse(text).map(|checked| Checked {
            value: Param::Text(checked.value.as_str().to_owned()),
            remarks: checked.remarks,
        });
    }
    let is_plain = matches!(kind, FieldKind::Text | FieldKind::Limited(_));
    let edge = (is_plain && text.trim() != text).then_some(Remark::SecretEdgeSpace);
    typed::parse(kind, text, means)
        .map(|value| Checked { value, remarks: edge.into_iter().collect() })
}
