//! What each part runs, and how it is told whether it passed.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use super::prism::{self, Document};
use super::report::{self, Report};
use super::{Check, axe, requests};
use crate::sizes::{Budget, Sizes};
use crate::trunk::Trunk;
use crate::watched::{self, Outcome};
use crate::{chromium, dist, output, system, tools, workspace};

/// The names of end-to-end tests begin with their browser.
const CHROMIUM_TESTS: &str = "chromium::";
const FIREFOX_TESTS: &str = "firefox::";
/// Names the runner of wasm tests to cargo.
const RUNNER: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER";

/// What parts share.
pub struct Bench {
    scratch: PathBuf,
    site_is_built: bool,
}

impl Bench {
    /// Nothing is built yet.
    pub fn new() -> Result<Self> {
        Ok(Self { scratch: workspace::scratch()?, site_is_built: false })
    }

    fn log(&self, name: &str) -> PathBuf {
        let log = self.scratch.join(format!("{name}.log"));
        let _none_before = std::fs::remove_file(&log);
        log
    }
}

/// Runs one part.
pub fn run(check: Check, bench: &mut Bench) -> Result<Report> {
    match check {
        Check::Format => {
            tools::add_rustfmt()?;
            plain(check, bench, cargo(&["fmt", "--all", "--check"]))
        }
        Check::Clippy => {
            tools::add_clippy()?;
            let lint = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
            let report = plain(check, bench, cargo(&lint))?;
            if matches!(report, Report::Failed { .. }) {
                return Ok(report);
            }
            // Tests with `test = false` are not among all targets.
            let lint = cargo(&["clippy", "--workspace", "--test", "contract"]);
            plain(check, bench, with(lint, &["--test", "end_to_end", "--", "-D", "warnings"]))
        }
        Check::ClippyWasm => {
            tools::add_clippy()?;
            tools::add_wasm_target()?;
            let mut lint = cargo(&["clippy", "--target", "wasm32-unknown-unknown"]);
            lint.args(["--package", "flow-connect", "--all-targets"]);
            plain(check, bench, with(lint, &["--", "-D", "warnings"]))
        }
        Check::Unit => {
            let skip = ["--", "--skip", CHROMIUM_TESTS, "--skip", FIREFOX_TESTS];
            let mut test = with(cargo(&["test", "--workspace"]), &skip);
            // Code that the app writes is run by what it is written for. Where that is missing, the
            // test says so in a line that no one reads here: as in CI, it has to fail.
            test.env("NODE", system::provide(&system::NODE)?).env("PYTHON", requests::provide()?);
            test.env("CI", "true");
            tests(check, bench, test)
        }
        Check::Contract => contract(check, bench),
        Check::Licences => {
            let folder = tools::provide(&tools::CARGO_DENY)?;
            let mut deny = cargo(&["deny", "--workspace", "check", "licenses", "bans", "sources"]);
            deny.env("PATH", tools::path_with(&[folder])?);
            plain(check, bench, deny)
        }
        Check::Browser => tests(check, bench, in_browser(bench)?),
        Check::Dist => build_site(check, bench),
        Check::Size => after_site(check, bench, |_, _| sizes()),
        Check::EndToEndChromium => after_site(check, bench, |check, bench| {
            tests(check, bench, in_chromium(CHROMIUM_TESTS)?)
        }),
        Check::EndToEndFirefox => after_site(check, bench, |check, bench| {
            let gecko = tools::provide(&tools::GECKODRIVER)?;
            let mut test = end_to_end(FIREFOX_TESTS)?;
            test.env("FIREFOX", system::provide(&system::FIREFOX)?)
                .env("GECKODRIVER", gecko.join(tools::GECKODRIVER.binary));
            tests(check, bench, test)
        }),
    }
}

fn cargo(arguments: &[&str]) -> Command {
    with(workspace::cargo(), arguments)
}

fn with(mut command: Command, arguments: &[&str]) -> Command {
    command.args(arguments);
    command
}

/// Requests and answers through a validating proxy.
fn contract(check: Check, bench: &Bench) -> Result<Report> {
    let document = match prism::document()? {
        Document::Present(document) => document,
        Document::Absent(note) => return Ok(Report::NotRun { note }),
    };
    let prism = prism::provide()?;
    // The same packages as in `unit`, so that nothing is compiled a second time.
    let mut test = cargo(&["test", "--workspace", "--test", "contract"]);
    test.env("NODE", prism.node).env("PRISM", prism.script).env(prism::DOCUMENT_VARIABLE, document);
    tests(check, bench, test)
}

fn in_browser(bench: &Bench) -> Result<Command> {
    tools::add_wasm_target()?;
    let bindgen = tools::provide(&tools::wasm_bindgen()?)?;
    let browser = system::provide(&system::CHROMIUM)?;
    let capabilities = chromium::write_capabilities(&bench.scratch, &browser)?;
    let mut test = cargo(&["test", "--target", "wasm32-unknown-unknown"]);
    test.args(["--package", "flow-connect", "--test", "element"])
        .env(RUNNER, bindgen.join("wasm-bindgen-test-runner"))
        .env("CHROMEDRIVER", system::provide(&system::CHROMEDRIVER)?)
        // With both set, the runner would choose Firefox.
        .env_remove("GECKODRIVER")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        // In seconds; a machine with two cores takes its time.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    Ok(test)
}

/// The built site in Chromium: the tests whose names begin like this.
pub fn in_chromium(filter: &str) -> Result<Command> {
    let mut test = end_to_end(filter)?;
    test.env("CHROMIUM", system::provide(&system::CHROMIUM)?)
        .env("CHROMEDRIVER", system::provide(&system::CHROMEDRIVER)?);
    Ok(test)
}

fn end_to_end(filter: &str) -> Result<Command> {
    // The same packages as in `unit`, so that nothing is compiled a second time.
    let mut test = cargo(&["test", "--workspace", "--test", "end_to_end", "--", filter]);
    test.env("FLOW_CONNECT_DIST", dist::folder()).env("AXE_JS", axe::provide()?);
    Ok(test)
}

fn build_site(check: Check, bench: &mut Bench) -> Result<Report> {
    let log = bench.log(check.name());
    match dist::build(&Trunk::provide()?, &log)? {
        Outcome::Done => {
            bench.site_is_built = true;
            Ok(Report::passed("dist/".to_owned()))
        }
        Outcome::Failed => Ok(Report::failed(&output::read(&log))),
    }
}

/// Builds the site first, when no part before has done so: an old one would prove nothing.
fn after_site(
    check: Check,
    bench: &mut Bench,
    action: impl FnOnce(Check, &Bench) -> Result<Report>,
) -> Result<Report> {
    if !bench.site_is_built
        && let failed @ Report::Failed { .. } = build_site(Check::Dist, bench)?
    {
        return Ok(failed);
    }
    action(check, bench)
}

fn sizes() -> Result<Report> {
    let sizes = Sizes::of(&dist::folder())?;
    let output = sizes.to_string();
    Ok(match sizes.budget() {
        Budget::Kept => Report::Passed { note: sizes.note(), output },
        Budget::Exceeded => Report::failed(&output),
    })
}

fn plain(check: Check, bench: &Bench, mut command: Command) -> Result<Report> {
    let log = bench.log(check.name());
    Ok(match watched::run(check.name(), &mut command, &log)? {
        Outcome::Done => Report::passed(String::new()),
        Outcome::Failed => Report::failed(&output::read(&log)),
    })
}

/// A run of tests that ran none has not passed: a wrong filter would look like success.
fn tests(check: Check, bench: &Bench, mut command: Command) -> Result<Report> {
    let log = bench.log(check.name());
    let outcome = watched::run(check.name(), &mut command, &log)?;
    let output = output::read(&log);
    let count = match (outcome, report::tests_passed(&output)) {
        (Outcome::Failed, _) => return Ok(Report::failed(&output)),
        (Outcome::Done, 0) => {
            return Ok(Report::failed(&format!("{output}\n    No test was run.")));
        }
        (Outcome::Done, 1) => "1 test".to_owned(),
        (Outcome::Done, count) => format!("{count} tests"),
    };
    let matrix = report::fault_matrix(&output);
    let note = [Some(count), matrix.total].into_iter().flatten().collect::<Vec<_>>().join(", ");
    Ok(Report::Passed { note, output: matrix.walks.join("\n") })
}
