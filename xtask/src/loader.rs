//! Writes `flow-connect.js`, the one script that pages load, into Trunk's staging folder.
//! Trunk calls this after each build (`Trunk.toml`, `post_build`).
//!
//! The names of the built files change with their content; the name of this script does not, so
//! that a page which embeds the app needs no rebuild when the app is deployed again.

mod names;

mod part;

mod script;

mod snippets;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::workspace;

/// The name of the app's binary; `index.html` names it too.
const APP: &str = "flow-connect-app";
/// The folder of files whose names change with their content; `index.html` names it too.
const ASSETS: &str = "assets";
/// The script that pages load.
const LOADER: &str = "flow-connect.js";
/// The script that fetches the part that is not needed at first.
const PART_SCRIPT: &str = "src/web/element.js";
/// The file of that part, beside its script.
pub const PART: &str = "connections.wasm";
/// The script with the names still to be filled in.
const TEMPLATE: &str = include_str!("loader/flow-connect.js");

/// Writes the script for the build that Trunk just made.
pub fn run() -> Result<ExitCode> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set: Trunk calls this command, people do not")?;
    write_loader(&staging)?;
    // A build for development keeps the names: they stand in the browser's tools.
    if std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release") {
        take_out_part(&staging)?;
        shorten(&staging)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn write_loader(staging: &Path) -> Result<()> {
    let assets = staging.join(ASSETS);
    let built = Built::in_folder(&assets)?;
    let snippets = snippets::rename(&assets, &built)?;
    preload(&staging.join("index.html"), &snippets)?;
    let script = TEMPLATE
        .replace("{js}", &format!("./{ASSETS}/{}", built.js))
        .replace("{wasm}", &format!("./{ASSETS}/{}", built.wasm));
    write(&staging.join(LOADER), &script)
}

/// Puts the part that is not needed at first beside the script that fetches it.
fn take_out_part(staging: &Path) -> Result<()> {
    let assets = staging.join(ASSETS);
    let wasm = assets.join(Built::in_folder(&assets)?.wasm);
    let linked = workspace::target()?.join("wasm32-unknown-unknown/release").join(APP);
    let split = part::split(&bytes_of(&linked.with_extension("wasm"))?, &bytes_of(&wasm)?)?;
    let mut scripts = snippets::files_below(&assets)?;
    scripts.retain(|file| file.ends_with(PART_SCRIPT));
    let [script] = scripts.as_slice() else {
        bail!("the site must hold one script {PART_SCRIPT}");
    };
    write_bytes(&wasm, &split.main)?;
    write_bytes(&script.with_file_name(PART), &split.part)
}

/// Takes out of the built files what only people read.
fn shorten(staging: &Path) -> Result<()> {
    let assets = staging.join(ASSETS);
    let built = Built::in_folder(&assets)?;
    let (wasm, script) = (assets.join(&built.wasm), assets.join(&built.js));
    let text = script::without_sync_start(&read(&script)?)?;
    let (bytes, text) = names::shorten(&bytes_of(&wasm)?, &text)?;
    write(&script, &text)?;
    write_bytes(&wasm, &bytes)?;
    let mut scripts = snippets::files_below(&assets)?;
    scripts.push(staging.join(LOADER));
    for file in scripts.iter().filter(|file| file.extension().is_some_and(|kind| kind == "js")) {
        write(file, &script::bare(&read(file)?))?;
    }
    Ok(())
}

/// The names of the two files of the app.
struct Built {
    js: String,
    wasm: String,
    hash: String,
}

impl Built {
    fn in_folder(folder: &Path) -> Result<Self> {
        let begin = format!("{APP}-");
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder)
            .with_context(|| format!("cannot read {}", folder.display()))?
        {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if let Some(hash) =
                name.strip_prefix(&begin).and_then(|rest| rest.strip_suffix("_bg.wasm"))
            {
                found.push(hash.to_owned());
            }
        }
        let [hash] = found.as_slice() else {
            bail!(
                "{} must hold one file {begin}..._bg.wasm: does index.html have \
                 `data-target-path=\"{ASSETS}\"` on its Rust link?",
                folder.display()
            );
        };
        Ok(Self {
            js: format!("{begin}{hash}.js"),
            wasm: format!("{begin}{hash}_bg.wasm"),
            hash: hash.clone(),
        })
    }
}

/// The browser would find the snippets only after it has read the script that imports them.
fn preload(page: &Path, snippets: &[String]) -> Result<()> {
    if snippets.is_empty() {
        return Ok(());
    }
    let mut links = String::new();
    for address in snippets {
        links.extend(["<link rel=\"modulepreload\" href=\"", address, "\">"]);
    }
    let text = read(page)?;
    let (head, rest) =
        text.split_once("</head>").with_context(|| format!("{} has no </head>", page.display()))?;
    write(page, &format!("{head}{links}</head>{rest}"))
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    write_bytes(path, text.as_bytes())
}

fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write_bytes(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SNIPPET: &str = "snippets/flow-connect-1/src/element.js";

    /// A staging folder as Trunk leaves it, under a name of its own for each test.
    fn staging(name: &str) -> Result<PathBuf> {
        let folder = std::env::temp_dir().join(format!("loader-{name}-{}", std::process::id()));
        let assets = folder.join(ASSETS);
        std::fs::create_dir_all(assets.join("snippets/flow-connect-1/src"))?;
        write(&assets.join(SNIPPET), "export function define() {}")?;
        write(&assets.join("snippets/flow-connect-1/old.js"), "")?;
        write(&assets.join("flow-connect-app-ab12_bg.wasm"), "")?;
        let script =
            format!("import * as a from \"./{SNIPPET}\"\nconst names = {{ \"./{SNIPPET}\": a }};");
        write(&assets.join("flow-connect-app-ab12.js"), &script)?;
        write(&folder.join("index.html"), "<html><head></head><body></body></html>")?;
        Ok(folder)
    }

    #[test]
    fn the_loader_names_what_was_built() -> Result<()> {
        let folder = staging("names")?;
        write_loader(&folder)?;
        let loader = read(&folder.join("flow-connect.js"))?;
        assert!(loader.contains("import(\"./assets/flow-connect-app-ab12.js\")"));
        assert!(loader.contains("\"./assets/flow-connect-app-ab12_bg.wasm\", import.meta.url"));
        assert!(!loader.contains("{js}") && !loader.contains("{wasm}"));
        Ok(std::fs::remove_dir_all(folder)?)
    }

    /// The name under which the wasm looks for a snippet is the address before it was renamed.
    #[test]
    fn only_the_import_of_a_snippet_is_renamed() -> Result<()> {
        let folder = staging("imports")?;
        write_loader(&folder)?;
        let script = read(&folder.join("assets/flow-connect-app-ab12.js"))?;
        assert!(script.contains("from \"./snippets-ab12/flow-connect-1/src/element.js\""));
        assert!(script.contains("{ \"./snippets/flow-connect-1/src/element.js\": a }"));
        Ok(std::fs::remove_dir_all(folder)?)
    }

    #[test]
    fn snippets_are_preloaded_and_old_ones_are_gone() -> Result<()> {
        let folder = staging("snippets")?;
        write_loader(&folder)?;
        let address = "./assets/snippets-ab12/flow-connect-1/src/element.js";
        let page = read(&folder.join("index.html"))?;
        assert!(page.contains(&format!("<link rel=\"modulepreload\" href=\"{address}\"></head>")));
        assert!(folder.join(address).is_file());
        assert!(!folder.join("assets/snippets-ab12/flow-connect-1/old.js").exists());
        Ok(std::fs::remove_dir_all(folder)?)
    }

    #[test]
    fn two_builds_in_one_folder_are_refused() -> Result<()> {
        let folder = staging("twice")?;
        write(&folder.join("assets/flow-connect-app-cd34_bg.wasm"), "")?;
        assert!(write_loader(&folder).is_err());
        Ok(std::fs::remove_dir_all(folder)?)
    }
}
