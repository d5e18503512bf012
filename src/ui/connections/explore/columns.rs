//! The columns of the open table, with their search.

use flow_service::operation::explore_connection::Column;

use super::super::super::element::{At, Element, div, element, paragraph};
use super::super::parts::Page;
use super::{remark, search, spacer};
use crate::screen::connections::Msg as Anything;
use crate::screen::connections::explore::{Content, Explore, Msg, OpenTable, element_id};
use crate::screen::connections::words::explore as words;

pub(super) fn columns(page: &Page, explore: &Explore, open: &OpenTable) -> Element {
    let all = open.all_columns().len();
    let is_searching = !open.search.trim().is_empty();
    let nothing = match &open.content {
        Content::NotOffered => words::NO_SCHEMA,
        Content::Loaded(..) if all == 0 => words::NO_COLUMNS,
        Content::Loaded(..) if open.found.is_empty() => words::NO_COLUMN_FOUND,
        Content::Asked(_) | Content::Failed(_) | Content::Loaded(..) => "",
    };
    let count = if is_searching { words::of(open.found.len(), all) } else { words::columns(all) };
    let search = search(
        page,
        element_id::COLUMNS_SEARCH,
        words::SEARCH_COLUMNS,
        &open.search,
        Msg::ColumnsSearched,
    );
    let heading = element("h3").set(At::Id, element_id::COLUMNS_HEADING).text(words::COLUMNS);
    let is_known = matches!(open.content, Content::Loaded(..) | Content::NotOffered);
    element("section")
        .set(At::Class, "columns")
        .set(At::LabelledBy, element_id::COLUMNS_HEADING)
        .flag(At::Hidden, !is_known)
        .child(heading)
        .child(paragraph("count").flag(At::Hidden, all == 0).string(count))
        .child(element("div").flag(At::Hidden, all == 0).child(search))
        .child(remark("empty", nothing))
        .child(list(page, explore, open))
}

fn list(page: &Page, explore: &Explore, open: &OpenTable) -> Element {
    let columns = open.all_columns();
    let count = open.found.len();
    let drawn = open.columns.rows(count);
    let headings =
        words::COLUMN_HEADINGS.map(|text| element("th").set(At::Scope, "col").text(text));
    let head = element("tr").set(At::RowIndex, "1").children(headings);
    let mut body = element("tbody").child(spacer("above", drawn.start, "3"));
    let places = open.found.iter().enumerate().skip(drawn.start).take(drawn.len());
    for (row, place) in places {
        let Some(column) = columns.get(*place) else { continue };
        // The first row is that of the headings.
        body = body.child(
            line(column, &place.to_string()).set_string(At::RowIndex, (row + 2).to_string()),
        );
    }
    let table = element("table")
        .set(At::LabelledBy, element_id::COLUMNS_HEADING)
        .set_string(At::RowCount, (count + 1).to_string())
        .child(element("thead").child(head))
        .child(body.child(spacer("below", count - drawn.end, "3")));
    // It takes the focus so that it can be scrolled without a mouse.
    div("scroll")
        .set(At::Id, element_id::COLUMNS)
        .set(At::Role, "group")
        .set(At::LabelledBy, element_id::COLUMNS_HEADING)
        .set(At::TabIndex, "0")
        .flag(At::Hidden, count == 0)
        .key(&explore.showings.to_string())
        .on_scroll(page.act, |scroll| Anything::Explore(Msg::ColumnsScrolled(scroll)))
        .child(table)
}

fn line(column: &Column, key: &str) -> Element {
    let cell =
        |tag, text: &String| element(tag).set_string(At::Title, text.clone()).string(text.clone());
    element("tr")
        .key(key)
        .child(cell("th", &column.name).set(At::Scope, "row"))
        .child(cell("td", &column.kind))
        .child(cell("td", &column.xdm))
}
