//! `GET /connections`: the connections of a sandbox, a page at a time.

use crate::connection::Connection;
use crate::error::CallError;
use crate::request::{Access, Request, SERVICE_PATH};
use crate::response::Response;
use crate::value::{ConnectionName, ConnectionSpecId};

/// Which connections, and how many at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Only those of this connection spec.
    pub spec_id: Option<ConnectionSpecId>,
    /// How many a page has at most.
    pub limit: u16,
}

/// One page of connections, newest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The connections that could be read.
    pub connections: Vec<Connection>,
    /// Path and query of the next page below the service, as the service gave it.
    pub next: Option<String>,
}

/// The request for the first page.
#[must_use]
pub fn request(access: &Access, query: &Query) -> Request {
    first_page(access, query, None)
}

/// The request for the first page of those in one state, such as `enabled`.
///
/// Source: Adobe's page on sorting and filtering, by which the filters add up.
#[must_use]
pub fn request_in_state(access: &Access, query: &Query, state: &str) -> Request {
    first_page(access, query, Some(state))
}

/// The request for the newest connections of this name. The caller compares the names again:
/// in a filter of the service a comma means *any of*, double quotes may stand around a value,
/// and no page says how to write either as a part of one. So for a name with one of them the
/// newest connections are asked for, whatever their names.
#[must_use]
pub fn request_named(access: &Access, name: &ConnectionName, limit: u16) -> Request {
    let name = name.as_str();
    let filter = (!name.contains([',', '"'])).then(|| ["name==", name].concat());
    let limit = u32::from(limit).to_string();
    let mut pairs = Vec::new();
    pairs.extend(filter.iter().map(|filter| ("property", filter.as_str())));
    pairs.extend([("orderby", "-createdAt"), ("limit", &limit)]);
    Request::get(access, &[SERVICE_PATH, "/connections"].concat(), &pairs)
}

fn first_page(access: &Access, query: &Query, state: Option<&str>) -> Request {
    let limit = u32::from(query.limit).to_string();
    let spec = query.spec_id.as_ref().map(|id| ["connectionSpec.id==", id.as_str()].concat());
    let state = state.map(|state| ["state==", state].concat());
    let properties = [spec, state];
    let mut pairs = Vec::new();
    pairs.extend(properties.iter().flatten().map(|property| ("property", property.as_str())));
    pairs.extend([("orderby", "-createdAt"), ("limit", &limit)]);
    Request::get(access, &[SERVICE_PATH, "/connections"].concat(), &pairs)
}

/// The request for the page that an earlier one named, or none if that is no path of
/// the service: an answer must not send the token to another place.
#[must_use]
pub fn next_request(access: &Access, next: &str) -> Option<Request> {
    super::next_page(access, "/connections", next)
}

/// The answer.
///
/// # Errors
/// See [`CallError`].
pub fn response(response: Response) -> Result<Page, CallError> {
    let (_, json, items) = super::items(response)?;
    Ok(Page {
        connections: items.iter().filter_map(Connection::from_json).collect(),
        next: super::next_of(&json),
    })
}
