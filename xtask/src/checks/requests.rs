//! Python with `requests`, which runs the Python code that the app writes: an environment of its
//! own in our cache, never the machine's.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::watched::{self, Outcome};
use crate::{output, system, tools, workspace};

/// The package and all that it needs, with their exact versions.
const PACKAGES: [&str; 5] = [
    "requests==2.34.2",
    "certifi==2026.10.18",
    "charset-normalizer==3.5.2",
    "idna==3.20",
    "urllib3==2.8.0",
];
/// The name of the environment's folder and of its log and lock: the first package.
const NAME: &str = "python-requests";
const VERSION: &str = "2.34.2";
/// Its interpreter, below that folder.
const PYTHON: &str = "bin/python";

/// The interpreter, after making its environment when it is missing.
pub fn provide() -> Result<PathBuf> {
    let folder = tools::cache()?.join(format!("{NAME}-{VERSION}"));
    let python = folder.join(PYTHON);
    if !python.is_file() {
        let system = system::provide(&system::PYTHON)?;
        tools::with_lock(NAME, || {
            // Another of our commands may have made it while we waited.
            if python.is_file() { Ok(()) } else { install(&system, &folder) }
        })?;
    }
    Ok(python)
}

fn install(system: &Path, folder: &Path) -> Result<()> {
    // Made beside its place and moved there when it is whole.
    let beside = folder.with_file_name(format!("{NAME}-{VERSION}.part"));
    let _none_before = std::fs::remove_dir_all(&beside);
    let log = folder.with_file_name(format!("{NAME}-{VERSION}.log"));
    let _none_before = std::fs::remove_file(&log);
    let mut make = workspace::command(system);
    // Its own pip would need a package more on Debian; the system's installs into it.
    make.args(["-m", "venv", "--without-pip"]).arg(&beside);
    let mut fill = workspace::command(system);
    fill.args(["-m", "pip", "--python"]).arg(beside.join(PYTHON));
    fill.args(["install", "--quiet", "--no-deps", "--only-binary=:all:"]).args(PACKAGES);
    let label = format!("fetching {} (Python code is run with it)", PACKAGES[0]);
    for command in [&mut make, &mut fill] {
        run(&label, command, &log)?;
    }
    // What was left there half is in the way.
    let _none_before = std::fs::remove_dir_all(folder);
    std::fs::rename(&beside, folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))
}

fn run(label: &str, command: &mut Command, log: &Path) -> Result<()> {
    match watched::run(label, command, log)? {
        Outcome::Done => Ok(()),
        Outcome::Failed => {
            let what = format!("{} could not be fetched.", PACKAGES[0]);
            Err(output::failure(&what, log))
        }
    }
}
