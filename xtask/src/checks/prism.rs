//! What the check against Adobe's `OpenAPI` document needs: the document itself, which is no part
//! of this project, and Prism, a validating proxy, from its published package.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::watched::{self, Outcome};
use crate::{output, system, tools, workspace};

/// The package with its exact version.
const PACKAGE: &str = "@stoplight/prism-cli";
const VERSION: &str = "5.14.2";
/// Its script, below the folder that it is installed into.
const SCRIPT: &str = "node_modules/.bin/prism";
/// The name of that folder and of its log and lock.
const NAME: &str = "prism-cli";

/// Where the document is looked for, from the root of the workspace.
const DOCUMENT: &str = "../shared/api/flow-service.yaml";
/// Names its path for tests, and for one that is elsewhere.
pub const DOCUMENT_VARIABLE: &str = "FLOW_SERVICE_YAML";

/// Whether the document is there.
pub enum Document {
    /// Under this path.
    Present(PathBuf),
    /// Not there, which is said in these words.
    Absent(String),
}

/// Looks for the document.
///
/// In CI its absence is an error: a check that is never run proves nothing.
pub fn document() -> Result<Document> {
    if let Some(path) = std::env::var_os(DOCUMENT_VARIABLE).map(PathBuf::from) {
        let shown = path.display();
        ensure!(path.is_file(), "{DOCUMENT_VARIABLE} is {shown}, and there is no such file");
        return Ok(Document::Present(path));
    }
    let path = workspace::root().join(DOCUMENT);
    if path.is_file() {
        return Ok(Document::Present(path));
    }
    let absent = format!("there is no {DOCUMENT}");
    if std::env::var_os("CI").is_some_and(|value| value == "true") {
        bail!(
            "{absent}, and in CI (CI=true) this check has to run: put Adobe's document there, or \
             set {DOCUMENT_VARIABLE} to its path"
        );
    }
    Ok(Document::Absent(absent))
}

/// Prism, ready to be started.
pub struct Prism {
    /// Node.js, which runs it.
    pub node: PathBuf,
    /// Its script.
    pub script: PathBuf,
}

/// Prism, after installing it when it is missing.
pub fn provide() -> Result<Prism> {
    let node = system::provide(&system::NODE)?;
    let folder = tools::cache()?.join(format!("{NAME}-{VERSION}"));
    let script = folder.join(SCRIPT);
    if !script.is_file() {
        let npm = system::provide(&system::NPM)?;
        tools::with_lock(NAME, || {
            // Another of our commands may have installed it while we waited.
            if script.is_file() { Ok(()) } else { install(&npm, &node, &folder) }
        })?;
    }
    Ok(Prism { node, script })
}

fn install(npm: &Path, node: &Path, folder: &Path) -> Result<()> {
    // Installed beside its place and moved there when it is whole.
    let beside = folder.with_file_name(format!("{NAME}-{VERSION}.part"));
    let _none_before = std::fs::remove_dir_all(&beside);
    std::fs::create_dir_all(&beside)
        .with_context(|| format!("cannot make the folder {}", beside.display()))?;
    let log = folder.with_file_name(format!("{NAME}-{VERSION}.log"));
    let _none_before = std::fs::remove_file(&log);
    let mut command = workspace::command(npm);
    // npm is a script that looks for Node.js on PATH.
    let node_folder = node.parent().map(Path::to_path_buf);
    command
        .env("PATH", tools::path_with(node_folder.as_slice())?)
        .args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
        .arg(&beside)
        .arg(format!("{PACKAGE}@{VERSION}"));
    let label =
        format!("fetching {NAME} {VERSION} (holds requests and answers against Adobe's document)");
    match watched::run(&label, &mut command, &log)? {
        Outcome::Failed => {
            let what = format!("{PACKAGE} {VERSION} could not be fetched.");
            Err(output::failure(&what, &log))
        }
        Outcome::Done => {
            // What was left there half is in the way.
            let _none_before = std::fs::remove_dir_all(folder);
            std::fs::rename(&beside, folder)
                .with_context(|| format!("cannot make the folder {}", folder.display()))
        }
    }
}
