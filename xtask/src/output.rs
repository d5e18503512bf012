//! The output of a program that failed: what went wrong in one sentence, if it is a known cause,
//! and the part of the output that says more.

use std::path::Path;

use anyhow::{Error, anyhow};

use crate::cause;

/// How many lines of output an error message shows.
const SHOWN: usize = 30;

/// The error for a program that failed, whose output is in this log.
pub fn failure(what: &str, log: &Path) -> Error {
    let output = read(log);
    let cause = cause::of(&output).unwrap_or_default();
    let end = end(&without_progress(&output));
    anyhow!("{what} {cause}\nThe end of {}:\n{end}", log.display())
}

/// The whole text of a log, or nothing when there is none.
pub fn read(log: &Path) -> String {
    let bytes = std::fs::read(log).unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim_end().to_owned()
}

/// What cargo says of each package on its way only hides what went wrong.
pub fn without_progress(output: &str) -> String {
    let kept: Vec<&str> = output.lines().filter(|line| !is_progress(line)).collect();
    kept.join("\n")
}

fn is_progress(line: &str) -> bool {
    ["   Compiling ", "    Checking ", "  Downloaded "].iter().any(|begin| line.starts_with(begin))
}

fn end(output: &str) -> String {
    let lines: Vec<&str> = output.lines().collect();
    let skipped = lines.len().saturating_sub(SHOWN);
    let last: Vec<&str> = lines.into_iter().skip(skipped).collect();
    format!("    {}", last.join("\n    "))
}

#[cfg(test)]
mod tests {
    use super::{SHOWN, end, without_progress};

    #[test]
    fn progress_is_left_out() {
        let output = "   Compiling yew v0.23.0\nerror: used `unwrap()`\n    Checking bytes v1";
        assert_eq!(without_progress(output), "error: used `unwrap()`");
    }

    #[test]
    fn only_the_end_is_shown() {
        let output = (1..=50).map(|line| line.to_string()).collect::<Vec<_>>().join("\n");
        assert_eq!(end(&output).lines().count(), SHOWN);
        assert!(end(&output).ends_with("    50"));
        assert_eq!(end("one"), "    one");
    }
}
