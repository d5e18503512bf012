//! What is typed. How it becomes a request is in `read.rs`.

use flow_service::request::Access;
use flow_service::spec::{AuthField, FieldKind};
use flow_service::value::{
    ApiKey, Checked, ConnectionSpecId, OrganizationId, Problem, Remark, SandboxName, SpecVersion,
};

use super::field::Field;

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
        self.typed(key).unwrap_or_default()
    }

    fn typed(&self, key: &str) -> Option<&str> {
        self.params.iter().find(|(held, _)| held == key).map(|(_, text)| text.as_str())
    }

    /// Whether a person gave a parameter that is no secret a value of its own.
    #[must_use]
    pub fn gives(&self, field: &AuthField) -> bool {
        let text = self.param_of(field);
        self.typed(&field.key).is_some()
            && !text.trim().is_empty()
            && field.default.as_deref() != Some(text)
    }

    /// What stands in the input of a parameter: what was typed, else its default. Another
    /// source may have had a text where this one has a choice: that text does not count.
    #[must_use]
    pub fn param_of<'a>(&'a self, field: &'a AuthField) -> &'a str {
        let default = field.default.as_deref().unwrap_or_default();
        let typed = self.typed(&field.key).filter(|_| !field.hidden);
        match &field.kind {
            FieldKind::Choice(choices) => {
                let offered = |text: &&str| choices.iter().any(|choice| choice.value == *text);
                typed.filter(|text| text.is_empty() || offered(text)).unwrap_or(default)
            }
            FieldKind::Boolean => match typed.unwrap_or(default) {
                text @ ("true" | "false") => text,
                // A box that is not checked says no.
                _ if field.required => "false",
                _ => default,
            },
            _ => typed.unwrap_or(default),
        }
    }
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

    pub(super) fn take_plain<T>(&mut self, field: Field, result: Result<T, Problem>) -> Option<T> {
        self.take(field, result.map(|value| Checked { value, remarks: Vec::new() }))
    }
}

/// Parses who asks, and where.
pub(super) fn read_access(form: &Form, found: &mut Findings) -> Option<Access> {
    let api_key = found.take(Field::ApiKey, ApiKey::parse(&form.api_key));
    let organization =
        found.take(Field::OrganizationId, OrganizationId::parse(&form.organization_id));
    let sandbox = found.take_plain(Field::Sandbox, SandboxName::parse(&form.sandbox));
    Some(Access { api_key: api_key?, organization: organization?, sandbox: sandbox? })
}

pub(super) fn read_spec_id(form: &Form) -> Result<Checked<ConnectionSpecId>, Problem> {
    if form.insists_on_spec_id {
        ConnectionSpecId::parse_any(&form.spec_id)
    } else {
        ConnectionSpecId::parse(&form.spec_id).map(|value| Checked { value, remarks: Vec::new() })
    }
}
