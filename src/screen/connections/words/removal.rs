//! The words of the removal of connections.

pub use super::{CLOSE, STOP};
pub use crate::screen::words::CANCEL;

use flow_service::error::CallError;

use super::list::connections;
use super::number::number;
use crate::screen::connections::removal::{Fate, Item, Target};
use crate::screen::words as page_words;

/// What deleting means.
const CONSEQUENCE: &str =
    "This cannot be undone. The service refuses it while a dataflow uses the connection.";

/// Where it happens, and what it means.
#[must_use]
pub fn consequence(sandbox: &str) -> String {
    ["In sandbox ", sandbox, ". ", CONSEQUENCE].concat()
}

/// What *Stop* does.
pub const STOP_HELP: &str = "Stop lets the requests that run come to their end and starts no more.";
/// After *Stop*, while requests run.
pub const STOPPING: &str = "Stopped. Waiting for the requests that run…";
/// What to do about connections of which it is not known whether they are deleted.
pub const UNKNOWN_NEXT: &str = "Of some connections no answer tells whether they are deleted. Refresh the list to see which are there; nothing is sent again by itself.";
/// What to do about connections that dataflows use.
pub const IN_USE_NEXT: &str = "Some connections are used by dataflows. Delete those dataflows first in Platform under Sources, Dataflows, or by API; then delete the connection.";
/// The columns of the report.
pub const COLUMNS: [&str; 2] = [page_words::CONNECTION, "Result"];
/// The group that scrolls.
pub const TABLE: &str = "Results";

/// The heading of the question.
#[must_use]
pub fn question(targets: &[Target]) -> String {
    match targets {
        [target] => ["Delete ", target.called(), "?"].concat(),
        targets => ["Delete ", &connections(targets.len()), "?"].concat(),
    }
}

/// The button that deletes.
#[must_use]
pub fn delete(count: usize) -> String {
    if count == 1 {
        return "Delete connection".to_owned();
    }
    ["Delete ", &connections(count)].concat()
}

/// What has to be typed for several.
#[must_use]
pub fn phrase(count: usize) -> String {
    ["delete ", &count.to_string(), " connections"].concat()
}

/// The label of the input.
#[must_use]
pub fn type_this(phrase: &str) -> String {
    ["To delete, type: ", phrase].concat()
}

/// What was typed is not what has to be typed.
#[must_use]
pub fn differs(phrase: &str) -> String {
    ["Nothing was deleted: this is not the text. Type: ", phrase].concat()
}

/// What the targets are called: the first ones, and how many more there are.
#[must_use]
pub fn list_of(targets: &[Target], shown: usize) -> String {
    let names: Vec<&str> = targets.iter().take(shown).map(Target::called).collect();
    let rest = targets.len().saturating_sub(shown);
    if rest == 0 {
        return names.join(", ");
    }
    [&names.join(", "), " and ", &number(rest), " more"].concat()
}

/// The heading while connections are deleted, and after.
#[must_use]
pub fn heading(done: bool) -> &'static str {
    if done { "Deletion report" } else { "Deleting connections" }
}

/// How far it is.
#[must_use]
pub fn progress(items: &[Item]) -> String {
    let settled = items.iter().filter(|item| item.fate.is_settled()).count();
    [&number(settled), " of ", &number(items.len()), " done…"].concat()
}

/// What the live region says at the beginning.
#[must_use]
pub fn said_begun(count: usize) -> String {
    ["Deleting ", &connections(count), "."].concat()
}

/// The results in figures: `2 deleted, 1 not deleted.`
#[must_use]
pub fn summary(items: &[Item]) -> String {
    let mut text = String::new();
    let is = |fate: &Fate| match fate {
        Fate::Deleted => 0,
        Fate::Gone => 1,
        Fate::Refused(_) => 2,
        Fate::Unknown(_) => 3,
        Fate::Kept => 4,
        Fate::Waiting | Fate::Running => 5,
    };
    for (kind, name) in
        ["deleted", "already gone", "not deleted", "unknown", "not tried"].iter().enumerate()
    {
        let count = items.iter().filter(|item| is(&item.fate) == kind).count();
        if count > 0 {
            let mark = if text.is_empty() { "" } else { ", " };
            text.extend([mark, &number(count), " ", name]);
        }
    }
    [&text, "."].concat()
}

/// How many results are not drawn.
#[must_use]
pub fn and_more(count: usize) -> String {
    ["And ", &number(count), " more: the report that is copied has all."].concat()
}

/// What came of one.
#[must_use]
pub fn fate(fate: &Fate) -> String {
    match fate {
        Fate::Waiting => "Waiting".to_owned(),
        Fate::Running => "Deleting…".to_owned(),
        Fate::Deleted => "Deleted".to_owned(),
        Fate::Gone => "Gone: it did not exist any more, so there was nothing to delete.".to_owned(),
        Fate::Refused(error) if error.is_in_use() => {
            "Not deleted: a dataflow uses it. Delete that dataflow first, then try again."
                .to_owned()
        }
        Fate::Refused(error) => {
            let advice = page_words::failure(error, "");
            let why = advice.cause.or(advice.meaning).unwrap_or(&advice.what);
            ["Not deleted: ", why].concat()
        }
        Fate::Unknown(None | Some(CallError::NoAnswer(_))) => {
            "Unknown: no answer came. It may be deleted; refresh the list to see.".to_owned()
        }
        Fate::Unknown(Some(error)) => {
            let advice = page_words::failure(error, "");
            let why = advice.meaning.unwrap_or(&advice.what);
            ["Unknown: it may be deleted; refresh the list to see. ", why].concat()
        }
        Fate::Kept => "Not tried: the deletion was stopped before.".to_owned(),
    }
}

/// What to do next about one that is not surely deleted; empty where the result says it.
#[must_use]
pub fn next(fate: &Fate) -> &'static str {
    match fate {
        Fate::Refused(error) if !error.is_in_use() => page_words::failure(error, "").next,
        _ => "",
    }
}

/// The words of the service about one; empty where it had none.
#[must_use]
pub fn server_words(fate: &Fate) -> String {
    let words = fate.error().and_then(|error| page_words::failure(error, "").server_words);
    words.unwrap_or_default()
}

/// The code and the request ID of a result, where the service gave them.
#[must_use]
pub fn figures(fate: &Fate) -> String {
    let refusal = fate.error().and_then(|error| error.refusal());
    let code = refusal.and_then(|refusal| refusal.code.as_deref());
    let request = refusal.and_then(|refusal| refusal.request_id.as_deref());
    match (code, request) {
        (None, None) => String::new(),
        (Some(code), None) => ["Code ", code].concat(),
        (None, Some(request)) => ["Request ID ", request].concat(),
        (Some(code), Some(request)) => ["Code ", code, ", request ID ", request].concat(),
    }
}

/// The report as text, one line for each connection: ID, name, result, code and request ID,
/// the service's own words, with tabs between them, as a table takes them.
#[must_use]
pub fn report(items: &[Item]) -> String {
    let mut text = ["Deletion of base connections: ", &summary(items), "\n"].concat();
    for item in items {
        let fate = fate(&item.fate);
        let figures = figures(&item.fate);
        // What others wrote must not make lines or columns.
        let name = item.target.name.as_deref().unwrap_or_default().replace(char::is_control, " ");
        let words = server_words(&item.fate).replace(char::is_control, " ");
        text.extend([item.target.id.as_str(), "\t", &name, "\t", &fate, "\t", &figures]);
        text.extend(["\t", &words, "\n"]);
    }
    text
}
