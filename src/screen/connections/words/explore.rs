//! The texts of the tables of the source.

pub use super::number::number;
pub use super::{CLOSE, REFRESH};

use flow_service::operation::explore_connection::{CELL_LIMIT, EntryKind};

use super::number::counted;
use crate::screen::connections::explore::{Counts, Note};
use crate::screen::words::NAME;

/// A heading, and the name of the tree.
pub const TABLES: &str = "Tables";
/// A field.
pub const SEARCH_TABLES: &str = "Search tables";
/// While the tables are on their way.
pub const READING: &str = "Reading the tables of the source…";
/// A failure.
pub const NOT_READ: &str = "The tables could not be read";
/// A failure.
pub const FOLDER_NOT_READ: &str = "A folder could not be read";
/// An empty source.
pub const NO_TABLES: &str = "The source shows no tables to these credentials.";
/// A search without a hit.
pub const NOTHING_FOUND: &str =
    "No name has this text. Folders are searched once they have been unfolded.";
/// Before a table was opened.
pub const SELECT: &str = "Select a table to see its columns and a preview of its rows.";
/// A button.
pub const BACK: &str = "Back to tables";
/// A button.
pub const COPY_PATH: &str = "Copy path";
/// A button.
pub const COPY_COLUMNS: &str = "Copy column list";
/// A button.
pub const COPY_SCHEMA: &str = "Copy schema as JSON";
/// The path of a table.
pub const PATH: &str = "Path";
/// While a table is on its way.
pub const READING_TABLE: &str = "Reading the table…";
/// A failure.
pub const TABLE_NOT_READ: &str = "The table could not be read";
/// A heading, and the name of the list.
pub const COLUMNS: &str = "Columns";
/// A field.
pub const SEARCH_COLUMNS: &str = "Search columns";
/// The headings of the list.
pub const COLUMN_HEADINGS: [&str; 3] = [NAME, "Type", "XDM type"];
/// A search without a hit.
pub const NO_COLUMN_FOUND: &str = "No column name has this text.";
/// A table without columns.
pub const NO_COLUMNS: &str = "The service names no columns of this table.";
/// A table whose columns cannot be had.
pub const NO_SCHEMA: &str = "This table has no column list: the source does not offer one.";
/// A heading, and the name of the grid.
pub const PREVIEW: &str = "Preview";
/// A table whose rows cannot be had.
pub const NO_PREVIEW: &str = "This table has no preview: the source does not offer one.";
/// A table whose rows did not come.
pub const PREVIEW_NOT_GIVEN: &str = "No preview: the service answered without rows.";
/// A table whose rows were refused.
pub const PREVIEW_REFUSED: &str = "No preview";
/// A table without rows.
pub const NO_ROWS: &str = "The table has no rows.";
/// What can be done in the grid.
pub const PREVIEW_HINT: &str =
    "Press a cell to read all of its text. Arrow keys move between cells.";
/// The heading of the numbers of the rows.
pub const ROW: &str = "Row";
/// A cell that is null.
pub const NULL: &str = "null";
/// Of a text that is cut.
pub const CUT: &str = "Only the first 100,000 characters are shown.";

/// The kind of an entry, where it is not a table.
#[must_use]
pub fn kind(kind: &EntryKind) -> &str {
    match kind {
        EntryKind::Table => "",
        kind => kind.as_str(),
    }
}

/// A row of the tree that is no entry.
#[must_use]
pub const fn note(note: Note) -> &'static str {
    match note {
        Note::Waiting => "Reading…",
        Note::Failed => "Not read. Press to try again.",
        Note::Empty => "Empty",
    }
}

/// So many entries, which may all be tables.
#[must_use]
pub fn entries(count: usize, are_tables: bool) -> String {
    if are_tables { counted(count, "table", "tables") } else { counted(count, "entry", "entries") }
}

/// How many entries the tree has, or found.
#[must_use]
pub fn count(counts: Counts, is_searching: bool) -> String {
    if is_searching {
        return of(counts.found, counts.all);
    }
    entries(counts.all, counts.others == 0)
}

/// So many of so many.
#[must_use]
pub fn of(found: usize, all: usize) -> String {
    [&number(found), " of ", &number(all)].concat()
}

/// So many columns.
#[must_use]
pub fn columns(count: usize) -> String {
    counted(count, "column", "columns")
}

/// How many rows the preview has. The first rows of a wide table may be all that is kept.
#[must_use]
pub fn rows(rows: usize, columns: usize) -> String {
    let is_cut = rows > 0 && rows == CELL_LIMIT / columns.max(1);
    let first = if is_cut { "The first " } else { "" };
    [first, &counted(rows, "row", "rows"), ", ", &self::columns(columns)].concat()
}

/// What the live region says when entries came.
#[must_use]
pub fn entries_came(count: usize, are_tables: bool) -> String {
    [&entries(count, are_tables), "."].concat()
}

/// What the live region says when a table came.
#[must_use]
pub fn table_came(name: &str, columns: usize, rows: usize) -> String {
    [name, ": ", &self::columns(columns), ", ", &counted(rows, "row", "rows"), "."].concat()
}

/// The heading of the whole text of a cell.
#[must_use]
pub fn cell(column: &str, row: usize) -> String {
    [column, ", row ", &number(row + 1)].concat()
}

/// The name of the container that could not be read.
#[must_use]
pub fn folder(path: &str) -> String {
    ["Folder: ", path].concat()
}
