//! How a local service is started.

use flow_service::value::SandboxName;

use crate::known_sandboxes;

/// The options of [`start`](crate::start).
#[derive(Debug, Clone)]
pub struct Options {
    /// The TCP port on 127.0.0.1; 0 is any free one.
    pub port: u16,
    /// Whether pages of other origins may call what is below `/data/` and `/ims/`.
    pub cors: bool,
    /// Whether they may call what is below `/ims/`; without `cors` they may not.
    pub ims_cors: bool,
    /// The sandboxes that exist, the default one first.
    pub sandboxes: Vec<SandboxName>,
    /// How many made-up connections exist from the start, in the default sandbox of every
    /// organization.
    pub seed: usize,
    /// Whether Service Cloud offers Basic Authentication, whose end Adobe announced.
    pub basic: bool,
}

impl Default for Options {
    /// Any free port, CORS on everywhere, the sandboxes `prod`, `stage`, `dev` and `acme-dev`, no
    /// connection, both auth specs of Service Cloud.
    fn default() -> Self {
        let sandboxes = known_sandboxes::usual();
        Self { port: 0, cors: true, ims_cors: true, sandboxes, seed: 0, basic: true }
    }
}
