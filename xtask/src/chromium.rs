//! How Chromium is started for the tests that run inside it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

/// No window, and nothing that Chromium would ask the network for by itself. The test runner adds
/// what it needs in a container, `--no-sandbox` among it.
const FLAGS: [&str; 7] = [
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Writes what the test runner asks the driver for, and says where.
pub fn write_capabilities(folder: &Path, browser: &Path) -> Result<PathBuf> {
    let path = folder.join("webdriver.json");
    let capabilities = json!({
        "goog:chromeOptions": { "binary": browser.to_string_lossy(), "args": FLAGS },
    });
    std::fs::write(&path, capabilities.to_string())
        .with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}
