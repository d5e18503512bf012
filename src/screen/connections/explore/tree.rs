//! The tree of what is in the source: what is known of it, and the rows that follow.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use flow_service::error::CallError;
use flow_service::operation::explore_connection::{Entry, EntryKind};

use super::key::Key;
use super::pane::Pane;
use super::walk::{Counts, walk};

/// What is in the source, or in a container. It is asked for, or not, where there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Branch {
    /// The service could not say.
    Failed(CallError),
    /// All.
    Loaded(Vec<Rc<Entry>>),
}

/// A row of the tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// How deep it is, from 1.
    pub level: usize,
    /// Its place among the rows that are in the same container, from 1.
    pub place: usize,
    /// How many rows these are.
    pub siblings: usize,
    /// What tells it from all other rows: the paths of what it is in, and its own.
    pub key: String,
    /// What it shows.
    pub row: Row,
}

/// What a row shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// An entry.
    Entry(Rc<Entry>, Fold),
    /// What there is to say of the container with this path instead of its entries.
    Note(String, Note),
}

/// Whether the entries of a row are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// It has none: it opens as a table.
    Leaf,
    /// They are not.
    Folded,
    /// They are.
    Unfolded,
}

/// What there is to say of a container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// Its entries did not come yet.
    Waiting,
    /// Its entries could not be read.
    Failed,
    /// It has none.
    Empty,
}

/// The tree.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tree {
    /// What is in the source.
    pub root: Option<Branch>,
    /// What is in its containers, by their paths.
    pub(in super::super) branches: BTreeMap<String, Branch>,
    pub(super) unfolded: BTreeSet<String>,
    /// What is sought among the names.
    pub search: String,
    /// The rows: they follow from all above.
    pub nodes: Vec<Node>,
    /// How many entries are loaded, and found.
    pub counts: Counts,
    /// The row that has the focus, or had it last.
    active: usize,
    /// Which rows are drawn.
    pub pane: Pane,
}

/// Whether other entries are in it. Of a kind that is not known, what can be read as a
/// table is one.
pub(super) fn is_container(entry: &Entry) -> bool {
    match entry.kind {
        EntryKind::Folder => true,
        EntryKind::Table | EntryKind::File => false,
        EntryKind::Other(_) => !entry.can_preview && !entry.can_fetch_schema,
    }
}

impl Tree {
    /// The row that the tab key leads to: the active one, or the first that is drawn.
    #[must_use]
    pub fn tab_stop(&self) -> usize {
        let drawn = self.pane.rows(self.nodes.len());
        if drawn.contains(&self.active) { self.active } else { drawn.start }
    }

    /// The containers that are shown and could not be read.
    pub fn failures(&self) -> impl Iterator<Item = (&str, &CallError)> {
        self.nodes.iter().filter_map(|node| {
            let Row::Note(path, Note::Failed) = &node.row else { return None };
            let Some(Branch::Failed(error)) = self.branches.get(path) else { return None };
            Some((path.as_str(), error))
        })
    }

    /// The entry with this path, if it is shown.
    pub(super) fn entry(&self, path: &str) -> Option<&Rc<Entry>> {
        self.nodes.iter().find_map(|node| match &node.row {
            Row::Entry(entry, _) if entry.path == path => Some(entry),
            _ => None,
        })
    }

    /// The containers whose entries are waited for.
    pub(super) fn waiting(&self) -> Vec<String> {
        let waiting = self.nodes.iter().filter_map(|node| match &node.row {
            Row::Note(path, Note::Waiting) => Some(path.clone()),
            _ => None,
        });
        waiting.collect()
    }

    pub(super) fn answered(&mut self, path: Option<String>, result: Result<Vec<Entry>, CallError>) {
        let branch = match result {
            Ok(entries) => {
                // The same entry twice would be two rows that nothing tells apart.
                let mut known = BTreeSet::new();
                let is_new =
                    |entry: &Entry| known.insert([entry.kind.as_str(), " ", &entry.path].concat());
                Branch::Loaded(entries.into_iter().filter(is_new).map(Rc::new).collect())
            }
            Err(error) => Branch::Failed(error),
        };
        match path {
            None => self.root = Some(branch),
            Some(path) => {
                self.branches.insert(path, branch);
            }
        }
        self.list();
    }

    /// Nothing is known of it any more; it is about to be asked for.
    pub(super) fn forget(&mut self, path: Option<&str>) {
        match path {
            None => *self = Self { search: std::mem::take(&mut self.search), ..Self::default() },
            Some(path) => {
                self.branches.remove(path);
                self.list();
            }
        }
    }

    pub(super) fn sought(&mut self, text: String) {
        self.search = text;
        self.active = 0;
        self.pane = Pane::default();
        self.list();
    }

    /// Makes the rows anew. The row with the focus stays the same where it is still there.
    fn list(&mut self) {
        let before = self.nodes.get(self.active).map(|node| node.key.clone());
        let (nodes, counts) = walk(self);
        self.nodes = nodes;
        self.counts = counts;
        let found = before.and_then(|key| self.nodes.iter().position(|node| node.key == key));
        self.active = found.unwrap_or(self.active.min(self.nodes.len().saturating_sub(1)));
    }

    pub(super) fn activate(&mut self, row: usize) {
        self.active = row;
        self.pane.reveal_row(row, self.nodes.len());
    }

    /// Shows the entries of a container.
    pub(super) fn unfold(&mut self, path: &str) {
        self.unfolded.insert(path.to_owned());
        self.list();
    }

    /// Hides them. What is found by a search stays.
    pub(super) fn fold(&mut self, path: &str) {
        self.unfolded.remove(path);
        self.list();
    }

    /// The row to which a key leads.
    pub(super) fn step(&self, key: Key) -> usize {
        let (from, count) = (self.tab_stop(), self.nodes.len());
        let level = |row| self.nodes.get(row).map_or(0, |node: &Node| node.level);
        match key {
            Key::Home => 0,
            Key::End => count.saturating_sub(1),
            Key::Left => (0..from).rev().find(|&row| level(row) < level(from)).unwrap_or(from),
            Key::Right if level(from + 1) > level(from) => from + 1,
            _ => key.row(from, count),
        }
    }
}
