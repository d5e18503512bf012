//! Programs that take long: one line says what is done, for how long, and what it is at just now.
//! The whole output goes to a log, which is shown only when it is needed.

use std::fs::{File, OpenOptions};
use std::io::{IsTerminal, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::process::{Group, TICK};

/// Without a terminal, how often a line says that the work goes on.
const REMINDER: Duration = Duration::from_secs(30);
/// How much of the log's end is read to find its last line.
const TAIL: u64 = 4096;
/// How wide the line on a terminal may be.
const WIDTH: usize = 100;

/// How a program ended.
pub enum Outcome {
    /// With success.
    Done,
    /// With a failure; the log says which.
    Failed,
}

/// Runs a program to its end, adds its output to the log, and shows progress under this label.
pub fn run(label: &str, command: &mut Command, log: &Path) -> Result<Outcome> {
    let file = OpenOptions::new()
        .create(true)
        .append(true)
        .open(log)
        .with_context(|| format!("cannot write the log {}", log.display()))?;
    let errors = file.try_clone().context("cannot write the log")?;
    let mut group = Group::start(command.stdout(file).stderr(errors))?;
    let mut line = Line::begin(label);
    loop {
        if let Some(status) = group.status()? {
            line.clear();
            return Ok(if status.success() { Outcome::Done } else { Outcome::Failed });
        }
        line.tick(log);
        std::thread::sleep(TICK);
    }
}

/// `m:ss`, or seconds with a tenth when it was short.
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 10 {
        format!("{:.1} s", time.as_secs_f32())
    } else {
        format!("{}:{:02} min", seconds / 60, seconds % 60)
    }
}

/// The line that shows progress.
struct Line<'a> {
    label: &'a str,
    begin: Instant,
    reminders: u32,
    terminal: bool,
}

impl<'a> Line<'a> {
    fn begin(label: &'a str) -> Self {
        let terminal = std::io::stderr().is_terminal();
        if !terminal {
            eprintln!("{label} ...");
        }
        Self { label, begin: Instant::now(), reminders: 0, terminal }
    }

    fn tick(&mut self, log: &Path) {
        let time = self.begin.elapsed();
        if self.terminal {
            let now = format!("{}  {}  {}", self.label, clock(time), last_line(log));
            let short: String = now.chars().take(WIDTH).collect();
            eprint!("\r\x1b[2K{short}");
            let _terminal_gone = std::io::stderr().flush();
        } else if time >= REMINDER * (self.reminders + 1) {
            self.reminders += 1;
            eprintln!("{} ... {}", self.label, clock(time));
        }
    }

    fn clear(&self) {
        if self.terminal {
            eprint!("\r\x1b[2K");
        }
    }
}

fn last_line(log: &Path) -> String {
    let text = tail(log, TAIL).unwrap_or_default();
    let line = text.lines().rfind(|line| !line.trim().is_empty());
    // Colours would end in the middle when the line is cut.
    line.unwrap_or_default().trim().chars().filter(|character| !character.is_control()).collect()
}

fn tail(log: &Path, bytes: u64) -> std::io::Result<String> {
    let mut file = File::open(log)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(bytes)))?;
    let mut end = Vec::new();
    file.read_to_end(&mut end)?;
    Ok(String::from_utf8_lossy(&end).into_owned())
}

#[cfg(test)]
mod tests {
    use super::{Duration, clock};

    #[test]
    fn times_are_short() {
        assert_eq!(clock(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(clock(Duration::from_secs(75)), "1:15 min");
        assert_eq!(clock(Duration::from_secs(605)), "10:05 min");
    }
}
