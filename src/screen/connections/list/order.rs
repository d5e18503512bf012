//! What the rows are sorted by.

use std::cmp::Ordering;

use super::rows::Row;

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The name.
    Name,
    /// The source.
    Source,
    /// The state.
    State,
    /// When it was changed last.
    Updated,
    /// Who made it.
    CreatedBy,
    /// The ID.
    Id,
}

impl Column {
    /// All, in their order.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Source, Self::State, Self::Updated, Self::CreatedBy, Self::Id];

    /// The direction at the first press: what changed last is sought more often than what
    /// changed first.
    const fn first(self) -> Direction {
        match self {
            Self::Updated => Direction::Descending,
            Self::Name | Self::Source | Self::State | Self::CreatedBy | Self::Id => {
                Direction::Ascending
            }
        }
    }

    fn compare(self, one: &Row, other: &Row) -> Ordering {
        match self {
            Self::Name => one.folded_name().cmp(other.folded_name()),
            Self::Source => one.source.cmp(&other.source),
            Self::State => one.state.cmp(&other.state),
            Self::Updated => one.updated_at.cmp(&other.updated_at),
            Self::CreatedBy => one.created_by.cmp(&other.created_by),
            Self::Id => one.id.as_str().cmp(other.id.as_str()),
        }
    }
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From the smallest.
    Ascending,
    /// From the largest.
    Descending,
}

/// The order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the service gives them: those created last come first.
    #[default]
    Newest,
    /// By a column.
    By(Column, Direction),
}

impl Order {
    /// The direction of a column, if the rows are sorted by it.
    #[must_use]
    pub fn direction(self, of: Column) -> Option<Direction> {
        match self {
            Self::By(column, direction) if column == of => Some(direction),
            Self::Newest | Self::By(..) => None,
        }
    }

    /// The order after the heading of a column was pressed: there, back, and as at first.
    pub(super) fn pressed(self, column: Column) -> Self {
        match self.direction(column) {
            None => Self::By(column, column.first()),
            Some(direction) if direction == column.first() => Self::By(
                column,
                match direction {
                    Direction::Ascending => Direction::Descending,
                    Direction::Descending => Direction::Ascending,
                },
            ),
            Some(_) => Self::Newest,
        }
    }

    /// How two rows stand to each other. Equal ones stay newest first.
    pub(super) fn compare(self, one: &Row, other: &Row) -> Ordering {
        match self {
            Self::Newest => Ordering::Equal,
            Self::By(column, Direction::Ascending) => column.compare(one, other),
            Self::By(column, Direction::Descending) => column.compare(other, one),
        }
    }
}
