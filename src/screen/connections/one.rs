//! The connection that is open: asked for, shown part by part, tested.

mod tab;

pub use tab::Tab;

use flow_service::connection::Connection;
use flow_service::error::CallError;
use flow_service::operation::get_connection::{self, Inspected};
use flow_service::operation::{list_connection_specs, test_connection};
use flow_service::spec::ConnectionSpec;
use flow_service::value::{ConnectionId, ConnectionSpecId};

use super::edit::{self, Edit};
use super::explore::{self, Explore};
use super::message::{Call, Effect, Moment};
use super::model::Model;
use super::words::one as words;
use super::{list, removal};
use crate::screen::{Route, TestRun};

/// The connection that is open.
#[derive(Debug, Clone, PartialEq)]
pub struct One {
    /// Its ID.
    pub id: ConnectionId,
    /// What is known of it.
    pub found: Found,
    /// What is known of its connection spec.
    pub spec: Spec,
    /// Which part of the view is shown.
    pub tab: Tab,
    /// Whether the source accepts the credentials.
    pub test: TestRun,
    /// Its tables.
    pub explore: Explore,
    /// Its edit, if it was begun.
    pub edit: Option<Edit>,
}

/// What is known of a connection.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// Nothing yet.
    Loading,
    /// The service could not say.
    Failed(CallError),
    /// It does not exist, or not any more.
    Gone,
    /// All.
    Here(Box<Inspected>),
    /// All as it was earlier, and why it could not be asked for once more.
    Earlier(Box<Inspected>, CallError),
}

/// What is known of the connection spec.
#[derive(Debug, Clone, PartialEq)]
pub enum Spec {
    /// Nothing yet.
    Unknown,
    /// The service could not say.
    Failed(CallError),
    /// The service does not know the spec, or the connection names none.
    None,
    /// All.
    Known(Box<ConnectionSpec>),
}

impl One {
    /// A connection of which only the ID is known.
    #[must_use]
    pub fn new(id: ConnectionId) -> Self {
        Self {
            id,
            found: Found::Loading,
            spec: Spec::Unknown,
            tab: Tab::default(),
            test: TestRun::None,
            explore: Explore::default(),
            edit: None,
        }
    }

    /// The connection, once it is known.
    #[must_use]
    pub fn inspected(&self) -> Option<&Inspected> {
        match &self.found {
            Found::Here(inspected) | Found::Earlier(inspected, _) => Some(inspected),
            Found::Loading | Found::Failed(_) | Found::Gone => None,
        }
    }

    /// Puts it aside. What was typed into secrets is gone with their inputs.
    fn parked(mut self) -> Option<Self> {
        let edit = self.edit.as_mut().filter(|edit| edit.has_input() || edit.is_busy())?;
        edit.forget_secrets();
        Some(self)
    }

    pub(super) fn connection_mut(&mut self) -> Option<&mut Connection> {
        match &mut self.found {
            Found::Here(inspected) | Found::Earlier(inspected, _) => {
                Some(&mut inspected.connection)
            }
            Found::Loading | Found::Failed(_) | Found::Gone => None,
        }
    }
}

/// The `id` of the heading of the view.
pub const HEADING_ID: &str = "connection-heading";

/// Another connection is opened: an edit that is not saved is kept for when this one is
/// opened again.
pub(super) fn park(model: &mut Model, left: One) {
    model.parked.extend(left.parked());
}

/// Takes back what was put aside.
pub(super) fn unpark(model: &mut Model, id: &ConnectionId) -> Option<One> {
    let place = model.parked.iter().position(|held| held.id == *id)?;
    Some(model.parked.remove(place))
}

/// What a person does in the view.
#[derive(Debug, Clone, Copy)]
pub enum Msg {
    /// This part shall be shown.
    TabChosen(Tab),
    /// *Refresh*, or *Try again* after the connection could not be asked for.
    RefreshPressed,
    /// *Test connection*.
    TestPressed,
}

/// Decides.
pub(super) fn update(model: &mut Model, msg: Msg, _moment: Moment) -> Vec<Effect> {
    match msg {
        Msg::TabChosen(tab) => choose(model, tab),
        Msg::RefreshPressed => inspect(model),
        Msg::TestPressed => test(model),
    }
}

fn choose(model: &mut Model, tab: Tab) -> Vec<Effect> {
    let Some(one) = &mut model.one else { return Vec::new() };
    one.tab = tab;
    let mut effects = vec![Effect::Focus(tab.id().to_owned())];
    match tab {
        Tab::Edit => edit::begin(one),
        Tab::Explore => effects.extend(explore::shown(model)),
        Tab::Overview | Tab::Raw => {}
    }
    effects.extend(ask_for_spec(model));
    effects
}

/// The view is shown: the connection is asked for anew. What was running was broken off by
/// leaving, and is not waited for.
pub(super) fn opened(model: &mut Model) -> Vec<Effect> {
    if let Some(one) = &mut model.one
        && one.test == TestRun::Running
    {
        one.test = TestRun::None;
    }
    edit::opened(model);
    let mut effects = inspect(model);
    let known = model.one.as_ref().filter(|one| one.inspected().is_some());
    if model.access.is_some() && known.is_some_and(|one| one.tab == Tab::Explore) {
        effects.extend(explore::shown(model));
    }
    effects.extend(removal::resumed(model));
    effects
}

/// Asks for the connection; what is known of it stays meanwhile.
pub(super) fn inspect(model: &mut Model) -> Vec<Effect> {
    let (Some(access), Some(one)) = (&model.access, &mut model.one) else { return Vec::new() };
    if one.inspected().is_none() {
        one.found = Found::Loading;
    }
    let request = get_connection::request(access, &one.id);
    model.calls.start(Call::Inspect(one.id.clone()), request)
}

/// Asks for it if it is on the screen. Else it is asked for when it is opened again, with the
/// access that counts then.
pub(super) fn inspect_if_shown(model: &mut Model) -> Vec<Effect> {
    let shown = matches!(&model.route, Route::Connection(id)
        if model.one.as_ref().is_some_and(|one| one.id == *id));
    if shown { inspect(model) } else { Vec::new() }
}

/// The connection came.
pub(super) fn inspected(
    model: &mut Model,
    id: &ConnectionId,
    result: Result<Inspected, CallError>,
) -> Vec<Effect> {
    let Some(one) = model.one.as_mut().filter(|one| one.id == *id) else { return Vec::new() };
    match result {
        Ok(inspected) => {
            let connection = inspected.connection.clone();
            one.found = Found::Here(Box::new(inspected));
            list::renamed(model, &connection);
            let mut effects = edit::refreshed(model);
            effects.extend(ask_for_spec(model));
            effects
        }
        Err(error) if error.is_gone() => gone(model),
        Err(error) => {
            one.found = match std::mem::replace(&mut one.found, Found::Loading) {
                Found::Here(inspected) | Found::Earlier(inspected, _) => {
                    Found::Earlier(inspected, error.clone())
                }
                Found::Loading | Found::Failed(_) | Found::Gone => Found::Failed(error.clone()),
            };
            edit::not_refreshed(one, error);
            Vec::new()
        }
    }
}

/// The service has the connection no more.
pub(super) fn gone(model: &mut Model) -> Vec<Effect> {
    let Some(one) = &mut model.one else { return Vec::new() };
    one.found = Found::Gone;
    let id = one.id.clone();
    list::forget(model, &id);
    vec![Effect::say(words::GONE)]
}

/// Asks for the connection spec once. That of Service Cloud is built in.
fn ask_for_spec(model: &mut Model) -> Vec<Effect> {
    let (Some(access), Some(one)) = (&model.access, &mut model.one) else { return Vec::new() };
    if model.calls.running(&Call::Spec).is_some() {
        return Vec::new();
    }
    let (Spec::Unknown, Some(inspected)) = (&one.spec, one.inspected()) else {
        return Vec::new();
    };
    let id = inspected.connection.spec_id.as_deref().unwrap_or_default();
    if id.eq_ignore_ascii_case(ConnectionSpecId::SERVICE_CLOUD) {
        one.spec = Spec::Known(Box::new(ConnectionSpec::service_cloud()));
        return Vec::new();
    }
    let Some(request) = list_connection_specs::request_by_id(access, id) else {
        one.spec = Spec::None;
        return Vec::new();
    };
    model.calls.start(Call::Spec, request)
}

/// The connection spec shall be asked for once more.
pub(super) fn ask_for_spec_again(model: &mut Model) -> Vec<Effect> {
    if let Some(one) = &mut model.one {
        one.spec = Spec::Unknown;
    }
    ask_for_spec(model)
}

fn test(model: &mut Model) -> Vec<Effect> {
    let (Some(access), Some(one)) = (&model.access, &mut model.one) else { return Vec::new() };
    if one.test == TestRun::Running || one.inspected().is_none() {
        return Vec::new();
    }
    one.test = TestRun::Running;
    let request = test_connection::request(access, &one.id);
    let mut effects = model.calls.start(Call::Test, request);
    effects.push(Effect::say(words::TESTING));
    effects
}

/// The test was answered.
pub(super) fn tested(
    model: &mut Model,
    result: Result<bool, CallError>,
    moment: Moment,
) -> Vec<Effect> {
    let Some(one) = &mut model.one else { return Vec::new() };
    if let Err(error) = &result
        && error.is_gone()
    {
        one.test = TestRun::None;
        return gone(model);
    }
    let said = words::tested(&result);
    one.test = match result {
        Ok(accepted) => TestRun::Answered(accepted, moment.now),
        Err(error) => TestRun::Failed(error),
    };
    vec![Effect::say(said)]
}
