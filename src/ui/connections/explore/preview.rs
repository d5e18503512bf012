//! The first rows of the open table, as a grid, and the whole text of one of its cells.

use super::super::super::element::{At, Element, div, element, paragraph};
use super::super::super::failures::advised;
use super::super::parts::Page;
use super::{remark, spacer};
use crate::screen::connections::Msg as Anything;
use crate::screen::connections::explore::{
    CELL, CELL_TEXT_LIMIT, Cell, Explore, Key, Msg, OpenTable, Preview, beginning, element_id,
};
use crate::screen::connections::words::{explore as words, next_step};
use crate::screen::words::{self as page_words, Advice};

pub(super) fn preview(page: &Page, explore: &Explore, open: &OpenTable) -> Element {
    let preview = open.preview();
    let has_rows = matches!(preview, Preview::Rows(_));
    let nothing = match preview {
        Preview::Unknown | Preview::Rows(_) | Preview::Refused(_) => "",
        Preview::Empty => words::NO_ROWS,
        Preview::NotOffered => words::NO_PREVIEW,
        Preview::NotGiven => words::PREVIEW_NOT_GIVEN,
    };
    let count = words::rows(open.rows().len(), open.all_columns().len());
    let heading = element("h3").set(At::Id, element_id::PREVIEW_HEADING).text(words::PREVIEW);
    let hint = paragraph("help")
        .set(At::Id, element_id::PREVIEW_HINT)
        .flag(At::Hidden, !has_rows)
        .text(words::PREVIEW_HINT);
    element("section")
        .set(At::Class, "preview")
        .set(At::LabelledBy, element_id::PREVIEW_HEADING)
        .flag(At::Hidden, preview == Preview::Unknown)
        .child(heading)
        .child(paragraph("count").flag(At::Hidden, !has_rows).string(count))
        .child(remark("empty", nothing))
        .child(refused(preview))
        .child(hint)
        .child(grid(page, explore, open))
        .child(whole(page, open))
}

/// Why there are columns and no rows, in the words of the service.
fn refused(preview: Preview) -> Element {
    let refused = div("box notice").flag(At::Hidden, !matches!(preview, Preview::Refused(_)));
    let Preview::Refused(error) = preview else { return refused };
    let advice = page_words::failure(error, "");
    let next = next_step(error, advice.next);
    let heading = element("p").child(element("strong").text(words::PREVIEW_REFUSED));
    advised(refused.child(heading), error, Advice { next, ..advice }, true)
}

fn grid(page: &Page, explore: &Explore, open: &OpenTable) -> Element {
    let (rows, columns) = (open.rows(), open.all_columns());
    let drawn = open.grid.pane.rows(rows.len());
    let seen = open.grid.pane.columns(columns.len());
    let stop = open.grid.tab_stop(rows.len(), columns.len());
    let width = |columns: usize| columns.saturating_mul(CELL as usize).to_string();
    let (left, right) = (width(seen.start), width(columns.len() - seen.end));

    let col = |width: String| element("col").set_string(At::Width, width);
    let cols = element("colgroup")
        .child(element("col").set(At::Class, "number"))
        .child(col(left))
        .children(seen.clone().map(|_| col(width(1))))
        .child(col(right));

    let headings = columns.iter().enumerate().skip(seen.start).take(seen.len());
    let headings = headings.map(|(place, column)| {
        element("th")
            .set(At::Scope, "col")
            .set_string(At::ColumnIndex, (place + 2).to_string())
            .set_string(At::Title, column.name.clone())
            .string(column.name.clone())
    });
    let row_heading =
        element("th").set(At::Scope, "col").set(At::ColumnIndex, "1").text(words::ROW);
    let head = element("tr")
        .set(At::RowIndex, "1")
        .child(row_heading)
        .child(filler())
        .children(headings)
        .child(filler());

    let mut body = element("tbody").child(spacer("above", drawn.start, "1"));
    for row in drawn.clone() {
        let number = element("th")
            .set(At::Scope, "row")
            .set(At::ColumnIndex, "1")
            .string(words::number(row + 1));
        let mut line = element("tr")
            .key(&row.to_string())
            .set_string(At::RowIndex, (row + 2).to_string())
            .child(number)
            .child(filler());
        for column in seen.clone() {
            line = line.child(cell(page, open, (row, column), stop));
        }
        body = body.child(line.child(filler()));
    }
    let table = element("table")
        .set(At::Role, "grid")
        .set(At::LabelledBy, element_id::PREVIEW_HEADING)
        .set(At::DescribedBy, element_id::PREVIEW_HINT)
        .set_string(At::RowCount, (rows.len() + 1).to_string())
        .set_string(At::ColumnCount, (columns.len() + 1).to_string())
        .on_key(page.act, |key| Some(Anything::Explore(Msg::CellKey(Key::named(key)?))))
        .child(cols)
        .child(element("thead").child(head))
        .child(body.child(spacer("below", rows.len() - drawn.end, "1")));
    div("scroll")
        // Its cells take the focus; some browsers would stop here as well.
        .set(At::TabIndex, "-1")
        .flag(At::Hidden, rows.is_empty())
        .key(&explore.showings.to_string())
        .on_scroll(page.act, |scroll| Anything::Explore(Msg::PreviewScrolled(scroll)))
        .child(table)
}

/// What stands for the columns that are not drawn.
fn filler() -> Element {
    element("td")
        .set(At::Class, "filler")
        .set(At::Role, "presentation")
        .set(At::HiddenFromReaders, "true")
}

fn cell(page: &Page, open: &OpenTable, cell: Cell, stop: Cell) -> Element {
    let (row, column) = cell;
    let is_whole = open.grid.whole == Some(cell);
    let element = element("td")
        .set(At::Role, "gridcell")
        .set_string(At::Id, element_id::cell(cell))
        .set_string(At::ColumnIndex, (column + 2).to_string())
        .set(At::TabIndex, if cell == stop { "0" } else { "-1" })
        .mark(At::SelectedNow, is_whole)
        .on_click(page.act, Anything::Explore(Msg::CellPressed(cell)));
    match open.cell(row, column) {
        Some(text) => element.string(beginning(text, CELL_TEXT_LIMIT).to_owned()),
        None => element.set(At::Class, "null").text(words::NULL),
    }
}

fn whole(page: &Page, open: &OpenTable) -> Element {
    let panel = element("section")
        .set(At::Class, "whole")
        .set(At::LabelledBy, element_id::WHOLE)
        .flag(At::Hidden, open.whole().is_none());
    let Some(((row, column), text, is_cut)) = open.whole() else { return panel };
    let name = open.all_columns().get(column).map(|column| column.name.as_str());
    let heading = element("h3")
        .set(At::Id, element_id::WHOLE)
        .set(At::TabIndex, "-1")
        .string(words::cell(name.unwrap_or_default(), row));
    let close = page.button(Anything::Explore(Msg::CellClosed)).text(words::CLOSE);
    // It takes the focus so that it can be scrolled without a mouse.
    let text = element("pre")
        .set(At::Role, "group")
        .set(At::LabelledBy, element_id::WHOLE)
        .set(At::TabIndex, "0")
        .string(text.to_owned());
    panel
        .on_key(page.act, |key| (key == Key::CLOSING).then_some(Anything::Explore(Msg::CellClosed)))
        .child(div("head").child(heading).child(close))
        .child(remark("help", if is_cut { words::CUT } else { "" }))
        .child(text)
}
