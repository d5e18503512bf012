//! What the page knows of its access token; the token itself is never here.

/// What is known of the access token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// It has to be typed.
    None,
    /// The host page gives it when asked.
    Provided,
    /// It is held in memory for this page.
    Held {
        /// Where it came from.
        source: TokenSource,
        /// When it ends by its own claims, in milliseconds since 1970 (UTC).
        expires_at: Option<u64>,
    },
}

impl Token {
    /// Whether the input of the token may stay empty.
    #[must_use]
    pub const fn is_available(self) -> bool {
        matches!(self, Self::Provided | Self::Held { .. })
    }
}

/// Where a held access token came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenSource {
    /// A person typed it.
    Person,
    /// The page that embeds the app gave it.
    HostPage,
}
