//! A `WebDriver` server of one trial: a child process on a free port, ended with its trial.
//!
//! One for each trial, because geckodriver serves a single session, and so that what a
//! browser prints (Firefox its console) is known to be of this trial.

use std::path::Path;
use std::process::Stdio;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::process::{Child, Command};

use crate::until::until_within;

/// How long a driver may take to begin to listen.
const START_LIMIT: Duration = Duration::from_mins(1);

/// A running driver.
#[derive(Debug)]
pub struct Driver {
    /// Killed when dropped.
    _child: Child,
    /// The port it listens on.
    pub port: u16,
    output: Arc<Mutex<String>>,
}

impl Driver {
    /// Starts a driver; `port_follows` are the words before the port in what it prints.
    pub async fn start(program: &Path, arguments: &[&str], port_follows: &str) -> Result<Self> {
        let name = program.display();
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("{name} does not start; `cargo xtask test` installs it"))?;
        let output = Arc::new(Mutex::new(String::new()));
        tokio::spawn(collect(child.stdout.take(), Arc::clone(&output)));
        tokio::spawn(collect(child.stderr.take(), Arc::clone(&output)));
        let port = until_within(START_LIMIT, &format!("{name} listens"), async || {
            let text = text_of(&output);
            let rest = text.split_once(port_follows).map(|(_, rest)| rest);
            let Some((digits, _)) =
                rest.and_then(|rest| rest.split_once(|c: char| !c.is_ascii_digit()))
            else {
                return Ok(None);
            };
            Ok(digits.parse().ok())
        })
        .await
        .with_context(|| format!("it says {:?}", text_of(&output)))?;
        Ok(Self { _child: child, port, output })
    }

    /// All that the driver and its browser have printed.
    pub fn output(&self) -> String {
        text_of(&self.output)
    }
}

async fn collect(stream: Option<impl AsyncRead + Unpin>, output: Arc<Mutex<String>>) {
    let Some(stream) = stream else { return };
    let mut stream = BufReader::new(stream);
    let mut line = Vec::new();
    while matches!(stream.read_until(b'\n', &mut line).await, Ok(1..)) {
        let mut output = output.lock().unwrap_or_else(PoisonError::into_inner);
        output.push_str(&String::from_utf8_lossy(&line));
        line.clear();
    }
}

fn text_of(output: &Mutex<String>) -> String {
    output.lock().unwrap_or_else(PoisonError::into_inner).clone()
}
