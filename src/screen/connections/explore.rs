//! The tables of the source of the open connection.
//!
//! That something is on its way is not kept here: it follows from the requests that run.

mod key;

mod pane;

mod tree;

mod walk;

mod grid;

mod table;

mod asking;

pub mod element_id;

pub(super) use asking::{entries, shown, table};
pub use grid::{Cell, Grid};
pub use key::Key;
pub use pane::{CELL, Pane, ROW};
pub use table::{CELL_TEXT_LIMIT, Content, OpenTable, Preview, beginning};
pub use tree::{Branch, Fold, Node, Note, Row, Tree};
pub use walk::Counts;

use std::rc::Rc;

use flow_service::operation::explore_connection::Entry;

use asking::{ask_entries, ask_table};

use super::message::{Call, Effect, Moment};
use super::model::Model;
use super::window::Scroll;

/// What is known of the source.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Explore {
    /// What is in it.
    pub tree: Tree,
    /// The table that is open.
    pub open: Option<OpenTable>,
    /// How often the view was shown. What scrolls is drawn anew then: a browser may have
    /// forgotten how far it was scrolled while it was not seen.
    pub showings: u32,
}

/// What a person does.
#[derive(Debug, Clone)]
pub enum Msg {
    /// The view is shown now.
    Shown,
    /// All tables shall be read again.
    RefreshPressed,
    /// This is sought among the names.
    Searched(String),
    /// The tree was scrolled.
    TreeScrolled(Scroll),
    /// A row of the tree was pressed.
    NodePressed(usize),
    /// A key was pressed in the tree.
    NodeKey(Key),
    /// What is in the source, or in this container, shall be asked for once more.
    RetryPressed(Option<String>),
    /// The open table shall be asked for once more.
    TableRetryPressed,
    /// The open table is not needed any more.
    BackPressed,
    /// This is sought among the columns.
    ColumnsSearched(String),
    /// The columns were scrolled.
    ColumnsScrolled(Scroll),
    /// The preview was scrolled.
    PreviewScrolled(Scroll),
    /// A cell of the preview was pressed.
    CellPressed(Cell),
    /// A key was pressed in the preview.
    CellKey(Key),
    /// The whole text of a cell is not needed any more.
    CellClosed,
}

/// Decides.
pub(super) fn update(model: &mut Model, msg: Msg, _moment: Moment) -> Vec<Effect> {
    match msg {
        Msg::Shown => shown(model),
        Msg::RefreshPressed => {
            let mut effects = model.calls.stop(|call| matches!(call, Call::Entries(_)));
            if let Some(one) = &mut model.one {
                one.explore.tree.forget(None);
            }
            effects.extend(ask_entries(model, None));
            effects
        }
        Msg::RetryPressed(path) => ask_entries(model, path),
        Msg::TableRetryPressed => {
            if let Some(open) = open_table(model) {
                open.content = Content::of(&open.entry);
            }
            ask_table(model)
        }
        Msg::NodePressed(row) => press(model, row),
        Msg::NodeKey(Key::Enter) => {
            let row = model.one.as_ref().map(|one| one.explore.tree.tab_stop());
            row.map(|row| press(model, row)).unwrap_or_default()
        }
        Msg::NodeKey(key) => tree_key(model, key),
        Msg::BackPressed => {
            let effects = model.calls.stop(|call| matches!(call, Call::Table(..)));
            let Some(one) = &mut model.one else { return effects };
            one.explore.open = None;
            let row = one.explore.tree.tab_stop();
            one.explore.tree.activate(row);
            [effects, vec![Effect::Focus(element_id::node(row))]].concat()
        }
        Msg::Searched(text) => {
            let Some(one) = &mut model.one else { return Vec::new() };
            one.explore.tree.sought(text);
            vec![Effect::ScrollToTop(element_id::TREE)]
        }
        Msg::TreeScrolled(scroll) => {
            if let Some(one) = &mut model.one {
                let tree = &mut one.explore.tree;
                tree.pane.scrolled(scroll, tree.nodes.len(), 0);
            }
            Vec::new()
        }
        msg => open_table(model).map(|open| in_table(open, msg)).unwrap_or_default(),
    }
}

/// What has to do with the open table alone.
fn in_table(open: &mut OpenTable, msg: Msg) -> Vec<Effect> {
    let (rows, columns) = (open.rows().len(), open.all_columns().len());
    match msg {
        Msg::ColumnsSearched(text) => {
            open.sought(text);
            vec![Effect::ScrollToTop(element_id::COLUMNS)]
        }
        Msg::ColumnsScrolled(scroll) => {
            open.columns.scrolled(scroll, open.found.len(), 0);
            Vec::new()
        }
        Msg::PreviewScrolled(scroll) => {
            open.grid.pane.scrolled(scroll, rows, columns);
            Vec::new()
        }
        Msg::CellPressed(cell) => read_whole(open, cell),
        Msg::CellKey(Key::Enter) => read_whole(open, open.grid.tab_stop(rows, columns)),
        Msg::CellKey(key) => {
            open.grid.step(key, rows, columns);
            vec![Effect::Focus(element_id::cell(open.grid.active))]
        }
        Msg::CellClosed => {
            let Some(cell) = open.grid.whole.take() else { return Vec::new() };
            open.grid.activate(cell, rows, columns);
            vec![Effect::Focus(element_id::cell(cell))]
        }
        _ => Vec::new(),
    }
}

/// A cell without a text has nothing more to show than the grid does.
fn read_whole(open: &mut OpenTable, cell: Cell) -> Vec<Effect> {
    open.grid.active = cell;
    if open.cell(cell.0, cell.1).is_none_or(str::is_empty) {
        return Vec::new();
    }
    open.grid.whole = Some(cell);
    vec![Effect::Focus(element_id::WHOLE.to_owned())]
}

fn tree_key(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(tree) = model.one.as_mut().map(|one| &mut one.explore.tree) else {
        return Vec::new();
    };
    let row = tree.tab_stop();
    let fold = match tree.nodes.get(row).map(|node| &node.row) {
        Some(Row::Entry(_, fold)) => *fold,
        Some(Row::Note(..)) => Fold::Leaf,
        None => return Vec::new(),
    };
    // What a search has unfolded cannot be folded; there, the key leads outwards at once.
    let is_searching = !tree.search.trim().is_empty();
    match (key, fold) {
        (Key::Right, Fold::Folded) => press(model, row),
        (Key::Left, Fold::Unfolded) if !is_searching => press(model, row),
        _ => {
            let to = tree.step(key);
            tree.activate(to);
            vec![Effect::Focus(element_id::node(to))]
        }
    }
}

/// A container is unfolded or folded, a table is opened, what failed is asked for again.
fn press(model: &mut Model, row: usize) -> Vec<Effect> {
    let Some(one) = &mut model.one else { return Vec::new() };
    let tree = &mut one.explore.tree;
    tree.activate(row);
    match tree.nodes.get(row).map(|node| node.row.clone()) {
        Some(Row::Entry(entry, Fold::Leaf)) => open(model, entry),
        Some(Row::Entry(entry, Fold::Folded)) => {
            tree.unfold(&entry.path);
            if matches!(tree.branches.get(&entry.path), Some(Branch::Loaded(_))) {
                return Vec::new();
            }
            ask_entries(model, Some(entry.path.clone()))
        }
        Some(Row::Entry(entry, Fold::Unfolded)) => {
            tree.fold(&entry.path);
            Vec::new()
        }
        Some(Row::Note(path, Note::Failed)) => ask_entries(model, Some(path)),
        Some(Row::Note(_, Note::Waiting | Note::Empty)) | None => Vec::new(),
    }
}

/// The focus goes to the table: where there is no room for both, the tree gives way to it.
fn open(model: &mut Model, entry: Rc<Entry>) -> Vec<Effect> {
    let focus = Effect::Focus(element_id::TABLE.to_owned());
    let Some(one) = &mut model.one else { return Vec::new() };
    let held = one.explore.open.as_ref();
    if held.is_some_and(|held| held.entry == entry && !matches!(held.content, Content::Failed(_))) {
        return vec![focus];
    }
    one.explore.open = Some(OpenTable::new(entry));
    let mut effects = model.calls.stop(|call| matches!(call, Call::Table(..)));
    effects.extend(ask_table(model));
    effects.push(focus);
    effects
}

/// The table that is open.
fn open_table(model: &mut Model) -> Option<&mut OpenTable> {
    model.one.as_mut()?.explore.open.as_mut()
}

/// The names of the columns of the open table, for copying.
pub(super) fn column_list(model: &Model) -> Option<String> {
    model.one.as_ref()?.explore.open.as_ref()?.column_list()
}

/// The schema of the open table, for copying.
pub(super) fn schema_text(model: &Model) -> Option<String> {
    model.one.as_ref()?.explore.open.as_ref()?.schema_text()
}
