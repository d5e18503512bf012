//! The configuration of a deployment: `config.json` and the element's attributes.
//!
//! The keys are those of `docs/hosting.md`. An unusable value is said on the page and
//! the default is used; nothing here can stop the app from starting.

use serde_json::Value;

/// What a deployment sets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Where Platform's APIs are.
    pub api_base: ApiBase,
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

/// Scheme and host of Platform's APIs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiBase {
    /// The page's own origin: a reverse proxy.
    OwnOrigin,
    /// An origin, without a slash at its end.
    Origin(String),
}

/// What is wrong with the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsProblem {
    /// `config.json` is there and could not be read as a JSON object.
    Unreadable,
    /// `apiBase` is neither `/` nor an `https` origin.
    ApiBase,
    /// A value that should be a text is something else.
    NotAText(&'static str),
}

/// The environment label of the local Flow Service, which offers sample values.
const LOCAL_SERVICE: &str = "Local service";

impl Default for ApiBase {
    fn default() -> Self {
        Self::Origin("https://platform.adobe.io".to_owned())
    }
}

impl ApiBase {
    /// Accepts `/`, an `https` origin, and `http` for this very machine: a token must
    /// not travel in clear.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text == "/" {
            return Some(Self::OwnOrigin);
        }
        let origin = text.strip_suffix('/').unwrap_or(text);
        let (scheme, rest) = origin.split_once(':')?;
        let authority = rest.strip_prefix("//")?;
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
        if authority.is_empty() || !authority.bytes().all(allowed) {
            return None;
        }
        let host = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => host,
            _ => authority,
        };
        let local = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        let secure = scheme == "https" || (scheme == "http" && local);
        secure.then(|| Self::Origin(origin.to_owned()))
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
        let api_base = text("apiBase");
        let mut settings = Self {
            api_base: ApiBase::default(),
            initial: Initial {
                api_key: text("apiKey"),
                organization_id: text("organizationId"),
                sandbox: text("sandbox"),
            },
            environment: text("environment"),
        };
        if let Some(text) = api_base {
            match ApiBase::parse(&text) {
                Some(api_base) => settings.api_base = api_base,
                None => problem = Some(SettingsProblem::ApiBase),
            }
        }
        (settings, problem)
    }

    /// Whether sample values are offered: only where they cannot reach Adobe.
    #[must_use]
    pub fn offers_samples(&self) -> bool {
        let near = match &self.api_base {
            ApiBase::OwnOrigin => true,
            // `ApiBase` holds `http` for this very machine only.
            ApiBase::Origin(origin) => origin.starts_with("http://"),
        };
        near && self.environment.as_deref() == Some(LOCAL_SERVICE)
    }
}
