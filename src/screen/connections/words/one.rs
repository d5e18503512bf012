//! Texts of the view of one connection.

pub use super::time::ago;
pub use super::{CREATED_BY, DELETE, DESCRIPTION, REFRESH, STATE, UPDATED};
pub use crate::screen::words::{
    CONNECTION, CONNECTION_ID, CONNECTIONS, COPY_CONNECTION_ID, CREATED_AT, ETAG, NAME, SANDBOX,
    SOURCE, TEST_CONNECTION, TESTING,
};

use flow_service::error::CallError;

use crate::screen::connections::one::Tab;

/// The way back to the list.
pub const BREADCRUMB: &str = "Breadcrumb";
/// Heading 1 of a connection that has no name.
pub const NAMELESS: &str = "Connection without a name";
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

/// Why *Delete…* does nothing now.
pub const REMOVAL_RUNS: &str = "Another removal is running; wait until it is done.";
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
pub const HISTORY: &str = "History";
/// A group of fields that this app does not know.
pub const FURTHER: &str = "Further fields";

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
pub const VERSION: &str = "Version";
/// A field.
pub const UPDATED_BY: &str = "Updated by";
/// A field.
pub const CREATED_CLIENT: &str = "Created with";
/// A field.
pub const UPDATED_CLIENT: &str = "Updated with";
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
/// Copies the ID of the connection spec.
pub const COPY_SPEC_ID: &str = "Copy connection spec ID";
/// Copies the connection.
pub const COPY_JSON: &str = "Copy JSON";
/// What the JSON is.
pub const JSON_INTRO: &str =
    "The connection as the service gave it, with secrets as the service masks them.";
