//! What the app knows.

use flow_service::spec::{AuthSpec, ConnectionSpec};
use flow_service::value::{ConnectionId, Problem, Remark};

use super::door::Door;
use super::field::Field;
use super::form::Form;
use super::message::CopyTarget;
use super::phase::{Connected, Phase};
use super::settings::{Settings, SettingsProblem};
use super::texts::Texts;

/// Everything that the page shows follows from this. No secret is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// What the deployment sets.
    pub settings: Settings,
    /// What is wrong with the configuration.
    pub settings_problem: Option<SettingsProblem>,
    /// The origin of the page, for a deployment behind a reverse proxy.
    pub own_origin: String,
    /// Which view is shown.
    pub route: Route,
    /// The look.
    pub theme: Theme,
    /// The source.
    pub spec: ConnectionSpec,
    /// The name of the auth spec that is chosen.
    pub auth_name: String,
    /// What is typed.
    pub form: Form,
    /// Whether a secret was typed since the page opened or was last cleared.
    pub secrets_edited: bool,
    /// The access token.
    pub token: Token,
    /// Whether the access token was typed anew since it was read last.
    pub token_edited: bool,
    /// What cannot be sent, in the order of the page.
    pub problems: Vec<(Field, Problem)>,
    /// Whether the problems come from a press and are listed in a summary.
    pub summary: bool,
    /// What is unusual.
    pub remarks: Vec<(Field, Remark)>,
    /// The secrets that are readable on the screen.
    pub shown: Vec<Field>,
    /// How far the main job is.
    pub phase: Phase,
    /// The connections that were created on this page, oldest first.
    pub created: Vec<Connected>,
    /// What was copied last, and whether that worked.
    pub copied: Option<(CopyTarget, bool)>,
    /// The disclosures that are open.
    pub unfolded: Vec<Disclosure>,
    /// The texts that come with the half of the app that is fetched later.
    pub texts: Option<Texts>,
    /// The half of the app with connections, seen from here.
    pub door: Door,
    /// The ticket of the newest request; answers to older ones are ignored.
    pub ticket: Ticket,
}

/// The number of a request of this page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ticket(u32);

impl Ticket {
    /// The ticket of the request after.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.wrapping_add(1))
    }
}

/// A view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Route {
    /// `#/create`
    #[default]
    Create,
    /// `#/connections`
    Connections,
    /// `#/connections/{id}`
    Connection(ConnectionId),
}

impl Route {
    /// The views of the navigation, in its order.
    pub const ALL: [Self; 2] = [Self::Create, Self::Connections];

    /// The fragment of the address.
    #[must_use]
    pub fn fragment(&self) -> String {
        match self {
            Self::Create => CREATE.to_owned(),
            Self::Connections => CONNECTIONS.to_owned(),
            Self::Connection(id) => [CONNECTIONS, "/", id.as_str()].concat(),
        }
    }

    /// The view of a fragment; an unknown one is *Create*.
    #[must_use]
    pub fn of_fragment(fragment: &str) -> Self {
        match fragment.strip_prefix(CONNECTIONS) {
            Some("" | "/") => Self::Connections,
            Some(rest) => {
                let id = rest.strip_prefix('/').and_then(ConnectionId::parse);
                id.map_or(Self::Create, Self::Connection)
            }
            None => Self::Create,
        }
    }
}

const CREATE: &str = "#/create";
const CONNECTIONS: &str = "#/connections";

impl Theme {
    /// All looks, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The value under which a look is remembered and styled.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The look of a key; an unknown one is the system's.
    #[must_use]
    pub fn of_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.key() == key).unwrap_or_default()
    }
}

/// A part of the page that is folded away at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disclosure {
    /// The connection spec.
    Advanced,
    /// The request as it will be sent.
    Request,
}

/// The look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What is known of the access token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// It has to be typed.
    None,
    /// The host page gives it when asked.
    Provided,
    /// It is held in memory for this page.
    Held {
        /// Where it came from.
        source: TokenSource,
        /// When it ends by its own claims, in milliseconds since 1970 (UTC).
        expires_at: Option<u64>,
    },
}

/// Where a held access token came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenSource {
    /// A person typed it.
    Person,
    /// The page that embeds the app gave it.
    HostPage,
}

impl Token {
    /// Whether the input of the token may stay empty.
    #[must_use]
    pub const fn is_available(self) -> bool {
        matches!(self, Self::Provided | Self::Held { .. })
    }
}

impl Model {
    /// The page as it opens.
    #[must_use]
    pub fn new(own_origin: String) -> Self {
        let spec = ConnectionSpec::service_cloud();
        let auth_name = spec.auth_specs.first().map(|auth| auth.name.clone()).unwrap_or_default();
        Self {
            settings: Settings::default(),
            settings_problem: None,
            own_origin,
            route: Route::default(),
            theme: Theme::default(),
            spec,
            auth_name,
            form: Form::default(),
            secrets_edited: false,
            token: Token::None,
            token_edited: false,
            problems: Vec::new(),
            summary: false,
            remarks: Vec::new(),
            shown: Vec::new(),
            phase: Phase::Filling,
            created: Vec::new(),
            copied: None,
            unfolded: Vec::new(),
            texts: None,
            door: Door::default(),
            ticket: Ticket::default(),
        }
    }

    /// The auth spec that is chosen.
    #[must_use]
    pub fn auth(&self) -> AuthSpec {
        let chosen = self.spec.auth_spec(&self.auth_name).or_else(|| self.spec.auth_specs.first());
        chosen.cloned().unwrap_or_else(|| AuthSpec::without_fields(self.auth_name.clone()))
    }

    /// Scheme and host of Platform's APIs.
    #[must_use]
    pub fn api_base(&self) -> &str {
        match &self.settings.api_base {
            super::settings::ApiBase::OwnOrigin => &self.own_origin,
            super::settings::ApiBase::Origin(origin) => origin,
        }
    }

    /// What cannot be sent of an input.
    #[must_use]
    pub fn problem(&self, field: &Field) -> Option<Problem> {
        self.problems.iter().find(|(held, _)| held == field).map(|(_, problem)| *problem)
    }

    /// The input that the refusal is about, if it is known.
    #[must_use]
    pub fn fault(&self) -> Option<Field> {
        let Phase::Refused(error) = &self.phase else { return None };
        Field::of_fault(error.refusal()?.fault()?, &self.auth())
    }

    /// Opens or closes a disclosure.
    pub(super) fn set_unfolded(&mut self, part: Disclosure, open: bool) {
        self.unfolded.retain(|held| *held != part);
        if open {
            self.unfolded.push(part);
        }
    }

    /// Makes an input visible that is about to get the focus.
    pub(super) fn unfold_for(&mut self, field: &Field) {
        if matches!(field, Field::SpecId | Field::SpecVersion) {
            self.set_unfolded(Disclosure::Advanced, true);
        }
    }

    /// The connection that was created last on this page.
    #[must_use]
    pub fn latest(&self) -> Option<&Connected> {
        self.created.last()
    }

    /// Whether leaving would lose something that was typed. Access in use is kept.
    #[must_use]
    pub fn has_unsent_input(&self) -> bool {
        let settled = matches!(self.phase, Phase::Created { .. });
        let mut initial = initial_form(&self.settings);
        // Access that is in use is not lost with the form.
        for field in Field::ACCESS.iter().filter(|_| self.door.worked) {
            initial.set(field, self.form.text(field).to_owned());
        }
        let form = self.secrets_edited || self.token_edited || self.form != initial;
        self.door.has_input || (!settled && form)
    }
}

/// The form with the values that the deployment sets.
#[must_use]
pub(super) fn initial_form(settings: &Settings) -> Form {
    let mut form = Form::default();
    let initial = &settings.initial;
    form.api_key = initial.api_key.clone().unwrap_or_default();
    form.organization_id = initial.organization_id.clone().unwrap_or_default();
    form.sandbox = initial.sandbox.clone().unwrap_or(form.sandbox);
    form
}
