//! `cargo xtask`: the project's commands. `serve` runs the page on this machine,
//! `test` runs all checks, `dist` builds the static site, `bench` measures it.
//!
//! Reading order: `arguments`, then one file for each command, then what they share.
//! What a check is about is not here: it is in the tests themselves.

mod arguments;

mod bench;
mod checks;
mod dist;
mod serve;

mod answer;
mod cause;
mod chromium;
mod compress;
mod loader;
mod output;
mod process;
mod sizes;
mod system;
mod tools;
mod trunk;
mod watched;
mod workspace;

#[cfg(test)]
mod host_files;

use std::process::ExitCode;

use anyhow::Result;
use arguments::Command;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let command = match Command::from_arguments() {
        Ok(command) => command,
        Err(error) => {
            eprintln!("error: {error}\n\n{}", arguments::HELP);
            return Ok(ExitCode::from(2));
        }
    };
    process::end_all_on_ctrl_c()?;
    match command {
        Command::Help => {
            println!("{}", arguments::HELP);
            Ok(ExitCode::SUCCESS)
        }
        Command::Serve(options) => serve::run(&options),
        Command::Dist => dist::run(),
        Command::Bench => bench::run(),
        Command::Loader => loader::run(),
        Command::ListChecks => {
            checks::list();
            Ok(ExitCode::SUCCESS)
        }
        Command::Test(chosen) => checks::run(&chosen),
    }
}
