//! Takes a part out of the built wasm: what only one of its exports needs goes to a file of
//! its own, which the app fetches when it is needed (`src/web/part.rs`).
//!
//! Both files work on one memory and one table of functions, as if they were one. The main
//! file has holes where the part is missing; loading the part fills them. So the part's
//! export is all that may be called of it, and only after it was loaded.

mod data;

mod files;

mod graph;

mod uses;

use anyhow::{Context, Result};

use self::files::Files;
use self::graph::Graph;
use self::uses::Uses;

/// The export that needs the part; `src/web/connections.rs` names it too.
const EXPORT: &str = "connectionsPart";

/// The two files.
pub struct Split {
    /// What the page loads first.
    pub main: Vec<u8>,
    /// The part.
    pub part: Vec<u8>,
}

/// Splits the wasm. `linked` is what the linker made, with its relocations; `bound` is what
/// wasm-bindgen made of it. Only the first tells who uses what; only the second is shipped.
pub fn split(linked: &[u8], bound: &[u8]) -> Result<Split> {
    let uses = Uses::of(linked).context("the linker's notes cannot be read")?;
    let files = Files::read(bound)?;
    let graph = Graph::of(&files.main, &uses)?;
    let share = graph.share(&files.main, EXPORT)?;
    let split = files.split(&graph, &share, &uses, EXPORT)?;
    for (name, wasm) in [("main file", &split.main), ("part", &split.part)] {
        wasmparser::validate(wasm).with_context(|| format!("the {name} is no valid wasm"))?;
    }
    Ok(split)
}
