//! What is asked of the source, and what becomes of the answers.

use flow_service::error::CallError;
use flow_service::operation::explore_connection::{self, Entry, EntryKind, Table};

use super::super::message::{Call, Effect};
use super::super::model::Model;
use super::super::words::explore as words;
use super::open_table;
use super::pane::Pane;
use super::table::{Content, columns_may_come};
use super::tree::Branch;

/// The view is shown: what is not known yet, and not on its way, is asked for.
pub(in super::super) fn shown(model: &mut Model) -> Vec<Effect> {
    let Some(one) = &mut model.one else { return Vec::new() };
    let explore = &mut one.explore;
    explore.showings = explore.showings.wrapping_add(1);
    explore.tree.pane = Pane::default();
    let mut lacking: Vec<_> = explore.tree.waiting().into_iter().map(Some).collect();
    if !matches!(explore.tree.root, Some(Branch::Loaded(_))) {
        lacking.push(None);
    }
    let mut is_table_lacking = false;
    if let Some(open) = &mut explore.open {
        open.columns = Pane::default();
        open.grid.pane = Pane::default();
        is_table_lacking = matches!(open.content, Content::Asked(_));
    }
    let mut effects = Vec::new();
    for path in lacking {
        if model.calls.running(&Call::Entries(path.clone())).is_none() {
            effects.extend(ask_entries(model, path));
        }
    }
    if is_table_lacking && model.calls.count(|call| matches!(call, Call::Table(..))) == 0 {
        effects.extend(ask_table(model));
    }
    effects
}

/// Asks for what is in the source, or in a container.
pub(super) fn ask_entries(model: &mut Model, path: Option<String>) -> Vec<Effect> {
    let (Some(access), Some(one)) = (&model.access, &mut model.one) else { return Vec::new() };
    let tree = &mut one.explore.tree;
    let request = match &path {
        None => explore_connection::root_request(access, &one.id),
        Some(path) => {
            let Some(entry) = tree.entry(path) else { return Vec::new() };
            explore_connection::entry_request(access, &one.id, entry, false)
        }
    };
    tree.forget(path.as_deref());
    model.calls.start(Call::Entries(path), request)
}

/// Asks for the open table.
pub(super) fn ask_table(model: &mut Model) -> Vec<Effect> {
    let (Some(access), Some(one)) = (&model.access, &model.one) else { return Vec::new() };
    let Some(open) = &one.explore.open else { return Vec::new() };
    if matches!(open.content, Content::NotOffered) {
        return Vec::new();
    }
    let call = open.call();
    let preview = matches!(call, Call::Table(_, true));
    let request = explore_connection::entry_request(access, &one.id, &open.entry, preview);
    model.calls.start(call, request)
}

/// What is in the source, or in a container with this path, came.
pub(in super::super) fn entries(
    model: &mut Model,
    path: Option<String>,
    result: Result<Vec<Entry>, CallError>,
) -> Vec<Effect> {
    let Some(one) = &mut model.one else { return Vec::new() };
    let said = result.as_ref().ok().map(|entries| {
        let are_tables = entries.iter().all(|entry| entry.kind == EntryKind::Table);
        words::entries_came(entries.len(), are_tables)
    });
    one.explore.tree.answered(path, result);
    said.map(Effect::say).into_iter().collect()
}

/// A table came.
pub(in super::super) fn table(
    model: &mut Model,
    path: &str,
    preview: bool,
    result: Result<Table, CallError>,
) -> Vec<Effect> {
    let Some(open) = open_table(model).filter(|open| open.entry.path == path) else {
        return Vec::new();
    };
    let Content::Asked(refused) = &open.content else { return Vec::new() };
    match result {
        Ok(table) => {
            open.loaded(table, refused.clone());
            let (columns, rows) = (open.all_columns().len(), open.rows().len());
            vec![Effect::say(words::table_came(&open.entry.name, columns, rows))]
        }
        Err(error) if preview && open.entry.can_fetch_schema && columns_may_come(&error) => {
            open.content = Content::Asked(Some(error));
            ask_table(model)
        }
        Err(error) => {
            open.content = Content::Failed(error);
            Vec::new()
        }
    }
}
