//! The sources to choose from, and those that were chosen. What is decided about them is in
//! `update.rs` and `choosing.rs`, which come with the half that is fetched later.

mod choosing;

mod wish;

mod update;

mod matching;

mod key;

pub(super) use choosing::{choose_id, known_spec, leave_for};
pub use choosing::{name_of, shared_secrets};
pub use key::of_key;
pub use matching::{Group, groups};
pub(super) use update::{refresh, update};
pub use wish::{Standing, Wish, wish, wish_for};
pub(super) use wish::{
    explain, fulfil, may_complete_access, offer, offer_wanted, stand_again, standing, want,
};

use flow_service::error::CallError;
use flow_service::request::Access;
use flow_service::spec::{ConnectionSpec, SourceEntry};

use super::field::Field;
use super::secret_report::TokenReport;

/// What is known of sources.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sources {
    /// The list of the service.
    pub list: List,
    /// Whether the list is open.
    pub open: bool,
    /// What is typed to search; none while nothing is.
    pub search: Option<String>,
    /// The ID of the source that Enter would choose.
    pub active: Option<String>,
    /// The name of the source that is chosen; none for the built-in one.
    pub title: Option<String>,
    /// Those that were chosen before, and may be again. What was typed for them stays.
    pub left: Vec<Left>,
    /// Auth specs that the built-in spec has and the service has not.
    pub lost: Option<Lost>,
    /// What the service lists besides, and is not offered.
    pub left_out: LeftOut,
    /// A source that is to be chosen as soon as it is known. Until then nothing is sent.
    pub wanted: Option<Wanted>,
    /// What stood there before an import that named another source.
    pub before_import: Option<Standing>,
    /// The input whose JSON was looked at, and has nothing wrong with it.
    pub sound: Option<Field>,
}

impl Sources {
    /// An answer that is waited for will not come any more.
    pub(super) fn break_off(&mut self) {
        if let List::Asked(_) = self.list {
            self.list = List::Unknown;
        }
        self.open = false;
        self.search = None;
        self.active = None;
    }
}

/// The list of the service.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum List {
    /// It was not asked for.
    #[default]
    Unknown,
    /// It cannot be asked for: these inputs have nothing that can be sent.
    Missing(Vec<Field>),
    /// It was asked for with this access.
    Asked(Access),
    /// These, in the order of the service.
    Known(Access, Vec<Known>),
    /// The service did not give it.
    Refused(Access, CallError),
}

/// What of the service's list is not offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// So many sources could not be read.
    pub unread: usize,
    /// Whether there are more pages than were asked for.
    pub more: bool,
}

/// A source of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// How it is listed.
    pub entry: SourceEntry,
    /// How to authenticate with it.
    pub spec: ConnectionSpec,
}

/// A source that was chosen before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// How to authenticate with it.
    pub spec: ConnectionSpec,
    /// Its name; none for the built-in one.
    pub title: Option<String>,
    /// The auth spec that was chosen.
    pub auth_name: String,
}

/// An auth spec that is not offered any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// Its name.
    pub name: String,
    /// The one that is taken instead, where the lost one was chosen.
    pub moved_to: Option<String>,
    /// The labels of what goes on to count.
    pub kept: Vec<String>,
    /// The labels of what has no place any more.
    pub dropped: Vec<String>,
}

/// A source that is to be chosen as soon as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The ID of the connection spec.
    pub id: String,
    /// The auth spec of it; empty where none is named.
    pub auth_name: String,
}

/// What can happen.
#[derive(Debug)]
pub enum Msg {
    /// The control was entered.
    Entered,
    /// The control was pressed.
    Pressed,
    /// The list shall be open.
    Opened,
    /// The list shall be closed, and nothing chosen.
    Closed,
    /// Something was typed to search.
    Searched(String),
    /// Another source shall be the one that Enter chooses.
    Moved(Step),
    /// The source of this ID was chosen.
    Chosen(String),
    /// Enter was pressed.
    ActiveChosen,
    /// *Try again* was pressed.
    AgainPressed,
    /// The source whose form is drawn shall be kept, although another one is wanted.
    WishGivenUp,
    /// The list may be asked for: this was found about the access token.
    Wanted(TokenReport),
    /// What the service lists for this access, and what of it is not offered.
    Listed(Access, Result<(Vec<Known>, LeftOut), CallError>),
    /// What is said of a lost auth spec was read.
    LossRead,
    /// The JSON of this input shall be looked at.
    JsonChecked(Field),
}

/// Where to go in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One down; after the last comes the first.
    Next,
    /// One up; before the first comes the last.
    Previous,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// What shall be done.
#[derive(Debug, PartialEq)]
pub enum Deed {
    /// Look at the access token, and answer with [`Msg::Wanted`].
    Offer,
    /// Ask for all pages of the list, and answer with [`Msg::Listed`].
    List(Access),
    /// Bring the option with this `id` into view.
    Reveal(String),
}

/// The `id` of the list.
pub const ID_OF_LIST: &str = "sources";

/// The `id` of the option of a source. IDs may have been made by anyone.
#[must_use]
pub fn id_of_option(id: &str) -> String {
    let fits = |character: &char| character.is_ascii_alphanumeric() || *character == '-';
    let id: String = id.chars().filter(fits).collect();
    ["source-", &id].concat()
}
