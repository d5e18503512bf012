//! Why a typed text is none that the connection spec allows, and what it allows. These words
//! come with the half of the app that is fetched later, as the connection specs do that they
//! are about.

use flow_service::spec::{FieldKind, Position, TextLimits, json_error};
use flow_service::value::{Mismatch, Problem};

use super::finding;

/// What is wrong with an input of that label and kind, and how it is mended.
#[must_use]
pub fn problem_in_full(label: &str, problem: Problem, kind: Option<&FieldKind>) -> String {
    let Problem::Mismatch(mismatch) = problem else { return finding::problem(label, problem) };
    let text = match mismatch {
        Mismatch::NotANumber => "This is no number. Write digits, and a point before decimals.",
        Mismatch::NotWhole => "Only a whole number can be sent: leave out the decimals.",
        Mismatch::TooSmall => "This is too small",
        Mismatch::TooLarge => "This is too large",
        Mismatch::TooShort => "This is too short",
        Mismatch::TooLong => "This is too long",
        Mismatch::NoMatch => return no_match(kind),
        Mismatch::NotJson => {
            "This is no JSON. Names and texts stand between double quotes, and no comma is left over."
        }
        Mismatch::NotAnObject => "This has to be a JSON object: names and values between { and }.",
        Mismatch::LacksMembers => return lacks(kind),
        Mismatch::NotAnArray => "This has to be a JSON array: values between [ and ].",
    };
    if text.ends_with('.') {
        return text.to_owned();
    }
    match kind.and_then(limits) {
        Some(limits) => [text, ": ", &limits, "."].concat(),
        None => [text, "."].concat(),
    }
}

fn lacks(kind: Option<&FieldKind>) -> String {
    match kind {
        Some(FieldKind::Json(part)) => {
            ["Something is missing. It has to have: ", &part.required.join(", "), "."].concat()
        }
        _ => "Something is missing.".to_owned(),
    }
}

fn no_match(kind: Option<&FieldKind>) -> String {
    let text = "This does not have the form that the source asks for";
    match kind.and_then(FieldKind::text_limits) {
        Some(TextLimits { pattern: Some(pattern), .. }) => {
            [text, ". It has to match ", pattern].concat()
        }
        _ => [text, "."].concat(),
    }
}

/// What an input takes, as a part of a sentence: *from 1 to 65535*, *at most 50 characters*.
#[must_use]
pub fn limits(kind: &FieldKind) -> Option<String> {
    let (least, most, unit) = match kind {
        FieldKind::Number(limits) => {
            let text = |limit: i64| limit.to_string();
            (limits.minimum.map(text), limits.maximum.map(text), "")
        }
        FieldKind::Limited(limits) | FieldKind::LimitedSecret(limits) => {
            let text = |limit: u64| limit.to_string();
            (limits.shortest.map(text), limits.longest.map(text), " characters")
        }
        _ => return None,
    };
    Some(match (least, most) {
        (Some(least), Some(most)) => ["from ", &least, " to ", &most, unit].concat(),
        (Some(least), None) => ["at least ", &least, unit].concat(),
        (None, Some(most)) => ["at most ", &most, unit].concat(),
        (None, None) => return None,
    })
}

/// What is wrong with JSON that stands in an input, and where.
#[must_use]
pub fn not_json(text: &str) -> String {
    let what = problem_in_full("", Mismatch::NotJson.into(), None);
    let Some(Position { line, column }) = json_error(text) else { return what };
    [&what, " It breaks off in line ", &line.to_string(), ", column ", &column.to_string(), "."]
        .concat()
}
