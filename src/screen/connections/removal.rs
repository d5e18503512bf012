//! The removal of connections: asked for, running, reported.

mod target;

pub use target::{Fate, Item, Target, phrase};

use flow_service::error::CallError;
use flow_service::operation::delete_connection;
use flow_service::value::ConnectionId;

use super::list::{self, SEARCH_ID};
use super::message::{Call, Effect, Moment, Told};
use super::model::Model;
use super::one::{self, Found};
use super::words::removal as words;
use crate::screen::Route;

/// How many requests run at a time.
const AT_A_TIME: usize = 3;

/// The `id` of the heading.
pub const HEADING_ID: &str = "removal-heading";

/// The `id` of the input for what has to be typed.
pub const TYPED_ID: &str = "removal-typed";

/// The `id` of the button *Delete…* in the view of one connection.
pub const DELETE_ID: &str = "connection-delete";

/// A removal.
#[derive(Debug, Clone, PartialEq)]
pub enum Removal {
    /// A person is asked whether it is meant.
    Asking {
        /// What shall be deleted; one at least.
        targets: Vec<Target>,
        /// What was typed.
        typed: String,
        /// What the last press came to.
        check: Check,
    },
    /// It was begun, and may be at its end.
    Begun {
        /// What is deleted, each with what came of it.
        items: Vec<Item>,
        /// Whether more is asked for.
        course: Course,
    },
}

/// What was typed, judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// It was not looked at since it was changed.
    Open,
    /// It is not what has to be typed.
    Differs,
}

/// Whether more is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// Yes, until all are done.
    Running,
    /// No: what runs may end.
    Stopping,
    /// Nothing runs, and nothing waits.
    Done,
}

/// What a person does about it.
#[derive(Debug, Clone)]
pub enum Msg {
    /// These shall be deleted.
    Asked(Vec<Target>),
    /// The input has this text now.
    Typed(String),
    /// It is meant.
    Confirmed,
    /// No more shall be deleted.
    StopPressed,
    /// It is not meant, or the report was read.
    Closed,
}

/// Decides.
pub(super) fn update(model: &mut Model, msg: Msg, _moment: Moment) -> Vec<Effect> {
    match msg {
        Msg::Asked(targets) => asked(model, targets),
        Msg::Typed(text) => {
            if let Some(Removal::Asking { typed, check, .. }) = &mut model.removal {
                *typed = text;
                *check = Check::Open;
            }
            Vec::new()
        }
        Msg::Confirmed => confirmed(model),
        Msg::StopPressed => {
            if let Some(Removal::Begun { items, course }) = &mut model.removal {
                stop(items, course);
            }
            // The button that was pressed is gone.
            let mut effects = vec![Effect::Focus(HEADING_ID.to_owned())];
            effects.extend(settle(model));
            effects
        }
        Msg::Closed => closed(model),
    }
}

/// Whether a removal was begun and is not at its end.
#[must_use]
pub fn is_running(model: &Model) -> bool {
    matches!(
        &model.removal,
        Some(Removal::Begun { course: Course::Running | Course::Stopping, .. })
    )
}

/// Another view is shown: a question that was asked in the one before is taken back.
pub(super) fn left(model: &mut Model) {
    if matches!(model.removal, Some(Removal::Asking { .. })) {
        model.removal = None;
    }
}

/// A person is asked, unless another removal is running.
pub(super) fn asked(model: &mut Model, targets: Vec<Target>) -> Vec<Effect> {
    if targets.is_empty() || is_running(model) {
        return Vec::new();
    }
    let focus = if phrase(&targets).is_some() { TYPED_ID } else { HEADING_ID };
    model.removal = Some(Removal::Asking { targets, typed: String::new(), check: Check::Open });
    vec![Effect::Focus(focus.to_owned())]
}

fn confirmed(model: &mut Model) -> Vec<Effect> {
    let Some(Removal::Asking { targets, typed, check }) = &mut model.removal else {
        return Vec::new();
    };
    if phrase(targets).is_some_and(|phrase| phrase != typed.trim()) {
        *check = Check::Differs;
        return vec![Effect::Focus(TYPED_ID.to_owned())];
    }
    let targets = std::mem::take(targets);
    let said = words::said_begun(targets.len());
    let item = |target| Item { target, fate: Fate::Waiting };
    let items = targets.into_iter().map(item).collect();
    model.removal = Some(Removal::Begun { items, course: Course::Running });
    let mut effects = vec![Effect::Focus(HEADING_ID.to_owned()), Effect::say(said)];
    effects.extend(settle(model));
    effects
}

/// What runs cannot be taken back; what waits stays.
fn stop(items: &mut [Item], course: &mut Course) {
    if *course == Course::Running {
        *course = Course::Stopping;
        for item in items.iter_mut().filter(|item| item.fate == Fate::Waiting) {
            item.fate = Fate::Kept;
        }
    }
}

/// Starts as many as may run, and sees whether all are done.
fn settle(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    let Some(Removal::Begun { items, course }) = &mut model.removal else { return effects };
    if *course == Course::Done {
        return effects;
    }
    let running = model.calls.count(|call| matches!(call, Call::Remove(_)));
    let free = AT_A_TIME.saturating_sub(running);
    if let Some(access) = &model.access {
        for item in items.iter_mut().filter(|item| item.fate == Fate::Waiting).take(free) {
            item.fate = Fate::Running;
            let request = delete_connection::request(access, &item.target.id);
            effects.extend(model.calls.start(Call::Remove(item.target.id.clone()), request));
        }
    }
    if items.iter().all(|item| item.fate.is_settled()) {
        *course = Course::Done;
        effects.push(Effect::say(words::summary(items)));
    }
    effects
}

/// The service answered for one connection.
pub(super) fn removed(
    model: &mut Model,
    id: &ConnectionId,
    result: Result<(), CallError>,
) -> Vec<Effect> {
    let fate = Fate::of(result);
    let mut effects = Vec::new();
    if fate.is_gone() {
        effects.push(Effect::Tell(Told::Removed(id.clone())));
        list::forget(model, id);
        drop(one::unpark(model, id));
        if let Some(one) = model.one.as_mut().filter(|one| one.id == *id) {
            one.found = Found::Gone;
        }
    }
    if let Some(Removal::Begun { items, course }) = &mut model.removal {
        if concerns_all(&fate) {
            stop(items, course);
        }
        let found = items.iter_mut().find(|item| item.target.id == *id);
        if let Some(item) = found.filter(|item| item.fate == Fate::Running) {
            item.fate = fate;
        }
    }
    effects.extend(settle(model));
    effects
}

/// Whether the service would say the same to each further request: it does not accept the
/// access token, or wants fewer requests; or the browser is offline.
fn concerns_all(fate: &Fate) -> bool {
    let Fate::Refused(error) = fate else { return false };
    matches!(error, CallError::NotSent(_)) || matches!(error.status(), Some(401 | 429))
}

/// The view is shown again. What ran when the element left the page was broken off, and
/// whether it was carried out is not known.
pub(super) fn resumed(model: &mut Model) -> Vec<Effect> {
    let calls = &model.calls;
    if let Some(Removal::Begun { items, course }) = &mut model.removal {
        let mut broken_off = false;
        for item in items.iter_mut().filter(|item| item.fate == Fate::Running) {
            if calls.running(&Call::Remove(item.target.id.clone())).is_none() {
                item.fate = Fate::Unknown(None);
                broken_off = true;
            }
        }
        if broken_off {
            stop(items, course);
        }
    }
    settle(model)
}

/// The focus goes back to where it was asked from. Of a connection that is deleted there is
/// nothing left to see, so the list is shown.
fn closed(model: &mut Model) -> Vec<Effect> {
    if model.removal.is_none() || is_running(model) {
        return Vec::new();
    }
    model.removal = None;
    let is_gone = model.one.as_ref().is_some_and(|one| one.found == Found::Gone);
    if is_gone && matches!(model.route, Route::Connection(_)) {
        return vec![Effect::Tell(Told::Show(Route::Connections))];
    }
    let back = if model.route == Route::Connections { SEARCH_ID } else { DELETE_ID };
    vec![Effect::Focus(back.to_owned())]
}

/// The report, for copying.
pub(super) fn report(model: &Model) -> Option<String> {
    match model.removal.as_ref()? {
        Removal::Asking { .. } => None,
        Removal::Begun { items, .. } => Some(words::report(items)),
    }
}
