//! The tables of the source: the tree of them, and the one that is open.
//!
//! Long lists are tables of which only the rows around those that can be seen are drawn;
//! a cell with an attribute for its height stands for the rest, since the page allows no
//! styles in attributes.

mod tree;

mod columns;

mod preview;

use self::columns::columns;
use self::preview::preview;
use self::tree::tree;
use super::super::element::{At, Element, div, element, paragraph};
use super::parts::{self, Page};
use crate::screen::connections::explore::{Content, Explore, Msg, OpenTable, ROW, element_id};
use crate::screen::connections::words::explore as words;
use crate::screen::connections::{CopyTarget, Msg as Anything};

/// The view of the tables.
pub(super) fn explore(page: &Page) -> Element {
    let Some(one) = &page.model.one else { return div("explore") };
    let is_open = one.explore.open.is_some();
    let beside = match &one.explore.open {
        Some(open) => table(page, &one.explore, open).key(&open.entry.path),
        None => paragraph("empty")
            .flag(At::Hidden, one.explore.tree.nodes.is_empty())
            .text(words::SELECT),
    };
    div(if is_open { "explore opened" } else { "explore" })
        .child(tree(page, &one.explore))
        .child(div("beside").child(beside))
}

/// The open table.
fn table(page: &Page, explore: &Explore, open: &OpenTable) -> Element {
    let back = page
        .button(Anything::Explore(Msg::BackPressed))
        .set(At::Class, "secondary back")
        .text(words::BACK);
    let heading = element("h2")
        .set(At::Id, element_id::TABLE)
        .set(At::TabIndex, "-1")
        .string(open.entry.name.clone());
    let path = paragraph("path")
        .flag(At::Hidden, open.entry.path == open.entry.name)
        .text(words::PATH)
        .text(" ")
        .child(element("code").string(open.entry.path.clone()));
    let loaded = element("span").set(At::Class, "slot").flag(At::Hidden, open.table().is_none());
    let loaded = loaded
        .child(page.copy_button(words::COPY_COLUMNS, CopyTarget::Columns))
        .child(page.copy_button(words::COPY_SCHEMA, CopyTarget::Schema));
    let actions = div("actions")
        .child(page.copy_button(words::COPY_PATH, CopyTarget::Path(open.entry.path.clone())))
        .child(loaded);
    let error = if let Content::Failed(error) = &open.content { Some(error) } else { None };
    let retry = Some(Anything::Explore(Msg::TableRetryPressed));
    element("section")
        .set(At::LabelledBy, element_id::TABLE)
        .child(back)
        .child(heading)
        .child(path)
        .child(actions)
        .child(page.progress(&open.call(), words::READING_TABLE))
        .child(page.failure(words::TABLE_NOT_READ, error, retry))
        .child(columns(page, explore, open))
        .child(preview(page, explore, open))
}

/// A text that is there while it says something.
fn remark(class: &'static str, text: &'static str) -> Element {
    paragraph(class).flag(At::Hidden, text.is_empty()).text(text)
}

/// What stands for so many rows that are not drawn.
fn spacer(key: &'static str, rows: usize, columns: &'static str) -> Element {
    parts::spacer(key, rows, ROW, columns)
}

/// A field that searches as one types.
fn search(
    page: &Page,
    id: &'static str,
    label: &'static str,
    text: &str,
    msg: fn(String) -> Msg,
) -> Element {
    let input = element("input")
        .set(At::Type, "text")
        .set(At::Id, id)
        .set(At::AutoComplete, "off")
        .set(At::SpellCheck, "false")
        .value(text.to_owned())
        .on_input(page.act, move |text| Anything::Explore(msg(text)));
    parts::field("field", id, label, input)
}
