//! The preview: what of it is drawn, its keys, the whole text of a cell.

use flow_connect::screen::connections::Effect;
use flow_connect::screen::connections::explore::{Key, Msg};
use flow_connect::screen::connections::window::Scroll;
use serde_json::json;

use super::given::{open, read, table, tell, wide, with_table};
use crate::html::Html;
use crate::room::Room;

fn grid(room: &Room) -> Html {
    room.drawn().inside("grid", "Preview")
}

fn focus(id: &str) -> Vec<Effect> {
    vec![Effect::Focus(id.to_owned())]
}

#[test]
fn rows_and_columns_have_their_names_and_numbers() {
    let room = with_table(wide(2, 2));
    let page = room.drawn();
    let grid = page.one("grid", "Preview");
    assert_eq!(grid.attribute("aria-rowcount"), Some("3"));
    assert_eq!(grid.attribute("aria-colcount"), Some("3"));
    assert!(page.seen().any(|it| it.text == "2 rows, 2 columns"));
    let inside = page.inside("grid", "Preview");
    assert_eq!(inside.texts("th"), ["Row", "Field0", "Field1", "1", "2"]);
    assert_eq!(inside.texts("gridcell"), ["r0c0", "r0c1", "r1c0", "r1c1"]);
    let last = inside.one("gridcell", "r1c1");
    assert_eq!(last.attribute("aria-colindex"), Some("3"));
    assert_eq!(inside.one("gridcell", "r0c0").attribute("tabindex"), Some("0"));
    assert_eq!(last.attribute("tabindex"), Some("-1"));
}

#[test]
fn null_is_not_an_empty_text() {
    let room = with_table(table(3, &[vec![json!(null), json!(""), json!({"a": 1})]]));
    let cells = grid(&room);
    assert_eq!(cells.texts("gridcell"), ["null", "", r#"{"a":1}"#]);
    let classes = cells.seen().filter(|it| it.role() == "gridcell");
    let classes: Vec<_> = classes.map(|it| it.attribute("class")).collect();
    assert_eq!(classes, [Some("null"), None, None]);
}

#[test]
fn two_thousand_columns_draw_a_bounded_number_of_elements() {
    let mut room = with_table(wide(2000, 10));
    let count = |room: &Room| room.drawn().all().count();
    assert!(count(&room) <= 1200, "{}", count(&room));
    let page = grid(&room);
    page.one("gridcell", "r9c0");
    page.none("gridcell", "r0c100");

    let scroll = Scroll { top: 0, left: 16_000, height: 352, width: 900 };
    tell(&mut room, Msg::PreviewScrolled(scroll));
    assert!(count(&room) <= 1200, "{}", count(&room));
    let page = grid(&room);
    page.none("gridcell", "r0c0");
    let cell = page.one("gridcell", "r0c97");
    assert_eq!(cell.attribute("aria-colindex"), Some("99"));
    assert_eq!(cell.attribute("tabindex"), Some("0"), "one is needed");
    let widths: Vec<_> = page.seen().filter(|it| it.tag == "col").collect();
    let widths: Vec<_> = widths.iter().filter_map(|it| it.attribute("width")).collect();
    assert_eq!(widths.first(), Some(&"15520"), "97 columns are to the left");
    let sum: u32 = widths.iter().map(|width| width.parse::<u32>().unwrap()).sum();
    assert_eq!(sum, 2000 * 160);

    let model = room.model.clone();
    tell(&mut room, Msg::PreviewScrolled(Scroll { left: 16_010, ..scroll }));
    assert_eq!(room.model, model, "the same cells are drawn");
}

#[test]
fn many_rows_draw_those_around_what_is_seen() {
    let mut room = with_table(wide(20, 1000));
    assert!(room.drawn().all().count() <= 1200);
    tell(&mut room, Msg::PreviewScrolled(Scroll { top: 16_000, left: 0, height: 440, width: 900 }));
    let page = grid(&room);
    page.none("gridcell", "r0c0");
    page.one("gridcell", "r500c0");
    assert!(room.drawn().all().count() <= 1200);
    assert!(room.drawn().seen().any(|it| it.text == "1,000 rows, 20 columns"));
}

#[test]
fn rows_that_were_left_out_are_not_denied() {
    let room = with_table(wide(2000, 60));
    assert_eq!(open(&room).rows().len(), 50);
    assert!(room.drawn().seen().any(|it| it.text == "The first 50 rows, 2,000 columns"));
}

#[test]
fn keys_move_between_cells() {
    let mut room = with_table(wide(2000, 50));
    let mut key = |key| tell(&mut room, Msg::CellKey(key));
    assert_eq!(key(Key::Right), focus("explore-cell-0-1"));
    assert_eq!(key(Key::Down), focus("explore-cell-1-1"));
    assert_eq!(key(Key::PageDown), focus("explore-cell-11-1"));
    assert_eq!(key(Key::Up), focus("explore-cell-10-1"));
    assert_eq!(key(Key::End), focus("explore-cell-10-1999"));
    assert_eq!(key(Key::Right), focus("explore-cell-10-1999"));
    assert_eq!(key(Key::PageUp), focus("explore-cell-0-1999"));
    assert_eq!(key(Key::Left), focus("explore-cell-0-1998"));
    let cell = room.drawn().by_id("explore-cell-0-1998").cloned();
    assert_eq!(cell.unwrap().attribute("tabindex"), Some("0"), "it is drawn");
    assert!(room.drawn().by_id("explore-cell-0-1992").is_some(), "and what is seen beside it");
    tell(&mut room, Msg::CellKey(Key::Home));
    assert!(room.drawn().by_id("explore-cell-0-0").is_some());
}

#[test]
fn a_cell_can_be_read_whole() {
    let long = "x".repeat(300);
    let mut room = with_table(table(2, &[vec![json!("a"), json!(long)]]));
    assert_eq!(grid(&room).texts("gridcell")[1].len(), 200);
    assert!(!room.written().contains(&long));

    assert_eq!(tell(&mut room, Msg::CellPressed((0, 1))), focus("explore-whole"));
    let page = room.drawn();
    let panel = page.one("region", "Field1, row 1");
    assert!(panel.text.contains(&long));
    assert!(!panel.text.contains("Only the first"));
    page.inside("region", "Field1, row 1").one("button", "Close");

    assert_eq!(tell(&mut room, Msg::CellClosed), focus("explore-cell-0-1"));
    room.drawn().none("region", "Field1, row 1");
    assert_eq!(tell(&mut room, Msg::CellClosed), []);
    assert_eq!(tell(&mut room, Msg::CellKey(Key::Enter)), focus("explore-whole"));
}

#[test]
fn a_very_long_text_is_cut_and_says_so() {
    let long = "ä".repeat(100_001);
    let mut room = with_table(table(1, &[vec![json!(long)]]));
    tell(&mut room, Msg::CellPressed((0, 0)));
    let panel = room.drawn().one("region", "Field0, row 1").text.clone();
    assert_eq!(panel.matches('ä').count(), 100_000);
    assert!(panel.contains("Only the first 100,000 characters are shown."));
}

#[test]
fn a_cell_without_a_text_opens_nothing() {
    let mut room = with_table(table(2, &[vec![json!(null), json!("")]]));
    for cell in [(0, 0), (0, 1), (7, 7)] {
        assert_eq!(tell(&mut room, Msg::CellPressed(cell)), []);
        assert_eq!(open(&room).grid.whole, None);
    }
}

#[test]
fn a_text_is_a_text_and_never_html() {
    let text = "<img src=x onerror=alert(1)>";
    let body = json!({"schema": {"columns": [{"name": "<b>Id</b>"}]}, "data": [[text]]});
    let mut room = with_table(read(&body));
    tell(&mut room, Msg::CellPressed((0, 0)));
    let page = room.drawn();
    assert!(page.one("region", "<b>Id</b>, row 1").text.contains(text));
    assert!(!page.all().any(|it| it.tag == "img" || it.tag == "b"));
}

#[test]
fn showing_the_view_again_begins_where_the_browser_does() {
    let mut room = with_table(wide(2000, 10));
    tell(&mut room, Msg::PreviewScrolled(Scroll { left: 16_000, ..Scroll::default() }));
    grid(&room).none("gridcell", "r0c0");
    tell(&mut room, Msg::Shown);
    grid(&room).one("gridcell", "r0c0");
}
