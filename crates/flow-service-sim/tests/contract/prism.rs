//! Prism between a client and the local service, from its own process.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use flow_service::request::SERVICE_PATH;
use flow_service_sim::Service;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

/// Names the program of Node.js.
const NODE: &str = "NODE";
/// Names Prism's script, which Node.js runs.
const SCRIPT: &str = "PRISM";
/// Names Adobe's `OpenAPI` document of Flow Service.
pub const DOCUMENT: &str = "FLOW_SERVICE_YAML";
/// How long Prism may take to read the document and to listen.
const START: Duration = Duration::from_mins(1);
/// What stands before its address in its output.
const LISTENING: &str = "Prism is listening on ";
/// Prism would ask a proxy of these for the service, which is on this machine.
const PROXIES: [&str; 6] =
    ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];

/// A running proxy. It ends when it is dropped.
pub struct Prism {
    address: String,
    _child: Child,
}

impl Prism {
    /// Starts it before this service; it listens when this returns.
    pub async fn start(service: &Service) -> Self {
        let [node, script, document] = given();
        let mut command = Command::new(&node);
        for name in PROXIES {
            command.env_remove(name);
        }
        let mut child = command
            .arg(script)
            // One process, so that it ends as a whole; any free port.
            .args(["proxy", "--multiprocess", "false", "--host", "127.0.0.1", "--port", "0"])
            .arg(document)
            .arg(format!("{}{SERVICE_PATH}", service.base_url()))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", node.display()));
        let output = child.stdout.take().unwrap();
        let listens = timeout(START, address(output)).await;
        let address = listens.unwrap_or_else(|_| panic!("Prism did not listen in {START:?}"));
        Self { address, _child: child }
    }

    /// The address for clients, without a slash at the end.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// The values of the variables, or a failure that says which are missing.
fn given() -> [PathBuf; 3] {
    let given = [NODE, SCRIPT, DOCUMENT].map(|name| (name, std::env::var_os(name)));
    let missing = given.iter().filter(|(_, value)| value.is_none()).map(|(name, _)| *name);
    let missing: Vec<_> = missing.collect();
    assert!(
        missing.is_empty(),
        "Not set: {}. `cargo xtask test contract` fetches Prism, sets them and runs this.",
        missing.join(", ")
    );
    given.map(|(_, value)| value.unwrap_or_default().into())
}

/// Reads the output up to the address, and goes on reading: a full pipe would stop Prism.
async fn address(output: ChildStdout) -> String {
    let mut lines = BufReader::new(output).lines();
    let mut before = String::new();
    while let Some(line) = lines.next_line().await.unwrap() {
        if let Some((_, address)) = line.split_once(LISTENING) {
            let address = address.trim().trim_end_matches('/').to_owned();
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return address;
        }
        before.push_str(&line);
        before.push('\n');
    }
    panic!("Prism ended before it listened:\n{before}");
}
