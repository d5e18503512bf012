//! What every source holds here: the tables of a Salesforce Service Cloud, four odd tables,
//! and a folder. Names of tables and columns are Salesforce's; all rows are made up.

mod column;
mod objects;
mod odd_tables;
mod rows;
mod table;

pub use table::Table;

use serde_json::{Value, json};

/// The path of what stands at the top.
pub const ROOT: &str = "";

/// Folders with what each holds: tables, then folders. The top is not among them.
const FOLDERS: [(&str, &[&str], &[&str]); 2] = [
    ("Archive", &["Case", "Contact"], &["2024"]),
    ("Archive/2024", &["Case", "EmailMessage"], &[]),
];

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Folder,
    Table,
}

/// One line of what a folder holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub kind: Kind,
    pub name: String,
    pub path: String,
    pub can_preview: bool,
    pub can_fetch_schema: bool,
}

/// What a folder holds, if there is such a folder. At the top the tables come in alphabetical
/// order, then the folder.
pub fn folder(path: &str) -> Option<Vec<Entry>> {
    let path = path.trim_matches('/');
    if path == ROOT {
        let tables = objects::names().chain(odd_tables::names());
        let mut entries: Vec<_> = tables.map(|name| Entry::table(name, name)).collect();
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        entries.push(Entry::folder("Archive", "Archive"));
        return Some(entries);
    }
    let (_, tables, folders) = FOLDERS.iter().find(|(folder, ..)| *folder == path)?;
    let inside = |name: &str| format!("{path}/{name}");
    let tables = tables.iter().map(|name| Entry::table(name, &inside(name)));
    let folders = folders.iter().map(|name| Entry::folder(name, &inside(name)));
    Some(tables.chain(folders).collect())
}

/// The table under a path, if there is one.
pub fn table(path: &str) -> Option<Table> {
    let (parent, name) = path.rsplit_once('/').unwrap_or((ROOT, path));
    let entries = folder(parent)?;
    let is_it = |entry: &Entry| entry.kind == Kind::Table && entry.path == path;
    let entry = entries.into_iter().find(is_it)?;
    let columns = odd_tables::columns(name).or_else(|| objects::columns(name))?;
    Some(Table { entry, columns })
}

impl Entry {
    fn folder(name: &str, path: &str) -> Self {
        Self {
            kind: Kind::Folder,
            name: name.to_owned(),
            path: path.to_owned(),
            can_preview: false,
            can_fetch_schema: false,
        }
    }

    fn table(name: &str, path: &str) -> Self {
        let can_fetch_schema = name != objects::WITHOUT_SCHEMA;
        Self {
            kind: Kind::Table,
            name: name.to_owned(),
            path: path.to_owned(),
            can_preview: can_fetch_schema && name != objects::WITHOUT_PREVIEW,
            can_fetch_schema,
        }
    }

    /// The entry in the shape of the API.
    pub fn to_json(&self) -> Value {
        json!({
            "type": match self.kind {
                Kind::Folder => "folder",
                Kind::Table => "table",
            },
            "name": self.name,
            "path": self.path,
            "canPreview": self.can_preview,
            "canFetchSchema": self.can_fetch_schema,
        })
    }
}
