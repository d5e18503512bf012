//! The connections that exist. They hold no secret: it was masked before it came here.

use flow_service::connection::Connection;
use serde_json::{Value, json};

use crate::clock;

/// A connection as the service keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredConnection {
    /// The connection as `GET` gives it: ID, name, description, sandbox, etag, and the
    /// auth parameters as they were received, secrets masked.
    pub connection: Connection,
    /// What `/test` says. The secrets themselves are not kept.
    pub credentials_accepted: bool,
}

impl StoredConnection {
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "connection": self.connection.to_json(),
            "credentialsAccepted": self.credentials_accepted,
        })
    }
}

/// All connections, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Store(Vec<StoredConnection>);

impl Store {
    /// Adds a connection and dates it. No two have the same time, so that sorting by
    /// time is exact however fast they come.
    pub fn add(&mut self, mut stored: StoredConnection) {
        let latest = self.0.last().and_then(|last| last.connection.created_at);
        let now = latest.map_or(0, |latest| latest + 1).max(clock::now());
        stored.connection.created_at = Some(now);
        stored.connection.updated_at = Some(now);
        self.0.push(stored);
    }

    pub fn all(&self) -> Vec<StoredConnection> {
        self.0.clone()
    }
}
