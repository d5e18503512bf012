//! Which tools there are, in which versions, and what they are for.

use std::borrow::Cow;

use anyhow::Result;

use crate::workspace;

/// A program that is built from its published source.
pub struct Tool {
    /// The package it comes from.
    pub package: &'static str,
    /// The exact version.
    pub version: Version,
    /// The program that is called.
    pub binary: &'static str,
    /// Programs of the same package that are called too.
    pub companions: &'static [&'static str],
    /// Arguments of `cargo install` that this package needs.
    pub arguments: &'static [&'static str],
    /// What it is for, and how long its build takes on two cores.
    pub purpose: &'static str,
}

/// A version, known when we were built or read from `Cargo.lock`.
pub struct Version(Cow<'static, str>);

impl Version {
    /// The version as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Builds and serves the page. Later versions need a newer Rust than the one we ask for.
pub const TRUNK: Tool = Tool {
    package: "trunk",
    version: Version(Cow::Borrowed("0.21.14")),
    binary: "trunk",
    companions: &[],
    // Without its lock file it does not build; without its update check it stays off the network.
    arguments: &["--locked", "--no-default-features", "--features", "rustls"],
    purpose: "builds and serves the page; about 2 minutes, once",
};

/// Drives Firefox in the tests.
pub const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    version: Version(Cow::Borrowed("0.37.1")),
    binary: "geckodriver",
    companions: &[],
    arguments: &["--locked"],
    purpose: "drives Firefox in the tests; about 1 minute, once",
};

/// Checks licences and sources of the dependencies.
pub const CARGO_DENY: Tool = Tool {
    package: "cargo-deny",
    version: Version(Cow::Borrowed("0.20.2")),
    binary: "cargo-deny",
    companions: &[],
    arguments: &["--locked"],
    purpose: "checks the licences; about 2 minutes, once",
};

/// Makes the JavaScript beside the wasm. Its version is that of the library in `Cargo.lock`:
/// the two refuse to work together otherwise.
pub fn wasm_bindgen() -> Result<Tool> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        version: Version(Cow::Owned(workspace::locked_version("wasm-bindgen")?)),
        binary: "wasm-bindgen",
        companions: &["wasm-bindgen-test-runner"],
        arguments: &[],
        purpose: "joins the wasm with JavaScript; about 1 minute, once",
    })
}
