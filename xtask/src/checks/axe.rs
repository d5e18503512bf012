//! The accessibility checker of the end-to-end tests: one script, from its published package.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::watched::{self, Outcome};
use crate::{output, system, tools, workspace};

/// The package with its exact version.
const PACKAGE: &str = "axe-core";
const VERSION: &str = "4.14.1";
/// The script in it.
const SCRIPT: &str = "axe.min.js";

/// The path of the script, after fetching it when it is missing.
pub fn provide() -> Result<PathBuf> {
    let folder = tools::cache()?.join(format!("{PACKAGE}-{VERSION}"));
    let script = folder.join(SCRIPT);
    if !script.is_file() {
        let npm = system::provide(&system::NPM)?;
        tools::with_lock(PACKAGE, || fetch(&npm, &folder))?;
    }
    Ok(script)
}

fn fetch(npm: &Path, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let log = folder.with_file_name(format!("{PACKAGE}-{VERSION}.log"));
    let _none_before = std::fs::remove_file(&log);
    let mut pack = workspace::command(npm);
    pack.current_dir(folder).args(["pack", "--silent"]).arg(format!("{PACKAGE}@{VERSION}"));
    let mut unpack = workspace::command("tar");
    unpack
        .current_dir(folder)
        .args(["-xzf", &format!("{PACKAGE}-{VERSION}.tgz")])
        .args(["--strip-components=1", &format!("package/{SCRIPT}")]);
    let label = format!("fetching {PACKAGE} {VERSION} (checks accessibility in the tests)");
    for command in [&mut pack, &mut unpack] {
        if let Outcome::Failed = watched::run(&label, command, &log)? {
            let what = format!("{PACKAGE} {VERSION} could not be fetched.");
            return Err(output::failure(&what, &log));
        }
    }
    Ok(())
}
