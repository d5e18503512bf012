//! `cargo xtask bench`: how quick the built site is with long lists, in Chromium. What is
//! measured is in `tests/end_to_end/bench.rs`.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::checks;
use crate::trunk::Trunk;
use crate::watched::Outcome;
use crate::{dist, output, workspace};

/// Builds the site and prints the figures.
pub fn run() -> Result<ExitCode> {
    let log = workspace::scratch()?.join("dist.log");
    let _none_before = std::fs::remove_file(&log);
    if let Outcome::Failed = dist::build(&Trunk::provide()?, &log)? {
        return Err(output::failure("The release build failed.", &log));
    }
    let mut measure = checks::in_chromium("bench")?;
    measure.env("FLOW_CONNECT_BENCH", "1");
    let status = measure.status().context("cargo does not start")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
