//! `GET /connections/{id}/explore`: exact requests, levels and tables as they are read.
//!
//! Answers follow Adobe's pages "Explore a customer success system" and "Explore tabular
//! sources", with columns of our own.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::operation::explore_connection::{
    self, CELL_LIMIT, Column, Entry, EntryKind, Table,
};
use flow_service::request::{Method, Request};
use flow_service::value::ConnectionId;
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod access;
    pub mod answer;
    pub mod any_answer;
    pub mod headers;
    pub mod json;
}

use given::access::access;
use given::answer::json as answer;

/// What the target of each request begins with.
const EXPLORE: &str = "/data/foundation/flowservice/connections/a-1/explore?objectType=";

fn id() -> ConnectionId {
    ConnectionId::parse("a-1").unwrap()
}

fn entry(kind: EntryKind, path: &str) -> Entry {
    let (name, path) = ("A name".to_owned(), path.to_owned());
    Entry { kind, name, path, can_preview: true, can_fetch_schema: true }
}

#[track_caller]
fn check_get(request: &Request, target: &str) {
    let headers = given::headers::headers();
    let target = [EXPLORE, target].concat();
    assert_eq!(*request, Request { method: Method::Get, target, headers, body: None });
}

#[track_caller]
fn check_entry(kind: EntryKind, path: &str, preview: bool, target: &str) {
    let entry = entry(kind, path);
    check_get(&explore_connection::entry_request(&access(), &id(), &entry, preview), target);
}

/// Kind, name, path, whether it can be previewed, whether its schema can be fetched.
#[track_caller]
fn check_read(item: &Value, expect: Option<(EntryKind, &str, &str, bool, bool)>) {
    let expect = expect.map(|(kind, name, path, can_preview, can_fetch_schema)| {
        let (name, path) = (name.to_owned(), path.to_owned());
        Entry { kind, name, path, can_preview, can_fetch_schema }
    });
    let found = explore_connection::entries_response(answer(200, json!([item]))).unwrap();
    assert_eq!(found, Vec::from_iter(expect), "{item}");
}

fn table(body: Value) -> Table {
    explore_connection::table_response(answer(200, body)).unwrap()
}

/// The rows of a table with the columns `Id` and `Age`.
fn rows(data: &Value) -> Option<Vec<Vec<Option<String>>>> {
    let columns = json!([{ "name": "Id" }, { "name": "Age" }]);
    table(json!({ "schema": { "columns": columns }, "data": data })).rows
}

#[track_caller]
fn check_row(row: Value, expect: [Option<&str>; 2]) {
    let expect = expect.map(|cell| cell.map(str::to_owned)).to_vec();
    assert_eq!(rows(&Value::Array(vec![row])), Some(vec![expect]));
}

#[track_caller]
fn check_xdm(column: &Value, expect: &str) {
    let mut raw = json!({ "name": "a" });
    raw.as_object_mut().unwrap().extend(column.as_object().unwrap().clone());
    let found = table(json!({ "schema": { "columns": [raw] } })).columns;
    let expect = Column { name: "a".to_owned(), kind: String::new(), xdm: expect.to_owned(), raw };
    assert_eq!(found, [expect]);
}

#[test]
fn the_highest_level_is_the_root() {
    check_get(&explore_connection::root_request(&access(), &id()), "root");
}

#[test]
fn an_entry_is_asked_for_by_its_kind_and_its_path() {
    check_entry(EntryKind::Table, "Account", false, "table&object=Account");
    check_entry(EntryKind::Folder, "/acme/", false, "folder&object=%2Facme%2F");
    check_entry(EntryKind::File, "/acme/a b.csv", false, "file&object=%2Facme%2Fa%20b.csv");
    check_entry(EntryKind::Other("REST".to_owned()), "x", false, "rest&object=x");
}

#[test]
fn rows_are_asked_for_by_preview() {
    check_entry(EntryKind::Table, "Account", true, "table&object=Account&preview=true");
}

#[test]
fn no_path_and_no_kind_breaks_the_query() {
    check_entry(
        EntryKind::Table,
        "[dbo].[a&b=c#d]",
        false,
        "table&object=%5Bdbo%5D.%5Ba%26b%3Dc%23d%5D",
    );
    check_entry(EntryKind::Other("a&b=c".to_owned()), "x", false, "a%26b%3Dc&object=x");
}

#[test]
fn a_level_is_a_bare_array() {
    let body = json!([
        { "type": "table", "name": "Account", "path": "Account", "canPreview": true, "canFetchSchema": true },
        { "type": "table", "name": "Case", "path": "Case", "canPreview": false, "canFetchSchema": true }
    ]);
    let found = explore_connection::entries_response(answer(200, body.clone())).unwrap();
    let of = |name: &str, can_preview| Entry {
        kind: EntryKind::Table,
        name: name.to_owned(),
        path: name.to_owned(),
        can_preview,
        can_fetch_schema: true,
    };
    assert_eq!(found, [of("Account", true), of("Case", false)]);
    let listed = explore_connection::entries_response(answer(200, json!({ "items": body })));
    assert_eq!(listed, Ok(found));
}

#[test]
fn a_level_may_be_empty() {
    assert_eq!(explore_connection::entries_response(answer(200, json!([]))), Ok(Vec::new()));
    let listed = explore_connection::entries_response(answer(200, json!({ "items": [] })));
    assert_eq!(listed, Ok(Vec::new()));
}

#[test]
fn a_kind_is_known_in_upper_and_lower_case() {
    for (kind, expect) in [
        ("table", EntryKind::Table),
        ("TABLE", EntryKind::Table),
        ("Folder", EntryKind::Folder),
        ("FILE", EntryKind::File),
        ("Rest", EntryKind::Other("Rest".to_owned())),
    ] {
        let item = json!({
            "type": kind, "name": "n", "path": "p", "canPreview": true, "canFetchSchema": false
        });
        check_read(&item, Some((expect, "n", "p", true, false)));
    }
}

#[test]
fn what_is_not_said_to_be_possible_is_tried_with_tables_only() {
    for can in [json!(null), json!("true"), json!(1)] {
        let of = |kind| json!({ "type": kind, "name": "n", "path": "p", "canPreview": can, "canFetchSchema": can });
        check_read(&of("table"), Some((EntryKind::Table, "n", "p", true, true)));
        check_read(&of("file"), Some((EntryKind::File, "n", "p", false, false)));
        check_read(&of("folder"), Some((EntryKind::Folder, "n", "p", false, false)));
    }
    let table = json!({ "type": "table", "name": "n", "path": "p" });
    check_read(&table, Some((EntryKind::Table, "n", "p", true, true)));
}

#[test]
fn of_name_and_path_each_stands_for_the_other() {
    let table = |name, path| Some((EntryKind::Table, name, path, true, true));
    check_read(&json!({ "type": "table", "name": "n" }), table("n", "n"));
    check_read(&json!({ "type": "table", "path": "p", "name": "" }), table("p", "p"));
    check_read(&json!({ "type": "table", "path": 1, "name": "n" }), table("n", "n"));
}

#[test]
fn an_entry_that_cannot_be_read_is_left_out() {
    for item in [
        json!(null),
        json!(1),
        json!("table"),
        json!([]),
        json!({}),
        json!({ "type": "table" }),
        json!({ "type": "table", "name": "", "path": "" }),
        json!({ "type": 1, "name": "n", "path": "p" }),
        json!({ "type": "", "name": "n", "path": "p" }),
        json!({ "name": "n", "path": "p" }),
    ] {
        check_read(&item, None);
    }
}

#[test]
fn a_table_is_read_whole() {
    let id = json!({ "name": "Id", "type": "string", "xdm": { "type": "string" } });
    let created = json!({
        "name": "CreatedDate", "type": "string", "meta:xdmType": "date-time",
        "xdm": { "type": "string", "format": "date-time" }
    });
    let schema = json!({ "columns": [id, created], "more": 1 });
    let data = json!([{ "CreatedDate": "2020-08-21T01:28:32Z", "Id": "a" }, { "Id": "b" }]);
    let found = table(json!({ "format": "flat", "schema": schema, "data": data }));
    let text = |text: &str| Some(text.to_owned());
    let column = |name: &str, xdm: &str, raw| Column {
        name: name.to_owned(),
        kind: "string".to_owned(),
        xdm: xdm.to_owned(),
        raw,
    };
    let expect = Table {
        format: text("flat"),
        columns: vec![
            column("Id", "string", id),
            column("CreatedDate", "string (date-time)", created),
        ],
        rows: Some(vec![vec![text("a"), text("2020-08-21T01:28:32Z")], vec![text("b"), None]]),
        schema,
    };
    assert_eq!(found, expect);
}

#[test]
fn a_table_without_preview_has_no_rows() {
    let bare =
        Table { format: None, columns: vec![], rows: None, schema: json!({ "columns": [] }) };
    for data in [json!(null), json!({}), json!("x"), json!(1)] {
        let found = table(json!({ "schema": { "columns": [] }, "data": data, "format": 1 }));
        assert_eq!(found, bare);
    }
    assert_eq!(table(json!({ "schema": { "columns": [] } })), bare);
    assert_eq!(rows(&json!([])), Some(Vec::new()));
}

#[test]
fn the_xdm_type_is_a_text_for_people() {
    check_xdm(&json!({ "xdm": { "type": "integer" } }), "integer");
    check_xdm(&json!({ "xdm": { "type": "string", "format": "date" } }), "string (date)");
    check_xdm(&json!({ "xdm": { "format": "date" }, "meta:xdmType": "date" }), "date");
    check_xdm(&json!({ "xdm": { "type": 1 }, "meta:xdmType": "date-time" }), "date-time");
    check_xdm(&json!({ "xdm": { "type": "string", "format": [] }, "meta:xdmType": "x" }), "string");
    check_xdm(&json!({ "xdm": [], "meta:xdmType": {} }), "");
    check_xdm(&json!({}), "");
}

#[test]
fn a_cell_is_a_text_whatever_its_type() {
    check_row(json!({ "Id": "a", "Age": 7 }), [Some("a"), Some("7")]);
    check_row(json!({ "Id": "", "Age": -0.5 }), [Some(""), Some("-0.5")]);
    check_row(json!({ "Id": true, "Age": null }), [Some("true"), None]);
    check_row(
        json!({ "Id": { "a": [1, "b\n", null], "c": {} }, "Age": [] }),
        [Some(r#"{"a":[1,"b\n",null],"c":{}}"#), Some("[]")],
    );
}

#[test]
fn members_that_are_no_column_are_left_out() {
    check_row(json!({ "id": "other case", "More": 1 }), [None, None]);
}

#[test]
fn a_row_may_be_an_array() {
    check_row(json!(["a", 7]), [Some("a"), Some("7")]);
    check_row(json!(["a"]), [Some("a"), None]);
    check_row(json!([null, "b", "c"]), [None, Some("b")]);
}

#[test]
fn a_column_that_cannot_be_read_moves_no_cell() {
    let columns =
        json!([{ "name": "a" }, null, { "name": 1 }, { "type": "string" }, { "name": "b" }]);
    let found = table(json!({ "schema": { "columns": columns }, "data": [[0, 1, 2, 3, 4]] }));
    assert_eq!(found.columns.len(), 2);
    assert_eq!(found.rows, Some(vec![vec![Some("0".to_owned()), Some("4".to_owned())]]));
}

#[test]
fn a_row_that_is_neither_object_nor_array_is_left_out() {
    let found = rows(&json!([null, 1, "a", { "Id": "a" }, true])).unwrap();
    assert_eq!(found, [[Some("a".to_owned()), None]]);
}

#[test]
fn a_preview_has_no_more_cells_than_the_limit() {
    let few = json!([{ "name": "a" }, { "name": "b" }]);
    let many: Vec<_> = (0..CELL_LIMIT / 2).map(|_| json!({ "name": "a" })).collect();
    let data = vec![json!({}); CELL_LIMIT];
    for (columns, expect) in [(few, CELL_LIMIT / 2), (json!(many), 2), (json!([]), CELL_LIMIT)] {
        let found = table(json!({ "schema": { "columns": columns }, "data": data }));
        assert_eq!(found.rows.unwrap().len(), expect);
    }
}

proptest! {
    #[test]
    fn every_row_has_a_cell_for_each_column(
        columns in proptest::collection::vec(given::json::any_json(), 0..5),
        data in proptest::collection::vec(given::json::any_json(), 0..5),
    ) {
        let schema = json!({ "columns": columns });
        let found = table(json!({ "schema": schema, "data": data }));
        prop_assert_eq!(&found.schema, &schema);
        for row in found.rows.unwrap() {
            prop_assert_eq!(row.len(), found.columns.len());
        }
    }

    #[test]
    fn any_entry_that_was_read_can_be_asked_for(answer in given::any_answer::any_answer()) {
        for entry in explore_connection::entries_response(answer).unwrap_or_default() {
            let request = explore_connection::entry_request(&access(), &id(), &entry, true);
            prop_assert!(request.target.starts_with(EXPLORE));
            prop_assert!(request.target.bytes().all(|byte| byte.is_ascii_graphic()));
        }
    }
}
