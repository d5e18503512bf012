//! Texts of the view of one connection.

use flow_service::error::CallError;

use crate::screen::connections::one::Tab;

/// The way back to the list.
pub const BREADCRUMB: &str = "Breadcrumb";
/// The first step of that way.
pub const CONNECTIONS: &str = "Connections";
/// Heading 1 of a connection that has no name.
pub const NAMELESS: &str = "Connection without a name";
/// Heading 1 while nothing is known.
pub const CONNECTION: &str = "Connection";
/// Without access nothing can be asked.
pub const NO_ACCESS: &str = "Fill in Platform access above to see this connection.";
/// While the connection is asked for.
pub const LOADING: &str = "Loading the connection…";
/// While it is asked for anew.
pub const REFRESHING: &str = "Refreshing…";
/// The connection could not be asked for.
pub const FAILED: &str = "The connection could not be loaded";
/// The same, while an earlier answer is shown.
pub const NOT_REFRESHED: &str = "Not refreshed: what is shown below is older";
/// The connection is not there.
pub const GONE: &str = "This connection does not exist, or not any more";
/// What may be behind that.
pub const GONE_WHY: &str = "The service answers, and has no connection of this ID in this organization and sandbox. It may have been deleted, by you or by someone else, or it is in another sandbox.";
/// A link after that.
pub const TO_THE_LIST: &str = "See all connections";
/// The row of tabs.
pub const TABS: &str = "Parts of the connection";

/// The name of a tab.
#[must_use]
pub const fn tab(tab: Tab) -> &'static str {
    match tab {
        Tab::Overview => "Overview",
        Tab::Explore => "Explore",
        Tab::Edit => "Edit",
        Tab::Raw => "JSON",
    }
}

/// What a screen reader says before the state.
pub const STATE: &str = "State";
/// A button.
pub const REFRESH: &str = "Refresh";
/// A button.
pub const DELETE: &str = "Delete…";
/// Why that button does nothing now.
pub const REMOVAL_RUNS: &str = "Another removal is running; wait until it is done.";
/// A button.
pub const TEST_CONNECTION: &str = "Test connection";
/// The same while the test runs.
pub const TESTING: &str = "Testing…";
/// The source takes the credentials.
const ACCEPTED: &str = "The source accepted the credentials.";
/// It does not.
const NOT_ACCEPTED: &str = "The source did not accept the credentials. The connection exists, but it cannot read data: check the credentials, and whether the source lets Adobe's addresses in.";
/// A test without a result.
pub const TEST_FAILED: &str = "The connection could not be tested";

/// What the source says of the credentials.
#[must_use]
pub const fn accepted(accepted: bool) -> &'static str {
    if accepted { ACCEPTED } else { NOT_ACCEPTED }
}

/// What the live region says of a test.
#[must_use]
pub const fn tested(result: &Result<bool, CallError>) -> &'static str {
    match result {
        Ok(result) => accepted(*result),
        Err(_) => TEST_FAILED,
    }
}

/// A group of fields.
pub const ABOUT: &str = "About";
/// A group of fields.
pub const SOURCE: &str = "Source";
/// A group of fields.
pub const HISTORY: &str = "History";
/// A group of fields that this app does not know.
pub const FURTHER: &str = "Further fields";

/// A field.
pub const ID: &str = "Connection ID";
/// A field.
pub const NAME: &str = "Name";
/// A field.
pub const DESCRIPTION: &str = "Description";
/// A field.
pub const SPEC: &str = "Source";
/// A field.
pub const SPEC_ID: &str = "Connection spec ID";
/// A field.
pub const SPEC_VERSION: &str = "Connection spec version";
/// A field.
pub const AUTH_SPEC: &str = "Auth spec";
/// A field of the auth spec.
pub const AUTH_PARAM: &str = "Auth parameter ";
/// A field of the auth spec, when there is none.
pub const AUTH_PARAMS: &str = "Auth parameters";
/// A field.
pub const ETAG: &str = "Etag";
/// A field.
pub const VERSION: &str = "Version";
/// A field.
pub const CREATED: &str = "Created";
/// A field.
pub const UPDATED: &str = "Updated";
/// A field.
pub const CREATED_BY: &str = "Created by";
/// A field.
pub const UPDATED_BY: &str = "Updated by";
/// A field.
pub const CREATED_CLIENT: &str = "Created with";
/// A field.
pub const UPDATED_CLIENT: &str = "Updated with";
/// A field.
pub const SANDBOX: &str = "Sandbox";
/// A field.
pub const SANDBOX_ID: &str = "Sandbox ID";
/// A field.
pub const ORGANIZATION: &str = "Organization";
/// A field.
pub const LAST_OPERATION: &str = "Last operation";
/// A field that the service leaves out.
pub const NOT_GIVEN: &str = "not given";
/// What is to know of masked secrets.
pub const MASKED: &str = "The service masks secrets; nobody can read them back.";
/// Copies the ID.
pub const COPY_ID: &str = "Copy connection ID";
/// Copies the ID of the connection spec.
pub const COPY_SPEC_ID: &str = "Copy connection spec ID";
/// Copies the connection.
pub const COPY_JSON: &str = "Copy JSON";
/// What the JSON is.
pub const JSON_INTRO: &str =
    "The connection as the service gave it, with secrets as the service masks them.";

/// How long ago something was, such as `3 hours ago`.
#[must_use]
pub fn ago(now: u64, at: u64) -> String {
    let seconds = now.saturating_sub(at) / 1000;
    let units = [
        (31_536_000, "year"),
        (2_592_000, "month"),
        (86_400, "day"),
        (3_600, "hour"),
        (60, "minute"),
    ];
    let Some((size, unit)) = units.into_iter().find(|(size, _)| seconds >= *size) else {
        return "just now".to_owned();
    };
    let count = seconds / size;
    let plural = if count == 1 { " ago" } else { "s ago" };
    [&count.to_string(), " ", unit, plural].concat()
}
