//! `GET /connectionSpecs` and `GET /connectionSpecs/{id}`: the sources that the service knows.

use serde_json::Value;

use crate::error::CallError;
use crate::json;
use crate::request::{Access, Request, SERVICE_PATH};
use crate::response::Response;
use crate::spec::{ConnectionSpec, SourceEntry};

/// The request for the specs of one name, such as `salesforce-service-cloud`, or for all.
#[must_use]
pub fn request(access: &Access, name: Option<&str>) -> Request {
    let property = name.map(|name| ["name==", name].concat());
    let pairs: Vec<_> =
        property.as_deref().map(|property| ("property", property)).into_iter().collect();
    Request::get(access, &[SERVICE_PATH, "/connectionSpecs"].concat(), &pairs)
}

/// The request for the spec of one ID; the answer is a list of one. None where the ID cannot
/// be a segment of a path: it may come from a connection that anything was written into.
#[must_use]
pub fn request_by_id(access: &Access, id: &str) -> Option<Request> {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let fits = (1..=128).contains(&id.len()) && id.bytes().all(allowed);
    fits.then(|| Request::get(access, &[SERVICE_PATH, "/connectionSpecs/", id].concat(), &[]))
}

/// The answer: the specs that could be read.
///
/// # Errors
/// See [`CallError`].
pub fn response(response: Response) -> Result<Vec<ConnectionSpec>, CallError> {
    let (_, _, items) = super::items(response)?;
    Ok(items.iter().filter_map(ConnectionSpec::from_json).collect())
}

/// A spec that could not be read, or not as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Its ID.
    pub id: String,
    /// The names of its auth specs that could not be read.
    pub auth_specs: Vec<String>,
}

/// The answer: the specs that could be read, and what could not.
///
/// # Errors
/// See [`CallError`].
pub fn response_in_full(
    response: Response,
) -> Result<(Vec<ConnectionSpec>, Vec<Unread>), CallError> {
    let (_, _, items) = super::items(response)?;
    let read = items.iter().filter_map(ConnectionSpec::from_json).collect();
    Ok((read, items.iter().filter_map(Unread::of).collect()))
}

impl Unread {
    fn of(item: &Value) -> Option<Self> {
        let read = ConnectionSpec::from_json(item);
        let auth_specs = item.get("authSpec").and_then(Value::as_array);
        // Without a schema nothing but its name is known.
        let unread = auth_specs
            .into_iter()
            .flatten()
            .filter(|auth| read.is_none() || !auth.get("spec").is_some_and(Value::is_object));
        let auth_specs: Vec<_> = unread.filter_map(|auth| json::text(auth, "name")).collect();
        let as_a_whole = read.is_some() && auth_specs.is_empty();
        Some(Self { id: json::text(item, "id")?, auth_specs }).filter(|_| !as_a_whole)
    }
}

/// One page of sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    /// Each source as it stands in a list, and how to authenticate with it.
    pub known: Vec<(SourceEntry, ConnectionSpec)>,
    /// How many items could not be read.
    pub unread: usize,
    /// Path and query of the next page below the service, as the service gave it.
    pub next: Option<String>,
}

/// The request for the page that an earlier one named, or none if that is no path of this
/// list: an answer must not send the token to another place.
#[must_use]
pub fn next_request(access: &Access, next: &str) -> Option<Request> {
    super::next_page(access, "/connectionSpecs", next)
}

/// The answer as a list to choose from: the sources that could be read. Specs of
/// destinations are left out.
///
/// # Errors
/// See [`CallError`].
pub fn sources(response: Response) -> Result<Sources, CallError> {
    let (_, json, items) = super::items(response)?;
    let mut sources = Sources { known: Vec::new(), unread: 0, next: None };
    for item in &items {
        match (SourceEntry::from_json(item), ConnectionSpec::from_json(item)) {
            (Some(entry), _) if !entry.is_source => {}
            (Some(entry), Some(spec)) => sources.known.push((entry, spec)),
            (None, _) | (_, None) => sources.unread += 1,
        }
    }
    sources.next = super::next_of(&json);
    Ok(sources)
}
