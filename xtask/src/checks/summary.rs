//! What is printed about the parts: one line for each as it ends, and a table at the end.

use std::process::ExitCode;
use std::time::Duration;

use super::report::Report;
use crate::watched::clock;

/// The parts that have ended.
#[derive(Default)]
pub struct Summary {
    lines: Vec<String>,
    passed: usize,
    failed: usize,
    not_run: usize,
}

impl Summary {
    /// Adds a part that has ended, and prints what it has to say.
    pub fn add(&mut self, name: &str, time: Duration, report: Report) {
        let verdict = match &report {
            Report::Passed { .. } => {
                self.passed += 1;
                "passed"
            }
            Report::NotRun { .. } => {
                self.not_run += 1;
                "not run"
            }
            Report::Failed { .. } => {
                self.failed += 1;
                "FAILED"
            }
        };
        let (note, output) = report.into_texts();
        let line = format!("{name:<20} {verdict:<7} {:>9}  {note}", clock(time));
        let line = line.trim_end().to_owned();
        println!("{line}");
        if !output.is_empty() {
            println!("{output}");
        }
        self.lines.push(line);
    }

    /// Prints the table; its last line is for programs, too.
    pub fn conclude(self) -> ExitCode {
        println!();
        for line in &self.lines {
            println!("{line}");
        }
        println!();
        if self.not_run > 0 {
            println!("{} not run", self.not_run);
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
