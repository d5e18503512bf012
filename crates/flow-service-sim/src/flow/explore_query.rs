//! The query of `GET /connections/{id}/explore`: what is to be looked at.

use form_urlencoded::parse;

use crate::problem::Problem;

/// What is to be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExploreQuery {
    /// What stands at the top.
    Root,
    /// What a folder holds.
    Folder(String),
    /// The columns of a table.
    Table(String),
    /// The columns of a table and its first rows.
    Preview(String),
}

impl ExploreQuery {
    /// Reads the query. Kinds of objects may be written in capitals, as the specification
    /// does, and in small letters, as the pages do.
    pub fn parse(query: &str) -> Result<Self, Problem> {
        let parameter = |wanted: &str| {
            let found = parse(query.as_bytes()).find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.into_owned()).filter(|value| !value.is_empty())
        };
        let object = || parameter("object").ok_or(Problem::ObjectMissing);
        let kind = parameter("objectType").unwrap_or_default().to_ascii_lowercase();
        match kind.as_str() {
            "root" => Ok(Self::Root),
            "folder" => Ok(Self::Folder(object()?)),
            "table" if parameter("preview").is_some_and(|preview| preview == "true") => {
                Ok(Self::Preview(object()?))
            }
            "table" => Ok(Self::Table(object()?)),
            _ => Err(Problem::ObjectTypeInvalid),
        }
    }
}
