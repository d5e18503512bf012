//! What helps with the form: a panel above it, of which one is open at a time.

/// A tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Fills the form from a file or a text.
    Import,
    /// Keeps what is no secret under a name.
    Profiles,
    /// Walks through the stages of a creation and shows which one fails.
    Check,
}

impl Tool {
    /// All of them, in the order of their buttons.
    pub const ALL: [Self; 3] = [Self::Import, Self::Profiles, Self::Check];

    /// The `id` of its button.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Profiles => "profiles",
            Self::Check => "check",
        }
    }
}
