//! What the commands need from the Rust toolchain itself: the standard library for wasm32, which
//! the page is compiled against, and the parts `rustfmt` and `clippy` for the checks.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::cache::{folder, with_lock};
use super::program_on_path;
use crate::watched::{self, Outcome};
use crate::{output, workspace};

/// The target of the page.
const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target to the toolchain when it is missing.
pub fn add_wasm_target() -> Result<()> {
    add(has_wasm, "target", WASM, "the page is compiled for it")
}

/// Adds `rustfmt` when it is missing.
pub fn add_rustfmt() -> Result<()> {
    add(|| has_command("fmt"), "component", "rustfmt", "checks the format")
}

/// Adds `clippy` when it is missing.
pub fn add_clippy() -> Result<()> {
    add(|| has_command("clippy"), "component", "clippy", "finds mistakes")
}

fn add(is_there: impl Fn() -> Result<bool>, kind: &str, name: &str, purpose: &str) -> Result<()> {
    if is_there()? {
        return Ok(());
    }
    // Two at once leave a broken toolchain behind.
    with_lock("rustup", || {
        if is_there()? {
            return Ok(());
        }
        if program_on_path("rustup").is_none() {
            bail!(
                "Rust's {kind} {name} is missing, and there is no rustup to add it: install Rust \
                 with rustup (https://rustup.rs), or your system's package of this {kind}"
            );
        }
        let log = folder()?.join("rustup.log");
        let _none_before = std::fs::remove_file(&log);
        let label = format!("adding Rust's {kind} {name} ({purpose})");
        let mut rustup = workspace::command("rustup");
        rustup.args([kind, "add", name]);
        match watched::run(&label, &mut rustup, &log)? {
            Outcome::Done => Ok(()),
            Outcome::Failed => {
                Err(output::failure(&format!("`rustup {kind} add {name}` failed."), &log))
            }
        }
    })
}

fn has_wasm() -> Result<bool> {
    // Asking rustc covers toolchains that rustup did not install, too.
    let output = Command::new("rustc")
        .current_dir(workspace::root())
        .args(["--print", "target-libdir", "--target", WASM])
        .output()
        .context("rustc does not start: install Rust with rustup (https://rustup.rs)")?;
    let folder = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    Ok(output.status.success() && folder.is_dir())
}

fn has_command(name: &str) -> Result<bool> {
    let output =
        workspace::cargo().args([name, "--version"]).output().context("cargo does not start")?;
    Ok(output.status.success())
}
