//! Which functions and data need which others, and who needs what.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, ensure};
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{ExportItem, FunctionId, FunctionKind, Module};

use super::uses::{Use, Uses};

/// A function, or a datum by its place in [`Uses::data`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Node {
    Function(FunctionId),
    Datum(usize),
}

/// Who needs whom.
#[derive(Default)]
pub struct Graph {
    needs: HashMap<Node, Vec<Node>>,
    /// Whom each function calls by name.
    pub calls: HashMap<FunctionId, Vec<FunctionId>>,
}

/// What goes to the part, because nothing else needs it.
pub struct Share {
    /// The function that is exported.
    pub root: FunctionId,
    /// Functions.
    pub functions: HashSet<FunctionId>,
    /// Data.
    pub data: HashSet<usize>,
}

impl Graph {
    /// Calls are read from the code itself; what is referred to by address is read from the
    /// linker's notes, which know a function by its name.
    pub fn of(module: &Module, uses: &Uses) -> Result<Self> {
        let mut graph = Self::default();
        let by_name: HashMap<&str, FunctionId> = module
            .funcs
            .iter()
            .filter_map(|held| Some((held.name.as_deref()?, held.id())))
            .collect();
        let node = |used: &Use| match used {
            Use::Function(name) => by_name.get(name.as_str()).copied().map(Node::Function),
            Use::Datum(place) => Some(Node::Datum(*place)),
        };
        for function in module.funcs.iter() {
            let mut calls = Calls(Vec::new());
            let mut needs = Vec::new();
            if let FunctionKind::Local(local) = &function.kind {
                dfs_in_order(&mut calls, local, local.entry_block());
                let name = function.name.as_deref().unwrap_or_default();
                match uses.functions.get(name) {
                    Some(noted) => needs.extend(noted.iter().filter_map(node)),
                    // Without notes the function must be one that refers to nothing.
                    None => ensure!(is_made_later(name), "the linker knows no function {name:?}"),
                }
            }
            needs.extend(calls.0.iter().copied().map(Node::Function));
            graph.needs.insert(Node::Function(function.id()), needs);
            graph.calls.insert(function.id(), calls.0);
        }
        for (place, datum) in uses.data.iter().enumerate() {
            graph.needs.insert(Node::Datum(place), datum.uses.iter().filter_map(node).collect());
        }
        Ok(graph)
    }

    /// What only this export needs.
    pub fn share(&self, module: &Module, export: &str) -> Result<Share> {
        let root = module.exports.get_func(export)?;
        let others = module.exports.iter().filter_map(|held| match held.item {
            ExportItem::Function(id) if id != root => Some(id),
            _ => None,
        });
        let kept = self.reach(others.chain(module.start).map(Node::Function));
        let mut share = Share { root, functions: HashSet::new(), data: HashSet::new() };
        for node in self.reach([Node::Function(root)]).difference(&kept) {
            match node {
                // wasm-bindgen's script gives its functions to the main file only.
                Node::Function(id) if is_import(module, *id) => continue,
                Node::Function(id) => share.functions.insert(*id),
                Node::Datum(place) => share.data.insert(*place),
            };
        }
        ensure!(share.functions.contains(&root), "the rest of the app needs {export} too");
        Ok(share)
    }

    fn reach(&self, roots: impl IntoIterator<Item = Node>) -> HashSet<Node> {
        let mut open: Vec<Node> = roots.into_iter().collect();
        let mut reached: HashSet<Node> = open.iter().copied().collect();
        while let Some(node) = open.pop() {
            for next in self.needs.get(&node).into_iter().flatten() {
                if reached.insert(*next) {
                    open.push(*next);
                }
            }
        }
        reached
    }
}

fn is_import(module: &Module, id: FunctionId) -> bool {
    matches!(module.funcs.get(id).kind, FunctionKind::Import(_))
}

/// Whether wasm-bindgen made the function: it only passes values on.
fn is_made_later(name: &str) -> bool {
    name.is_empty() || name.ends_with(" shim") || name.contains("__wb")
}

struct Calls(Vec<FunctionId>);

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, id: &FunctionId) {
        self.0.push(*id);
    }
}
