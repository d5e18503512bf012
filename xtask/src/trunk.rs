//! Trunk, ready to be called: the tools it needs are installed and first on its PATH, so that it
//! never looks for them on the network.

use std::ffi::OsString;
use std::process::Command;

use anyhow::Result;

use crate::watched::{self, Outcome};
use crate::{output, tools, workspace};

/// Trunk with its tools.
pub struct Trunk {
    path: OsString,
}

impl Trunk {
    /// Installs what is missing, tools and dependencies.
    pub fn provide() -> Result<Self> {
        tools::add_wasm_target()?;
        let folders = [tools::provide(&tools::TRUNK)?, tools::provide(&tools::wasm_bindgen()?)?];
        fetch_dependencies()?;
        Ok(Self { path: tools::path_with(&folders)? })
    }

    /// A call of trunk.
    pub fn command(&self) -> Command {
        let mut command = workspace::command("trunk");
        command.env("PATH", &self.path).args(["--skip-version-check", "--offline=true"]);
        // Its errors say what is wrong; its own stack says nothing to the person who builds.
        command.env("RUST_LIB_BACKTRACE", "0");
        // Trunk reads this variable as its own option and accepts only `true` and `false`.
        if std::env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command
    }
}

/// Without this, a closed network would show only in the middle of a build.
fn fetch_dependencies() -> Result<()> {
    let log = workspace::scratch()?.join("fetch.log");
    let _none_before = std::fs::remove_file(&log);
    let mut fetch = workspace::cargo();
    fetch.args(["fetch", "--quiet"]);
    match watched::run("looking for the dependencies", &mut fetch, &log)? {
        Outcome::Done => Ok(()),
        Outcome::Failed => Err(output::failure("The dependencies could not be fetched.", &log)),
    }
}
