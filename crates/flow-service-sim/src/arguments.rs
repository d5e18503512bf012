//! The command line of the program.

use flow_service::value::SandboxName;
use flow_service_sim::Options;
use lexopt::prelude::{Long, Short, ValueExt};

/// What `--help` prints.
pub const USAGE: &str = "\
A local Flow Service on 127.0.0.1, to run Flow Connect and to test it against.

Usage: flow-service-sim [--port N] [--no-cors] [--no-ims-cors]
                        [--sandbox NAME]... [--connections N] [--no-basic]

  --port N         the port; 0 takes any free one (default 4010)
  --no-cors        refuse pages of other origins
  --no-ims-cors    refuse them tokens only: IMS, which makes them, may do so
  --sandbox NAME   a further sandbox beside prod, stage, dev and acme-dev
  --connections N  begin with N made-up connections (default 0)
  --no-basic       Service Cloud without Basic Authentication
  --help           print this

What it does and where it differs from Adobe's service: docs/local-service.md";

/// The port that the page's development server proxies to.
const USUAL_PORT: u16 = 4010;

/// What is asked for.
pub enum Arguments {
    /// The usage.
    Help,
    /// The service.
    Run(Options),
}

/// Reads the command line.
pub fn parse(mut parser: lexopt::Parser) -> Result<Arguments, lexopt::Error> {
    let mut options = Options { port: USUAL_PORT, ..Options::default() };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Arguments::Help),
            Long("port") => options.port = parser.value()?.parse()?,
            Long("connections") => options.seed = parser.value()?.parse()?,
            Long("no-basic") => options.basic = false,
            Long("no-cors") => options.cors = false,
            Long("no-ims-cors") => options.ims_cors = false,
            Long("sandbox") => {
                let sandbox = parser.value()?.parse_with(SandboxName::parse)?;
                if !options.sandboxes.contains(&sandbox) {
                    options.sandboxes.push(sandbox);
                }
            }
            other => return Err(other.unexpected()),
        }
    }
    Ok(Arguments::Run(options))
}
