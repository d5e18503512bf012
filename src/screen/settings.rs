//! The configuration of a deployment: `config.json` and the element's attributes.
//!
//! The keys are those of `docs/hosting.md`. An unusable value is said on the page and
//! the default is used; nothing here can stop the app from starting.

use flow_service::value::BaseAddress;
use serde_json::Value;

use super::form::Form;

/// What a deployment sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where Platform's APIs are.
    pub api_base: BaseAddress,
    /// Where access tokens are made.
    pub ims_base: BaseAddress,
    /// Values that the fields begin with.
    pub initial: Initial,
    /// A short label shown as a badge, such as `Local service`.
    pub environment: Option<String>,
}

/// Values that the fields begin with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Initial {
    /// The API key.
    pub api_key: Option<String>,
    /// The organization ID.
    pub organization_id: Option<String>,
    /// The sandbox; `prod` where none is set.
    pub sandbox: Option<String>,
}

/// What is wrong with the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsProblem {
    /// `config.json` is there and could not be read as a JSON object.
    Unreadable,
    /// `apiBase` is neither `/` nor an `https` origin.
    ApiBase,
    /// The same of `imsBase`.
    ImsBase,
    /// A value that should be a text is something else.
    NotAText(&'static str),
}

/// The environment label of the local Flow Service, which offers sample values.
const LOCAL_SERVICE: &str = "Local service";

impl Default for Settings {
    fn default() -> Self {
        Self {
            api_base: BaseAddress::platform(),
            ims_base: BaseAddress::ims(),
            initial: Initial::default(),
            environment: None,
        }
    }
}

impl Initial {
    /// The form with these values.
    #[must_use]
    pub fn form(&self) -> Form {
        let mut form = Form::default();
        form.api_key = self.api_key.clone().unwrap_or_default();
        form.organization_id = self.organization_id.clone().unwrap_or_default();
        form.sandbox = self.sandbox.clone().unwrap_or(form.sandbox);
        form
    }
}

impl Settings {
    /// Reads the object of `config.json`. Unknown keys are left alone.
    #[must_use]
    pub fn from_json(config: &Value) -> (Self, Option<SettingsProblem>) {
        if !config.is_object() {
            return (Self::default(), Some(SettingsProblem::Unreadable));
        }
        let mut problem = None;
        let mut text = |key: &'static str| match config.get(key) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => Some(text.clone()),
            Some(_) => {
                problem = Some(SettingsProblem::NotAText(key));
                None
            }
        };
        let (api_base, ims_base) = (text("apiBase"), text("imsBase"));
        let mut settings = Self {
            initial: Initial {
                api_key: text("apiKey"),
                organization_id: text("organizationId"),
                sandbox: text("sandbox"),
            },
            environment: text("environment"),
            ..Self::default()
        };
        if !put(api_base, &mut settings.api_base) {
            problem = Some(SettingsProblem::ApiBase);
        }
        if !put(ims_base, &mut settings.ims_base) {
            problem = Some(SettingsProblem::ImsBase);
        }
        (settings, problem)
    }

    /// Whether sample values are offered: only where they cannot reach Adobe.
    #[must_use]
    pub fn offers_samples(&self) -> bool {
        let near = match &self.api_base {
            BaseAddress::OwnOrigin => true,
            // `BaseAddress` holds `http` for this very machine only.
            BaseAddress::Origin(origin) => origin.starts_with("http://"),
        };
        near && self.environment.as_deref() == Some(LOCAL_SERVICE)
    }
}

/// Puts the address in its place, if one is given. Says whether what is given can be used.
fn put(text: Option<String>, place: &mut BaseAddress) -> bool {
    let Some(text) = text else { return true };
    let base = BaseAddress::parse(&text);
    let usable = base.is_some();
    if let Some(base) = base {
        *place = base;
    }
    usable
}
