//! Every text that a person sees, and none elsewhere: another language is another folder.
//!
//! What is parsed or decided is not here; these functions only name it.

pub mod check;

pub mod errors;

mod code;

mod duplicates;

mod failure;

mod finding;

mod help;

mod mismatch;

pub mod import;

mod label;

mod offline;

mod kept;

pub mod profiles;

mod report;

mod sources;

mod stopped;

mod time;

mod token;

pub use code::{
    COPY_CODE, COPY_CODE_WITH_SECRETS, LANGUAGE, WITH_SECRETS, language, language_help, not_copied,
};
pub use duplicates::{SAY_DUPLICATES, duplicates, open_duplicate};
pub use failure::{Advice, failure, failure_details};
pub use finding::{problem, remark, settings_problem};
pub use help::{help, placeholder};
pub use kept::{RESTORED, START_OVER};
pub use label::{label, label_of};
pub use mismatch::{limits, not_json, problem_in_full};
pub use offline::{OFFLINE, ONLINE};
pub(super) use report::report;
pub use sources::{
    CHECK_JSON, CHOOSE, NO_AUTH_SPEC, NO_SOURCE, OTHER_SOURCES, SAY_NOT_SENT_FOR_SOURCE,
    SOUND_JSON, SOURCES, SOURCES_FOUND, SOURCES_LISTED, SOURCES_LOADING, SOURCES_REFUSED,
    UNDERSTOOD, credentials_of, help_of_kind, keep_source, lost, shared, source_wanted,
    sources_found, sources_known, sources_need,
};
pub use stopped::STOPPED;
pub use time::utc;
pub use token::*;

use flow_service::spec::{BASIC_AUTHENTICATION, FieldKind};
use flow_service::value::Problem;

use super::tool::Tool;

/// The name of the product.
pub const PRODUCT: &str = "Flow Connect";
/// Heading 1.
pub const HEADING: &str = "Create a base connection";
/// What stands under it.
pub const INTRO: &str = "Connect Adobe Experience Platform to Salesforce Service Cloud, or to another source. What you type goes from this tab to Adobe's API and nowhere else; secrets are never stored.";
/// The navigation.
pub const MAIN: &str = "Main";
/// A link of the navigation.
pub const CREATE: &str = "Create";
/// A link of the navigation.
pub const CONNECTIONS: &str = "Connections";
/// While the half with connections is fetched.
pub const LOADING: &str = "Loading…";
/// When it could not be fetched.
pub const PART_FAILED: &str = "This could not be loaded. Check the network, then try again.";
/// A button.
pub const TRY_AGAIN: &str = "Try again";
/// A button.
pub const SHOW_CONNECTIONS: &str = "Show connections";
/// A button.
pub const CHANGE_ACCESS: &str = "Change access";
/// The help of the sandbox when the service does not list them.
pub const SANDBOXES_REFUSED: &str = "The service did not list the sandboxes; type the name.";
/// The help of the sandbox when they are known. A browser offers only those that begin like
/// what is typed.
#[must_use]
pub fn sandboxes(known: &[(String, String)]) -> String {
    let mut text = "In this organization:".to_owned();
    for (name, _) in known {
        text.extend([" ", name]);
    }
    text
}

/// A link, with the connection that was created.
pub const OPEN_CONNECTION: &str = "Open connection";
/// The switch of the look, and its choices.
pub const THEME: &str = "Theme";
/// See [`THEME`].
pub const THEMES: [&str; 3] = ["System", "Light", "Dark"];

/// The group of the tools above the form.
pub const TOOLS: &str = "Tools";
/// The tools.
#[must_use]
pub const fn tool(tool: Tool) -> &'static str {
    match tool {
        Tool::Import => "Import",
        Tool::Profiles => "Profiles",
        Tool::Check => "Check",
    }
}

/// A group of the form.
pub const PLATFORM_ACCESS: &str = "Platform access";
/// What it is for.
pub const PLATFORM_ACCESS_INTRO: &str = "Who asks Adobe, and in which sandbox. All of it is in your project in Adobe Developer Console.";
/// A group of the form.
pub const CONNECTION: &str = "Connection";
/// The name of the source.
pub const SOURCE: &str = "Source";
/// The source.
pub const SERVICE_CLOUD: &str = "Salesforce Service Cloud";
/// A group of the form.
pub const CREDENTIALS: &str = "Credentials";
/// What it is for.
pub const CREDENTIALS_INTRO: &str =
    "How Platform signs in to the source. It keeps these to read your data.";
/// A choice of the form.
pub const AUTHENTICATION: &str = "Authentication";
/// A disclosure.
pub const ADVANCED: &str = "Advanced";
/// A disclosure.
pub const REQUEST: &str = "Request";
/// What it shows.
pub const REQUEST_INTRO: &str = "What Create connection sends. Names with a dollar sign stand for your secrets, names in braces for what is still missing or cannot be sent.";
/// The button of the main job.
pub const CREATE_CONNECTION: &str = "Create connection";
/// The same while the request is on its way.
pub const CREATING: &str = "Creating…";
/// A button.
pub const CANCEL: &str = "Cancel";
/// A button, only with the local service.
pub const FILL_SAMPLE: &str = "Fill in sample values";
/// A button, with the access token.
pub const FORGET_TOKEN: &str = "Forget token";
/// A button.
pub const SHOW: &str = "Show";
/// A button.
pub const HIDE: &str = "Hide";
/// A button.
pub const COPY: &str = "Copy";
/// After copying.
pub const COPIED: &str = "Copied";
/// After copying failed.
pub const NOT_COPIED: &str =
    "Not copied: the browser refused. Select the text and copy it by hand.";
/// A button.
pub const COPY_CONNECTION_ID: &str = "Copy connection ID";
/// A button.
pub const COPY_REPORT: &str = "Copy report";
/// A button.
pub const TEST_CONNECTION: &str = "Test connection";
/// The same while the test runs.
pub const TESTING: &str = "Testing…";
/// A button.
pub const CREATE_ANOTHER: &str = "Create another";
/// A button.
pub const LOOK_AGAIN: &str = "Look again";
/// A button.
pub const BACK_TO_FORM: &str = "Back to the form";
/// A button.
pub const SWITCH_TO_OAUTH2: &str = "Switch to OAuth2 Client Credential";
/// A button, with a connection spec ID that is no UUID.
pub const USE_IT_ANYWAY: &str = "Use it anyway";
/// The mark of an input that may stay empty.
pub const OPTIONAL: &str = "optional";
/// The heading of the summary of problems.
pub const SUMMARY_ONE: &str = "One field needs your attention";
/// See [`SUMMARY_ONE`].
pub const SUMMARY_MANY: &str = "fields need your attention";

/// The notice about the end of Basic Authentication.
pub const BASIC_NOTICE: &str = "Adobe announced that Basic Authentication ends for this source in January 2026. If the service refuses it, that may be the reason.";

/// The result.
pub const CREATED: &str = "Connection created";
/// The same, after an unknown outcome.
pub const FOUND_BY_LOOKING: &str = "The answer was lost, so the app looked for the connection and found this one: same name, same source, created since you pressed.";
/// The ID.
pub const CONNECTION_ID: &str = "Connection ID";
/// The etag.
pub const ETAG: &str = "Etag";
/// The etag, when the service gave none.
pub const NO_ETAG: &str = "none yet";
/// The sandbox.
pub const SANDBOX: &str = "Sandbox";
/// The name.
pub const NAME: &str = "Name";
/// The time.
pub const CREATED_AT: &str = "Created";
/// What the page does with secrets after success.
pub const SECRETS_CLEARED: &str = "The credentials were cleared from this page.";
/// A test that the source passed.
pub const TEST_ACCEPTED: &str = "The source accepted the credentials.";
/// A test that the source did not pass.
pub const TEST_REFUSED: &str = "The source did not accept the credentials. The connection exists, but it cannot read data: check username, secrets and, in the source, which IP addresses it lets in.";
/// A test without a result.
pub const TEST_FAILED: &str = "The connection could not be tested.";

/// An unknown outcome.
pub const UNKNOWN: &str = "Outcome unknown";
/// While looking.
pub const LOOKING: &str = "The connection may have been created. The app is looking for it; it does not send the request again.";
/// After looking without finding.
const NOT_FOUND: &str = "Not created: the service answers, and has no connection of this name. If you are unsure, look again before you create it once more.";
/// After finding only connections that seem to be older than the press.
const ONLY_NAMESAKES: &str = "Still unknown: the service has connections of this name and source, but by its clock all are older than your press. If this computer's clock is wrong, one of them is yours. Compare the times before you create it once more:";
/// When looking failed.
pub const LOOK_FAILED: &str = "Still unknown: the service could not be asked. Do not create the connection again before a look has succeeded.";
/// A refusal.
pub const REFUSED: &str = "Not created";

/// Said when the request leaves.
pub const SAY_SENDING: &str = "Creating the connection…";
/// Said while looking.
pub const SAY_LOOKING: &str = "Looking for the connection…";
/// Said when looking has found nothing.
pub const SAY_NOT_CREATED: &str = "Not created.";
/// Said when looking has decided nothing.
pub const SAY_STILL_UNKNOWN: &str = "Still unknown.";
/// Said when the ID is there.
pub const SAY_CREATED: &str = "Connection created.";

/// The notice that belongs to an auth spec of the built-in source.
#[must_use]
pub fn auth_notice(auth_name: &str) -> Option<&'static str> {
    (auth_name == BASIC_AUTHENTICATION).then_some(BASIC_NOTICE)
}

/// What looking has given when it found no new connection, but so many older ones.
#[must_use]
pub const fn not_found(namesakes: usize) -> &'static str {
    if namesakes == 0 { NOT_FOUND } else { ONLY_NAMESAKES }
}

/// One line of the summary.
#[must_use]
pub fn summary_line(label: &str, problem: Problem, kind: Option<&FieldKind>) -> String {
    let text = problem_in_full(label, problem, kind);
    if problem == Problem::Missing { text } else { [label, ": ", &text].concat() }
}

/// The heading of the summary.
#[must_use]
pub fn summary(count: usize) -> String {
    if count == 1 {
        SUMMARY_ONE.to_owned()
    } else {
        [&count.to_string(), " ", SUMMARY_MANY].concat()
    }
}

/// The button that takes the right connection spec ID.
#[must_use]
pub fn use_spec_id(id: &str) -> String {
    ["Use ", id].concat()
}

/// The likely cause of a failure.
#[must_use]
pub fn likely(cause: Option<&str>) -> String {
    ["Likely cause: ", cause.unwrap_or_default()].concat()
}
