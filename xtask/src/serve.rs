//! `cargo xtask serve`: the local Flow Service and the page, until Ctrl-C.
//!
//! How the page is built and what is proxied to the service is said in `Trunk.toml`, so that
//! plain `trunk serve` does the same.

mod live;

use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::arguments::{ServeOptions, Service};
use crate::process::{Group, TICK};
use crate::trunk::Trunk;
use crate::watched::{self, Outcome};
use crate::{answer, output, workspace};

/// The port of the local service; `Trunk.toml` names it too.
const SERVICE_PORT: u16 = 4010;
/// A service that is built answers at once.
const SERVICE_PATIENCE: Duration = Duration::from_secs(30);
/// The first build of the page, on a slow machine.
const PAGE_PATIENCE: Duration = Duration::from_mins(20);

/// A program of ours that runs until the end.
struct Running {
    name: &'static str,
    group: Group,
}

/// Runs the page, and the local service when it is wanted.
pub fn run(options: &ServeOptions) -> Result<ExitCode> {
    let begin = Instant::now();
    check_ports(options)?;
    let trunk = Trunk::provide()?;
    let mut running = Vec::new();
    if options.service == Service::Local {
        running.push(start_service()?);
        wait_for_service(&mut running)?;
    }
    running.push(start_page(&trunk, options)?);
    wait_for_page(&mut running, options.port)?;
    announce(options, begin.elapsed());
    loop {
        ensure_all_run(&mut running)?;
        std::thread::sleep(TICK);
    }
}

fn check_ports(options: &ServeOptions) -> Result<()> {
    let port = options.port;
    if options.service == Service::Local {
        ensure!(
            port != SERVICE_PORT,
            "port {SERVICE_PORT} is for the local Flow Service: choose another one for the page"
        );
        ensure!(
            answer::is_free(SERVICE_PORT),
            "port {SERVICE_PORT} on 127.0.0.1 is taken, and the local Flow Service needs it: end \
             the program that uses it (another `cargo xtask serve`?), or use \
             `cargo xtask serve --live`"
        );
    }
    ensure!(
        answer::is_free(port),
        "port {port} on 127.0.0.1 is taken or not allowed: end the program that uses it, or \
         choose another port with `cargo xtask serve --port {}`",
        port.checked_add(1).unwrap_or(8081)
    );
    Ok(())
}

fn start_service() -> Result<Running> {
    let log = workspace::scratch()?.join("service.log");
    let _none_before = std::fs::remove_file(&log);
    let mut build = workspace::cargo();
    build.args(["build", "--package", "flow-service-sim"]);
    if let Outcome::Failed = watched::run("building the local Flow Service", &mut build, &log)? {
        return Err(output::failure("The local Flow Service could not be built.", &log));
    }
    // Through cargo, because only cargo knows where the program is.
    let mut run = workspace::cargo();
    run.args(["run", "--quiet", "--package", "flow-service-sim", "--"])
        .args(["--port", &SERVICE_PORT.to_string()]);
    Ok(Running { name: "the local Flow Service", group: Group::start(&mut run)? })
}

fn wait_for_service(running: &mut [Running]) -> Result<()> {
    let begin = Instant::now();
    while answer::status(SERVICE_PORT, "/config.json").is_none() {
        ensure_all_run(running)?;
        ensure!(
            begin.elapsed() < SERVICE_PATIENCE,
            "the local Flow Service runs but does not answer on 127.0.0.1:{SERVICE_PORT}"
        );
        std::thread::sleep(TICK);
    }
    Ok(())
}

fn start_page(trunk: &Trunk, options: &ServeOptions) -> Result<Running> {
    // Not `dist`: that is for what is deployed.
    let site = workspace::scratch()?.join("page");
    let _none_before = std::fs::remove_dir_all(&site);
    let mut command = trunk.command();
    if options.service == Service::Live {
        command.arg("--config").arg(live::configuration()?);
    }
    command
        .args(["serve", "--address", "127.0.0.1"])
        .args(["--port", &options.port.to_string()])
        .arg("--dist")
        .arg(&site);
    if options.service == Service::Live {
        live::name_paths(&mut command);
    }
    eprintln!("building the page (the first time takes a minute or two)");
    Ok(Running { name: "trunk", group: Group::start(&mut command)? })
}

fn wait_for_page(running: &mut [Running], port: u16) -> Result<()> {
    let begin = Instant::now();
    let mut said = false;
    loop {
        ensure_all_run(running)?;
        match answer::status(port, "/") {
            Some(200) => return Ok(()),
            // Trunk listens after its first build: no page then means that the build failed.
            Some(_) if !said => {
                said = true;
                eprintln!(
                    "\nThe page was not built: trunk says why above. It builds again when a file \
                     is changed.\n"
                );
            }
            None if begin.elapsed() > PAGE_PATIENCE => {
                bail!("the page does not answer on 127.0.0.1:{port}, and trunk does not say why");
            }
            Some(_) | None => {}
        }
        std::thread::sleep(TICK);
    }
}

fn ensure_all_run(running: &mut [Running]) -> Result<()> {
    for program in running {
        if let Some(status) = program.group.status()? {
            bail!("{} ended by itself ({status}); everything else is ended, too", program.name);
        }
    }
    Ok(())
}

fn announce(options: &ServeOptions, time: Duration) {
    let page = format!("http://127.0.0.1:{}/", options.port);
    let service = match options.service {
        Service::Local => format!("http://127.0.0.1:{SERVICE_PORT}/ (local, with made-up data)"),
        Service::Live => "https://platform.adobe.io (Adobe's own)".to_owned(),
    };
    println!("\n    Flow Connect is ready, after {}.\n", watched::clock(time));
    println!("    Page          {page}");
    println!("    Flow Service  {service}\n");
    println!("    Ctrl-C ends it.\n");
    if options.open
        && let Err(error) = open(&page)
    {
        println!("    The browser could not be opened ({error:#}): open the page by hand.\n");
    }
}

fn open(page: &str) -> Result<()> {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let status = Command::new(program)
        .arg(page)
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("there is no `{program}` here"))?;
    ensure!(status.success(), "`{program}` failed");
    Ok(())
}
