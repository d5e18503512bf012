//! The rows that can be seen, as a table. Rows of one height stand above and below for
//! those that are not drawn, so that the list scrolls as if all were there.

use super::super::super::element::{At, Element, div, element};
use super::super::parts::{Page, spacer};
use super::say;
use crate::screen::Route;
use crate::screen::connections::list::{
    Column, Direction, Loaded, Msg, ROW_HEIGHT, Row, SCROLL_ID,
};
use crate::screen::connections::words::list as words;
use crate::screen::connections::{CopyTarget, Msg as Told};

/// The boxes, and the columns that can be sorted by.
const COLUMNS: &str = "7";

pub(super) fn table(page: &Page, loaded: &Loaded) -> Element {
    let list = &page.model.list;
    let shown = loaded.rows.shown();
    let drawn = list.drawn();
    let above = spacer("above", drawn.start, ROW_HEIGHT, COLUMNS);
    let below = spacer("below", shown.saturating_sub(drawn.end), ROW_HEIGHT, COLUMNS);
    let rows = loaded.rows.between(drawn.clone());
    let rows = drawn.zip(rows).map(|(place, row)| row_of(page, place, row));
    let body = element("tbody").child(above).children(rows).child(below);
    let sandbox = page.model.access.as_ref().map(|access| access.sandbox.as_str());
    let caption = element("caption")
        .set(At::Class, "visually-hidden")
        .string(words::caption(sandbox.unwrap_or_default(), list.order));
    let table = element("table")
        .set_string(At::RowCount, shown.saturating_add(1).to_string())
        .child(caption)
        .child(element("thead").child(head(page)))
        .child(body);
    div("scroll rows")
        .set(At::Id, SCROLL_ID)
        .set(At::TabIndex, "0")
        .set(At::Role, "group")
        .set(At::Label, words::TABLE)
        .flag(At::Hidden, shown == 0)
        .on_scroll(page.act, |scroll| say(Msg::Scrolled(scroll)))
        .child(table)
}

fn head(page: &Page) -> Element {
    let select = element("span").set(At::Class, "visually-hidden").text(words::SELECT);
    let columns = Column::ALL.map(|column| {
        let sort = match page.model.list.order.direction(column) {
            None => "none",
            Some(Direction::Ascending) => "ascending",
            Some(Direction::Descending) => "descending",
        };
        let button = element("button")
            .set(At::Type, "button")
            .on_click(page.act, say(Msg::Sorted(column)))
            .text(words::column(column));
        element("th")
            .set(At::Scope, "col")
            .set(At::Class, class(column))
            .set(At::Sort, sort)
            .child(button)
    });
    element("tr")
        .set(At::RowIndex, "1")
        .child(element("th").set(At::Scope, "col").set(At::Class, "select").child(select))
        .children(columns)
}

const fn class(column: Column) -> &'static str {
    match column {
        Column::Name => "name",
        Column::Source => "source",
        Column::State => "state",
        Column::Updated => "updated",
        Column::CreatedBy => "created-by",
        Column::Id => "id",
    }
}

fn row_of(page: &Page, place: usize, row: &Row) -> Element {
    let name = row.name.as_deref().unwrap_or(words::NO_NAME);
    // Those without a name are told apart by their IDs.
    let called = row.name.as_deref().unwrap_or(row.id.as_str());
    let id = row.id.clone();
    let select = element("input")
        .set(At::Type, "checkbox")
        .set_string(At::Label, words::select(called))
        .checked(row.selected)
        .on_check(page.act, move |checked| say(Msg::Selected(id.clone(), checked)));
    let select = element("label").set(At::Class, "box-of-row").child(select);
    let link = page
        .link(Route::Connection(row.id.clone()))
        .set_string(At::Title, name.to_owned())
        .string(name.to_owned());
    let source = if row.source.is_empty() { words::UNKNOWN } else { &row.source };
    // The rows below the heading are counted from two.
    element("tr")
        .key(row.id.as_str())
        .set_string(At::RowIndex, place.saturating_add(2).to_string())
        .child(cell("select").child(select))
        .child(element("th").set(At::Scope, "row").set(At::Class, "name").child(link))
        .child(text("source", source, &row.spec_id))
        .child(state(&row.state))
        .child(updated(page.model.now, row))
        .child(text("created-by", &row.created_by, &row.created_by))
        .child(id_of(page, row, called))
}

fn cell(class: &'static str) -> Element {
    element("td").set(At::Class, class)
}

/// A text that may be cut off; the whole of it is its title.
fn text(class: &'static str, text: &str, whole: &str) -> Element {
    cell(class).set_string(At::Title, whole.to_owned()).string(text.to_owned())
}

fn state(state: &str) -> Element {
    let dot = match state {
        "enabled" => "dot on",
        "disabled" => "dot off",
        _ => "dot between",
    };
    let dot = element("span").set(At::Class, dot).set(At::HiddenFromReaders, "true");
    cell("state").child(dot).string(words::state(state).to_owned())
}

fn updated(now: u64, row: &Row) -> Element {
    let Some(at) = row.updated_at else { return cell("updated").text(words::UNKNOWN) };
    let exact = element("span").set(At::Class, "visually-hidden").string(words::exact(at));
    let time = element("time")
        .set_string(At::DateTime, words::machine(at))
        .set_string(At::Title, crate::screen::words::utc(at))
        .string(words::relative(now, at))
        .child(exact);
    cell("updated").child(time)
}

fn id_of(page: &Page, row: &Row, called: &str) -> Element {
    let target = CopyTarget::Id(row.id.clone());
    let copied = match &page.model.copied {
        Some((copied, worked)) if *copied == target => Some(*worked),
        _ => None,
    };
    let verb = words::copy(copied);
    let copy = element("button")
        .set(At::Type, "button")
        .set(At::Class, "quiet")
        .set_string(At::Label, words::copy_id(verb, called))
        .on_click(page.act, Told::CopyPressed(target))
        .text(verb);
    let id = element("code")
        .set_string(At::Title, row.id.as_str().to_owned())
        .string(row.id.as_str().to_owned());
    cell("id").child(div("id-and-copy").child(id).child(copy))
}
