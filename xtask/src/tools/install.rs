//! Building one tool into the cache, quickly: the tool runs for seconds, its build would take ten
//! minutes with optimisation.

use std::path::Path;

use anyhow::Result;

use super::tool::Tool;
use crate::watched::{self, Outcome};
use crate::{output, workspace};

/// Cargo's settings for a quick build.
const QUICK: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// Builds the tool into this folder.
pub fn build(tool: &Tool, root: &Path) -> Result<()> {
    let label = format!("installing {} {} ({})", tool.package, tool.version, tool.purpose);
    // Beside the folder, so that it is still there when the folder is not.
    let log = root.with_file_name(format!("{}-{}.log", tool.package, tool.version));
    let _none_before = std::fs::remove_file(&log);
    let mut command = workspace::cargo();
    command
        .args(["install", tool.package, "--version", tool.version.as_str()])
        .args(tool.arguments)
        .arg("--root")
        .arg(root)
        .envs(QUICK)
        // The person's target folder is for this project; a temporary one is cleaned by cargo.
        .env_remove("CARGO_TARGET_DIR");
    match watched::run(&label, &mut command, &log)? {
        Outcome::Done => Ok(()),
        Outcome::Failed => {
            let what = format!("{} {} could not be installed.", tool.package, tool.version);
            Err(output::failure(&what, &log))
        }
    }
}
