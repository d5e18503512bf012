//! What can happen in an import.

use flow_service::import::{Format, NothingFound};

use super::{Filled, Input, LeftOut};
use crate::screen::sources::Wanted;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A text was read, and its secrets are in their inputs.
    Read {
        /// What the text is.
        format: Format,
        /// The auth spec that is meant, and the name under which it stood; an empty one where
        /// the parameters tell.
        auth: Option<(String, String)>,
        /// What is no secret.
        texts: Vec<(Input, String, String)>,
        /// The secrets that were filled in.
        secrets: Vec<Filled>,
        /// What has no place.
        left_out: Vec<LeftOut>,
        /// The source of the text, where that is not known yet.
        wanted: Option<Wanted>,
    },
    /// The source is known that a part of the values waited for, and these are in its inputs.
    RestRead {
        /// The auth spec that is meant, and the name under which it stood.
        auth: Option<(String, String)>,
        /// What is no secret.
        texts: Vec<(Input, String, String)>,
        /// The secrets that were filled in.
        secrets: Vec<Filled>,
        /// What has no place.
        left_out: Vec<LeftOut>,
    },
    /// The text names this source, which is known and not the one that is chosen. It is read
    /// again once the inputs of that source are there.
    Source(String),
    /// Nothing was taken.
    Nothing(NothingFound),
    /// The file could not be read.
    NoFile,
    /// There were several files at once.
    SeveralFiles,
    /// A new token is asked for, and that of the text is in its input.
    TokenGiven,
    /// There is no form to fill in.
    NoForm,
    /// The file is being read.
    Reading,
    /// The last import shall be taken back.
    UndoPressed,
}
