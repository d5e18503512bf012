//! The sources to choose from, and what is said about their forms.

use flow_service::spec::{AuthField, FieldKind, JsonShape, TextLimits};

use super::limits;
use crate::screen::sources::{LeftOut, Lost, Wish};

/// The group of sources without a category.
pub const OTHER_SOURCES: &str = "Other";
/// While the list is on its way.
pub const SOURCES_LOADING: &str = "Loading the sources of this organization…";
/// When nothing of the list fits what is typed.
pub const NO_SOURCE: &str = "No source has this in its name or category.";
/// When the service does not list them. What comes of it stands behind.
pub const SOURCES_REFUSED: &str =
    "The sources could not be listed; Salesforce Service Cloud can be used all the same.";
/// Said when the list is there.
pub const SOURCES_LISTED: &str = "The sources are listed.";
/// Said while a search finds some.
pub const SOURCES_FOUND: &str = "Sources found; the arrow keys go through them.";
/// The list.
pub const SOURCES: &str = "Sources";
/// The first option of a choice in which nothing is chosen.
pub const CHOOSE: &str = "Choose…";
/// The button that closes the notice about a lost auth spec.
pub const UNDERSTOOD: &str = "Understood";
/// A button.
pub const CHECK_JSON: &str = "Check JSON";
/// What comes of it where nothing is wrong.
pub const SOUND_JSON: &str = "This is JSON that can be sent.";

/// Said after a press while the form is not that of the source that is wanted.
pub const SAY_NOT_SENT_FOR_SOURCE: &str =
    "Nothing was sent: the form is not that of the source that is wanted.";

/// A source is wanted, and the form is still that of another one.
#[must_use]
pub fn source_wanted(wish: Wish, wanted: &str, drawn: &str) -> String {
    let how = match wish {
        Wish::Waits => {
            " is wanted. Its form is drawn once Platform access is complete and the sources are listed. Until then this form is that of "
        }
        Wish::Absent => {
            " is wanted, but the service does not list it for this organization. This form is that of "
        }
        Wish::Unsure => {
            " is wanted, but is not among the sources that could be read; the service lists more than these. This form is that of "
        }
    };
    [wanted, how, drawn, ", and Create connection sends nothing."].concat()
}

/// What is said above the credentials of the drawn source meanwhile.
#[must_use]
pub fn credentials_of(drawn: &str, wanted: &str) -> String {
    ["These are the credentials of ", drawn, ". Do not type those of ", wanted, " here."].concat()
}

/// Secrets of a source that was chosen before go on to count for this one.
#[must_use]
pub fn shared(from: &str, labels: &[String]) -> String {
    let labels = labels.join(", ");
    ["What you typed for ", from, " counts here too, until you change it: ", &labels, "."].concat()
}

/// A source that names no auth spec.
pub const NO_AUTH_SPEC: &str = "The service names no authentication for this source, so the request has no credentials. Whether it takes such a connection, only the service knows.";

/// The button that keeps the source whose form is drawn.
#[must_use]
pub fn keep_source(drawn: &str) -> String {
    ["Keep ", drawn].concat()
}

/// What access the list needs.
#[must_use]
pub fn sources_need(labels: &[String]) -> String {
    let labels = labels.join(", ");
    ["Other sources are listed once Platform access is complete. Still needed: ", &labels, "."]
        .concat()
}

/// How many sources there are to choose from, and what is not offered.
#[must_use]
pub fn sources_known(count: usize, left_out: LeftOut) -> String {
    let mut text = match count {
        1 => "One source to choose from. Type to search.".to_owned(),
        count => [&count.to_string(), " sources to choose from. Type to search."].concat(),
    };
    match left_out.unread {
        0 => {}
        1 => text.push_str(" One more could not be read."),
        count => text.extend([" ", &count.to_string(), " more could not be read."]),
    }
    if left_out.more {
        text.push_str(" The service has still more, which could not be listed.");
    }
    text
}

/// What a search has found; the live region says it.
#[must_use]
pub fn sources_found(count: usize) -> String {
    match count {
        0 => NO_SOURCE.to_owned(),
        1 => "One source found.".to_owned(),
        count => [&count.to_string(), " sources found."].concat(),
    }
}

/// An auth spec is not offered any more.
#[must_use]
pub fn lost(lost: &Lost) -> String {
    let name = &lost.name;
    let mut text = ["Adobe's service does not offer ", name, " for this source any more."].concat();
    let Some(to) = &lost.moved_to else { return text };
    text.extend([" ", to, " was chosen instead."]);
    if !lost.kept.is_empty() {
        text.extend([" What you typed goes on to count for: ", &lost.kept.join(", "), "."]);
    }
    if !lost.dropped.is_empty() {
        text.extend([" It has no place for: ", &lost.dropped.join(", "), "."]);
    }
    text
}

/// What an input takes, behind what the source says of it.
#[must_use]
pub fn help_of_kind(field: &AuthField, help: &str) -> String {
    let mut texts: Vec<String> = Vec::new();
    if !help.is_empty() {
        texts.push(if help.ends_with(['.', '!', '?', ':']) {
            help.to_owned()
        } else {
            [help, "."].concat()
        });
    }
    if let Some(limits) = limits(&field.kind) {
        texts.push(sentence(&limits));
    }
    if let Some(example) = &field.example {
        texts.push(["For example “", example, "”."].concat());
    }
    match &field.kind {
        FieldKind::Limited(TextLimits { pattern: Some(pattern), .. })
        | FieldKind::LimitedSecret(TextLimits { pattern: Some(pattern), .. }) => {
            texts.push(["It has to match ", pattern].concat());
        }
        FieldKind::Number(limits) if limits.integer => texts.push("A whole number.".to_owned()),
        FieldKind::Json(part) if part.holds_secret => texts.push(JSON_WITH_SECRET.to_owned()),
        FieldKind::Json(part) => texts.push(
            match part.shape {
                JsonShape::Any => "Typed as JSON.",
                JsonShape::Object => "Typed as JSON: names and values between { and }.",
                JsonShape::Array => "Typed as JSON: values between [ and ].",
            }
            .to_owned(),
        ),
        _ => {}
    }
    if let FieldKind::Json(part) = &field.kind
        && !part.required.is_empty()
    {
        texts.push(["It has to have: ", &part.required.join(", "), "."].concat());
    }
    if let Some(default) = field.default.as_deref().filter(|text| !text.is_empty())
        && !matches!(field.kind, FieldKind::Boolean | FieldKind::Choice(_) | FieldKind::Json(_))
    {
        texts.push(["The usual one is ", default, "."].concat());
    }
    texts.join(" ")
}

const JSON_WITH_SECRET: &str = "Typed as JSON. There may be a secret in it, so it is treated like one: it is not kept, and the request shows a variable in its place.";

/// With a capital letter and a full stop.
fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).chain(['.']).collect()
}
