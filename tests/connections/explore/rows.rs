//! The rows of the tree: its keys, and which rows are drawn.

use flow_connect::screen::connections::explore::{Key, Msg};
use flow_connect::screen::connections::window::Scroll;
use flow_connect::screen::connections::{Answer, Msg as Anything};

use super::given::{
    call, entry, focused, folder, folder_call, names, nested, open, press, state, tables, tell,
    wide, with,
};
use crate::html::Html;
use crate::room::sent;

#[test]
fn keys_move_in_the_tree() {
    let mut room = nested();
    // crm, Case, inner, Deep, Account; `inner` was pressed last.
    let mut key = |key| {
        let effects = tell(&mut room, Msg::NodeKey(key));
        (focused(&effects).join(" "), state(&room).tree.tab_stop())
    };
    let at = |row: usize| (format!("explore-node-{row}"), row);
    assert_eq!(key(Key::Right), at(3), "to the first within");
    assert_eq!(key(Key::Right), at(3), "a table has nothing within");
    assert_eq!(key(Key::Left), at(2), "to the folder around");
    assert_eq!(key(Key::Left), (String::new(), 2), "it folds");
    assert_eq!(key(Key::Right), (String::new(), 2), "it unfolds");
    assert_eq!(key(Key::Down), at(3));
    assert_eq!(key(Key::Up), at(2));
    assert_eq!(key(Key::Home), at(0));
    assert_eq!(key(Key::Up), at(0), "there is nothing above");
    assert_eq!(key(Key::End), at(4));
    assert_eq!(key(Key::Down), at(4), "there is nothing below");
    assert_eq!(key(Key::PageUp), at(0));
    assert_eq!(key(Key::PageDown), at(4));
    let effects = tell(&mut room, Msg::NodeKey(Key::Enter));
    sent(&effects, &call("Account", true));
    assert_eq!(focused(&effects), ["explore-table"]);
    assert_eq!(open(&room).entry.name, "Account");
    assert_eq!(room.drawn().one("treeitem", "Account").attribute("aria-selected"), Some("true"));
}

#[test]
fn the_left_key_leaves_a_folder_that_a_search_unfolded() {
    let mut room = nested();
    tell(&mut room, Msg::Searched("deep".to_owned()));
    tell(&mut room, Msg::NodeKey(Key::End));
    let rows = [1, 0, 0].map(|_| {
        tell(&mut room, Msg::NodeKey(Key::Left));
        state(&room).tree.tab_stop()
    });
    assert_eq!(rows, [1, 0, 0]);
}

#[test]
fn the_keys_of_the_browser_have_their_names() {
    let named = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "Enter", " "];
    let keys = named.map(|name| Key::named(name).unwrap());
    let expected =
        [Key::Up, Key::Down, Key::Left, Key::Right, Key::Home, Key::End, Key::Enter, Key::Enter];
    assert_eq!(keys, expected);
    assert_eq!(Key::named("PageUp"), Some(Key::PageUp));
    assert_eq!(Key::named("PageDown"), Some(Key::PageDown));
    assert_eq!(Key::named("Tab"), None, "it leads on");
}

fn spacers(page: &Html) -> Vec<Option<&str>> {
    let spacers = page.seen().filter(|it| it.tag == "td" && it.has("height"));
    spacers.map(|it| it.attribute("height")).collect()
}

#[test]
fn only_the_rows_around_those_seen_are_drawn() {
    let mut room = with(tables(5000));
    let before = names(&room);
    assert_eq!(before.len(), 26);
    assert_eq!(before[0], "Table0000");
    assert_eq!(spacers(&room.drawn()), [Some("159168")]);

    let scroll = Scroll { top: 32_000, left: 0, height: 440, width: 278 };
    tell(&mut room, Msg::TreeScrolled(scroll));
    let after = names(&room);
    assert_eq!(after[0], "Table0990");
    assert_eq!(spacers(&room.drawn())[0], Some("31680"));
    let page = room.drawn();
    assert_eq!(page.one("treeitem", "Table0990").attribute("tabindex"), Some("0"), "one is needed");
    assert_eq!(page.one("treeitem", "Table0990").attribute("aria-posinset"), Some("991"));

    let model = room.model.clone();
    tell(&mut room, Msg::TreeScrolled(Scroll { top: 32_010, ..scroll }));
    assert_eq!(room.model, model, "the same rows are drawn");
    assert!(room.model.scrolled() == model.scrolled());

    tell(&mut room, Msg::Searched("table".to_owned()));
    assert_eq!(names(&room)[0], "Table0000", "the browser scrolls to the top too");
}

#[test]
fn the_end_key_draws_the_last_row_before_it_gets_the_focus() {
    let mut room = with(tables(5000));
    let effects = tell(&mut room, Msg::NodeKey(Key::End));
    assert_eq!(focused(&effects), ["explore-node-4999"]);
    let page = room.drawn();
    assert_eq!(page.one("treeitem", "Table4999").attribute("id"), Some("explore-node-4999"));
    assert_eq!(page.one("treeitem", "Table4999").attribute("tabindex"), Some("0"));
}

#[test]
fn the_row_with_the_focus_stays_the_same_when_rows_come_above_it() {
    let mut room = with(vec![folder("crm"), entry("Account")]);
    let effects = press(&mut room, 0);
    tell(&mut room, Msg::NodeKey(Key::End));
    let answer = Answer::Entries(Ok(vec![entry("Case"), entry("Lead")]));
    room.answer(&effects, &folder_call("crm"), answer);
    assert_eq!(room.drawn().one("treeitem", "Account").attribute("tabindex"), Some("0"));
}

/// Of what the page draws anew, and of what it need not.
#[test]
fn every_scroll_that_shows_other_rows_is_taken_note_of() {
    let mut room = with(tables(5000));
    let effects = press(&mut room, 0);
    room.answer(&effects, &call("Table0000", true), Answer::Table(Ok(wide(500, 500))));
    let far = Scroll { top: 9_000, left: 9_000, height: 440, width: 278 };
    for msg in [Msg::TreeScrolled, Msg::ColumnsScrolled, Msg::PreviewScrolled] {
        for (scroll, is_noted) in [(far, true), (Scroll { top: 9_001, ..far }, false)] {
            let msg = Anything::Explore(msg(scroll));
            assert!(msg.is_scroll());
            let before = room.model.scrolled();
            room.tell(msg);
            assert_eq!(room.model.scrolled() != before, is_noted, "{scroll:?}");
        }
    }
    assert!(!Anything::Explore(Msg::BackPressed).is_scroll());
}
