//! The fault matrix: whatever goes wrong, in whatever is done, the page says what the table
//! says, loses nothing that was typed, sends nothing twice, and is ready for the next press.
//!
//! Each scenario meets all cases on one page, as a person would who does not give up.

mod cases;

mod seen;

mod walk;

mod sent;

mod writing;

mod reading;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use anyhow::Result;

use crate::world::World;
use cases::{Kind, Operation, all};
use walk::Walk;

/// How many cases have passed, in all scenarios.
static PASSED: AtomicUsize = AtomicUsize::new(0);

/// Creating a connection.
pub async fn create(world: &World) -> Result<()> {
    walk(world, Operation::Create).await
}

/// Loading the list anew.
pub async fn list(world: &World) -> Result<()> {
    walk(world, Operation::List).await
}

/// Testing a connection, while an edit of it is not saved.
pub async fn test(world: &World) -> Result<()> {
    walk(world, Operation::Test).await
}

/// Reading the tables of the source anew.
pub async fn explore(world: &World) -> Result<()> {
    walk(world, Operation::Explore).await
}

/// Saving an edit with new secrets.
pub async fn edit(world: &World) -> Result<()> {
    walk(world, Operation::Edit).await
}

async fn walk(world: &World, operation: Operation) -> Result<()> {
    let start = Instant::now();
    let cases = all();
    Walk::new(world, operation).through(&cases).await?;
    PASSED.fetch_add(cases.len(), Ordering::Relaxed);
    let of = |kind: Kind| cases.iter().filter(|case| case.kind == kind).count();
    let kinds = Kind::ALL.map(|kind| format!("{} {}", kind.name(), of(kind)));
    let (browser, seconds) = (world.browser.kind.name(), start.elapsed().as_secs());
    let (count, kinds) = (cases.len(), kinds.join(", "));
    // `cargo xtask test` prints the lines that begin so.
    println!(
        "fault matrix of {}, {browser}: {count} cases in {seconds} s ({kinds})",
        operation.name()
    );
    Ok(())
}

/// Prints how many cases the scenarios have met, where they were run.
pub fn print_total() {
    let passed = PASSED.load(Ordering::Relaxed);
    if passed > 0 {
        println!("fault matrix: {passed} cases passed\n");
    }
}
