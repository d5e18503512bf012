//! The command line as a value. What the commands do is in their own files.

use lexopt::{Arg, Parser, ValueExt};

use crate::checks::Check;

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask serve [--live] [--port N] [--open]
    Runs the page on http://127.0.0.1:8080/ with a local Flow Service behind it.
    --live      no local service: the page talks to https://platform.adobe.io
    --port N    another port for the page
    --open      opens the page in the browser

cargo xtask test [PART...]
    Runs all checks, or the named ones.
    --list      the names of the parts

cargo xtask dist
    Builds the static site in dist/ and prints its sizes.

cargo xtask bench
    Builds the site and prints how quick it is with 10,000 connections and
    2,000 columns, in Chromium.";

/// The port of the page unless another is asked for.
const PAGE_PORT: u16 = 8080;

/// One command with its options.
pub enum Command {
    /// Print how the commands are used.
    Help,
    /// Run the page on this machine.
    Serve(ServeOptions),
    /// Build the static site.
    Dist,
    /// Print how quick the site is.
    Bench,
    /// Write `flow-connect.js` into Trunk's staging folder. Trunk calls it, people do not.
    Loader,
    /// Print the names of the checks.
    ListChecks,
    /// Run checks.
    Test(Vec<Check>),
}

/// The options of `serve`.
pub struct ServeOptions {
    /// Which service the page talks to.
    pub service: Service,
    /// The port of the page.
    pub port: u16,
    /// Open the page in the person's browser.
    pub open: bool,
}

/// The service behind the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// The local Flow Service, started beside the page.
    Local,
    /// Adobe's.
    Live,
}

impl Command {
    /// Reads the arguments of this process.
    pub fn from_arguments() -> Result<Self, lexopt::Error> {
        Self::parse(Parser::from_env())
    }

    fn parse(mut arguments: Parser) -> Result<Self, lexopt::Error> {
        let name = match arguments.next()? {
            None | Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Self::Help),
            Some(Arg::Value(name)) => name.string()?,
            Some(other) => return Err(other.unexpected()),
        };
        match name.as_str() {
            "serve" => parse_serve(&mut arguments),
            "test" => parse_test(&mut arguments),
            "dist" => without_options(&mut arguments, Self::Dist),
            "bench" => without_options(&mut arguments, Self::Bench),
            "loader" => without_options(&mut arguments, Self::Loader),
            "help" => Ok(Self::Help),
            _ => Err(format!("there is no command `{name}`").into()),
        }
    }
}

fn parse_serve(arguments: &mut Parser) -> Result<Command, lexopt::Error> {
    let mut options = ServeOptions { service: Service::Local, port: PAGE_PORT, open: false };
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("live") => options.service = Service::Live,
            Arg::Long("open") => options.open = true,
            Arg::Long("port") => options.port = arguments.value()?.parse()?,
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Serve(options))
}

fn parse_test(arguments: &mut Parser) -> Result<Command, lexopt::Error> {
    let mut chosen = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("list") => return Ok(Command::ListChecks),
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Value(name) => {
                let name = name.string()?;
                let check = Check::named(&name).ok_or_else(|| {
                    format!("there is no part `{name}`; `cargo xtask test --list` names them")
                })?;
                chosen.push(check);
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(Command::Test(chosen))
}

fn without_options(arguments: &mut Parser, command: Command) -> Result<Command, lexopt::Error> {
    match arguments.next()? {
        None => Ok(command),
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help),
        Some(other) => Err(other.unexpected()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, lexopt::Error> {
        Command::parse(Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn serve_has_defaults() -> Result<(), lexopt::Error> {
        let Command::Serve(options) = parse("serve")? else {
            return Err("not serve".into());
        };
        assert!(options.service == Service::Local);
        assert_eq!((options.port, options.open), (8080, false));
        Ok(())
    }

    #[test]
    fn serve_takes_its_options_in_any_order() -> Result<(), lexopt::Error> {
        let Command::Serve(options) = parse("serve --port 9000 --live --open")? else {
            return Err("not serve".into());
        };
        assert!(options.service == Service::Live);
        assert_eq!((options.port, options.open), (9000, true));
        Ok(())
    }

    #[test]
    fn unknown_things_are_refused() {
        assert!(parse("deploy").is_err());
        assert!(parse("serve --fast").is_err());
        assert!(parse("serve --port seventy").is_err());
        assert!(parse("test everything").is_err());
        assert!(parse("dist now").is_err());
    }

    #[test]
    fn parts_keep_their_order() -> Result<(), lexopt::Error> {
        let Command::Test(chosen) = parse("test unit format")? else {
            return Err("not test".into());
        };
        assert!(chosen == [Check::Unit, Check::Format]);
        Ok(())
    }
}
