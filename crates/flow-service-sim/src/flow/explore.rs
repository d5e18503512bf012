//! `GET /connections/{id}/explore`: what the source of a connection holds.

use std::sync::Arc;

use axum::extract::{Extension, Path, RawQuery, State};
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::auth_params;
use super::explore_query::ExploreQuery;
use crate::catalog::{self, Entry, Table};
use crate::data::Caller;
use crate::problem::Problem;
use crate::store::StoredConnection;
use crate::{answer, state};

/// How many rows a preview has.
const ROWS: usize = 10;

pub async fn answer(
    State(state): State<Arc<state::State>>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let kept = super::find(&state, &caller, id)?;
    let query = ExploreQuery::parse(query.as_deref().unwrap_or_default())?;
    check(kept.stored())?;
    let found = match query {
        ExploreQuery::Root => entries(catalog::ROOT)?,
        ExploreQuery::Folder(path) => entries(&path)?,
        ExploreQuery::Table(path) => described(&table(&path)?),
        ExploreQuery::Preview(path) => {
            let table = table(&path)?;
            if !table.entry.can_preview {
                return Err(Problem::SourceRefused(format!(
                    "INVALID_TYPE_FOR_OPERATION: entity type {} does not support query",
                    table.entry.name
                )));
            }
            previewed(&table)
        }
    };
    Ok(answer::ok(&found))
}

/// A source is asked with a connection that is ready and has the right credentials.
fn check(stored: &StoredConnection) -> Result<(), Problem> {
    let state = stored.connection.state.as_deref().unwrap_or_default();
    if matches!(state, "disabled" | "initializing") {
        return Err(Problem::BadRequest(format!(
            "The connection is {state}: it has to be enabled to be explored."
        )));
    }
    if stored.credentials_accepted {
        return Ok(());
    }
    let none = Map::new();
    let params = stored.connection.auth_params.as_ref().and_then(Value::as_object);
    Err(auth_params::refusal(params.unwrap_or(&none)))
}

fn entries(folder: &str) -> Result<Value, Problem> {
    let entries = catalog::folder(folder);
    let entries = entries.ok_or_else(|| unknown(folder))?;
    Ok(entries.iter().map(Entry::to_json).collect())
}

fn table(path: &str) -> Result<Table, Problem> {
    let table = catalog::table(path).ok_or_else(|| unknown(path))?;
    if table.entry.can_fetch_schema {
        Ok(table)
    } else {
        Err(Problem::SourceRefused(format!(
            "INSUFFICIENT_ACCESS: the columns of {} cannot be read",
            table.entry.name
        )))
    }
}

/// Adobe's table has no code of its own for this: the source is asked, and has nothing there.
fn unknown(path: &str) -> Problem {
    Problem::SourceRefused(format!("NOT_FOUND: nothing has the path {path}"))
}

fn described(table: &Table) -> Value {
    json!({ "format": "flat", "schema": { "columns": table.columns_json() } })
}

fn previewed(table: &Table) -> Value {
    let mut described = described(table);
    if let Some(members) = described.as_object_mut() {
        members.insert("data".to_owned(), (1..=ROWS).map(|row| table.row_json(row)).collect());
    }
    described
}
