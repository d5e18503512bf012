//! The programs that the commands need beside cargo. A program on PATH in the right version is
//! used as it is; else it is built into a cache of ours, never into the person's own folders.

mod cache;
mod install;

mod tool;
mod toolchain;

pub use cache::{folder as cache, with_lock};
pub use tool::{CARGO_DENY, GECKODRIVER, TRUNK, Tool, wasm_bindgen};
pub use toolchain::{add_clippy, add_rustfmt, add_wasm_target};

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

/// The folder with the binaries of this tool, after installing it when it is missing.
pub fn provide(tool: &Tool) -> Result<PathBuf> {
    if let Some(folder) = on_path(tool) {
        return Ok(folder);
    }
    let root = cache::folder()?.join(format!("{}-{}", tool.package, tool.version));
    let folder = root.join("bin");
    if !has_version(&folder.join(tool.binary), tool) {
        with_lock(tool.package, || {
            // Another of our commands may have built it while we waited.
            if has_version(&folder.join(tool.binary), tool) {
                return Ok(());
            }
            install::build(tool, &root)
        })?;
    }
    Ok(folder)
}

/// PATH with these folders first.
pub fn path_with(folders: &[PathBuf]) -> Result<OsString> {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&inherited));
    std::env::join_paths(all).context("PATH cannot be extended")
}

/// The first program of this name on PATH.
pub fn program_on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}

fn on_path(tool: &Tool) -> Option<PathBuf> {
    let program = program_on_path(tool.binary)?;
    let folder = program.parent()?.to_path_buf();
    let complete = tool.companions.iter().all(|name| folder.join(name).is_file());
    (complete && has_version(&program, tool)).then_some(folder)
}

fn has_version(program: &Path, tool: &Tool) -> bool {
    let output = Command::new(program).arg("--version").stdin(Stdio::null()).output();
    output.is_ok_and(|output| {
        let text = String::from_utf8_lossy(&output.stdout);
        text.split_whitespace().nth(1) == Some(tool.version.as_str())
    })
}
