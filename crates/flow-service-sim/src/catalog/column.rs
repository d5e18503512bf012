//! A column: its name and what its cells are.

use serde_json::{Value, json};

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    Text,
    DateTime,
    Date,
    Boolean,
    Integer,
    Number,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub column_type: ColumnType,
}

impl Column {
    /// Reads `Name`, or `Name:type` for anything but text.
    pub fn parse(text: &str) -> Self {
        let (name, column_type) = match text.split_once(':') {
            Some((name, "datetime")) => (name, ColumnType::DateTime),
            Some((name, "date")) => (name, ColumnType::Date),
            Some((name, "boolean")) => (name, ColumnType::Boolean),
            Some((name, "integer")) => (name, ColumnType::Integer),
            Some((name, "number")) => (name, ColumnType::Number),
            Some((name, _)) => (name, ColumnType::Text),
            None => (text, ColumnType::Text),
        };
        Self { name: name.to_owned(), column_type }
    }

    /// The column in the shape of the API. Adobe's page prints texts and points in time; the
    /// others follow XDM's types.
    pub fn to_json(&self) -> Value {
        let name = &self.name;
        match self.column_type {
            ColumnType::Text => {
                json!({ "name": name, "type": "string", "xdm": { "type": "string" } })
            }
            ColumnType::DateTime => json!({
                "name": name,
                "type": "string",
                "meta:xdmType": "date-time",
                "xdm": { "type": "string", "format": "date-time" },
            }),
            ColumnType::Date => json!({
                "name": name,
                "type": "string",
                "meta:xdmType": "date",
                "xdm": { "type": "string", "format": "date" },
            }),
            ColumnType::Boolean => {
                json!({ "name": name, "type": "boolean", "xdm": { "type": "boolean" } })
            }
            ColumnType::Integer => json!({
                "name": name,
                "type": "integer",
                "meta:xdmType": "int",
                "xdm": { "type": "integer", "minimum": i32::MIN, "maximum": i32::MAX },
            }),
            ColumnType::Number => {
                json!({ "name": name, "type": "double", "xdm": { "type": "number" } })
            }
        }
    }
}
