//! The JavaScript files that the crates bring along: in a folder whose name changes with them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{ASSETS, Built, read, write};

/// Where wasm-bindgen puts these files.
const SNIPPETS: &str = "snippets";

/// Gives the folder of snippets a name that changes with the build, as all of `assets` has: it is
/// cached for a year. The hash covers the snippets, because wasm-bindgen's macro puts their text
/// into the wasm that is hashed. Returns their addresses.
pub fn rename(assets: &Path, built: &Built) -> Result<Vec<String>> {
    let old = assets.join(SNIPPETS);
    if !old.is_dir() {
        return Ok(Vec::new());
    }
    let name = format!("{SNIPPETS}-{}", built.hash);
    let new = assets.join(&name);
    std::fs::rename(&old, &new).with_context(|| format!("cannot rename {}", old.display()))?;
    let script = assets.join(&built.js);
    let mut text = read(&script)?;
    // Only where they are imported: the same address is the name that the wasm knows them by.
    for quote in ['\'', '"'] {
        let import = |folder: &str| format!("from {quote}./{folder}/");
        text = text.replace(&import(SNIPPETS), &import(&name));
    }
    write(&script, &text)?;
    // wasm-bindgen leaves snippets of earlier builds in place; only those that are used count.
    let mut used = Vec::new();
    for file in files_below(&new)? {
        let inner = file.strip_prefix(assets).unwrap_or(&file);
        let address = inner.to_string_lossy().into_owned();
        if text.contains(&address) {
            used.push(format!("./{ASSETS}/{address}"));
        } else {
            std::fs::remove_file(&file)
                .with_context(|| format!("cannot remove {}", file.display()))?;
        }
    }
    used.sort();
    Ok(used)
}

/// All files of this folder and below.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in
        std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
