//! What the trials need from outside: the built site, browsers, drivers and axe-core.
//!
//! Nothing is searched for beyond PATH and nothing is installed: `cargo xtask test` does that.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

/// Where everything is.
#[derive(Debug)]
pub struct Environment {
    /// The folder that `cargo xtask dist` built.
    pub dist: PathBuf,
    /// The driver of Chromium.
    pub chromedriver: PathBuf,
    /// Chromium itself.
    pub chromium: PathBuf,
    /// The driver of Firefox.
    pub geckodriver: PathBuf,
    /// Firefox itself.
    pub firefox: PathBuf,
    /// The source text of axe-core.
    pub axe: String,
}

impl Environment {
    /// Reads the environment variables.
    ///
    /// # Errors
    /// The built site or axe-core is not there.
    pub fn read() -> Result<Self> {
        let Some(dist) = env::var_os("FLOW_CONNECT_DIST").map(PathBuf::from) else {
            bail!(
                "FLOW_CONNECT_DIST does not say where the built site is: \
                 run `cargo xtask test end-to-end-chromium`"
            );
        };
        ensure!(
            dist.is_absolute() && dist.join("index.html").is_file(),
            "FLOW_CONNECT_DIST ({}) is not the absolute path of a built site: run `cargo xtask dist`",
            dist.display()
        );
        let axe = env::var_os("AXE_JS")
            .context("AXE_JS does not say where axe.min.js of the npm package axe-core is")?;
        let axe = std::fs::read_to_string(&axe)
            .with_context(|| format!("AXE_JS ({}) cannot be read", Path::new(&axe).display()))?;
        Ok(Self {
            dist,
            chromedriver: program("CHROMEDRIVER", &["chromedriver"]),
            chromium: program("CHROMIUM", &["chromium", "google-chrome"]),
            geckodriver: program("GECKODRIVER", &["geckodriver"]),
            firefox: program("FIREFOX", &["firefox-esr", "firefox"]),
            axe,
        })
    }
}

/// The program that a variable names, or else the first of `names` on PATH.
///
/// One that is nowhere is still named: starting it says so, in a trial that needs it.
fn program(variable: &str, names: &[&str]) -> PathBuf {
    if let Some(path) = env::var_os(variable) {
        return PathBuf::from(path);
    }
    let paths = env::var_os("PATH").unwrap_or_default();
    let found = names.iter().find_map(|name| {
        env::split_paths(&paths).map(|folder| folder.join(name)).find(|path| path.is_file())
    });
    found.unwrap_or_else(|| names.first().map(PathBuf::from).unwrap_or_default())
}
