//! What is said of profiles.

use super::super::profiles::{Question, Said, Unfit, Unreadable};

/// What they are for.
pub const PROFILES_INTRO: &str = "A profile holds organization ID, API key, sandbox, API base, source and a name for the next connection; no secret. It is kept in this browser only if you save it.";
/// A label.
pub const PROFILE_NAME: &str = "Profile name";
/// A label.
pub const NAME_PATTERN: &str = "Name pattern";
/// Its help.
pub const NAME_PATTERN_HELP: &str = "What Name becomes when the profile is used. {date} (as 2026-11-24), {time} (UTC) and {sandbox} are filled in then.";
/// A button.
pub const SAVE_PROFILE: &str = "Save profile";
/// The list.
pub const SAVED_PROFILES: &str = "Saved profiles";
/// The list, when it is empty.
pub const NO_PROFILES: &str = "No profile is saved in this browser.";
/// A button.
pub const USE: &str = "Use";
/// A button.
pub const COPY_LINK: &str = "Copy link";
/// A button.
pub const DELETE: &str = "Delete";
/// A button.
pub const EXPORT_PROFILES: &str = "Export profiles";
/// An input for a file.
pub const IMPORT_PROFILES: &str = "Import profiles";
/// A link to a profile.
pub const LINK_TO_PROFILE: &str = "Link to the profile";
/// A button.
pub const SHOW_KEPT: &str = "Show what is kept";
/// A button.
pub const HIDE_KEPT: &str = "Hide what is kept";
/// What is shown then.
pub const KEPT_HERE: &str = "Kept in this browser";
/// The same, when nothing is.
pub const NOTHING_KEPT: &str = "Nothing is kept in this browser.";
/// A button.
pub const FORGET_EVERYTHING: &str = "Forget everything kept in this browser";
/// A button.
pub const UNDO: &str = "Undo";
/// A button.
pub const DISMISS: &str = "Dismiss";
/// A button.
pub const USE_PROFILE: &str = "Use profile";
/// A button.
pub const IMPORT_OTHERS: &str = "Import only the others";
/// What a link brought.
pub const OFFERED: &str = "A profile from a link";
/// What it would do.
pub const OFFERED_INTRO: &str =
    "This link wants to fill in the form. Use it only if you know where it comes from.";
/// When there is no form that it could fill in.
pub const NOT_NOW: &str = "Not used: a connection is on its way or was created. Use the profile when the form is there again; after a creation that is Create another.";
/// When it would change nothing.
pub const NOTHING_TO_CHANGE: &str = "Everything stands in the form already.";
/// An input that is empty.
pub const EMPTY: &str = "empty";
/// A link that is not used.
pub const LINK_NOT_USED: &str = "The profile in the address is not used.";

/// The heading of what a profile changed.
#[must_use]
pub fn profile_used(name: &str, changes: usize) -> String {
    let what = match changes {
        0 => NOTHING_TO_CHANGE.to_owned(),
        1 => "1 field was changed.".to_owned(),
        _ => [&changes.to_string(), " fields were changed."].concat(),
    };
    ["Profile ", name, " was used. ", &what].concat()
}

/// The API base of a profile is not that of the page.
#[must_use]
pub fn other_base(theirs: &str, ours: &str) -> String {
    ["Its API base is ", theirs, ". This page uses ", ours, ", and goes on to do so."].concat()
}

/// The source is not known yet.
pub const AWAITED_SOURCE: &str = "Its source is not known yet: it is chosen once the sources are listed, with its authentication.";
/// The source is not listed.
pub const ABSENT_SOURCE: &str =
    "Its source is not among those that the service lists for this organization.";
/// The source is not among those that could be listed and read.
pub const UNSURE_SOURCE: &str = "Its source is not among those that could be read; the service lists more than these for this organization.";
/// The source was not known, and is chosen by now.
pub const SOURCE_CAME: &str = "Its source was chosen when the sources were listed.";

/// The source has no such auth spec.
#[must_use]
pub fn unknown_auth(name: &str) -> String {
    ["This source has no authentication of the name ", name, "; the choice stays as it is."]
        .concat()
}

/// What comes of the last press.
#[must_use]
pub const fn profiles_said(said: Said) -> &'static str {
    match said {
        Said::Saved => "Profile saved.",
        Said::Deleted => "Profile deleted.",
        Said::Imported(0) => "There was no new profile to import.",
        Said::Imported(_) => "Profiles imported.",
        Said::Exported => "The browser was given the file flow-connect-profiles.json.",
        Said::NotKept => "Not saved: this browser does not let the page keep anything.",
        Said::Unreadable(why) => unreadable(why),
        Said::NameMissing => "Not saved: give the profile a name.",
        Said::Unfit(Unfit::Malformed) => "Not saved: something is missing.",
        Said::Unfit(Unfit::TooLong) => {
            "Not saved: one of its texts is too long. A profile takes 1,000 characters for each."
        }
        Said::Unfit(Unfit::Token) => {
            "Not saved: one of its texts looks like an access token or a private key, which is a secret. Look at API key and Name."
        }
        Said::LeftOut(1) => "One of the saved profiles cannot be read and is left out.",
        Said::LeftOut(_) => "Some of the saved profiles cannot be read and are left out.",
        Said::NotNow => NOT_NOW,
        Said::Copied(true) => "Link copied.",
        Said::Copied(false) => super::NOT_COPIED,
        Said::Undone => "The form is as it was before.",
        Said::Forgotten => {
            "Forgotten. What stands in the form stays; it is kept again when you change it."
        }
    }
}

/// Why something is not used.
#[must_use]
pub const fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::TooLarge => "Not used: it is too large. 256 KB is the limit for a file.",
        Unreadable::NotJson => "Not used: it cannot be read as JSON.",
        Unreadable::NotProfiles => "Not used: it holds no profiles of Flow Connect.",
        Unreadable::Version => {
            "Not used: it was written by a version of Flow Connect that this one does not know."
        }
        Unreadable::Profile(Unfit::Malformed) => {
            "Not used: a profile in it has no name, or a value that is no text."
        }
        Unreadable::Profile(Unfit::TooLong) => {
            "Not used: a text in it is too long. 1,000 characters are the limit for each."
        }
        Unreadable::Profile(Unfit::Token) => {
            "Not used: a text in it looks like an access token or a private key, which is a secret and belongs into no profile."
        }
    }
}

/// What is asked.
#[must_use]
pub fn profiles_question(question: &Question) -> String {
    match question {
        Question::Replace(profile) => ["Replace the saved profile ", &profile.name, "?"].concat(),
        Question::Delete(name) => ["Delete the profile ", name, "?"].concat(),
        Question::Twice(_, names) => {
            ["Profiles of these names exist already: ", &names.join(", "), "."].concat()
        }
        Question::Forget => {
            "Forget all profiles, the theme, and what is kept of this form?".to_owned()
        }
    }
}

/// The button that says yes to it.
#[must_use]
pub const fn profiles_yes(question: &Question) -> &'static str {
    match question {
        Question::Replace(_) => "Replace",
        Question::Delete(_) => "Delete this profile",
        Question::Twice(..) => "Keep both",
        Question::Forget => "Forget everything",
    }
}
