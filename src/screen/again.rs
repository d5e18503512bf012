//! What failed, and may succeed now: another access token counts, or the network is back. Only
//! reads come of it; whatever writes is a person's press.

use flow_service::error::{CallError, NoAnswer, NotSent};

use super::duplicates;
use super::message::Effect;
use super::model::Model;
use super::outcome::{look, test};
use super::phase::{Look, Phase, TestRun};
use super::sandboxes::Sandboxes;
use super::sources::{self, List};

/// Whether a call failed because there was no network, as far as a page can tell.
#[must_use]
pub fn lacks_network(error: &CallError) -> bool {
    matches!(
        error,
        CallError::NotSent(NotSent::Offline) | CallError::NoAnswer(NoAnswer::ConnectionFailed)
    )
}

/// What was refused to the earlier token is asked for again where it is needed.
pub(super) fn with_another_token(model: &mut Model) {
    duplicates::forget_failures(model);
    if matches!(model.door.sandboxes, Sandboxes::Refused(_)) {
        model.door.sandboxes = Sandboxes::Unknown;
    }
    if matches!(model.sources.list, List::Refused(..)) {
        model.sources.list = List::Unknown;
    }
}

/// The browser is online again: what did not come for that reason is asked for again.
pub(super) fn with_network(model: &mut Model) -> Vec<Effect> {
    duplicates::forget_failures(model);
    let mut effects = Vec::new();
    // Why the sandboxes did not come is not known.
    if let Sandboxes::Refused(access) = &model.door.sandboxes {
        let access = access.clone();
        model.door.sandboxes = Sandboxes::Asked(access.clone());
        effects.push(Effect::ListSandboxes(access));
    }
    if matches!(&model.sources.list, List::Refused(_, error) if lacks_network(error)) {
        model.sources.list = List::Unknown;
        effects.extend(sources::offer(model));
    }
    effects.extend(main_job(model));
    effects
}

/// Nobody pressed: the focus stays where it is.
fn main_job(model: &mut Model) -> Vec<Effect> {
    match &mut model.phase {
        Phase::Unknown { sent, look: state @ Look::Failed(_), .. } => {
            let Look::Failed(error) = &state else { return Vec::new() };
            if !lacks_network(error) {
                return Vec::new();
            }
            *state = Look::Looking(1);
            let sent = sent.clone();
            vec![look(model, &sent)]
        }
        Phase::Created { test: TestRun::Failed(error), .. } if lacks_network(error) => test(model),
        _ => Vec::new(),
    }
}
