//! What came of an import: what was filled in, what was left out and why, what stood there.

use flow_service::import::{Format, Ignored, NothingFound, Why};

use super::filling::Stood;
use crate::screen::field::Field;
use crate::screen::sources::Standing;

/// What came of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// These values are in the form now.
    Filled(Box<Report>),
    /// There was nothing to take.
    Nothing(NothingFound),
    /// The file could not be read.
    NoFile,
    /// There were several files at once.
    SeveralFiles,
    /// The form is not there at this moment.
    NoForm,
    /// The last import was taken back.
    Undone,
    /// The same, but for the access token, which is in use.
    UndoneButToken,
}

/// What was filled in, and what was left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What the text was.
    pub format: Format,
    /// The inputs that have a value of it, in the order of the text.
    pub filled: Vec<Filled>,
    /// What was left out.
    pub left_out: Vec<LeftOut>,
    /// What stood there before, to go back to.
    pub(super) before: Stood,
    /// What stood there afterwards: what was typed since stays.
    pub(super) after: Stood,
    /// What stood in the control *Source* before.
    pub(super) source: Standing,
    /// The source of the text, where that is another one.
    pub(super) named: Option<String>,
    /// The source that a part of the values waits for.
    pub(super) waits_for: Option<String>,
}

/// An input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Of the form.
    Form(Field),
    /// The control *Source*.
    Source,
    /// The client secret of *Get a token*.
    ClientSecret,
    /// The scopes of *Get a token*.
    Scopes,
}

impl From<Field> for Input {
    fn from(field: Field) -> Self {
        Self::Form(field)
    }
}

/// An input and what happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The input.
    pub input: Input,
    /// The name under which its value stood; empty where the values as a whole say so.
    pub name: String,
    /// What stood in it before.
    pub change: Change,
}

/// What stood in an input before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing, or what the deployment sets.
    New,
    /// The same.
    Same,
    /// Something else.
    Overwrote,
    /// It was filled in, and is in use since: it is not taken back.
    InUse,
    /// The same as before for now: it is chosen once it is known.
    Awaited,
}

/// A value that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its name.
    pub name: String,
    /// The reason.
    pub reason: Reason,
}

impl From<Ignored> for LeftOut {
    fn from(Ignored { name, why }: Ignored) -> Self {
        Self { name, reason: Reason::Read(why) }
    }
}

/// Why a value was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// For what it is.
    Read(Why),
    /// This page talks to another API, and a file does not change that.
    AnotherApi,
    /// It waits for its source, which is not known yet.
    Waits,
    /// Its source was not chosen.
    NotChosen,
    /// The source has no such parameter.
    NotOfThisSource,
    /// The source has no such kind of authentication.
    NoSuchAuth,
}
