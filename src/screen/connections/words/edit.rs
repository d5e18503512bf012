//! Texts of the edit of a connection.

pub use super::DESCRIPTION;
pub use crate::screen::words::{CREDENTIALS, NAME, OPTIONAL, REQUEST};

use flow_service::error::CallError;
use flow_service::spec::FieldKind;

use crate::screen::connections::edit::{Doubt, Named, NoRotation, Param, Saved, Yours};

/// What the tab is for.
pub const INTRO: &str =
    "Only what you change is sent, and only if nobody else has changed the connection meanwhile.";
/// A connection without an etag.
pub const NO_ETAG: &str = "This connection cannot be edited yet: the service gives it no etag while it is being set up, and an edit names the version that it is made for. Refresh in a moment.";
/// A group of inputs.
pub const DETAILS: &str = "Name and description";
/// What becomes of an empty description.
pub const DESCRIPTION_HELP: &str = "Empty means that the connection has none.";
/// While they are folded.
pub const CREDENTIALS_KEPT: &str = "The stored credentials stay as they are.";
/// Unfolds them.
pub const ROTATE: &str = "Rotate credentials…";
/// Folds them.
pub const KEEP: &str = "Keep the stored credentials";
/// What a rotation does.
pub const ROTATE_INTRO: &str = "The service replaces all parameters at once, and gives no stored secret back. So each secret must be given again, also those that did not change; all else is filled in as it is stored.";
/// The button of the main job.
pub const SAVE: &str = "Save changes";
/// The same while the request is on its way.
pub const SAVING: &str = "Saving…";
/// A button.
pub const DISCARD: &str = "Discard changes";
/// A notice, and what the live region says.
pub const RESTORED: &str =
    "Restored what you typed into this edit before the page was loaded again, but for the secrets.";
/// Said when they were dropped.
pub const DROPPED: &str = "Your changes were dropped. The form shows what the service has.";
/// What the disclosure of the request shows.
pub const REQUEST_INTRO: &str = "What Save changes sends. Names with a dollar sign stand for your secrets, which are filled in when it is sent.";
/// The same, where there is nothing to send.
pub const NO_REQUEST: &str =
    "Nothing would be sent: nothing is changed, or an input cannot be sent.";
/// *Save changes* without a change.
pub const UNCHANGED: &str = "Nothing is changed, so nothing was sent.";
/// While the newest version is asked for.
pub const COMPARING: &str = "Loading the newest version to compare…";
/// When that failed.
pub const COMPARE_FAILED: &str = "The newest version could not be loaded";
/// What is kept then.
pub const STILL_TYPED: &str = "Everything you typed is still in the form.";
/// The heading of a conflict.
pub const CONFLICT: &str = "The connection was changed meanwhile";
/// The columns of a conflict.
pub const COLUMNS: [&str; 4] = ["Field", "Yours", "Theirs now", "Before"];
/// The name of that table.
pub const DIFFERENCES: &str = "What differs";
/// A conflict in which nothing that is shown differs.
pub const NO_DIFFERENCE: &str = "The newer version differs in nothing that can be seen here.";
/// What can be done about it.
pub const CONFLICT_NEXT: &str = "Applied, your changes replace what is under “Theirs now” in their rows; in all other rows theirs stays.";
/// A button.
pub const APPLY: &str = "Apply my changes to the newer version";
/// A button.
pub const DROP: &str = "Drop my changes";
/// A cell of a secret that was typed.
const GIVEN_BY_YOU: &str = "given by you, not shown";
/// A cell of what was not typed.
const NOT_CHANGED_BY_YOU: &str = "not changed by you";
/// A cell without a value.
pub const NONE: &str = "none";
/// The heading where nothing is saved: the service refused it, or no result came.
pub const NOT_SAVED: &str = "Not saved";
/// How that is known without a result, and what can be done.
pub const NOT_SAVED_WHY: &str = "No answer told what became of it, so the app asked for the connection: it is still the version that you edited. You can save again. Should the first request arrive late, one of the two is refused, and nothing is saved twice.";
/// The heading of a success.
pub const SAVED: &str = "Saved";
/// After a rotation.
pub const TEST_NOW: &str = "The secrets were cleared from this page. Test the connection to see whether the source accepts the new credentials.";
/// An answer came after another connection was opened.
pub const SAVED_ELSEWHERE: &str = "The edit of the connection that was open before is saved.";
/// The same, without success.
pub const NOT_SAVED_ELSEWHERE: &str = "The edit of the connection that was open before was not confirmed. Open it again to see whether it is saved.";
/// The mark of a secret.
const AGAIN: &str = "must be given again";
/// The mark of an optional secret that is stored.
const AGAIN_OR_GONE: &str = "must be given again, or it is removed";

/// The help for a secret that is more than a text.
const AS_JSON: &str = "Typed as JSON.";

/// What helps with an input.
#[must_use]
pub fn help(param: &Param) -> String {
    let said = param.field.description.clone();
    let is_json = matches!(param.field.kind, FieldKind::Json(_));
    let parts: Vec<_> = said.into_iter().chain(is_json.then(|| AS_JSON.to_owned())).collect();
    parts.join(" ")
}

/// What stands behind the name of an input.
#[must_use]
pub fn mark(param: &Param) -> &'static str {
    match (param.is_secret(), param.field.required) {
        (true, true) => AGAIN,
        (true, false) if param.stored.is_some() => AGAIN_OR_GONE,
        (_, true) => "",
        (_, false) => OPTIONAL,
    }
}

/// Why credentials cannot be rotated here.
#[must_use]
pub const fn no_rotation(why: &NoRotation) -> &'static str {
    match why {
        NoRotation::Asking => "Asking which credentials the source takes…",
        NoRotation::Failed(_) => {
            "Credentials cannot be rotated here now: the connection spec, which says what they are, could not be loaded. Name and description can be edited."
        }
        NoRotation::NoSpec => {
            "Credentials cannot be rotated here: the service has no connection spec of this ID, so it is not known what they are. Name and description can be edited."
        }
        NoRotation::NoAuthSpec => {
            "Credentials cannot be rotated here: the connection spec does not have the auth spec of this connection, so it is not known what they are. Name and description can be edited."
        }
    }
}

/// The heading of why the connection spec could not be loaded.
pub const NO_SPEC: &str = "The connection spec could not be loaded";

/// Why there is a conflict. `rotates` is whether secrets were sent.
#[must_use]
pub fn doubt(doubt: &Doubt, rotates: bool) -> String {
    let text = match doubt {
        Doubt::Unknown(cause) => {
            let newer = if rotates {
                ", and the service has a newer version by now. Whether it has your secrets cannot be seen. Apply your changes to be sure; everything you typed is still in the form."
            } else {
                ", and the service has a newer version by now that is not what you typed. Everything you typed is still in the form."
            };
            return [came_of(cause), newer].concat();
        }
        Doubt::Stale => {
            "Nothing was saved: the service has a newer version than the one that you edited. Everything you typed is still in the form."
        }
        Doubt::Noticed => {
            "Nothing was sent yet: the service has a newer version than the one that you are editing. Everything you typed is still in the form."
        }
    };
    text.to_owned()
}

/// Why the newest version is asked for.
#[must_use]
pub fn comparing(doubt: &Doubt) -> String {
    match doubt {
        Doubt::Stale | Doubt::Noticed => {
            "The service has a newer version than the one that you edited.".to_owned()
        }
        Doubt::Unknown(cause) => {
            let looks = ", so your changes may have been saved. The app looks; it does not send them again.";
            [came_of(cause), looks].concat()
        }
    }
}

/// What came in place of a result, as the beginning of a sentence.
const fn came_of(cause: &CallError) -> &'static str {
    match cause {
        CallError::NoAnswer(_) => "No answer came",
        _ => "The answer does not tell what became of it",
    }
}

/// The next step after an edit without a result. What is saved was looked up.
#[must_use]
pub const fn next_step(error: &CallError, usual: &'static str) -> &'static str {
    match error {
        CallError::NoAnswer(_) => "Check the network, a proxy and apiBase before you go on.",
        _ => usual,
    }
}

/// What is known of a success.
#[must_use]
pub const fn saved(saved: &Saved) -> &'static str {
    match saved {
        Saved::Answered(_) => "The service has your changes.",
        Saved::Looked(_) => {
            "No answer told what became of it, so the app asked for the connection: it has what you typed."
        }
    }
}

/// The name of a row.
#[must_use]
pub fn named(named: &Named) -> String {
    match named {
        Named::Name => NAME.to_owned(),
        Named::Description => DESCRIPTION.to_owned(),
        Named::AuthSpec => super::one::AUTH_SPEC.to_owned(),
        Named::State => super::STATE.to_owned(),
        Named::Param(label) => label.clone(),
    }
}

/// The cell of what was typed.
#[must_use]
pub fn yours(yours: &Yours) -> String {
    match yours {
        Yours::Unchanged => NOT_CHANGED_BY_YOU.to_owned(),
        Yours::Secret => GIVEN_BY_YOU.to_owned(),
        Yours::Text(text) => text.clone().unwrap_or_else(|| NONE.to_owned()),
    }
}

/// What the live region says of problems.
#[must_use]
pub fn problems(count: usize) -> String {
    crate::screen::words::summary(count)
}
