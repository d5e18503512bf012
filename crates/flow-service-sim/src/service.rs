//! A running local service: its socket, and what a test asks of it.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::options::Options;
use crate::received::ReceivedRequest;
use crate::script::ScriptedAnswer;
use crate::server::{self, Routers};
use crate::state::State;
use crate::store::StoredConnection;

/// A local Flow Service. It ends when it is stopped or dropped, and with it every
/// connection and every answer that is held back.
pub struct Service {
    address: SocketAddr,
    state: Arc<State>,
    task: JoinHandle<()>,
}

/// Starts a service on 127.0.0.1, on the current Tokio runtime.
///
/// # Errors
/// What the operating system says when the port cannot be bound.
pub async fn start(options: Options) -> io::Result<Service> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await?;
    let address = listener.local_addr()?;
    let state = Arc::new(State::new(&options));
    let task = tokio::spawn(server::run(listener, Routers::new(&options, &state)));
    Ok(Service { address, state, task })
}

impl Service {
    /// The address that it listens on.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address for clients, such as `http://127.0.0.1:4010`, without a slash at the end.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Queues an answer for the next matching request below `/data/` or `/ims/`.
    pub fn script(&self, answer: ScriptedAnswer) {
        self.state.script().add(answer);
    }

    /// All requests that arrived below `/data/` and `/ims/`, preflights included, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.state.requests()
    }

    /// The connections that exist, oldest first.
    #[must_use]
    pub fn connections(&self) -> Vec<StoredConnection> {
        self.state.store().all().iter().map(|kept| kept.stored().clone()).collect()
    }

    /// As after the start: the made-up connections, no scripted answer, no request.
    pub fn reset(&self) {
        self.state.reset();
    }

    /// Ends the service; the port is free when this returns.
    pub async fn stop(mut self) {
        self.task.abort();
        // The error says that the task was aborted, which is the aim.
        let _ = (&mut self.task).await;
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.task.abort();
    }
}
