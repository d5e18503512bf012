//! Programs that tests run. A machine without one of them is told, and in CI refused: a test
//! that is never run proves nothing.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The program that the variable names, or the one on PATH, if this use of it succeeds.
pub fn program(variable: &str, usual: &str, probe: &[&str]) -> Option<OsString> {
    let program = std::env::var_os(variable).unwrap_or_else(|| usual.into());
    let output = Command::new(&program).args(probe).stdin(Stdio::null()).output();
    if output.is_ok_and(|output| output.status.success()) {
        return Some(program);
    }
    not_run(&format!("`{} {}` fails: set {variable}", program.display(), probe.join(" ")));
    None
}

/// Says that a test does not run.
pub fn not_run(why: &str) {
    let test = std::thread::current().name().unwrap_or_default().to_owned();
    assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "{test} has to run in CI: {why}");
    // Not by a macro: the test program would swallow it.
    let _no_one_reads = writeln!(std::io::stderr(), "\n*** NOT RUN: {test}: {why} ***\n");
}

/// Writes the text to a file that only tests read.
pub fn write(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, text).unwrap();
    path
}

/// Runs the program, which fails, with these variables and no others of this machine but PATH.
#[track_caller]
pub fn run_in_vain(command: &mut Command, variables: &[(String, String)]) {
    let output = command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(!output.status.success(), "{command:?} succeeded");
}

/// Runs the program with these variables and no others of this machine but PATH.
#[track_caller]
pub fn run(command: &mut Command, variables: &[(String, String)]) -> Output {
    let output = command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("LC_ALL", "C.UTF-8")
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed: {error}");
    output
}
