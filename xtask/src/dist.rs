//! `cargo xtask dist`: the static site in `dist/`, ready for any host.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::sizes::{Budget, Sizes};
use crate::trunk::Trunk;
use crate::watched::{self, Outcome};
use crate::{compress, output, workspace};

/// Builds the site, prints its sizes, and fails when the first load is over its budget.
pub fn run() -> Result<ExitCode> {
    let trunk = Trunk::provide()?;
    let log = workspace::scratch()?.join("dist.log");
    let _none_before = std::fs::remove_file(&log);
    if let Outcome::Failed = build(&trunk, &log)? {
        return Err(output::failure("The release build failed.", &log));
    }
    let sizes = Sizes::of(&folder())?;
    println!("{sizes}");
    Ok(match sizes.budget() {
        Budget::Kept => ExitCode::SUCCESS,
        Budget::Exceeded => ExitCode::FAILURE,
    })
}

/// The compiler's flags that shorten the paths of dependencies to what is below the registry.
fn without_home() -> Result<OsString> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.context("there is no home folder")?.join("registry/src");
    let mut flags = OsString::new();
    for registry in std::fs::read_dir(&sources).into_iter().flatten() {
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(registry?.path());
        flags.push("=");
    }
    Ok(flags)
}

/// Where the site is.
pub fn folder() -> PathBuf {
    workspace::root().join("dist")
}

/// Builds the site: Trunk's release build, the headers for hosts that read them, and compressed
/// files beside the plain ones.
pub fn build(trunk: &Trunk, log: &Path) -> Result<Outcome> {
    let folder = folder();
    // Snippets of earlier builds would stay there, and be deployed.
    let old = workspace::target()?.join("wasm-bindgen/release/snippets");
    let _none_before = std::fs::remove_dir_all(old);
    let mut command = trunk.command();
    command.args(["build", "--release", "--dist"]).arg(&folder);
    // Else the wasm tells where on this machine the sources of its dependencies are, forty times.
    command.env("CARGO_ENCODED_RUSTFLAGS", without_home()?);
    if let Outcome::Failed = watched::run("building the site (release)", &mut command, log)? {
        return Ok(Outcome::Failed);
    }
    let headers = workspace::root().join("deploy").join("_headers");
    std::fs::copy(&headers, folder.join("_headers"))
        .with_context(|| format!("cannot copy {}", headers.display()))?;
    compress::folder(&folder)?;
    Ok(Outcome::Done)
}
