//! What the app knows.

use flow_service::code::Language;
use flow_service::spec::Means;
use flow_service::spec::{AuthSpec, ConnectionSpec};
use flow_service::value::{ConnectionSpecId, Problem, Remark};

use super::check::Check;
use super::door::Door;
use super::duplicates::Duplicates;
use super::field::Field;
use super::form::Form;
use super::get_token::GetToken;
use super::import;
use super::kept::Kept;
use super::message::CopyTarget;
use super::phase::{Connected, InForm, Phase, Sent};
use super::profiles::Profiles;
use super::renewal::Renewal;
use super::route::Route;
use super::settings::{Settings, SettingsProblem};
use super::sources::Sources;
use super::theme::Theme;
use super::token::Token;
use super::token_note::TokenNote;
use super::tool::Tool;

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
    /// How to authenticate with the source that is chosen.
    pub spec: ConnectionSpec,
    /// The sources to choose from.
    pub sources: Sources,
    /// The name of the auth spec that is chosen.
    pub auth_name: String,
    /// What is typed.
    pub form: Form,
    /// The secrets that were typed since the page opened or was last cleared, each with the ID
    /// of the connection spec that it was typed for. The access token is not among them.
    pub secrets_of: Vec<(Field, String)>,
    /// Of the secrets that may stay empty, the keys of those for which something is typed,
    /// while the request is shown.
    pub typed_secrets: Vec<String>,
    /// The access token.
    pub token: Token,
    /// Whether the access token was typed anew since it was read last.
    pub token_edited: bool,
    /// What the token that counts says of itself, where it was looked at.
    pub token_note: Option<TokenNote>,
    /// How far a new token of IMS is.
    pub get_token: GetToken,
    /// Calls wait for a new token.
    pub renewal: Option<Renewal>,
    /// What the live region says besides, until something of the main job changes.
    pub said_aside: Option<&'static str>,
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
    /// What the request is shown in.
    pub language: Language,
    /// What came of the last import.
    pub import: Option<import::Outcome>,
    /// The last import that filled something in, where a later one did not.
    pub import_before: Option<Box<import::Report>>,
    /// The tool that is open.
    pub tool: Option<Tool>,
    /// What the tool *Check* has found.
    pub check: Check,
    /// Connections that have a name which was typed.
    pub duplicates: Duplicates,
    /// What was kept of the form before the page was loaded.
    pub kept: Kept,
    /// A creation that was on its way when the page was closed.
    pub unanswered: Option<Sent>,
    /// What is used again and again.
    pub profiles: Profiles,
    /// The half of the app with connections, seen from here.
    pub door: Door,
    /// What the browser does for parsing.
    pub means: Means,
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

/// A part of the page that is folded away at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disclosure {
    /// The connection spec.
    Advanced,
    /// The request as it will be sent.
    Request,
    /// A token from IMS.
    GetToken,
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
            sources: Sources::default(),
            auth_name,
            form: Form::default(),
            secrets_of: Vec::new(),
            typed_secrets: Vec::new(),
            token: Token::None,
            token_edited: false,
            token_note: None,
            get_token: GetToken::default(),
            renewal: None,
            said_aside: None,
            problems: Vec::new(),
            summary: false,
            remarks: Vec::new(),
            shown: Vec::new(),
            phase: Phase::Filling,
            created: Vec::new(),
            copied: None,
            unfolded: Vec::new(),
            language: Language::Http,
            import: None,
            import_before: None,
            tool: None,
            check: Check::default(),
            duplicates: Duplicates::default(),
            kept: Kept::default(),
            unanswered: None,
            profiles: Profiles::default(),
            door: Door::default(),
            means: Means::NONE,
            ticket: Ticket::default(),
        }
    }

    /// The auth spec that is chosen.
    #[must_use]
    pub fn auth(&self) -> AuthSpec {
        let chosen = self.spec.auth_spec(&self.auth_name).or_else(|| self.spec.auth_specs.first());
        chosen.cloned().unwrap_or_else(|| AuthSpec::without_fields(self.auth_name.clone()))
    }

    /// The auth specs of the source that is chosen, then those of the ones that were.
    pub fn all_auth_specs(&self) -> impl Iterator<Item = &AuthSpec> {
        let left = self.sources.left.iter().rev().flat_map(|left| &left.spec.auth_specs);
        self.spec.auth_specs.iter().chain(left)
    }

    /// Whether the source is the built-in one.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.spec.id == ConnectionSpecId::SERVICE_CLOUD
    }

    /// Scheme and host of Platform's APIs.
    #[must_use]
    pub fn api_base(&self) -> &str {
        self.settings.api_base.origin(&self.own_origin)
    }

    /// Scheme and host of IMS.
    #[must_use]
    pub fn ims_base(&self) -> &str {
        self.settings.ims_base.origin(&self.own_origin)
    }

    /// What cannot be sent of an input.
    #[must_use]
    pub fn problem(&self, field: &Field) -> Option<Problem> {
        self.problems.iter().find(|(held, _)| held == field).map(|(_, problem)| *problem)
    }

    /// The input that the refusal is about, if it is known and was not changed since.
    #[must_use]
    pub fn fault(&self) -> Option<&Field> {
        let Phase::Refused(refused) = &self.phase else { return None };
        let mark = refused.mark.as_ref()?;
        // What is chosen instead was not refused.
        let of_auth = matches!(mark, Field::Authentication | Field::Param(_));
        (!of_auth || self.auth().name == refused.sent.auth_name).then_some(mark)
    }

    /// The auth spec of the built-in source that a failure of a creation is about: the one
    /// that was sent, else the one that is chosen.
    #[must_use]
    pub fn built_in_auth(&self) -> &str {
        match self.phase.sent() {
            Some(sent) => sent.built_in_auth(),
            None if self.is_built_in() => &self.auth_name,
            None => "",
        }
    }

    /// A secret was typed, or filled in.
    pub(super) fn secret_typed(&mut self, field: &Field) {
        self.secrets_of.retain(|(held, _)| held != field);
        self.secrets_of.push((field.clone(), self.spec.id.clone()));
    }

    /// Whether a person typed this secret parameter.
    pub(super) fn has_secret(&self, key: &str) -> bool {
        let is_it = |field: &Field| matches!(field, Field::Param(held) if held == key);
        self.secrets_of.iter().any(|(field, _)| is_it(field))
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

    /// Whether what stands in the form became the connection that is shown.
    #[must_use]
    pub fn form_is_used(&self) -> bool {
        let in_form = self.latest().map(|connected| connected.in_form);
        matches!(self.phase, Phase::Created { .. }) && in_form != Some(InForm::Another)
    }

    /// Whether leaving would lose something that was typed. Access in use is kept.
    #[must_use]
    pub fn has_unsent_input(&self) -> bool {
        let settled = self.form_is_used();
        let mut initial = self.settings.initial.form();
        // Access that is in use is not lost with the form.
        for field in Field::ACCESS.iter().filter(|_| self.door.worked) {
            initial.set(field, self.form.text(field).to_owned());
        }
        let form = !self.secrets_of.is_empty() || self.token_edited || self.form != initial;
        self.door.has_input || (!settled && form)
    }
}
