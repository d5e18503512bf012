//! `cargo xtask test`: each part says its name and its time, a part that fails shows its output,
//! and the others go on.

mod axe;
mod part;
mod prism;
mod report;
mod requests;
mod summary;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use part::Bench;
pub use part::in_chromium;
use report::Report;
use summary::Summary;

/// A part of the checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The format of the source.
    Format,
    /// Clippy on what runs natively.
    Clippy,
    /// Clippy on what runs in the browser.
    ClippyWasm,
    /// All tests that need no browser, and the examples of the documentation.
    Unit,
    /// Requests and answers against Adobe's `OpenAPI` document, where that is there.
    Contract,
    /// Licences and sources of the dependencies.
    Licences,
    /// Tests that run inside Chromium.
    Browser,
    /// The release build.
    Dist,
    /// The budget of the first load.
    Size,
    /// The release build, used by a person in Chromium.
    EndToEndChromium,
    /// The release build, used by a person in Firefox.
    EndToEndFirefox,
}

impl Check {
    /// All parts, the quick ones first.
    pub const ALL: [Self; 11] = [
        Self::Format,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Unit,
        Self::Contract,
        Self::Licences,
        Self::Browser,
        Self::Dist,
        Self::Size,
        Self::EndToEndChromium,
        Self::EndToEndFirefox,
    ];

    /// The part with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|check| check.name() == name)
    }

    /// The name a person gives to run it alone.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Unit => "unit",
            Self::Contract => "contract",
            Self::Licences => "licences",
            Self::Browser => "browser",
            Self::Dist => "dist",
            Self::Size => "size",
            Self::EndToEndChromium => "end-to-end-chromium",
            Self::EndToEndFirefox => "end-to-end-firefox",
        }
    }
}

/// Prints the names of all parts.
pub fn list() {
    for check in Check::ALL {
        println!("{}", check.name());
    }
}

/// Runs the chosen parts, or all when none is chosen.
pub fn run(chosen: &[Check]) -> Result<ExitCode> {
    let all = Check::ALL;
    let checks = if chosen.is_empty() { &all } else { chosen };
    let mut bench = Bench::new()?;
    let mut summary = Summary::default();
    for check in checks {
        let begin = Instant::now();
        // A part that cannot begin (no network, no browser) has failed; the others go on.
        let report = part::run(*check, &mut bench)
            .unwrap_or_else(|error| Report::failed(&format!("    {error:#}")));
        summary.add(check.name(), begin.elapsed(), report);
    }
    Ok(summary.conclude())
}
