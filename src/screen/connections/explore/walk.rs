//! The rows of the tree, made from what is loaded, unfolded and sought.

use std::rc::Rc;

use flow_service::operation::explore_connection::{Entry, EntryKind};

use super::tree::{Branch, Fold, Node, Note, Row, Tree, is_container};

/// How many entries there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// In the source itself; while something is sought, all that are loaded.
    pub all: usize,
    /// Those of them whose names have what is sought.
    pub found: usize,
    /// Those of all that are no tables.
    pub others: usize,
}

/// The rows, and how many entries they were made from.
pub(super) fn walk(tree: &Tree) -> (Vec<Node>, Counts) {
    let sought = tree.search.trim().to_lowercase();
    let mut walk =
        Walk { tree, sought, around: Vec::new(), nodes: Vec::new(), counts: Counts::default() };
    if let Some(Branch::Loaded(entries)) = &tree.root {
        walk.level(entries);
    }
    (walk.nodes, walk.counts)
}

struct Walk<'a> {
    tree: &'a Tree,
    /// In lower case; empty where nothing is sought.
    sought: String,
    /// The paths of the containers that are walked through now.
    around: Vec<&'a str>,
    nodes: Vec<Node>,
    counts: Counts,
}

impl<'a> Walk<'a> {
    fn level(&mut self, entries: &'a [Rc<Entry>]) {
        let mut own = Vec::new();
        for entry in entries {
            let is_found = self.count(entry);
            let at = self.push(Row::Entry(Rc::clone(entry), Fold::Leaf));
            let fold = if is_container(entry) { self.below(entry, is_found) } else { Fold::Leaf };
            if !is_found && fold != Fold::Unfolded {
                self.nodes.truncate(at);
                continue;
            }
            own.push(at);
            if let Some(Node { row: Row::Entry(_, held), .. }) = self.nodes.get_mut(at) {
                *held = fold;
            }
        }
        for (index, at) in own.iter().enumerate() {
            if let Some(node) = self.nodes.get_mut(*at) {
                node.place = index + 1;
                node.siblings = own.len();
            }
        }
    }

    /// Counts the entry. Says whether it is shown for its own sake.
    fn count(&mut self, entry: &Entry) -> bool {
        let is_found = self.sought.is_empty() || entry.name.to_lowercase().contains(&self.sought);
        if self.around.is_empty() || !self.sought.is_empty() {
            self.counts.all += 1;
            self.counts.found += usize::from(is_found);
            self.counts.others += usize::from(entry.kind != EntryKind::Table);
        }
        is_found
    }

    fn push(&mut self, row: Row) -> usize {
        let own = match &row {
            Row::Entry(entry, _) => [entry.kind.as_str(), " ", &entry.path].concat(),
            Row::Note(..) => String::new(),
        };
        let key = [&self.around.join("\n"), "\n", &own].concat();
        self.nodes.push(Node { level: self.around.len() + 1, place: 1, siblings: 1, key, row });
        self.nodes.len() - 1
    }

    /// What is in a container. While something is sought, all that is loaded is walked
    /// through, and a container is unfolded where something is found in it.
    fn below(&mut self, entry: &'a Entry, is_found: bool) -> Fold {
        let path = entry.path.as_str();
        // A container that says to be in itself would never end.
        let is_around = self.around.contains(&path);
        let is_unfolded = self.tree.unfolded.contains(path);
        if is_around || (!is_unfolded && self.sought.is_empty()) {
            return Fold::Folded;
        }
        let before = self.nodes.len();
        self.around.push(path);
        let note = match self.tree.branches.get(path) {
            Some(Branch::Loaded(entries)) => {
                self.level(entries);
                entries.is_empty().then_some(Note::Empty)
            }
            Some(Branch::Failed(_)) => Some(Note::Failed),
            None => Some(Note::Waiting),
        };
        if let Some(note) = note.filter(|_| is_unfolded && is_found) {
            self.push(Row::Note(path.to_owned(), note));
        }
        self.around.pop();
        if self.nodes.len() > before { Fold::Unfolded } else { Fold::Folded }
    }
}
