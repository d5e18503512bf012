//! The open table: what is asked for it, its columns, what can be copied.

use flow_connect::screen::connections::explore::{Msg, Preview};
use flow_connect::screen::connections::window::Scroll;
use flow_connect::screen::connections::{Answer, CopyTarget, Effect, Msg as Anything};
use flow_service::error::{CallError, NoAnswer};
use flow_service::operation::explore_connection::Entry;
use serde_json::json;

use super::given::{
    call, entry, forbidden, open, opened, press, read, refusal, state, table, tell, wide, with,
    with_table,
};
use crate::room::{Room, said, sent};

fn account() -> Answer {
    Answer::Table(Ok(wide(2, 1)))
}

fn sees(room: &Room, text: &str) -> bool {
    room.drawn().seen().any(|it| it.text == text)
}

fn copied(room: &mut Room, target: CopyTarget) -> Option<String> {
    match room.tell(Anything::CopyPressed(target)).as_slice() {
        [Effect::Copy(_, text)] => Some(text.clone()),
        _ => None,
    }
}

#[test]
fn a_table_is_asked_for_with_its_rows() {
    let (mut room, effects) = opened(entry("Account"));
    let (_, request) = sent(&effects, &call("Account", true));
    let expected = "/explore?objectType=table&object=Account&preview=true";
    assert!(request.target.ends_with(expected), "{}", request.target);
    assert!(effects.contains(&Effect::Focus("explore-table".to_owned())));
    room.drawn().one("heading", "Account");
    assert!(sees(&room, "Reading the table…"));
    room.drawn().none("heading", "Columns");
    room.drawn().none("button", "Copy column list");

    let effects = room.answer(&effects, &call("Account", true), account());
    assert_eq!(said(&effects), ["Account: 2 columns, 1 row."]);
    let page = room.drawn();
    assert!(!sees(&room, "Reading the table…"));
    let columns = page.inside("region", "Columns");
    assert_eq!(columns.texts("th"), ["Name", "Type", "XDM type", "Field0", "Field1"]);
    assert_eq!(
        columns.texts("td"),
        ["string", "string (date-time)", "string", "string (date-time)"]
    );
    assert_eq!(page.one("table", "Columns").attribute("aria-rowcount"), Some("3"));
    assert_eq!(press(&mut room, 0), [Effect::Focus("explore-table".to_owned())], "it is known");
}

#[test]
fn another_table_breaks_off_the_first() {
    let mut room = with(vec![entry("Account"), entry("Case")]);
    let first = press(&mut room, 0);
    let second = press(&mut room, 1);
    assert!(second.iter().any(|it| matches!(it, Effect::Abort(_))), "{second:?}");
    let late = room.answer(&first, &call("Account", true), account());
    assert_eq!(late, []);
    assert!(open(&room).table().is_none());
    room.answer(&second, &call("Case", true), account());
    assert_eq!(open(&room).entry.name, "Case");
    assert!(open(&room).table().is_some());
}

#[test]
fn an_answer_for_another_table_is_dropped() {
    let (mut room, effects) = opened(entry("Account"));
    let one = room.model.one.as_mut().unwrap();
    one.explore.open.as_mut().unwrap().entry = entry("Case").into();
    let effects = room.answer(&effects, &call("Account", true), account());
    assert_eq!(said(&effects), Vec::<String>::new());
    assert!(open(&room).table().is_none());
}

#[test]
fn what_is_not_offered_is_not_asked_for_and_said() {
    let no_preview = "This table has no preview: the source does not offer one.";
    let no_schema = "This table has no column list: the source does not offer one.";

    let (mut room, effects) = opened(Entry { can_preview: false, ..entry("Account") });
    let (_, request) = sent(&effects, &call("Account", false));
    assert!(!request.target.contains("preview"), "{}", request.target);
    room.answer(&effects, &call("Account", false), account());
    assert!(sees(&room, no_preview));
    assert!(!sees(&room, no_schema));
    assert!(room.drawn().names("grid").is_empty(), "rows that came all the same are not shown");

    let (room, effects) =
        opened(Entry { can_preview: false, can_fetch_schema: false, ..entry("Account") });
    assert_eq!(effects, [Effect::Focus("explore-table".to_owned())]);
    assert!(sees(&room, no_preview));
    assert!(sees(&room, no_schema));
    room.drawn().one("button", "Copy path");
    room.drawn().none("button", "Copy schema as JSON");
}

#[test]
fn columns_are_asked_for_alone_when_the_preview_is_refused() {
    let (mut room, effects) = opened(entry("Account"));
    let answer = Answer::Table(Err(refusal()));
    let effects = room.answer(&effects, &call("Account", true), answer);
    sent(&effects, &call("Account", false));
    assert!(room.drawn().texts("alert").is_empty());
    assert!(sees(&room, "Reading the table…"));

    room.answer(&effects, &call("Account", false), account());
    assert!(matches!(open(&room).preview(), Preview::Refused(_)));
    let page = room.drawn();
    assert!(page.one("region", "Columns").text.contains("Field1"));
    let preview = page.one("region", "Preview").text.clone();
    assert!(preview.contains("No preview"), "{preview}");
    assert!(preview.contains("The source did not do what the service asked"), "{preview}");
    assert!(preview.contains("INVALID_LOGIN"), "{preview}");
    assert!(preview.contains("Likely cause: The source refused the credentials"), "{preview}");
    assert!(preview.contains("Read what the source says."), "{preview}");
    assert!(page.names("grid").is_empty());
}

#[test]
fn columns_are_not_asked_for_alone_where_they_would_be_refused_too() {
    for error in [forbidden(), CallError::NoAnswer(NoAnswer::Cancelled)] {
        let (mut room, effects) = opened(entry("Account"));
        room.answer(&effects, &call("Account", true), Answer::Table(Err(error)));
        assert_eq!(room.model.calls.count(|_| true), 0);
        let alert = room.drawn().texts("alert").concat();
        assert!(alert.starts_with("The table could not be read"), "{alert}");
    }
    let (mut room, effects) = opened(Entry { can_fetch_schema: false, ..entry("Account") });
    room.answer(&effects, &call("Account", true), Answer::Table(Err(refusal())));
    assert_eq!(room.model.calls.count(|_| true), 0);
}

#[test]
fn a_table_that_fails_twice_can_be_tried_again() {
    let (mut room, effects) = opened(entry("Account"));
    let effects = room.answer(&effects, &call("Account", true), Answer::Table(Err(refusal())));
    room.answer(&effects, &call("Account", false), Answer::Table(Err(refusal())));
    let alert = room.drawn().texts("alert").concat();
    assert!(alert.contains("INVALID_LOGIN"), "{alert}");
    room.drawn().none("region", "Columns");
    room.drawn().none("region", "Preview");

    let effects = tell(&mut room, Msg::TableRetryPressed);
    sent(&effects, &call("Account", true));
    assert!(room.drawn().texts("alert").is_empty());
    room.answer(&effects, &call("Account", true), account());
    assert!(matches!(open(&room).preview(), Preview::Rows(_)));
}

#[test]
fn a_table_that_failed_is_asked_for_again_when_it_is_pressed() {
    let (mut room, effects) = opened(entry("Account"));
    room.answer(&effects, &call("Account", true), Answer::Table(Err(forbidden())));
    sent(&press(&mut room, 0), &call("Account", true));
}

#[test]
fn a_preview_without_rows_says_why() {
    let bare = json!({"schema": {"columns": [{"name": "Id"}]}});
    assert!(sees(&with_table(read(&bare)), "No preview: the service answered without rows."));
    assert!(sees(&with_table(table(1, &[])), "The table has no rows."));
    assert!(sees(&with_table(table(0, &[])), "The service names no columns of this table."));
}

#[test]
fn back_leads_to_the_row_in_the_tree() {
    let mut room = with(vec![entry("Account"), entry("Case")]);
    press(&mut room, 1);
    room.drawn().one("button", "Back to tables");
    let effects = tell(&mut room, Msg::BackPressed);
    assert!(
        matches!(effects.as_slice(), [Effect::Abort(_), Effect::Focus(id)] if id == "explore-node-1")
    );
    assert!(state(&room).open.is_none());
    room.drawn().none("button", "Back to tables");
}

#[test]
fn columns_can_be_searched() {
    let mut room = with_table(wide(2000, 1));
    assert!(sees(&room, "2,000 columns"));
    tell(&mut room, Msg::ColumnsScrolled(Scroll { top: 32_000, ..Scroll::default() }));
    assert!(room.drawn().one("region", "Columns").text.contains("Field1000"));
    let effects = tell(&mut room, Msg::ColumnsSearched("FIELD199".to_owned()));
    assert_eq!(effects, [Effect::ScrollToTop("explore-columns")]);
    assert!(sees(&room, "11 of 2,000"));
    let text = room.drawn().one("region", "Columns").text.clone();
    assert!(text.contains("Field199string") && text.contains("Field1999"), "{text}");
    assert!(!text.contains("Field1000"), "{text}");
    tell(&mut room, Msg::ColumnsSearched(String::new()));
    tell(&mut room, Msg::ColumnsScrolled(Scroll { top: 32_000, ..Scroll::default() }));
    tell(&mut room, Msg::ColumnsSearched("field1".to_owned()));
    let text = room.drawn().one("region", "Columns").text.clone();
    assert!(
        text.contains("Field1string"),
        "it begins at the top, where the browser scrolls: {text}"
    );
    tell(&mut room, Msg::ColumnsSearched("nothing".to_owned()));
    assert!(sees(&room, "No column name has this text."));
    assert!(sees(&room, "0 of 2,000"));
}

#[test]
fn only_the_columns_around_those_seen_are_listed() {
    let mut room = with_table(wide(2000, 1));
    let rows = |room: &Room| room.drawn().inside("region", "Columns").texts("tr").len();
    assert_eq!(rows(&room), 27, "a heading and 26 rows");
    let scroll = Scroll { top: 32_000, left: 0, height: 360, width: 900 };
    tell(&mut room, Msg::ColumnsScrolled(scroll));
    assert_eq!(rows(&room), 37);
    let model = room.model.clone();
    tell(&mut room, Msg::ColumnsScrolled(Scroll { top: 32_010, ..scroll }));
    assert_eq!(room.model, model);
}

#[test]
fn path_columns_and_schema_can_be_copied() {
    let mut room = with_table(wide(3, 1));
    let path = CopyTarget::Path("Account".to_owned());
    assert_eq!(copied(&mut room, path).as_deref(), Some("Account"));
    tell(&mut room, Msg::ColumnsSearched("1".to_owned()));
    let columns = copied(&mut room, CopyTarget::Columns);
    assert_eq!(columns.as_deref(), Some("Field0\nField1\nField2"), "all of them");
    let schema = copied(&mut room, CopyTarget::Schema).unwrap();
    assert!(schema.starts_with("{\n    \"columns\": ["), "{schema}");
    assert!(schema.contains("\"format\": \"date-time\""), "{schema}");
    for name in ["Copy path", "Copy column list", "Copy schema as JSON"] {
        room.drawn().one("button", name);
    }
    let (mut room, _) = opened(entry("Account"));
    assert_eq!(copied(&mut room, CopyTarget::Columns), None);
    assert_eq!(copied(&mut room, CopyTarget::Schema), None);
}
