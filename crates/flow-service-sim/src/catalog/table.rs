//! A table: its place, its columns, its rows.

use serde_json::Value;

use super::column::Column;
use super::{Entry, rows};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Where it stands, and what may be asked of it.
    pub entry: Entry,
    /// The columns, in order.
    pub columns: Vec<Column>,
}

impl Table {
    /// The columns in the shape of the API.
    pub fn columns_json(&self) -> Value {
        self.columns.iter().map(Column::to_json).collect()
    }

    /// A row in the shape of the API. The first one is row 1.
    pub fn row_json(&self, row: usize) -> Value {
        let cells = self.columns.iter().enumerate();
        let cells = cells.map(|(index, column)| {
            (column.name.clone(), rows::cell(&self.entry.name, index, column, row))
        });
        Value::Object(cells.collect())
    }
}
