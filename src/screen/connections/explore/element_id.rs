//! The `id`s of the elements that scroll or get the focus.

use super::grid::Cell;

/// The tree.
pub const TREE: &str = "explore-tree";
/// The search of the tree.
pub const SEARCH: &str = "explore-search";
/// The heading of the open table.
pub const TABLE: &str = "explore-table";
/// The columns of the open table.
pub const COLUMNS: &str = "explore-columns";
/// The search of the columns.
pub const COLUMNS_SEARCH: &str = "explore-columns-search";
/// The heading of the columns.
pub const COLUMNS_HEADING: &str = "explore-columns-heading";
/// The heading of the preview.
pub const PREVIEW_HEADING: &str = "explore-preview-heading";
/// The heading of the tree.
pub const TREE_HEADING: &str = "explore-tree-heading";
/// What stands above the preview.
pub const PREVIEW_HINT: &str = "explore-preview-hint";
/// The heading of the whole text of a cell.
pub const WHOLE: &str = "explore-whole";

/// A row of the tree.
#[must_use]
pub fn node(row: usize) -> String {
    ["explore-node-", &row.to_string()].concat()
}

/// A cell of the preview.
#[must_use]
pub fn cell((row, column): Cell) -> String {
    ["explore-cell-", &row.to_string(), "-", &column.to_string()].concat()
}
