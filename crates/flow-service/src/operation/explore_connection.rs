//! `GET /connections/{id}/explore`: what the source holds, a level at a time, and the
//! columns and first rows of a table.
//!
//! Source: Adobe's pages on exploring customer success and tabular sources. They write
//! `objectType` in lower case, the `OpenAPI` file in upper case.

use serde_json::Value;

use crate::error::CallError;
use crate::json;
use crate::json_text::compact;
use crate::request::{Access, Request, SERVICE_PATH};
use crate::response::Response;
use crate::value::ConnectionId;

/// The most cells of a preview that are kept. Rows beyond are left out.
pub const CELL_LIMIT: usize = 100_000;

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryKind {
    /// A table.
    Table,
    /// A folder.
    Folder,
    /// A file.
    File,
    /// Another kind, in the words of the service.
    Other(String),
}

/// One entry of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// The name that people read.
    pub name: String,
    /// What the service knows it by.
    pub path: String,
    /// Whether rows can be asked for.
    pub can_preview: bool,
    /// Whether columns can be asked for.
    pub can_fetch_schema: bool,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The name.
    pub name: String,
    /// The type in the source; empty where the service gives none.
    pub kind: String,
    /// The type in XDM, such as `string (date-time)`; empty where the service gives none.
    pub xdm: String,
    /// The column as the service gave it.
    pub raw: Value,
}

/// A table as it was explored.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// `flat`, or another format.
    pub format: Option<String>,
    /// The columns that could be read.
    pub columns: Vec<Column>,
    /// The rows, if any were given: a cell for each of the columns, in their order. A cell
    /// that is null or missing is none; one that is an object or an array is compact JSON.
    /// At most [`CELL_LIMIT`] cells are kept.
    pub rows: Option<Vec<Vec<Option<String>>>>,
    /// The schema as the service gave it.
    pub schema: Value,
}

/// The request for the highest level.
#[must_use]
pub fn root_request(access: &Access, id: &ConnectionId) -> Request {
    request(access, id, &[("objectType", "root")])
}

/// The request for what is below a folder, or for the columns of a table or a file, with
/// the first rows where `preview` asks for them.
#[must_use]
pub fn entry_request(access: &Access, id: &ConnectionId, entry: &Entry, preview: bool) -> Request {
    let kind = entry.kind.as_str().to_ascii_lowercase();
    let mut query = vec![("objectType", kind.as_str()), ("object", &entry.path)];
    if preview {
        query.push(("preview", "true"));
    }
    request(access, id, &query)
}

fn request(access: &Access, id: &ConnectionId, query: &[(&str, &str)]) -> Request {
    Request::get(access, &[SERVICE_PATH, "/connections/", id.as_str(), "/explore"].concat(), query)
}

/// The answer for a level: the entries that could be read.
///
/// # Errors
/// See [`CallError`].
pub fn entries_response(response: Response) -> Result<Vec<Entry>, CallError> {
    let status = response.status;
    let json = response.into_json()?;
    let items = json.as_array().or_else(|| json.get("items")?.as_array());
    let items = items.ok_or_else(|| Response::lacks(status, "items"))?;
    Ok(items.iter().filter_map(Entry::from_json).collect())
}

/// The answer for a table or a file.
///
/// # Errors
/// See [`CallError`].
pub fn table_response(response: Response) -> Result<Table, CallError> {
    let status = response.status;
    let mut json = response.into_json()?;
    let schema = json.get_mut("schema").map(Value::take).unwrap_or_default();
    let items = schema.get("columns").and_then(Value::as_array);
    let items = items.ok_or_else(|| Response::lacks(status, "schema.columns"))?;
    // Where a row is an array, the place of a column is that among all of them.
    let columns: Vec<_> = items
        .iter()
        .enumerate()
        .filter_map(|(place, item)| Some((place, Column::from_json(item)?)))
        .collect();
    let kept = CELL_LIMIT / columns.len().max(1);
    let data = json.get("data").and_then(Value::as_array);
    let rows = data.map(|rows| {
        let row = |row| row_of(row, &columns);
        rows.iter().filter_map(row).take(kept).collect()
    });
    let columns = columns.into_iter().map(|(_, column)| column).collect();
    Ok(Table { format: json::text(&json, "format"), columns, rows, schema })
}

/// The cells of a row, which is an object by the names of the columns or an array.
fn row_of(row: &Value, columns: &[(usize, Column)]) -> Option<Vec<Option<String>>> {
    let cells = columns.iter();
    match row {
        Value::Object(members) => {
            Some(cells.map(|(_, column)| cell(members.get(&column.name)?)).collect())
        }
        Value::Array(items) => Some(cells.map(|(place, _)| cell(items.get(*place)?)).collect()),
        _ => None,
    }
}

fn cell(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(compact(other)),
    }
}

impl EntryKind {
    /// The kind in the words of the service.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Table => "table",
            Self::Folder => "folder",
            Self::File => "file",
            Self::Other(kind) => kind,
        }
    }

    fn of(text: &str) -> Self {
        let known = [Self::Table, Self::Folder, Self::File];
        let found = known.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(text));
        found.unwrap_or_else(|| Self::Other(text.to_owned()))
    }
}

impl Entry {
    /// Reads one entry. Of name and path each may stand for the other.
    fn from_json(item: &Value) -> Option<Self> {
        let text = |key| json::text(item, key).filter(|text| !text.is_empty());
        let kind = EntryKind::of(&text("type")?);
        let (name, path) = (text("name"), text("path"));
        // What is not said is tried with tables, and with nothing else.
        let can = |key| item.get(key).and_then(Value::as_bool).unwrap_or(kind == EntryKind::Table);
        Some(Self {
            can_preview: can("canPreview"),
            can_fetch_schema: can("canFetchSchema"),
            name: name.clone().or_else(|| path.clone())?,
            path: path.or(name)?,
            kind,
        })
    }
}

impl Column {
    fn from_json(item: &Value) -> Option<Self> {
        Some(Self {
            name: json::text(item, "name")?,
            kind: json::text(item, "type").unwrap_or_default(),
            xdm: xdm(item).unwrap_or_default(),
            raw: item.clone(),
        })
    }
}

/// The type in XDM as a person reads it.
fn xdm(item: &Value) -> Option<String> {
    let of = |key| json::text(item.get("xdm")?, key);
    match (of("type"), of("format")) {
        (Some(kind), Some(format)) => Some([&kind, " (", &format, ")"].concat()),
        (Some(kind), None) => Some(kind),
        (None, _) => json::text(item, "meta:xdmType"),
    }
}
