//! `GET /connections`: filtered, sorted, a page at a time.

use std::sync::Arc;

use axum::extract::{Extension, RawQuery, State};
use axum::response::Response;
use form_urlencoded::parse;
use serde_json::{Value, json};

use super::list_order;
use super::next_page::NextPage;
use crate::answer;
use crate::data::Caller;
use crate::problem::Problem;
use crate::property::Property;
use crate::state;
use crate::store::Kept;

/// How many items a page has when the caller does not say.
const USUAL_LIMIT: usize = 20;
/// The most that a page may have. Adobe documents it for searches only.
const HIGHEST_LIMIT: usize = 1000;

pub async fn answer(
    State(state): State<Arc<state::State>>,
    Extension(caller): Extension<Caller>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let query = query.unwrap_or_default();
    let (query, before) = match parameter(&query, "continuationToken") {
        Some(token) => {
            let next = NextPage::from_token(&token).ok_or_else(|| {
                Problem::BadRequest("The continuation token is none of this service.".to_owned())
            })?;
            (next.query.clone(), Some(next))
        }
        None => (query, None),
    };
    let items = state.store().listed(&caller, &query, |all| found(all, &caller, &query))?;
    if parameter(&query, "count").is_some_and(|count| count == "true") {
        return match parameter(&query, "limit") {
            Some(_) => Err(Problem::LimitWithCount),
            None => Ok(answer::ok(&json!({ "count": items.len() }))),
        };
    }
    page(query, &items, before.as_ref()).map(|page| answer::ok(&page))
}

/// What a caller can see and asks for, in order.
fn found(all: &[Arc<Kept>], caller: &Caller, query: &str) -> Result<Vec<Arc<Kept>>, Problem> {
    let properties = Property::all_of(query)?;
    let is_wanted = |kept: &&Arc<Kept>| {
        super::is_visible(kept, caller) && properties.iter().all(|property| holds(property, kept))
    };
    let mut items = all.iter().filter(is_wanted).cloned().collect();
    if let Some(order) = parameter(query, "orderby") {
        list_order::sort(&mut items, &order);
    }
    Ok(items)
}

/// Whether a condition holds. The usual ones are answered without making JSON of all items.
fn holds(property: &Property, kept: &Kept) -> bool {
    let connection = kept.connection();
    match property.path() {
        "connectionSpec.id" => property.holds_for_text(connection.spec_id.as_deref()),
        "name" => property.holds_for_text(connection.name.as_deref()),
        "state" => property.holds_for_text(connection.state.as_deref()),
        _ => property.holds_for(kept.item()),
    }
}

fn page(query: String, items: &[Arc<Kept>], before: Option<&NextPage>) -> Result<Value, Problem> {
    let limit = limit(&query)?;
    let start = before.map_or(0, |before| start(items, before));
    let items = items.get(start..).unwrap_or_default();
    let rest = items.len();
    let items = items.get(..limit).unwrap_or(items);
    let next = items.last().filter(|_| rest > limit).map(|last| {
        let after = last.connection().id.as_str().to_owned();
        NextPage { query, after, given: start + items.len() }.href()
    });
    let links = next.map_or_else(|| json!({}), |href| json!({ "next": { "href": href } }));
    let items: Vec<&Value> = items.iter().map(|item| item.item()).collect();
    Ok(json!({ "items": items, "_links": links }))
}

/// Behind the last item that was given; if that one is gone, where it stood.
fn start(items: &[Arc<Kept>], before: &NextPage) -> usize {
    let last = items.iter().position(|item| item.connection().id.as_str() == before.after);
    last.map_or(before.given.saturating_sub(1), |last| last + 1)
}

fn limit(query: &str) -> Result<usize, Problem> {
    let Some(limit) = parameter(query, "limit") else { return Ok(USUAL_LIMIT) };
    let limit = limit.parse().ok().filter(|limit| (1..=HIGHEST_LIMIT).contains(limit));
    limit.ok_or_else(|| Problem::BadRequest(format!("The limit has to be 1 to {HIGHEST_LIMIT}.")))
}

fn parameter(query: &str, wanted: &str) -> Option<String> {
    parse(query.as_bytes()).find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
}
