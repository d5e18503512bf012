//! The app as people have it: what `cargo xtask dist` built, served over HTTP with the
//! headers of production, in Chromium and in Firefox, against the local Flow Service.
//!
//! A trial is named `<browser>::<scenario>`; `cargo xtask test end-to-end-chromium` and
//! `…-firefox` set the environment and run them. Reading order: `scenario` says what is
//! proven; `world` is what each trial gets of its own; the rest drives browsers.
//! Not here: rules of single values and of the service, which their crates test.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

mod scenario;

mod bench;

mod world;

mod page;

mod seen;

mod tables;

mod until;

mod canary;

mod axe;

mod site;
mod static_file;

mod host_headers;

mod local_service;

mod browser;

mod driver;

mod raw;

mod environment;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::{Builder, Runtime};

use crate::browser::Kind;
use crate::environment::Environment;
use crate::scenario::Scenario;
use crate::world::World;

/// How many trials run at once when `--test-threads` does not say.
const TRIALS_AT_ONCE: usize = 2;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(TRIALS_AT_ONCE);
    let environment = match Environment::read() {
        Ok(environment) => Some(Arc::new(environment)),
        Err(_) if arguments.list => None,
        Err(error) => {
            eprintln!("error: {error:#}");
            return ExitCode::FAILURE;
        }
    };
    if std::env::var_os("FLOW_CONNECT_BENCH").is_some() {
        return bench(environment.as_deref());
    }
    let trials = Kind::ALL.into_iter().flat_map(|kind| {
        let environment = environment.clone();
        scenario::ALL.iter().map(move |scenario| {
            let environment = environment.clone();
            Trial::test(format!("{}::{}", kind.name(), scenario.name), move || {
                let environment = environment.ok_or("the environment was not read")?;
                run(kind, scenario, environment).map_err(Failed::from)
            })
        })
    });
    let conclusion = libtest_mimic::run(&arguments, trials.collect());
    scenario::faults::print_total();
    conclusion.exit_code()
}

/// `cargo xtask bench`: figures in place of trials.
fn bench(environment: Option<&Environment>) -> ExitCode {
    let measured = (|| {
        let environment = environment.context("the environment was not read")?;
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        runtime.block_on(bench::run(environment))
    })();
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs one scenario in a world of its own, which is taken down whatever happens.
fn run(
    kind: Kind,
    scenario: &Scenario,
    environment: Arc<Environment>,
) -> core::result::Result<(), String> {
    let start = start(kind, environment, scenario.seed);
    let (runtime, world) = start.map_err(|error| format!("{error:#}"))?;
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            (scenario.run)(&world).await?;
            world.nothing_went_astray().await
        })
    }));
    let outcome = outcome.unwrap_or_else(|_| Err(anyhow!("the scenario panicked")));
    let outcome = outcome.map_err(|error| runtime.block_on(world.explain(&error)));
    runtime.block_on(world.end());
    outcome
}

fn start(kind: Kind, environment: Arc<Environment>, seed: usize) -> Result<(Runtime, World)> {
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .context("no runtime for this trial")?;
    let world = runtime.block_on(World::start(kind, environment, seed))?;
    Ok((runtime, world))
}
