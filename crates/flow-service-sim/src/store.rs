//! The connections that exist. They hold no secret: it was masked before it came here.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use flow_service::connection::Connection;
use serde_json::{Value, json};

use crate::clock;
use crate::data::Caller;
use crate::problem::Problem;

/// A connection as the service keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredConnection {
    /// The connection as `GET` gives it: ID, name, description, sandbox, etag, and the
    /// auth parameters as they were received, secrets masked.
    pub connection: Connection,
    /// What `/test` says. The secrets themselves are not kept.
    pub credentials_accepted: bool,
    /// The paths of the secrets that the source does not take.
    pub(crate) wrong_secrets: BTreeSet<Vec<String>>,
}

impl StoredConnection {
    pub(crate) fn new(connection: Connection, wrong_secrets: BTreeSet<Vec<String>>) -> Self {
        Self { connection, credentials_accepted: wrong_secrets.is_empty(), wrong_secrets }
    }

    pub(crate) fn to_json(&self) -> Value {
        json!({
            "connection": self.connection.to_json(),
            "credentialsAccepted": self.credentials_accepted,
        })
    }
}

/// A stored connection together with its JSON, which is made once, when it is first asked
/// for: lists of many connections look into all of them.
#[derive(Debug)]
pub(crate) struct Kept {
    stored: StoredConnection,
    item: OnceLock<Value>,
}

impl Kept {
    fn new(stored: StoredConnection) -> Arc<Self> {
        Arc::new(Self { stored, item: OnceLock::new() })
    }

    pub const fn stored(&self) -> &StoredConnection {
        &self.stored
    }

    pub const fn connection(&self) -> &Connection {
        &self.stored.connection
    }

    /// The item of a list.
    pub fn item(&self) -> &Value {
        self.item.get_or_init(|| self.stored.connection.to_json())
    }
}

/// All connections, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Store {
    kept: Vec<Arc<Kept>>,
    /// The list that was asked for last, for the pages that follow. A change forgets it.
    listed: Option<Listed>,
}

#[derive(Debug)]
struct Listed {
    caller: Caller,
    query: String,
    items: Arc<[Arc<Kept>]>,
}

impl Store {
    /// The connections that exist from the start, oldest first and dated.
    pub fn with(stored: impl IntoIterator<Item = StoredConnection>) -> Self {
        Self { kept: stored.into_iter().map(Kept::new).collect(), listed: None }
    }

    /// Adds a connection and dates it. No two have the same time, so that sorting by
    /// time is exact however fast they come.
    pub fn add(&mut self, mut stored: StoredConnection) {
        self.listed = None;
        let latest = self.kept.last().and_then(|last| last.connection().created_at);
        let now = latest.map_or(0, |latest| latest + 1).max(clock::now());
        stored.connection.created_at = Some(now);
        stored.connection.updated_at = Some(now);
        self.kept.push(Kept::new(stored));
    }

    /// Puts a changed connection in the place of an old one and dates the change. Says
    /// whether the old one was still there.
    pub fn replace(&mut self, old: &Arc<Kept>, mut stored: StoredConnection) -> bool {
        self.listed = None;
        let Some(place) = self.kept.iter_mut().find(|kept| Arc::ptr_eq(kept, old)) else {
            return false;
        };
        let before = stored.connection.updated_at.unwrap_or_default();
        stored.connection.updated_at = Some(clock::now().max(before + 1));
        *place = Kept::new(stored);
        true
    }

    /// Takes a connection away. Says whether it was still there.
    pub fn remove(&mut self, old: &Arc<Kept>) -> bool {
        self.listed = None;
        let index = self.kept.iter().position(|kept| Arc::ptr_eq(kept, old));
        index.map(|index| self.kept.remove(index)).is_some()
    }

    pub fn all(&self) -> &[Arc<Kept>] {
        &self.kept
    }

    /// The list for a query, made anew only if something else was asked for or has changed.
    pub fn listed(
        &mut self,
        caller: &Caller,
        query: &str,
        make: impl FnOnce(&[Arc<Kept>]) -> Result<Vec<Arc<Kept>>, Problem>,
    ) -> Result<Arc<[Arc<Kept>]>, Problem> {
        let known = self.listed.as_ref();
        let known = known.filter(|listed| listed.caller == *caller && listed.query == query);
        if let Some(listed) = known {
            return Ok(Arc::clone(&listed.items));
        }
        let items: Arc<[_]> = make(&self.kept)?.into();
        let listed =
            Listed { caller: caller.clone(), query: query.to_owned(), items: Arc::clone(&items) };
        self.listed = Some(listed);
        Ok(items)
    }
}
