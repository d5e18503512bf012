//! Programs that we start and that end with us. Each is started in a process group of its own,
//! so that what it starts in its turn (cargo, rustc, browsers) ends with it.
//!
//! Only Unix has process groups; these commands are for Linux and macOS.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use nix::sys::signal::{Signal, killpg};
use nix::sys::wait::{WaitPidFlag, waitpid};
use nix::unistd::Pid;

/// How long a group may take to end by itself before it is killed.
const GRACE: Duration = Duration::from_secs(4);
/// How often a running program is looked at.
pub const TICK: Duration = Duration::from_millis(100);
/// What a shell reports for a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

static GROUPS: Mutex<Vec<Pid>> = Mutex::new(Vec::new());
static ENDING: AtomicBool = AtomicBool::new(false);

/// A running program and all that it started. Dropping it ends them.
pub struct Group {
    child: Child,
    leader: Pid,
}

impl Group {
    /// Starts a program in a process group of its own.
    pub fn start(command: &mut Command) -> Result<Self> {
        let mut groups = groups();
        let program = command.get_program().to_string_lossy().into_owned();
        let child = command
            .process_group(0)
            .spawn()
            .with_context(|| format!("`{program}` does not start"))?;
        let leader = Pid::from_raw(i32::try_from(child.id()).context("a process id is too big")?);
        groups.push(leader);
        Ok(Self { child, leader })
    }

    /// How the program ended, or nothing while it runs.
    pub fn status(&mut self) -> Result<Option<ExitStatus>> {
        let status = self.child.try_wait();
        if ENDING.load(Ordering::SeqCst) {
            // The handler of Ctrl-C took over, and it may have reaped this child already.
            wait_for_exit();
        }
        status.context("cannot look at a program")
    }

    fn end(&mut self) {
        signal(self.leader, Signal::SIGTERM);
        let deadline = Instant::now() + GRACE;
        while Instant::now() < deadline {
            // Reaping the leader comes first: the group lives as long as its zombie does.
            let ended = !matches!(self.child.try_wait(), Ok(None));
            if ended && !is_alive(self.leader) {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        signal(self.leader, Signal::SIGKILL);
        groups().retain(|group| *group != self.leader);
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.end();
    }
}

/// Makes Ctrl-C, a closed terminal and a plain `kill` end everything that was started.
pub fn end_all_on_ctrl_c() -> Result<()> {
    ctrlc::set_handler(|| {
        // Held until the end, so that nothing new starts meanwhile.
        let groups = groups();
        ENDING.store(true, Ordering::SeqCst);
        eprintln!("\nEnding.");
        for group in groups.iter() {
            signal(*group, Signal::SIGTERM);
        }
        let deadline = Instant::now() + GRACE;
        while Instant::now() < deadline && groups.iter().any(|group| is_alive_when_reaped(*group)) {
            std::thread::sleep(Duration::from_millis(20));
        }
        for group in groups.iter() {
            signal(*group, Signal::SIGKILL);
        }
        std::process::exit(INTERRUPTED);
    })
    .context("cannot listen for Ctrl-C")
}

/// Whether this process may do everything.
pub fn is_root() -> bool {
    nix::unistd::Uid::effective().is_root()
}

fn groups() -> MutexGuard<'static, Vec<Pid>> {
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner)
}

fn is_alive(group: Pid) -> bool {
    killpg(group, None).is_ok()
}

/// A leader that ended stays in its group as a zombie until somebody asks for its status.
fn is_alive_when_reaped(group: Pid) -> bool {
    let _reaped_elsewhere = waitpid(group, Some(WaitPidFlag::WNOHANG));
    is_alive(group)
}

fn signal(group: Pid, signal: Signal) {
    // A group that is gone already is what we want.
    let _gone = killpg(group, signal);
}

/// The handler of Ctrl-C ends this process; until then nothing else is to be said or started.
fn wait_for_exit() {
    loop {
        std::thread::sleep(GRACE);
    }
}
