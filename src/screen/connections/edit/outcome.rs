//! What came of saving: an answer, none, or a version that someone else made meanwhile.
//!
//! A change is never sent twice by itself. It carries the etag of the version that it was
//! made for, so that the service refuses it where it comes late.

use flow_service::connection::Connection;
use flow_service::error::{CallError, NoAnswer};
use flow_service::operation::update_connection::Updated;
use flow_service::value::ConnectionId;

use super::{Doubt, Edit, OUTCOME, Phase, Saved, What, begin, compare, kept};
use crate::screen::TestRun;
use crate::screen::connections::list;
use crate::screen::connections::message::{Call, Effect, Told};
use crate::screen::connections::model::Model;
use crate::screen::connections::one::{self, One, Tab};
use crate::screen::connections::words::edit as words;

fn focus() -> Effect {
    Effect::Focus(OUTCOME.to_owned())
}

/// The edit of a connection was answered.
pub(in super::super) fn saved(
    model: &mut Model,
    id: &ConnectionId,
    result: Result<Updated, CallError>,
) -> Vec<Effect> {
    let Some(one) = model.one.as_mut().filter(|one| one.id == *id) else {
        return saved_elsewhere(model, id, result);
    };
    let open = one.edit.as_mut().filter(|edit| edit.phase == Phase::Saving);
    let (edit, error) = match (open, result) {
        (Some(edit), Ok(updated)) => {
            let rotated = edit.rotation.is_some();
            let what = if rotated { What::Credentials } else { What::Words };
            let etag = updated.etag.map(|etag| etag.as_str().to_owned());
            let mut effects = settled(one, Saved::Answered(what), etag);
            let saved = one.inspected().map(|inspected| inspected.connection.clone());
            if let Some(connection) = saved {
                list::renamed(model, &connection);
            }
            effects.extend(one::inspect_if_shown(model));
            return effects;
        }
        (Some(edit), Err(error)) => (edit, error),
        (None, Ok(_)) => return saved_unseen(),
        (None, Err(_)) => return vec![Effect::say(words::NOT_SAVED_ELSEWHERE)],
    };
    if error.is_gone() {
        edit.phase = Phase::Open;
        return one::gone(model);
    }
    if error.is_conflict() {
        return compare(model, Doubt::Stale);
    }
    if error.outcome_unknown() {
        return compare(model, Doubt::Unknown(error));
    }
    edit.refused(error);
    let input = edit.fault().map(|field| Effect::Focus(field.id()));
    vec![Effect::say(words::NOT_SAVED), input.unwrap_or_else(focus)]
}

fn saved_unseen() -> Vec<Effect> {
    vec![Effect::say(words::SAVED_ELSEWHERE), Effect::Tell(Told::Edited)]
}

/// Another connection was opened meanwhile. What is not sure is looked at when this one is
/// opened again.
fn saved_elsewhere(
    model: &mut Model,
    id: &ConnectionId,
    result: Result<Updated, CallError>,
) -> Vec<Effect> {
    let Err(error) = result else {
        drop(one::unpark(model, id));
        return saved_unseen();
    };
    if error.is_gone() {
        // There is nothing left to save it to.
        drop(one::unpark(model, id));
        list::forget(model, id);
    }
    let parked = model.parked.iter_mut().find(|held| held.id == *id);
    if let Some(edit) = parked.and_then(|one| one.edit.as_mut()) {
        if error.is_conflict() {
            edit.phase = Phase::Comparing(Doubt::Stale);
        } else if error.outcome_unknown() {
            edit.phase = Phase::Comparing(Doubt::Unknown(error));
        } else {
            edit.refused(error);
        }
    }
    vec![Effect::say(words::NOT_SAVED_ELSEWHERE)]
}

/// Asks for the newest version.
fn compare(model: &mut Model, doubt: Doubt) -> Vec<Effect> {
    let Some(edit) = model.one.as_mut().and_then(|one| one.edit.as_mut()) else {
        return Vec::new();
    };
    edit.phase = Phase::Comparing(doubt);
    let mut effects = vec![Effect::say(words::COMPARING), focus()];
    effects.extend(one::inspect_if_shown(model));
    effects
}

/// The newest version shall be asked for once more.
pub(super) fn compare_again(model: &mut Model) -> Vec<Effect> {
    let edit = model.one.as_ref().and_then(|one| one.edit.as_ref());
    match edit.map(|edit| edit.phase.clone()) {
        Some(Phase::CompareFailed(doubt, _)) => compare(model, doubt),
        _ => Vec::new(),
    }
}

/// The view is shown. A change that was broken off on its way may have been carried out.
pub(in super::super) fn opened(model: &mut Model) {
    let Some(id) = model.one.as_ref().map(|one| one.id.clone()) else { return };
    let is_running = model.calls.running(&Call::Save(id)).is_some();
    if let Some(edit) = model.one.as_mut().and_then(|one| one.edit.as_mut())
        && edit.phase == Phase::Saving
        && !is_running
    {
        let cancelled = CallError::NoAnswer(NoAnswer::Cancelled);
        edit.phase = Phase::Comparing(Doubt::Unknown(cancelled));
    }
}

/// The newest version could not be asked for.
pub(in super::super) fn not_refreshed(one: &mut One, error: CallError) -> Vec<Effect> {
    if let Some(edit) = &mut one.edit
        && let Phase::Comparing(doubt) = &edit.phase
    {
        edit.phase = Phase::CompareFailed(doubt.clone(), error);
        return vec![Effect::say(words::COMPARE_FAILED)];
    }
    Vec::new()
}

/// The connection came anew.
pub(in super::super) fn refreshed(model: &mut Model) -> Vec<Effect> {
    let mut effects = kept::restore(model);
    effects.extend(compared(model));
    effects
}

fn compared(model: &mut Model) -> Vec<Effect> {
    let Some(one) = &mut model.one else { return Vec::new() };
    if one.tab == Tab::Edit {
        begin(one);
    }
    let Some(newer) = one.inspected().map(|inspected| inspected.connection.clone()) else {
        return Vec::new();
    };
    let Some(edit) = &mut one.edit else { return Vec::new() };
    let is_same = newer.etag == edit.before.etag;
    match &edit.phase {
        // Its answer decides.
        Phase::Saving => Vec::new(),
        Phase::Comparing(Doubt::Unknown(cause))
        | Phase::CompareFailed(Doubt::Unknown(cause), _)
            if is_same =>
        {
            edit.phase = Phase::NotSaved(cause.clone());
            vec![Effect::say(words::NOT_SAVED), focus()]
        }
        Phase::Comparing(Doubt::Unknown(cause))
        | Phase::CompareFailed(Doubt::Unknown(cause), _)
            if compare::is_held_by(edit, &newer) =>
        {
            let (cause, etag) = (cause.clone(), newer.etag.clone());
            settled(one, Saved::Looked(cause), etag)
        }
        Phase::Comparing(doubt) | Phase::CompareFailed(doubt, _) => {
            let doubt = doubt.clone();
            conflict(edit, doubt, newer)
        }
        Phase::Conflict(doubt, _) => {
            edit.phase = Phase::Conflict(doubt.clone(), Box::new(newer));
            Vec::new()
        }
        _ if !edit.has_input() && edit.rotation.is_none() => {
            let phase = std::mem::replace(&mut edit.phase, Phase::Open);
            *edit = Edit { phase, ..Edit::of(&newer) };
            Vec::new()
        }
        _ if is_same || !edit.has_input() || compare::is_as_before(edit, &newer) => {
            compare::put_on(edit, newer, &one.spec);
            Vec::new()
        }
        _ => conflict(edit, Doubt::Noticed, newer),
    }
}

fn conflict(edit: &mut Edit, doubt: Doubt, newer: Connection) -> Vec<Effect> {
    edit.phase = Phase::Conflict(doubt, Box::new(newer));
    vec![Effect::say(words::CONFLICT), focus()]
}

/// The service has what was typed: the edit begins anew from there.
fn settled(one: &mut One, saved: Saved, etag: Option<String>) -> Vec<Effect> {
    let Some(mut edit) = one.edit.take() else { return Vec::new() };
    let restored = if edit.awaits() { edit.restored.take() } else { None };
    if saved == Saved::Answered(What::Credentials) {
        // What a test said was about the credentials before.
        one.test = TestRun::None;
    }
    if let Some(connection) = one.connection_mut() {
        let filled = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
        connection.name = filled(&edit.name);
        connection.description = filled(&edit.description);
        connection.etag = etag;
    }
    begin(one);
    if let Some(begun) = &mut one.edit {
        begun.phase = Phase::Saved(saved);
        // What waited for the connection spec was not among it.
        begun.restored = restored;
    }
    let clear = Effect::ClearSecrets(edit.secret_ids());
    vec![clear, Effect::say(words::SAVED), focus(), Effect::Tell(Told::Edited)]
}
