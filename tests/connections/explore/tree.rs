//! The tree: what is in the source, folders, the search, the keys.

use flow_connect::screen::Route;
use flow_connect::screen::connections::explore::Msg;
use flow_connect::screen::connections::{Answer, Call, Effect, Msg as Anything, Told};
use flow_service::operation::explore_connection::{Entry, EntryKind};

use super::given::{
    call, entry, folder, folder_call, forbidden, names, nested, press, refusal, shown, state,
    tables, tell, with,
};
use crate::room::{id, said, sent};

#[test]
fn showing_asks_for_the_root_once() {
    let (mut room, effects) = shown();
    let (_, request) = sent(&effects, &Call::Entries(None));
    assert!(request.target.ends_with("/explore?objectType=root"), "{}", request.target);
    room.drawn().none("treeitem", "Account");
    assert!(room.drawn().seen().any(|it| it.text.starts_with("Reading the tables of the source…")));
    assert_eq!(tell(&mut room, Msg::Shown), [], "it is on its way");

    let answer = Answer::Entries(Ok(tables(67)));
    let effects = room.answer(&effects, &Call::Entries(None), answer);
    assert_eq!(said(&effects), ["67 tables."]);
    assert_eq!(tell(&mut room, Msg::Shown), [], "it is known");
    let page = room.drawn();
    assert!(page.seen().any(|it| it.text == "67 tables"));
    assert!(!page.seen().any(|it| it.text.starts_with("Reading the tables")));
    let first = page.one("treeitem", "Table0000");
    let attributes = ["aria-level", "aria-posinset", "aria-setsize", "aria-selected", "tabindex"];
    let attributes = attributes.map(|name| first.attribute(name).unwrap());
    assert_eq!(attributes, ["1", "1", "67", "false", "0"]);
    assert_eq!(page.one("treeitem", "Table0001").attribute("tabindex"), Some("-1"));
    assert!(page.seen().any(|it| it.text.starts_with("Select a table")));
}

#[test]
fn what_was_broken_off_is_asked_for_again_when_shown() {
    let (mut room, _) = shown();
    room.tell(Anything::Opened(Route::Connections));
    room.tell(Anything::Opened(Route::Connection(id(1))));
    tell(&mut room, Msg::Shown);
    assert!(room.model.calls.running(&Call::Entries(None)).is_some());

    let mut room = with(vec![folder("crm"), entry("Account")]);
    press(&mut room, 0);
    press(&mut room, 2);
    room.model.calls.stop(|_| true);
    let effects = tell(&mut room, Msg::Shown);
    sent(&effects, &folder_call("crm"));
    sent(&effects, &call("Account", true));
    assert_eq!(tell(&mut room, Msg::Shown), [], "all is on its way");
}

#[test]
fn a_refusal_is_told_in_the_words_of_the_service() {
    let (mut room, effects) = shown();
    let answer = Answer::Entries(Err(refusal()));
    let effects = room.answer(&effects, &Call::Entries(None), answer);
    assert!(said(&effects).is_empty());
    assert!(effects.iter().any(|it| matches!(it, Effect::Tell(Told::Failed(_)))));
    let alert = room.drawn().texts("alert").concat();
    assert!(alert.starts_with("The tables could not be read"), "{alert}");
    assert!(alert.contains("INVALID_LOGIN: Invalid username, password"), "{alert}");
    assert!(alert.contains("1308-400"), "{alert}");
    room.drawn().one("button", "Try again");

    let effects = tell(&mut room, Msg::RetryPressed(None));
    sent(&effects, &Call::Entries(None));
    assert!(room.drawn().texts("alert").is_empty());
}

#[test]
fn an_empty_source_says_so() {
    let page = with(Vec::new()).drawn();
    assert!(page.seen().any(|it| it.text == "The source shows no tables to these credentials."));
    assert!(!page.seen().any(|it| it.role() == "tree"));
}

#[test]
fn a_folder_unfolds_and_folds() {
    let mut room = with(vec![folder("crm"), entry("Account")]);
    let page = room.drawn();
    assert!(page.seen().any(|it| it.text == "2 entries"));
    let closed = page.one("treeitem", "crm folder");
    assert_eq!(closed.attribute("aria-expanded"), Some("false"));
    assert!(!closed.has("aria-selected"), "a folder cannot be selected");

    let effects = press(&mut room, 0);
    let (_, request) = sent(&effects, &folder_call("crm"));
    assert!(request.target.ends_with("?objectType=folder&object=crm"), "{}", request.target);
    assert_eq!(names(&room), ["crm folder", "Reading…", "Account"]);

    let answer = Answer::Entries(Ok(vec![entry("Case"), folder("inner")]));
    let effects = room.answer(&effects, &folder_call("crm"), answer);
    assert_eq!(said(&effects), ["2 entries."]);
    assert_eq!(names(&room), ["crm folder", "Case", "inner folder", "Account"]);
    let page = room.drawn();
    assert_eq!(page.one("treeitem", "crm folder").attribute("aria-expanded"), Some("true"));
    let inner = page.one("treeitem", "inner folder");
    let attributes = ["aria-level", "aria-posinset", "aria-setsize"];
    assert_eq!(attributes.map(|name| inner.attribute(name).unwrap()), ["2", "2", "2"]);

    assert_eq!(press(&mut room, 0), []);
    assert_eq!(names(&room), ["crm folder", "Account"]);
    assert_eq!(press(&mut room, 0), [], "it is known");
    assert_eq!(names(&room), ["crm folder", "Case", "inner folder", "Account"]);
}

#[test]
fn an_empty_folder_and_one_that_cannot_be_read_say_so() {
    let mut room = with(vec![folder("a"), folder("b")]);
    let effects = press(&mut room, 0);
    room.answer(&effects, &folder_call("a"), Answer::Entries(Ok(Vec::new())));
    let effects = press(&mut room, 2);
    room.answer(&effects, &folder_call("b"), Answer::Entries(Err(forbidden())));
    let failed = "Not read. Press to try again.";
    assert_eq!(names(&room), ["a folder", "Empty", "b folder", failed]);
    let page = room.drawn();
    let alert = page.texts("alert").concat();
    assert!(alert.starts_with("A folder could not be read"), "{alert}");
    assert!(alert.contains("You do not have sufficient permissions"), "{alert}");
    assert!(page.seen().any(|it| it.text == "Folder: b"));

    assert_eq!(press(&mut room, 1), [], "there is nothing to do about an empty folder");
    let effects = press(&mut room, 3);
    sent(&effects, &folder_call("b"));
    assert_eq!(names(&room), ["a folder", "Empty", "b folder", "Reading…"]);
    assert!(room.drawn().texts("alert").is_empty());
}

#[test]
fn a_folder_within_itself_does_not_unfold_forever() {
    let mut room = with(vec![folder("loop")]);
    let effects = press(&mut room, 0);
    let answer = Answer::Entries(Ok(vec![folder("loop"), entry("Case")]));
    room.answer(&effects, &folder_call("loop"), answer);
    assert_eq!(names(&room), ["loop folder", "loop folder", "Case"]);
    tell(&mut room, Msg::Searched("case".to_owned()));
    assert_eq!(names(&room), ["loop folder", "Case"]);
}

#[test]
fn an_unknown_kind_is_a_table_where_it_offers_columns_and_else_a_folder() {
    let view = Entry { kind: EntryKind::Other("view".to_owned()), ..entry("Report") };
    let schema = Entry { kind: EntryKind::Other("schema".to_owned()), ..folder("dbo") };
    let mut room = with(vec![view, schema]);
    sent(&press(&mut room, 0), &call("Report", true));
    sent(&press(&mut room, 1), &folder_call("dbo"));
}

#[test]
fn the_search_filters_what_is_loaded_and_shows_where_it_is() {
    let mut room = nested();
    press(&mut room, 0);
    assert_eq!(names(&room), ["crm folder", "Account"]);
    let effects = tell(&mut room, Msg::Searched(" DEEP ".to_owned()));
    assert_eq!(effects, [Effect::ScrollToTop("explore-tree")]);
    assert_eq!(names(&room), ["crm folder", "inner folder", "Deep"]);
    assert!(room.drawn().seen().any(|it| it.text == "1 of 5"));
    assert_eq!(room.drawn().one("textbox", "Search tables").attribute("value"), Some(" DEEP "));

    tell(&mut room, Msg::Searched("xyz".to_owned()));
    assert!(names(&room).is_empty());
    assert!(room.drawn().seen().any(|it| it.text.starts_with("No name has this text.")));
    assert!(room.drawn().seen().any(|it| it.text == "0 of 5"));

    tell(&mut room, Msg::Searched(String::new()));
    assert_eq!(names(&room), ["crm folder", "Account"], "folded as before");
}

#[test]
fn a_found_folder_that_is_not_loaded_can_be_unfolded() {
    let mut room = with(vec![folder("crm"), entry("Account")]);
    tell(&mut room, Msg::Searched("c".to_owned()));
    let effects = press(&mut room, 0);
    assert_eq!(names(&room), ["crm folder", "Reading…", "Account"]);
    let answer = Answer::Entries(Ok(vec![entry("Case"), entry("Lead")]));
    room.answer(&effects, &folder_call("crm"), answer);
    assert_eq!(names(&room), ["crm folder", "Case", "Account"]);
    assert!(room.drawn().seen().any(|it| it.text == "3 of 4"));
}

#[test]
fn refresh_reads_everything_anew() {
    let mut room = nested();
    tell(&mut room, Msg::Searched("acc".to_owned()));
    let effects = tell(&mut room, Msg::RefreshPressed);
    sent(&effects, &Call::Entries(None));
    assert!(names(&room).is_empty());
    let answer = Answer::Entries(Ok(vec![folder("crm"), entry("Account"), entry("Case")]));
    room.answer(&effects, &Call::Entries(None), answer);
    assert_eq!(names(&room), ["Account"], "what is sought stays");
    tell(&mut room, Msg::Searched(String::new()));
    assert_eq!(names(&room), ["crm folder", "Account", "Case"]);
    sent(&press(&mut room, 0), &folder_call("crm"));
}

#[test]
fn an_answer_after_the_view_was_left_is_dropped() {
    let (mut room, effects) = shown();
    room.model.one = None;
    let answer = Answer::Entries(Ok(tables(1)));
    let effects = room.answer(&effects, &Call::Entries(None), answer);
    assert_eq!(said(&effects), Vec::<String>::new());
    assert_eq!(tell(&mut room, Msg::Shown), []);
}

#[test]
fn rows_have_keys_of_their_own() {
    let mut room = with(vec![folder("a"), folder("b"), entry("Case"), entry("Case")]);
    assert_eq!(names(&room), ["a folder", "b folder", "Case"], "the same twice is one");
    for (row, path) in [(1, "b"), (0, "a")] {
        let effects = press(&mut room, row);
        room.answer(&effects, &folder_call(path), Answer::Entries(Ok(vec![entry("Case")])));
    }
    assert_eq!(names(&room), ["a folder", "Case", "b folder", "Case", "Case"]);
    let mut keys: Vec<_> = state(&room).tree.nodes.iter().map(|node| &node.key).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 5);
}
