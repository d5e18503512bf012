//! The keys that move within the tree and within the preview.

/// How many rows a page is.
const PAGE: usize = 10;

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the left, or out of a folder.
    Left,
    /// To the right, or into a folder.
    Right,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// Some rows up.
    PageUp,
    /// Some rows down.
    PageDown,
    /// Enter or the space bar: what a press does.
    Enter,
}

impl Key {
    /// The key that closes something, as the browser calls it.
    pub const CLOSING: &str = "Escape";

    /// The key that the browser calls so, if it means something here.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "Home" => Self::Home,
            "End" => Self::End,
            "PageUp" => Self::PageUp,
            "PageDown" => Self::PageDown,
            "Enter" | " " => Self::Enter,
            _ => return None,
        })
    }

    /// Where it leads among so many rows.
    pub(super) fn row(self, from: usize, count: usize) -> usize {
        let to = match self {
            Self::Up => from.saturating_sub(1),
            Self::Down => from.saturating_add(1),
            Self::PageUp => from.saturating_sub(PAGE),
            Self::PageDown => from.saturating_add(PAGE),
            Self::Left | Self::Right | Self::Home | Self::End | Self::Enter => from,
        };
        to.min(count.saturating_sub(1))
    }

    /// Where it leads among so many columns.
    pub(super) fn column(self, from: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::Left => from.saturating_sub(1),
            Self::Right => from.saturating_add(1).min(last),
            Self::Home => 0,
            Self::End => last,
            Self::Up | Self::Down | Self::PageUp | Self::PageDown | Self::Enter => from.min(last),
        }
    }
}
