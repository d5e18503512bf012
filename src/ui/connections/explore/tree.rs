//! The tree of tables and folders, with its search.

use super::super::super::element::{At, Element, div, element, paragraph};
use super::super::parts::Page;
use super::{remark, search, spacer};
use crate::screen::connections::explore::{
    Branch, Explore, Fold, Key, Msg, Node, Note, Row, element_id,
};
use crate::screen::connections::words::explore as words;
use crate::screen::connections::{Call, Msg as Anything};

pub(super) fn tree(page: &Page, explore: &Explore) -> Element {
    let tree = &explore.tree;
    let is_searching = !tree.search.trim().is_empty();
    let is_loaded = matches!(tree.root, Some(Branch::Loaded(_)));
    let error = if let Some(Branch::Failed(error)) = &tree.root { Some(error) } else { None };
    let retry = Some(Anything::Explore(Msg::RetryPressed(None)));
    let refresh = page.button(Anything::Explore(Msg::RefreshPressed)).text(words::REFRESH);
    let heading = element("h2").set(At::Id, element_id::TREE_HEADING).text(words::TABLES);
    let count = paragraph("count")
        .flag(At::Hidden, !is_loaded || tree.counts.all == 0)
        .string(words::count(tree.counts, is_searching));
    let nothing = match (is_loaded && tree.nodes.is_empty(), tree.counts.all) {
        (false, _) => "",
        (true, 0) => words::NO_TABLES,
        (true, _) => words::NOTHING_FOUND,
    };
    let failures = tree.failures().map(|(path, error)| {
        let retry = Anything::Explore(Msg::RetryPressed(Some(path.to_owned())));
        element("div")
            .key(path)
            .child(paragraph("path").string(words::folder(path)))
            .child(page.failure(words::FOLDER_NOT_READ, Some(error), Some(retry)))
    });
    element("section")
        .set(At::Class, "tables")
        .set(At::LabelledBy, element_id::TREE_HEADING)
        .child(div("head").child(heading).child(refresh))
        .child(search(page, element_id::SEARCH, words::SEARCH_TABLES, &tree.search, Msg::Searched))
        .child(count)
        .child(page.progress(&Call::Entries(None), words::READING))
        .child(page.failure(words::NOT_READ, error, retry))
        .child(element("div").children(failures))
        .child(remark("empty", nothing))
        .child(rows(page, explore))
}

fn rows(page: &Page, explore: &Explore) -> Element {
    let tree = &explore.tree;
    let count = tree.nodes.len();
    let drawn = tree.pane.rows(count);
    let stop = tree.tab_stop();
    let open = explore.open.as_ref().map(|open| open.entry.path.as_str());
    let mut body =
        element("tbody").set(At::Role, "presentation").child(spacer("above", drawn.start, "1"));
    for (row, node) in tree.nodes.iter().enumerate().skip(drawn.start).take(drawn.len()) {
        let item = item(node, open)
            .set_string(At::Id, element_id::node(row))
            .set(At::TabIndex, if row == stop { "0" } else { "-1" })
            .on_click(page.act, Anything::Explore(Msg::NodePressed(row)));
        body = body.child(item);
    }
    let table = element("table")
        .set(At::Role, "tree")
        .set(At::LabelledBy, element_id::TREE_HEADING)
        .on_key(page.act, |key| Some(Anything::Explore(Msg::NodeKey(Key::named(key)?))))
        .child(body.child(spacer("below", count - drawn.end, "1")));
    div("scroll")
        .set(At::Id, element_id::TREE)
        // Its rows take the focus; some browsers would stop here as well.
        .set(At::TabIndex, "-1")
        .flag(At::Hidden, count == 0)
        .key(&explore.showings.to_string())
        .on_scroll(page.act, |scroll| Anything::Explore(Msg::TreeScrolled(scroll)))
        .child(table)
}

/// A row. `open` is the path of the table that is open.
fn item(node: &Node, open: Option<&str>) -> Element {
    let item = element("tr")
        .set(At::Role, "treeitem")
        .set_string(At::Level, node.level.to_string())
        .set_string(At::Place, node.place.to_string())
        .set_string(At::SetSize, node.siblings.to_string())
        .key(&node.key);
    let name = element("span").set(At::Class, "name");
    let cell = element("td").set(At::Role, "presentation");
    match &node.row {
        Row::Entry(entry, fold) => {
            let kind = element("span").set(At::Class, "kind");
            let cell = cell
                .set_string(At::Title, entry.name.clone())
                .child(name.string(entry.name.clone()))
                .text(" ")
                .child(kind.string(words::kind(&entry.kind).to_owned()));
            let item = match fold {
                Fold::Leaf => {
                    let is_open = open == Some(entry.path.as_str());
                    item.set(At::SelectedNow, if is_open { "true" } else { "false" })
                }
                Fold::Folded => item.set(At::Expanded, "false"),
                Fold::Unfolded => item.set(At::Expanded, "true"),
            };
            item.child(cell)
        }
        Row::Note(_, said) => {
            let class = if *said == Note::Failed { "name error" } else { "name soft" };
            item.child(cell.child(name.set(At::Class, class).text(words::note(*said))))
        }
    }
}
