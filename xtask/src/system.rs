//! Programs that come from the system's packages: browsers, their drivers, Node.js. On Debian and
//! Ubuntu they are installed; elsewhere it is said what to install.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail, ensure};

use crate::process;
use crate::tools::{program_on_path, with_lock};
use crate::watched::{self, Outcome};
use crate::{output, workspace};

/// A program that a system package brings.
pub struct Program {
    /// What people call it.
    pub name: &'static str,
    /// A variable that names its path, for a program that is elsewhere.
    pub variable: &'static str,
    /// The names it has on different systems, the best first.
    pub binaries: &'static [&'static str],
    /// The package of Debian that brings it.
    pub package: &'static str,
}

/// The browser of the first kind.
pub const CHROMIUM: Program = Program {
    name: "Chromium",
    variable: "CHROMIUM",
    binaries: &["chromium", "chromium-browser", "google-chrome"],
    package: "chromium",
};

/// Drives Chromium in the tests.
pub const CHROMEDRIVER: Program = Program {
    name: "the driver of Chromium",
    variable: "CHROMEDRIVER",
    binaries: &["chromedriver", "chromium.chromedriver"],
    package: "chromium-driver",
};

/// The browser of the second kind.
pub const FIREFOX: Program = Program {
    name: "Firefox",
    variable: "FIREFOX",
    binaries: &["firefox-esr", "firefox"],
    package: "firefox-esr",
};

/// Runs the validating proxy of the tests, and the JavaScript that the app writes.
pub const NODE: Program =
    Program { name: "Node.js", variable: "NODE", binaries: &["node"], package: "nodejs" };

/// Runs the Python that the app writes. The package is that of pip, which needs Python itself.
pub const PYTHON: Program =
    Program { name: "Python", variable: "PYTHON", binaries: &["python3"], package: "python3-pip" };

/// Fetches the accessibility checker and the validating proxy.
pub const NPM: Program =
    Program { name: "npm", variable: "NPM", binaries: &["npm"], package: "npm" };

/// The path of the program, after installing it when it is missing.
pub fn provide(program: &Program) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(program.variable).map(PathBuf::from) {
        ensure!(
            path.is_file(),
            "{} is {}, and there is no such file",
            program.variable,
            path.display()
        );
        return Ok(path);
    }
    if let Some(path) = find(program) {
        return Ok(path);
    }
    with_lock("packages", || install(program))?;
    match find(program) {
        Some(path) => Ok(path),
        None => bail!("{}", by_hand(program)),
    }
}

fn find(program: &Program) -> Option<PathBuf> {
    program.binaries.iter().find_map(|name| program_on_path(name))
}

fn install(program: &Program) -> Result<()> {
    ensure!(program_on_path("apt-get").is_some(), "{}", by_hand(program));
    become_root(program)?;
    let log = workspace::scratch()?.join("packages.log");
    let _none_before = std::fs::remove_file(&log);
    let label = format!("installing {} (package {})", program.name, program.package);
    let mut update = as_root("apt-get");
    update.args(["update", "--quiet"]);
    // An old list of packages may still do: what follows says whether it does.
    let _list_is_old = watched::run(&label, &mut update, &log)?;
    let mut install = as_root("apt-get");
    install.args(["install", "--yes", "--quiet", "--no-install-recommends"]);
    install.arg(program.package);
    match watched::run(&label, &mut install, &log)? {
        Outcome::Done => Ok(()),
        Outcome::Failed => Err(output::failure(&by_hand(program), &log)),
    }
}

/// Asks for the password, if there is one to ask for, before the progress line begins.
fn become_root(program: &Program) -> Result<()> {
    if process::is_root() {
        return Ok(());
    }
    let allowed = program_on_path("sudo").is_some()
        && Command::new("sudo").arg("--validate").status().is_ok_and(|status| status.success());
    ensure!(
        allowed,
        "{} is missing, and installing it needs the rights of root: run \
         `apt-get install --no-install-recommends {}` as root, then this again",
        program.name,
        program.package
    );
    Ok(())
}

fn as_root(program: &str) -> Command {
    let environment = ["DEBIAN_FRONTEND=noninteractive", program];
    let mut command = if process::is_root() {
        workspace::command("env")
    } else {
        let mut sudo = workspace::command("sudo");
        sudo.args(["--non-interactive", "env"]);
        sudo
    };
    command.args(environment);
    command
}

fn by_hand(program: &Program) -> String {
    format!(
        "{} is missing: install it (Debian's package is {}), or set {} to the path of its program.",
        program.name, program.package, program.variable
    )
}
