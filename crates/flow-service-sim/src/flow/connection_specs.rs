//! `GET /connectionSpecs` and `GET /connectionSpecs/{id}`: the sources that are known.

use axum::extract::{Path, RawQuery};
use axum::response::Response;
use serde_json::{Value, json};

use crate::known_specs::KnownSpec;
use crate::problem::Problem;
use crate::property::Property;
use crate::{answer, known_specs};

pub async fn list(RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let properties = Property::all_of(query.as_deref().unwrap_or_default())?;
    let specs = known_specs::all();
    let items: Vec<Value> = specs
        .iter()
        .map(KnownSpec::to_json)
        .filter(|item| properties.iter().all(|property| property.holds_for(item)))
        .collect();
    Ok(answer::ok(&json!({ "items": items, "_links": {} })))
}

pub async fn one(Path(id): Path<String>) -> Result<Response, Problem> {
    match known_specs::with_id(&id) {
        Some(known) => Ok(answer::ok(&json!({ "items": [known.to_json()] }))),
        None => Err(Problem::NotFound { kind: "connectionSpecs", id }),
    }
}
