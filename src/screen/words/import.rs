//! The import of values from a file or a text.

use flow_service::import::{Format, NothingFound, Why};
use flow_service::spec::ConnectionSpec;

use super::{IMS_CLIENT_SECRET, SCOPES, SOURCE, label_of};
use crate::screen::import::{Change, Input, Outcome, Reason, Report};

/// What can be imported.
pub const INTRO: &str = "Drop a file anywhere on this page, choose it, or paste its text: a Postman environment from Developer Console, a .env file, JSON, a curl command, or an HTTP request. It is read in this tab and sent nowhere.";
/// An input.
pub const FILE: &str = "File";
/// An input.
pub const TEXT: &str = "Text";
/// A button.
pub const FILL_IN: &str = "Fill in from the text";
/// A button.
pub const UNDO: &str = "Undo import";
/// A heading.
pub const FILLED: &str = "Filled in";
/// A heading.
pub const LEFT_OUT: &str = "Left out";
/// Between a name and the reason why it was left out.
pub const BEFORE_A_REASON: &str = ": ";
/// When nothing had to be left out.
pub const NOTHING_LEFT_OUT: &str = "Nothing was left out.";

/// What came of an import, in a sentence.
#[must_use]
pub fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Filled(report) => filled(report),
        Outcome::Nothing(nothing) => nothing_found(nothing),
        Outcome::NoFile => "The file could not be read. Choose it again, or paste its text.".to_owned(),
        Outcome::SeveralFiles => "Nothing was filled in: there were several files. Give one at a time, so that the page can say what it took of each.".to_owned(),
        Outcome::NoForm => "Nothing was filled in, because there is no form at this moment. Press Create another or Back to the form first; while a creation is on its way, wait for its answer.".to_owned(),
        Outcome::Undone => "The import was taken back.".to_owned(),
        Outcome::UndoneButToken => "The import was taken back, but for the access token: it is in use. Forget token takes it away.".to_owned(),
    }
}

fn filled(report: &Report) -> String {
    let count = report.filled.len();
    let fields = if count == 1 { " field" } else { " fields" };
    let overwrote = report.filled.iter().any(|one| one.change == Change::Overwrote);
    let more =
        if overwrote { " Some had another value before; Undo import brings it back." } else { "" };
    ["From ", format(report.format), ": ", &count.to_string(), fields, " filled in.", more].concat()
}

/// What a text is.
#[must_use]
pub const fn format(format: Format) -> &'static str {
    match format {
        Format::PostmanEnvironment => "a Postman environment",
        Format::DotEnv => "a .env file",
        Format::Json => "JSON",
        Format::Curl => "a curl command",
        Format::HttpRequest => "an HTTP request",
        Format::AccessToken => "an access token",
    }
}

/// The heading of what an earlier import filled in, where the last one filled in nothing.
pub const EARLIER: &str = "The import before";

/// The label of an input.
#[must_use]
pub fn label(input: &Input, spec: &ConnectionSpec) -> String {
    match input {
        Input::Form(field) => label_of(field, spec),
        Input::Source => SOURCE.to_owned(),
        Input::ClientSecret => IMS_CLIENT_SECRET.to_owned(),
        Input::Scopes => SCOPES.to_owned(),
    }
}

/// What happened to an input.
#[must_use]
pub const fn change(change: Change) -> &'static str {
    match change {
        Change::New => "",
        Change::Same => "the same stood there",
        Change::Overwrote => "another value stood there",
        Change::Awaited => "it is chosen once the sources are listed",
        Change::InUse => "it is in use now, and Undo import leaves it",
    }
}

fn nothing_found(nothing: &NothingFound) -> String {
    match nothing {
        NothingFound::Empty => "Nothing was filled in: the text is empty.".to_owned(),
        NothingFound::TooLarge => "Nothing was filled in: the text is larger than 1 MiB.".to_owned(),
        NothingFound::NotUnderstood => "Nothing was filled in: this is none of the formats above.".to_owned(),
        NothingFound::NotJson => "Nothing was filled in: this begins like JSON, and cannot be read as JSON. A comma, a quotation mark or a bracket may be missing, or be one too many.".to_owned(),
        NothingFound::PostmanCollection => "Nothing was filled in: a Postman collection holds requests. Export the environment that goes with it.".to_owned(),
        NothingFound::NothingUsable(found, _) => {
            ["Nothing was filled in: this is ", format(*found), " without a value for this form."].concat()
        }
    }
}

/// Why a value was left out.
#[must_use]
pub const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Read(why) => self::why(why),
        Reason::AnotherApi => {
            "another address than this page talks to; a file does not change that"
        }
        Reason::Waits => "it waits for its source, and is filled in once that is listed",
        Reason::NotChosen => "its source was not chosen",
        Reason::NotOfThisSource => "the source has no such parameter",
        Reason::NoSuchAuth => "the source has no such authentication",
    }
}

const fn why(why: Why) -> &'static str {
    match why {
        Why::Unknown => "the form has no place for it",
        Why::Empty => "it is empty",
        Why::Disabled => "it is switched off",
        Why::Placeholder => "a variable or a sample stands in its place",
        Why::Duplicate => "an earlier one was taken",
        Why::TooLong => "it is longer than 64 KiB",
        Why::NotAText => "it is no text",
        Why::NotClosed => "its quotation mark is not closed",
        Why::OfWhom => {
            "Adobe and Salesforce both have one of this name, and it is not clear whose it is; name those of Salesforce SF_…"
        }
        Why::OnlyForOldTokens => {
            "only for JWT credentials, which Adobe replaced by OAuth Server-to-Server"
        }
        Why::AnotherRequest => "it belongs to another request than the creation of a connection",
        Why::AnotherService => "it was sent to a host that is not Adobe's",
        Why::File => "it stands in a file, which is not read",
        Why::NotJson => "it is no JSON object",
        Why::NotABearerToken => "it is no bearer token",
        Why::NotAnAddress => "it is no address such as https://host",
        Why::NotHttps => "the address is not encrypted",
        Why::TooMany => "more than 200 values stood before it",
    }
}
