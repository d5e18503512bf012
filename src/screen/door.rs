//! The door between the form and the half of the app with connections, which is fetched
//! when it is needed: what one side has to know of the other.

use flow_service::request::Access;

use super::again;
use super::at_once::forget_finding;
use super::connections::Told;
use super::duplicates::{self, Duplicates};
use super::event::Event;
use super::field::Field;
use super::form::{Findings, read_access};
use super::message::Effect;
use super::model::Model;
use super::phase::Connected;
use super::route::Route;
use super::sandboxes::Sandboxes;
use super::secret_report::TokenReport;
use super::token::Token;

/// What the form knows of the other half.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Door {
    /// Whether the other half is there.
    pub half: Half,
    /// Platform access, once it is complete.
    pub access: Option<Access>,
    /// Counts how often access was given: the other half begins anew with each.
    pub round: u32,
    /// Whether the service accepted it.
    pub worked: bool,
    /// Whether a person wants to see its inputs although it worked.
    pub opened: bool,
    /// Whether a person is at its inputs in this view.
    pub inputs: Inputs,
    /// What the live region says for the other half.
    pub said: String,
    /// Whether leaving the page would lose something that was typed there.
    pub has_input: bool,
    /// The sandboxes of the organization.
    pub sandboxes: Sandboxes,
    /// Whether the browser has a network.
    pub network: Network,
}

/// Whether the browser has a network, as far as it knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Network {
    /// It may have one.
    #[default]
    Online,
    /// It is sure that it has none.
    Offline,
}

/// Whether a person is at the inputs of Platform access.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Inputs {
    /// Nobody is.
    #[default]
    Idle,
    /// Something was typed, and *Show connections* was not pressed since.
    InUse,
}

/// Whether the other half is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Half {
    /// It was not needed yet.
    #[default]
    Absent,
    /// On its way.
    Loading,
    /// On its way, and something that a person did waits for it.
    Awaited,
    /// There.
    Here,
    /// It could not be fetched.
    Failed,
}

impl Door {
    /// Whether only the sandbox is shown of Platform access.
    #[must_use]
    pub fn is_compact(&self, route: &Route) -> bool {
        *route != Route::Create && self.worked && !self.opened
    }
}

/// A view is shown.
pub(super) fn enter(model: &mut Model, route: Route) -> Vec<Effect> {
    // An address that changes because of a link tells the same once more.
    if model.route != route {
        model.door.said.clear();
        model.door.inputs = Inputs::Idle;
    }
    model.route = route;
    if model.route == Route::Create {
        return Vec::new();
    }
    let mut effects = fetch(model);
    effects.push(Effect::OfferAccess);
    effects
}

/// A link to a view was followed.
pub(super) fn show(model: &mut Model, route: Route) -> Vec<Effect> {
    let mut effects = vec![Effect::ShowRoute(route.clone())];
    effects.extend(enter(model, route));
    effects
}

/// Something that a person did waits for it.
pub(super) fn awaited(model: &mut Model) -> Vec<Effect> {
    let effects = fetch(model);
    if model.door.half == Half::Loading {
        model.door.half = Half::Awaited;
    }
    effects
}

/// Who begins to use the page will need the other half.
pub(super) fn touched(model: &mut Model) -> Vec<Effect> {
    // One that could not be fetched is fetched again when a person wants that.
    if model.door.half == Half::Absent { fetch(model) } else { Vec::new() }
}

/// Fetches the other half, where that is needed.
pub(super) fn fetch(model: &mut Model) -> Vec<Effect> {
    if matches!(model.door.half, Half::Loading | Half::Awaited | Half::Here) {
        return Vec::new();
    }
    model.door.half = Half::Loading;
    vec![Effect::LoadPart]
}

/// The other half is there, or could not be fetched.
pub(super) fn loaded(model: &mut Model, there: bool) -> Vec<Effect> {
    model.door.half = if there { Half::Here } else { Half::Failed };
    // What a view of connections has to know could not be looked at without it.
    let offers = there && model.route != Route::Create;
    let looks = there && matches!(model.token, Token::Held { .. });
    let offer = offers.then_some(Effect::OfferAccess);
    offer.into_iter().chain(looks.then_some(Effect::LookAtToken)).collect()
}

/// *Show connections* was pressed.
pub(super) fn press(model: &mut Model, token: &TokenReport) -> Vec<Effect> {
    let (access, found) = read(model, token);
    model.door.inputs = Inputs::Idle;
    model.token_edited = false;
    forget_finding(model, &Field::AccessToken);
    for field in Field::ACCESS {
        forget_finding(model, &field);
    }
    // What was found about the rest of the form stays.
    let first = found.problems.first().map(|(field, _)| field.id());
    let rest = std::mem::replace(&mut model.problems, found.problems);
    model.problems.extend(rest);
    model.remarks.extend(found.remarks);
    if let Some(access) = access {
        model.door.worked = false;
        give(model, access);
        return Vec::new();
    }
    model.door.opened = true;
    first.map(Effect::Focus).into_iter().collect()
}

/// An input of Platform access is typed into.
pub(super) fn typed(model: &mut Model, field: &Field) {
    let access = *field == Field::AccessToken || Field::ACCESS.contains(field);
    if access && model.route != Route::Create {
        model.door.inputs = Inputs::InUse;
    }
}

/// The view is shown, or an input of Platform access was changed there: what is complete is
/// used without a press.
pub(super) fn offer(model: &mut Model, token: &TokenReport) {
    // The view may have been entered long before all that it needs came. Inputs are not taken
    // away from under the hands of who types into them meanwhile.
    if model.door.inputs == Inputs::InUse && model.door.round == 0 {
        return;
    }
    model.token_edited = false;
    match read(model, token) {
        (Some(access), _) if model.door.access.as_ref() == Some(&access) => {}
        (Some(access), _) => give(model, access),
        (None, found) if model.door.access.is_some() => {
            // What is shown would belong to other access than what stands in the inputs.
            model.door.access = None;
            for (field, problem) in found.problems {
                forget_finding(model, &field);
                model.problems.push((field, problem));
            }
        }
        (None, _) => {}
    }
}

/// An input of Platform access was changed and left.
pub(super) fn changed(model: &Model) -> Vec<Effect> {
    // Also while they are not complete: what completes them is used at once.
    let used = match model.route {
        Route::Create => model.sources.wanted.is_some(),
        _ => model.door.round > 0,
    };
    used.then_some(Effect::OfferAccess).into_iter().collect()
}

fn read(model: &Model, token: &TokenReport) -> (Option<Access>, Findings) {
    let mut found = Findings::default();
    found.take(Field::AccessToken, token.checked());
    let access = read_access(&model.form, &mut found);
    (access.filter(|_| found.problems.is_empty()), found)
}

fn give(model: &mut Model, access: Access) {
    model.door.access = Some(access);
    model.door.round = model.door.round.wrapping_add(1);
}

/// What is known of the access token changed. Without one there is no access any more.
pub(super) fn token_is(model: &mut Model, token: Token) -> Vec<Effect> {
    if model.token.is_available() && !token.is_available() {
        shut(model);
    }
    // Who got one in another way is done with typing.
    if token.is_available() && !model.token.is_available() {
        model.door.inputs = Inputs::Idle;
    }
    model.token = token;
    // It is looked at where that needs nothing to be fetched.
    let looks = model.door.half == Half::Here;
    looks.then_some(Effect::LookAtToken).into_iter().collect()
}

/// Access is gone.
pub(super) fn shut(model: &mut Model) {
    model.door.access = None;
    model.door.worked = false;
    model.door.sandboxes = Sandboxes::Unknown;
}

/// The element left the page, and what the other half had went with it.
pub(super) fn forget(model: &mut Model) {
    if matches!(model.door.half, Half::Loading | Half::Awaited) {
        model.door.half = Half::Absent;
    }
    model.door.has_input = false;
    model.door.inputs = Inputs::Idle;
    model.door.network = Network::Online;
    model.door.said.clear();
}

/// The other half tells something.
pub(super) fn told(model: &mut Model, told: Told) -> Vec<Effect> {
    match told {
        Told::Say(text) => model.door.said = text,
        Told::HasInput(has_input) => model.door.has_input = has_input,
        // The token that worked is not the one in the input any more.
        Told::AccessWorked if model.door.worked || model.token_edited => {}
        Told::AccessWorked => {
            model.door.worked = true;
            model.door.opened = false;
            if matches!(model.door.sandboxes, Sandboxes::Refused(_)) {
                model.door.sandboxes = Sandboxes::Unknown;
            }
            // The input is emptied: the next token is typed into one that hides it.
            model.shown.retain(|held| *held != Field::AccessToken);
            forget_finding(model, &Field::AccessToken);
            return vec![Effect::ClearSecrets(vec![Field::AccessToken])];
        }
        Told::AccessRefused => {
            model.door.worked = false;
            model.door.opened = true;
            return vec![Effect::Emit(Event::TokenNeeded("refused"))];
        }
        Told::Online(true) => {
            model.door.network = Network::Online;
            return again::with_network(model);
        }
        Told::Online(false) => model.door.network = Network::Offline,
        Told::Show(route) => return show(model, route),
        Told::Failed(error) => return vec![Effect::Emit(Event::Error(error))],
        Told::Removed(id) => {
            duplicates::forget_one(model, &id);
            let gone = |connected: &&mut Connected| connected.id == id;
            model.created.iter_mut().filter(gone).for_each(|connected| connected.removed = true);
        }
        // Which connections have which names is asked for anew.
        Told::Edited => model.duplicates = Duplicates::default(),
    }
    Vec::new()
}
