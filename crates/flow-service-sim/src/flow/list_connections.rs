//! `GET /connections`: filtered, sorted, a page at a time.

use std::cmp::Ordering;
use std::sync::Arc;

use axum::extract::{Extension, RawQuery, State};
use axum::response::Response;
use flow_service::connection::Connection;
use form_urlencoded::parse;
use serde_json::{Value, json};

use super::next_page::NextPage;
use crate::answer;
use crate::data::Caller;
use crate::problem::Problem;
use crate::property::Property;
use crate::state;
use crate::store::StoredConnection;

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
    let (query, after) = match parameter(&query, "continuationToken") {
        Some(token) => {
            let next = NextPage::from_token(&token).ok_or_else(unknown_token)?;
            (next.query, Some(next.after))
        }
        None => (query, None),
    };
    let items = matching(&query, &super::visible(&state, &caller))?;
    if parameter(&query, "count").is_some_and(|count| count == "true") {
        return match parameter(&query, "limit") {
            Some(_) => Err(Problem::LimitWithCount),
            None => Ok(answer::ok(&json!({ "count": items.len() }))),
        };
    }
    page(query, items, after.as_deref()).map(|page| answer::ok(&page))
}

fn matching(query: &str, stored: &[StoredConnection]) -> Result<Vec<Value>, Problem> {
    let properties = Property::all_of(query)?;
    let mut items: Vec<Value> = stored
        .iter()
        .map(|stored| Connection::to_json(&stored.connection))
        .filter(|item| properties.iter().all(|property| property.holds_for(item)))
        .collect();
    if let Some(order) = parameter(query, "orderby") {
        // A plus sign that was not encoded arrives as a space.
        let (key, reversed) = match order.strip_prefix('-') {
            Some(key) => (key, true),
            None => (order.trim_start_matches(['+', ' ']), false),
        };
        items.sort_by(|one, other| {
            let order = compared(member(one, key), member(other, key));
            if reversed { order.reverse() } else { order }
        });
    }
    Ok(items)
}

fn page(query: String, items: Vec<Value>, after: Option<&str>) -> Result<Value, Problem> {
    let limit = match parameter(&query, "limit") {
        Some(limit) => {
            let limit = limit.parse().ok().filter(|limit| (1..=HIGHEST_LIMIT).contains(limit));
            limit.ok_or_else(|| {
                Problem::BadRequest(format!("The limit has to be 1 to {HIGHEST_LIMIT}."))
            })?
        }
        None => USUAL_LIMIT,
    };
    let start = match after {
        Some(after) => {
            1 + items.iter().position(|item| is(item, after)).ok_or_else(unknown_token)?
        }
        None => 0,
    };
    let rest = items.len().saturating_sub(start);
    let items: Vec<Value> = items.into_iter().skip(start).take(limit).collect();
    let last = items.last().and_then(|item| item.get("id")).and_then(Value::as_str);
    let next = last.filter(|_| rest > limit);
    let next = next.map(|last| NextPage { query, after: last.to_owned() }.href());
    let links = next.map_or_else(|| json!({}), |href| json!({ "next": { "href": href } }));
    Ok(json!({ "items": items, "_links": links }))
}

fn is(item: &Value, id: &str) -> bool {
    item.get("id").and_then(Value::as_str) == Some(id)
}

fn parameter(query: &str, wanted: &str) -> Option<String> {
    parse(query.as_bytes()).find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
}

fn unknown_token() -> Problem {
    Problem::BadRequest("The continuation token is none of this service.".to_owned())
}

fn member<'a>(item: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(item, |value, key| value.get(key))
}

/// Numbers before texts, items without the member last.
fn compared(one: Option<&Value>, other: Option<&Value>) -> Ordering {
    let key = |value: Option<&Value>| match value {
        Some(Value::Number(number)) => (0, number.as_u64().unwrap_or_default(), String::new()),
        Some(Value::String(text)) => (1, 0, text.clone()),
        Some(other) => (2, 0, other.to_string()),
        None => (3, 0, String::new()),
    };
    key(one).cmp(&key(other))
}
