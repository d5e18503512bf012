//! What can happen to connections, and what shall be done about it.

use flow_service::error::CallError;
use flow_service::operation::explore_connection::{self, Entry, Table};
use flow_service::operation::get_connection::{self, Inspected};
use flow_service::operation::list_connections::{self, Page};
use flow_service::operation::update_connection::{self, Updated};
use flow_service::operation::{delete_connection, list_connection_specs, test_connection};
use flow_service::request::{Access, Request};
use flow_service::response::Response;
use flow_service::secret::Secrets;
use flow_service::spec::ConnectionSpec;
use flow_service::value::ConnectionId;
use serde_json::Value;

use super::{edit, explore, list, one, removal};
use crate::screen::{Route, Ticket};

/// When something happened, and a number by chance for the pauses between repetitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Moment {
    /// Milliseconds since 1970 (UTC).
    pub now: u64,
    /// Any number.
    pub random: u32,
}

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Msg {
    /// This view is shown now.
    Opened(Route),
    /// Platform access is complete, was changed, or is not complete any more.
    AccessIs(Option<Access>),
    /// A link to a view was followed.
    LinkFollowed(Route),
    /// In the list.
    List(list::Msg),
    /// In the removal of connections.
    Removal(removal::Msg),
    /// In the view of one connection.
    One(one::Msg),
    /// In its tables.
    Explore(explore::Msg),
    /// In its edit.
    Edit(edit::Msg),
    /// An answer came.
    Answered(Ticket, Box<Answer>),
    /// A text shall be copied.
    CopyPressed(CopyTarget),
    /// A text was copied, or could not be.
    Copied(CopyTarget, bool),
    /// Whether the browser is online now.
    OnlineIs(bool),
    /// These edits were kept for this tab.
    Kept(Value),
    /// The element left the page, or what was running is not needed any more.
    Removed,
}

impl Msg {
    /// Whether something was scrolled: that comes often, and mostly draws nothing else.
    #[must_use]
    pub const fn is_scroll(&self) -> bool {
        matches!(
            self,
            Self::List(list::Msg::Scrolled(_))
                | Self::Explore(
                    explore::Msg::TreeScrolled(_)
                        | explore::Msg::ColumnsScrolled(_)
                        | explore::Msg::PreviewScrolled(_)
                )
        )
    }
}

/// What a request is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// The first page of the list.
    FirstPage,
    /// The page after those that are loaded.
    NextPage,
    /// One connection.
    Inspect(ConnectionId),
    /// The connection spec of the open connection.
    Spec,
    /// Whether the source accepts the credentials of the open connection.
    Test,
    /// What is in the source, or in a container of it with this path.
    Entries(Option<String>),
    /// The columns of a table with this path, with a preview of its rows or without.
    Table(String, bool),
    /// The edit of this connection.
    Save(ConnectionId),
    /// The removal of a connection.
    Remove(ConnectionId),
}

impl Call {
    /// Whether the request changes nothing, so that it may be repeated.
    #[must_use]
    pub const fn is_read(&self) -> bool {
        !matches!(self, Self::Save(_) | Self::Remove(_))
    }
}

/// An answer, read.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "it is in a box wherever it is kept")]
pub enum Answer {
    /// To a page of the list.
    Page(Result<Page, CallError>),
    /// To one connection.
    Inspected(Result<Inspected, CallError>),
    /// To its connection spec.
    Spec(Result<Option<ConnectionSpec>, CallError>),
    /// To a test.
    Test(Result<bool, CallError>),
    /// To what is in a source.
    Entries(Result<Vec<Entry>, CallError>),
    /// To a table.
    Table(Result<Table, CallError>),
    /// To an edit.
    Saved(Result<Updated, CallError>),
    /// To a removal.
    Removed(Result<(), CallError>),
}

impl Answer {
    /// Reads an answer as the call wants it.
    #[must_use]
    pub fn read(call: &Call, answer: Result<Response, CallError>) -> Self {
        match call {
            Call::FirstPage | Call::NextPage => {
                Self::Page(answer.and_then(list_connections::response))
            }
            Call::Inspect(_) => Self::Inspected(answer.and_then(get_connection::inspected)),
            Call::Spec => Self::Spec(
                answer
                    .and_then(list_connection_specs::response)
                    .map(|specs| specs.into_iter().next()),
            ),
            Call::Test => Self::Test(answer.and_then(test_connection::response)),
            Call::Entries(_) => {
                Self::Entries(answer.and_then(explore_connection::entries_response))
            }
            Call::Table(..) => Self::Table(answer.and_then(explore_connection::table_response)),
            Call::Save(_) => Self::Saved(answer.and_then(update_connection::response)),
            Call::Remove(_) => Self::Removed(answer.and_then(delete_connection::response)),
        }
    }

    /// Why the call failed, if it did.
    #[must_use]
    pub fn error(&self) -> Option<&CallError> {
        match self {
            Self::Page(result) => result.as_ref().err(),
            Self::Inspected(result) => result.as_ref().err(),
            Self::Spec(result) => result.as_ref().err(),
            Self::Test(result) => result.as_ref().err(),
            Self::Entries(result) => result.as_ref().err(),
            Self::Table(result) => result.as_ref().err(),
            Self::Saved(result) => result.as_ref().err(),
            Self::Removed(result) => result.as_ref().err(),
        }
    }

    /// The same answer with the secrets taken out of what comes from outside.
    #[must_use]
    pub fn redacted(mut self, secrets: &Secrets) -> Self {
        if let Some(error) = self.error_mut() {
            *error = error.clone().redacted(secrets);
        }
        self
    }

    /// The same answer with the pause in seconds that the service wants, as its header says it.
    #[must_use]
    pub fn after(mut self, seconds: Option<&str>) -> Self {
        let seconds = seconds.and_then(|text| text.trim().parse().ok());
        if let Some(error) = self.error_mut() {
            *error = error.clone().with_retry_after(seconds);
        }
        self
    }

    fn error_mut(&mut self) -> Option<&mut CallError> {
        match self {
            Self::Page(result) => result.as_mut().err(),
            Self::Inspected(result) => result.as_mut().err(),
            Self::Spec(result) => result.as_mut().err(),
            Self::Test(result) => result.as_mut().err(),
            Self::Entries(result) => result.as_mut().err(),
            Self::Table(result) => result.as_mut().err(),
            Self::Saved(result) => result.as_mut().err(),
            Self::Removed(result) => result.as_mut().err(),
        }
    }
}

/// A text that can be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyTarget {
    /// The ID of this connection.
    Id(ConnectionId),
    /// The ID of a connection spec.
    SpecId(String),
    /// The open connection as JSON.
    Raw,
    /// The path of a table.
    Path(String),
    /// The names of the columns of the open table, one a line.
    Columns,
    /// The schema of the open table as JSON.
    Schema,
    /// The report of the removal of connections.
    Removal,
}

/// What shall be done, by the browser's side of the app.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Send a request after a pause in milliseconds, and answer with [`Msg::Answered`]. The
    /// secrets that were read last go with [`Call::Save`], and with no other.
    Send {
        /// The number of the request.
        ticket: Ticket,
        /// What it is for.
        call: Call,
        /// The request.
        request: Request,
        /// The pause before it, in milliseconds.
        pause: u32,
    },
    /// Break off a request.
    Abort(Ticket),
    /// Move the focus to the element with this `id`, once it is drawn.
    Focus(String),
    /// Scroll the element with this `id` to its top.
    ScrollToTop(&'static str),
    /// Empty the inputs with these `id`s; they hold secrets.
    ClearSecrets(Vec<String>),
    /// Copy a text, and answer with [`Msg::Copied`].
    Copy(CopyTarget, String),
    /// Tell the rest of the app.
    Tell(Told),
}

impl Effect {
    /// The live region shall say this.
    #[must_use]
    pub fn say(text: impl Into<String>) -> Self {
        Self::Tell(Told::Say(text.into()))
    }
}

/// What the rest of the app is told.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// The live region shall say this.
    Say(String),
    /// The service accepted Platform access: the token can be kept.
    AccessWorked,
    /// The service did not accept Platform access: its inputs shall be seen.
    AccessRefused,
    /// This view shall be shown.
    Show(Route),
    /// Whether leaving the page would lose something that was typed.
    HasInput(bool),
    /// A call failed: the host page is told.
    Failed(CallError),
    /// Whether the browser is online now.
    Online(bool),
    /// This connection is gone.
    Removed(ConnectionId),
    /// A connection was edited: it may have another name now.
    Edited,
}
