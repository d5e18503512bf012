//! The cache of this project in the person's cache folder, and a lock around what is installed:
//! two commands at once would build the same tool twice, or break a Rust target.

use std::fs::File;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The folder for tools, made when it is missing.
pub fn folder() -> Result<PathBuf> {
    let folder = base()?.join("flow-connect").join("tools");
    std::fs::create_dir_all(&folder).with_context(|| {
        format!(
            "the folder {} cannot be made: change its permissions, or set XDG_CACHE_HOME to a \
             folder that you may write",
            folder.display()
        )
    })?;
    Ok(folder)
}

fn base() -> Result<PathBuf> {
    // An empty or relative value is to be ignored, says the XDG specification.
    let set = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    if let Some(folder) = set.filter(|folder| folder.is_absolute()) {
        return Ok(folder);
    }
    let home = std::env::home_dir().context("there is no home folder: set HOME")?;
    Ok(home.join(".cache"))
}

/// Does something while no other of our commands does it.
pub fn with_lock<T>(name: &str, action: impl FnOnce() -> Result<T>) -> Result<T> {
    let path = folder()?.join(format!("{name}.lock"));
    let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    if file.try_lock().is_err() {
        eprintln!("waiting for another command that installs {name}");
        file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    }
    // The lock ends with the file, also when this process is killed.
    action()
}
