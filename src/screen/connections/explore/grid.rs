//! The preview as a grid: which cell has the focus, and which is read whole.

use super::key::Key;
use super::pane::Pane;

/// A cell: its row and its column.
pub type Cell = (usize, usize);

/// The preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Grid {
    /// Which cells are drawn.
    pub pane: Pane,
    /// The cell that has the focus, or had it last.
    pub(super) active: Cell,
    /// The cell that is read whole.
    pub whole: Option<Cell>,
}

impl Grid {
    /// The cell that the tab key leads to: the active one, or the first that is drawn.
    #[must_use]
    pub fn tab_stop(&self, rows: usize, columns: usize) -> Cell {
        let (row, column) = self.active;
        let (drawn_rows, drawn_columns) = (self.pane.rows(rows), self.pane.columns(columns));
        let row = if drawn_rows.contains(&row) { row } else { drawn_rows.start };
        let column = if drawn_columns.contains(&column) { column } else { drawn_columns.start };
        (row, column)
    }

    pub(super) fn activate(&mut self, (row, column): Cell, rows: usize, columns: usize) {
        self.active = (row, column);
        self.pane.reveal_row(row, rows);
        self.pane.reveal_column(column, columns);
    }

    /// Moves the focus as a key wants it.
    pub(super) fn step(&mut self, key: Key, rows: usize, columns: usize) {
        let (row, column) = self.tab_stop(rows, columns);
        let to = (key.row(row, rows), key.column(column, columns));
        self.activate(to, rows, columns);
    }
}
