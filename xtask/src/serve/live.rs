//! The configuration for `--live`: that of `Trunk.toml`, without the proxies to a local service.
//! Trunk has no option for that, so a copy is written into the target folder.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::workspace;

/// Where the proxies begin in `Trunk.toml`; nothing else comes after them.
const PROXIES: &str = "[[proxies]]";

/// Writes the configuration and says where it is.
pub fn configuration() -> Result<PathBuf> {
    let original = workspace::root().join("Trunk.toml");
    let text = std::fs::read_to_string(&original)
        .with_context(|| format!("cannot read {}", original.display()))?;
    // Below the root, so that cargo finds the settings of the workspace from there.
    let folder = workspace::root().join("target").join("live");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let copy = folder.join("Trunk.toml");
    std::fs::write(&copy, without_proxies(&text))
        .with_context(|| format!("cannot write {}", copy.display()))?;
    Ok(copy)
}

/// Trunk looks for files from the folder of its configuration, so they are named with their whole
/// paths.
pub fn name_paths(command: &mut Command) {
    let root = workspace::root();
    for watched in WATCHED {
        command.arg("--watch").arg(root.join(watched));
    }
    command.arg("--").arg(root.join("index.html"));
}

/// What `Trunk.toml` watches.
const WATCHED: [&str; 4] = ["src", "crates/flow-service/src", "static", "index.html"];

fn without_proxies(text: &str) -> &str {
    text.split_once(PROXIES).map_or(text, |(before, _)| before)
}

#[cfg(test)]
mod tests {
    use super::{PROXIES, WATCHED, without_proxies, workspace};

    #[test]
    fn only_the_proxies_are_left_out() -> std::io::Result<()> {
        let text = std::fs::read_to_string(workspace::root().join("Trunk.toml"))?;
        let live = without_proxies(&text);
        let rest = text.strip_prefix(live).unwrap_or_default();
        assert!(rest.starts_with(PROXIES));
        let tables: Vec<&str> = rest.lines().filter(|line| line.starts_with('[')).collect();
        assert_eq!(tables, [PROXIES, PROXIES, PROXIES]);
        Ok(())
    }

    #[test]
    fn the_same_files_are_watched() -> std::io::Result<()> {
        let text = std::fs::read_to_string(workspace::root().join("Trunk.toml"))?;
        assert!(text.contains(&format!("watch = {WATCHED:?}")));
        // Trunk does not start when one of them is missing.
        for watched in WATCHED {
            assert!(workspace::root().join(watched).exists(), "{watched} is missing");
        }
        Ok(())
    }
}
