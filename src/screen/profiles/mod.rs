//! Profiles: what of the form is no secret and is used again and again, kept in this browser
//! under a name when a person wants that, handed on as a file or as a link.

mod file;

mod link;

mod pattern;

mod profile;

mod using;

mod update;

pub use file::{SIZE_LIMIT, Unreadable, read, read_kept, write, write_kept};
pub use link::{fragment, of_fragment, read as read_link, text as link_text};
pub use pattern::fill;
pub use profile::{Profile, Unfit};
pub(super) use update::update;
pub use update::{ID_OF_FILE, ID_OF_NOTICE, ID_OF_QUESTION};
pub use using::{Awaited, Changed, Used, outlook};

use serde_json::Value;

/// What is known of profiles.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profiles {
    /// Those of this browser; none before they were read.
    pub list: Option<Vec<Profile>>,
    /// Whether links to this page can be opened: where it owns its address.
    pub links: bool,
    /// The name under which the next one is saved.
    pub name: String,
    /// The name pattern that is saved with it; the name in the form where none was typed.
    pub pattern: Option<String>,
    /// What came of the last press.
    pub said: Option<Said>,
    /// What has to be answered first.
    pub question: Option<Question>,
    /// What the use of a profile changed.
    pub used: Option<Used>,
    /// What a link in the address offers, or why it does not.
    pub offer: Option<Result<Profile, Unreadable>>,
    /// The link that was asked for last.
    pub link: Option<String>,
    /// Names and values of what this browser keeps, where a person looks at it.
    pub kept: Option<Vec<(String, String)>>,
}

/// What came of a press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A profile was saved.
    Saved,
    /// One was deleted.
    Deleted,
    /// So many were imported.
    Imported(usize),
    /// They were handed to the browser as a file.
    Exported,
    /// The browser does not keep anything.
    NotKept,
    /// What was read is not used.
    Unreadable(Unreadable),
    /// A profile needs a name.
    NameMissing,
    /// What stands in the form is not saved.
    Unfit(Unfit),
    /// So many of those that are kept cannot be read.
    LeftOut(usize),
    /// There is no form to fill in at this moment.
    NotNow,
    /// A link was copied, or could not be.
    Copied(bool),
    /// The use of a profile was taken back.
    Undone,
    /// All that was kept is gone.
    Forgotten,
}

/// What has to be answered first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// A profile of this name exists: shall it be replaced?
    Replace(Profile),
    /// Shall the profile of this name be deleted?
    Delete(String),
    /// Profiles of a file, some of whose names exist: shall both be kept?
    Twice(Vec<Profile>, Vec<String>),
    /// Shall all that is kept be forgotten?
    Forget,
}

/// How what is kept changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// One is added, in the place of the one with its name.
    Put(Profile),
    /// The one of this name goes.
    Remove(String),
    /// Several are added; a name that exists gets a suffix.
    Add(Vec<Profile>),
}

impl Change {
    /// The profiles after it. It is applied to what is kept at that moment: another tab may
    /// have changed it.
    #[must_use]
    pub fn apply(self, mut list: Vec<Profile>) -> Vec<Profile> {
        match self {
            Self::Put(profile) => match list.iter_mut().find(|held| held.name == profile.name) {
                Some(held) => *held = profile,
                None => list.push(profile),
            },
            Self::Remove(name) => list.retain(|held| held.name != name),
            Self::Add(profiles) => {
                for mut profile in profiles {
                    profile.name = free_name(&list, profile.name);
                    list.push(profile);
                }
            }
        }
        list
    }
}

/// The name, with a number behind it where it exists already.
fn free_name(list: &[Profile], name: String) -> String {
    let exists = |name: &str| list.iter().any(|held| held.name == name);
    if !exists(&name) {
        return name;
    }
    let numbered = |number: usize| [&name, " (", &number.to_string(), ")"].concat();
    // Among so many numbers one is free.
    (2..list.len() + 3).map(numbered).find(|name| !exists(name)).unwrap_or(name)
}

/// What happens about profiles.
#[derive(Debug)]
pub enum Msg {
    /// Those of this browser were read, and whether links can be opened.
    Read(Result<Vec<Profile>, Unreadable>, bool),
    /// So many of them cannot be read.
    LeftOut(usize),
    /// A name was typed.
    NameTyped(String),
    /// A name pattern was typed.
    PatternTyped(String),
    /// *Save profile* was pressed.
    SavePressed,
    /// *Use* was pressed.
    UsePressed(String),
    /// This one shall be used, at this time (milliseconds since 1970, UTC).
    Use(Profile, u64),
    /// *Undo* was pressed.
    UndoPressed,
    /// *Dismiss* was pressed where it is told what a profile changed.
    NoticeDismissed,
    /// *Delete* was pressed.
    DeletePressed(String),
    /// The question was answered with yes.
    Confirmed,
    /// The question was answered with *Import only the others*.
    OthersOnly,
    /// The question was answered with no.
    Cancelled,
    /// They were changed, or the browser refused.
    Changed(Option<Vec<Profile>>, Said),
    /// *Export profiles* was pressed.
    ExportPressed,
    /// A file was chosen.
    FileChosen,
    /// It was read.
    FileRead(Result<Value, Unreadable>),
    /// *Copy link* was pressed.
    LinkPressed(String),
    /// A link was made, and copied or not.
    LinkMade(String, bool),
    /// A link with a profile was opened.
    Linked(Result<Value, Unreadable>),
    /// *Use profile* was pressed.
    OfferTaken,
    /// *Dismiss* was pressed.
    OfferDismissed,
    /// *Show what is kept* was pressed, or *Hide what is kept*.
    KeptPressed,
    /// This is kept.
    KeptIs(Vec<(String, String)>),
    /// *Forget everything* was pressed.
    ForgetPressed,
    /// All of it is gone.
    Forgotten,
}

/// What shall be done about profiles.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Change what is kept, and answer with [`Msg::Changed`].
    Change(Change, Said),
    /// Look at the clock, and answer with [`Msg::Use`].
    Use(Profile),
    /// Give these to the browser as a file.
    Export(Value),
    /// Read the file that was chosen, and answer with [`Msg::FileRead`].
    ReadFile,
    /// Make a link of this fragment, copy it, and answer with [`Msg::LinkMade`].
    CopyLink(String),
    /// Take the profile out of the address.
    ClearLink,
    /// Look at what is kept, and answer with [`Msg::KeptIs`].
    LookAtKept,
    /// Remove all that is kept, and answer with [`Msg::Forgotten`].
    Forget,
}
