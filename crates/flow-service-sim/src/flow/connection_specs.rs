//! `GET /connectionSpecs` and `GET /connectionSpecs/{id}`: the sources that are known.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use serde_json::{Value, json};

use crate::problem::Problem;
use crate::property::Property;
use crate::{answer, state};

pub async fn list(
    State(state): State<Arc<state::State>>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let properties = Property::all_of(query.as_deref().unwrap_or_default())?;
    let specs = state.specs.all();
    let items: Vec<&Value> = specs
        .iter()
        .map(|known| &known.item)
        .filter(|item| properties.iter().all(|property| property.holds_for(item)))
        .collect();
    Ok(answer::ok(&json!({ "items": items, "_links": {} })))
}

pub async fn one(
    State(state): State<Arc<state::State>>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    match state.specs.with_id(&id) {
        Some(known) => Ok(answer::ok(&json!({ "items": [known.item] }))),
        None => Err(Problem::NotFound { kind: "connectionSpecs", id }),
    }
}
