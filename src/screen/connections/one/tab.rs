//! The parts of the view of one connection, behind tabs.

/// A part of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// All fields, and the test.
    #[default]
    Overview,
    /// The tables.
    Explore,
    /// Name, description, credentials.
    Edit,
    /// The connection as the service gave it.
    Raw,
}

impl Tab {
    /// All parts, in the order of the view.
    pub const ALL: [Self; 4] = [Self::Overview, Self::Explore, Self::Edit, Self::Raw];

    /// The `id` of the tab.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Overview => "tab-overview",
            Self::Explore => "tab-explore",
            Self::Edit => "tab-edit",
            Self::Raw => "tab-json",
        }
    }

    /// The tab to which a key leads from this one, if it leads to one.
    #[must_use]
    pub fn after_key(self, key: &str) -> Option<Self> {
        let count = Self::ALL.len();
        let place = Self::ALL.iter().position(|tab| *tab == self)?;
        let next = match key {
            "ArrowRight" => (place + 1) % count,
            "ArrowLeft" => (place + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return None,
        };
        Self::ALL.get(next).copied()
    }
}
