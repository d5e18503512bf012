//! The local Flow Service of one trial, with the words that scenarios use for it.

use anyhow::{Context, Result, ensure};
use flow_service_sim::{
    Method, Options, ReceivedRequest, Reply, ScriptedAnswer, Service, StoredConnection, start,
};

/// The path of connections.
pub const CONNECTIONS: &str = "/data/foundation/flowservice/connections";

/// A local Flow Service.
pub struct LocalService(Service);

impl LocalService {
    /// Starts one on a free port, with CORS on.
    pub async fn start() -> Result<Self> {
        let options = Options { port: 0, cors: true, ..Options::default() };
        Ok(Self(start(options).await.context("the local Flow Service does not start")?))
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        self.0.base_url()
    }

    /// The next creation gets this answer; whether it is carried out is said too.
    pub fn answers_creation(&self, reply: Reply, carried_out: bool) {
        self.delays_creation(0, reply, carried_out);
    }

    /// The same, with the answer held back for so many milliseconds.
    pub fn delays_creation(&self, delay_ms: u64, reply: Reply, carried_out: bool) {
        self.0.script(ScriptedAnswer {
            method: Some(Method::POST),
            path_prefix: Some(CONNECTIONS.to_owned()),
            times: 1,
            carry_out: carried_out,
            delay_ms,
            reply,
        });
    }

    /// So many of the next look-ups get this answer.
    pub fn answers_look_ups(&self, times: u32, delay_ms: u64, reply: Reply) {
        self.0.script(ScriptedAnswer {
            method: Some(Method::GET),
            path_prefix: Some(CONNECTIONS.to_owned()),
            times,
            carry_out: false,
            delay_ms,
            reply,
        });
    }

    /// All requests so far, preflights included.
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.0.requests()
    }

    /// The creations so far.
    pub fn creations(&self) -> Vec<ReceivedRequest> {
        let is_creation = |request: &ReceivedRequest| {
            request.method == Method::POST && request.path.trim_end_matches('/') == CONNECTIONS
        };
        self.requests().into_iter().filter(is_creation).collect()
    }

    /// The one creation; more than one is an error, as is none.
    pub fn only_creation(&self) -> Result<ReceivedRequest> {
        let mut creations = self.creations();
        ensure!(creations.len() == 1, "{} creations arrived instead of one", creations.len());
        creations.pop().context("no creation arrived")
    }

    /// The connections that exist, oldest first.
    pub fn connections(&self) -> Vec<StoredConnection> {
        self.0.connections()
    }

    /// The ID of the only connection that exists.
    pub fn only_connection_id(&self) -> Result<String> {
        let connections = self.connections();
        ensure!(connections.len() == 1, "{} connections exist instead of one", connections.len());
        let connection = connections.first().context("no connection exists")?;
        Ok(connection.connection.id.as_str().to_owned())
    }
}
