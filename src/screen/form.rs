//! What is typed, and how it becomes a request.
//!
//! [`read`] is the only way from typed text to a [`Plan`] that may be sent.

use flow_service::operation::create_connection::{NewConnection, Param};
use flow_service::request::Access;
use flow_service::secret::SecretName;
use flow_service::spec::{AuthField, AuthSpec, FieldKind};
use flow_service::value::{
    ApiKey, ApiVersion, Checked, ConnectionName, ConnectionSpecId, Description, EnvironmentUrl,
    OrganizationId, Problem, Remark, SandboxName, SpecVersion,
};

use super::field::Field;
use super::message::SecretReport;

/// The typed texts, besides the secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The API key.
    pub api_key: String,
    /// The organization ID.
    pub organization_id: String,
    /// The sandbox.
    pub sandbox: String,
    /// The name of the connection.
    pub name: String,
    /// The description of the connection.
    pub description: String,
    /// The connection spec ID.
    pub spec_id: String,
    /// The version of the connection spec.
    pub spec_version: String,
    /// Whether a connection spec ID is sent although it is no UUID.
    pub insists_on_spec_id: bool,
    /// The parameters by key; auth specs that share a key share the text.
    params: Vec<(String, String)>,
}

impl Default for Form {
    fn default() -> Self {
        Self {
            api_key: String::new(),
            organization_id: String::new(),
            sandbox: SandboxName::USUAL.to_owned(),
            name: String::new(),
            description: String::new(),
            spec_id: ConnectionSpecId::SERVICE_CLOUD.to_owned(),
            spec_version: SpecVersion::USUAL.to_owned(),
            insists_on_spec_id: false,
            params: Vec::new(),
        }
    }
}

impl Form {
    /// The text of an input; empty for secrets and choices.
    #[must_use]
    pub fn text(&self, field: &Field) -> &str {
        match field {
            Field::ApiKey => &self.api_key,
            Field::OrganizationId => &self.organization_id,
            Field::Sandbox => &self.sandbox,
            Field::Name => &self.name,
            Field::Description => &self.description,
            Field::SpecId => &self.spec_id,
            Field::SpecVersion => &self.spec_version,
            Field::Param(key) => self.param(key),
            Field::AccessToken | Field::Authentication => "",
        }
    }

    /// Takes what was typed into an input that is no secret.
    pub fn set(&mut self, field: &Field, text: String) {
        match field {
            Field::ApiKey => self.api_key = text,
            Field::OrganizationId => self.organization_id = text,
            Field::Sandbox => self.sandbox = text,
            Field::Name => self.name = text,
            Field::Description => self.description = text,
            Field::SpecId => {
                self.spec_id = text;
                self.insists_on_spec_id = false;
            }
            Field::SpecVersion => self.spec_version = text,
            Field::Param(key) => self.set_param(key, text),
            Field::AccessToken | Field::Authentication => {}
        }
    }

    pub(super) fn set_param(&mut self, key: &str, text: String) {
        match self.params.iter_mut().find(|(held, _)| held == key) {
            Some((_, held)) => *held = text,
            None => self.params.push((key.to_owned(), text)),
        }
    }

    pub(super) fn clear_params(&mut self) {
        self.params.clear();
    }

    fn param(&self, key: &str) -> &str {
        self.params.iter().find(|(held, _)| held == key).map_or("", |(_, text)| text)
    }
}

/// What may be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Who asks, and where.
    pub access: Access,
    /// The connection.
    pub new: NewConnection,
}

/// What was found while reading: what cannot be sent, and what is unusual.
#[derive(Debug, Default)]
pub struct Findings {
    /// What cannot be sent, in the order of the page.
    pub problems: Vec<(Field, Problem)>,
    /// What is unusual.
    pub remarks: Vec<(Field, Remark)>,
}

impl Findings {
    pub(super) fn take<T>(
        &mut self,
        field: Field,
        result: Result<Checked<T>, Problem>,
    ) -> Option<T> {
        match result {
            Ok(checked) => {
                self.remarks
                    .extend(checked.remarks.into_iter().map(|remark| (field.clone(), remark)));
                Some(checked.value)
            }
            Err(problem) => {
                self.problems.push((field, problem));
                None
            }
        }
    }

    fn take_plain<T>(&mut self, field: Field, result: Result<T, Problem>) -> Option<T> {
        self.take(field, result.map(|value| Checked { value, remarks: Vec::new() }))
    }
}

/// Parses everything. A plan exists only where there is no problem.
#[must_use]
pub fn read(form: &Form, auth: &AuthSpec, secrets: &SecretReport) -> (Option<Plan>, Findings) {
    let mut found = Findings::default();
    found.take(Field::AccessToken, secrets.token.checked());
    let access = read_access(form, &mut found);
    let name = found.take_plain(Field::Name, ConnectionName::parse(&form.name));
    let mut params = Vec::new();
    for field in auth.fields.iter() {
        let param = read_param(form, field, secrets);
        if let Some(Some(param)) = found.take(Field::Param(field.key.to_string()), param) {
            params.push((field.key.to_string(), param));
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
                params,
            },
        })
    })();
    (plan, found)
}

/// Parses who asks, and where.
pub(super) fn read_access(form: &Form, found: &mut Findings) -> Option<Access> {
    let api_key = found.take(Field::ApiKey, ApiKey::parse(&form.api_key));
    let organization =
        found.take(Field::OrganizationId, OrganizationId::parse(&form.organization_id));
    let sandbox = found.take_plain(Field::Sandbox, SandboxName::parse(&form.sandbox));
    Some(Access { api_key: api_key?, organization: organization?, sandbox: sandbox? })
}

/// Parses one input that is no secret, for when a person leaves it.
///
/// # Errors
/// What cannot be sent. An empty input is no problem yet.
pub fn read_one(form: &Form, field: &Field, auth: &AuthSpec) -> Result<Vec<Remark>, Problem> {
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
            Some(field) => read_text(text, &field.kind).map(|checked| checked.remarks),
            None => Ok(Vec::new()),
        },
        Field::Name | Field::Description | Field::AccessToken | Field::Authentication => {
            Ok(Vec::new())
        }
    }
}

pub(super) fn read_spec_id(form: &Form) -> Result<Checked<ConnectionSpecId>, Problem> {
    if form.insists_on_spec_id {
        ConnectionSpecId::parse_any(&form.spec_id)
    } else {
        ConnectionSpecId::parse(&form.spec_id).map(|value| Checked { value, remarks: Vec::new() })
    }
}

/// A parameter: none where it is optional and empty.
fn read_param(
    form: &Form,
    field: &AuthField,
    secrets: &SecretReport,
) -> Result<Checked<Option<Param>>, Problem> {
    let read = if field.kind.is_secret() {
        let name = SecretName::of_param(&field.key);
        secrets
            .of_param(&field.key)
            .map(|remarks| Checked { value: Some(Param::Secret(name)), remarks })
    } else {
        read_text(form.param(&field.key), &field.kind).map(|checked| Checked {
            value: Some(Param::Text(checked.value)),
            remarks: checked.remarks,
        })
    };
    match read {
        Err(Problem::Missing) if !field.required => {
            Ok(Checked { value: None, remarks: Vec::new() })
        }
        read => read,
    }
}

/// Parses a text. What the other kinds of fields allow is looked at where they are drawn.
pub(super) fn read_text(text: &str, kind: &FieldKind) -> Result<Checked<String>, Problem> {
    let plain = |value: &str| Checked { value: value.to_owned(), remarks: Vec::new() };
    match kind {
        FieldKind::EnvironmentUrl => EnvironmentUrl::parse(text).map(|checked| Checked {
            value: checked.value.as_str().to_owned(),
            remarks: checked.remarks,
        }),
        FieldKind::ApiVersion => ApiVersion::parse(text).map(|version| plain(version.as_str())),
        _ if text.trim().is_empty() => Err(Problem::Missing),
        FieldKind::Text
        | FieldKind::Secret
        | FieldKind::Limited(_)
        | FieldKind::Choice(_)
        | FieldKind::Number(_)
        | FieldKind::Boolean
        | FieldKind::Json(_) => Ok(plain(text)),
    }
}
