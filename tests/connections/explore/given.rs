//! A source as the service tells of it.

use flow_connect::screen::Route;
use flow_connect::screen::connections::explore::{Explore, Msg, OpenTable};
use flow_connect::screen::connections::one::{Found, Tab};
use flow_connect::screen::connections::{Answer, Call, Calls, Effect, Msg as Anything};
use flow_service::connection::Connection;
use flow_service::error::{CallError, Refusal};
use flow_service::operation::explore_connection::{Entry, EntryKind, Table, table_response};
use flow_service::operation::get_connection::Inspected;
use flow_service::response::{Response, ResponseBody};
use serde_json::{Value, json};

use crate::room::{Room, id};

/// The view of the tables of a connection, and what was asked when it was shown.
pub fn shown() -> (Room, Vec<Effect>) {
    let mut room = Room::at(Route::Connection(id(1)));
    let raw = json!({"id": id(1).as_str(), "name": "Acme cases"});
    let connection = Connection::from_json(&raw).unwrap();
    let one = room.model.one.as_mut().unwrap();
    one.found = Found::Here(Box::new(Inspected { connection, raw }));
    one.tab = Tab::Explore;
    room.model.calls = Calls::default();
    let effects = room.tell(Anything::Explore(Msg::Shown));
    (room, effects)
}

/// The same, with this in the source.
pub fn with(entries: Vec<Entry>) -> Room {
    let (mut room, effects) = shown();
    room.answer(&effects, &Call::Entries(None), Answer::Entries(Ok(entries)));
    room
}

/// A source with one table, which is open and asked for.
pub fn opened(entry: Entry) -> (Room, Vec<Effect>) {
    let mut room = with(vec![entry]);
    let effects = press(&mut room, 0);
    (room, effects)
}

/// The same, with this table.
pub fn with_table(table: Table) -> Room {
    let (mut room, effects) = opened(entry("Account"));
    room.answer(&effects, &call("Account", true), Answer::Table(Ok(table)));
    room
}

pub fn press(room: &mut Room, row: usize) -> Vec<Effect> {
    room.tell(Anything::Explore(Msg::NodePressed(row)))
}

pub fn tell(room: &mut Room, msg: Msg) -> Vec<Effect> {
    room.tell(Anything::Explore(msg))
}

pub fn call(path: &str, preview: bool) -> Call {
    Call::Table(path.to_owned(), preview)
}

pub fn folder_call(path: &str) -> Call {
    Call::Entries(Some(path.to_owned()))
}

pub fn state(room: &Room) -> &Explore {
    &room.model.one.as_ref().unwrap().explore
}

pub fn open(room: &Room) -> &OpenTable {
    state(room).open.as_ref().unwrap()
}

pub fn entry(name: &str) -> Entry {
    Entry {
        kind: EntryKind::Table,
        name: name.to_owned(),
        path: name.to_owned(),
        can_preview: true,
        can_fetch_schema: true,
    }
}

pub fn folder(name: &str) -> Entry {
    Entry { kind: EntryKind::Folder, can_preview: false, can_fetch_schema: false, ..entry(name) }
}

/// So many tables, named by their numbers.
pub fn tables(count: usize) -> Vec<Entry> {
    (0..count).map(|number| entry(&format!("Table{number:04}"))).collect()
}

/// A table of so many columns, with these rows.
pub fn table(columns: usize, rows: &[Vec<Value>]) -> Table {
    let columns: Vec<_> = (0..columns).map(|number| {
        json!({"name": format!("Field{number}"), "type": "string", "xdm": {"type": "string", "format": "date-time"}})
    }).collect();
    read(&json!({"format": "flat", "schema": {"columns": columns}, "data": rows}))
}

/// Each cell says where it is.
pub fn wide(columns: usize, rows: usize) -> Table {
    let cell = |row, column| json!(format!("r{row}c{column}"));
    let rows = (0..rows).map(|row| (0..columns).map(|column| cell(row, column)).collect());
    table(columns, &rows.collect::<Vec<_>>())
}

pub fn read(body: &Value) -> Table {
    table_response(Response { status: 200, body: ResponseBody::Json(body.clone()) }).unwrap()
}

/// The refusal of a source that does not accept the credentials.
pub fn refusal() -> CallError {
    CallError::RefusedByService(Refusal {
        status: 400,
        code: Some("1308-400".to_owned()),
        title: None,
        message: "Error message: INVALID_LOGIN: Invalid username, password".to_owned(),
        request_id: None,
        retry_after: None,
    })
}

pub fn forbidden() -> CallError {
    CallError::RefusedByService(Refusal {
        status: 403,
        code: Some("2120-403".to_owned()),
        title: None,
        message: "You do not have sufficient permissions".to_owned(),
        request_id: None,
        retry_after: None,
    })
}

pub fn names(room: &Room) -> Vec<String> {
    room.drawn().names("treeitem")
}

pub fn focused(effects: &[Effect]) -> Vec<&str> {
    let ids = effects.iter().filter_map(|effect| match effect {
        Effect::Focus(id) => Some(id.as_str()),
        _ => None,
    });
    ids.collect()
}

/// Folder `crm` with `Case` and `inner`, which has `Deep`; and the table `Account`.
pub fn nested() -> Room {
    let mut room = with(vec![folder("crm"), entry("Account")]);
    let effects = press(&mut room, 0);
    let inner = Answer::Entries(Ok(vec![entry("Case"), folder("inner")]));
    room.answer(&effects, &folder_call("crm"), inner);
    let effects = press(&mut room, 2);
    room.answer(&effects, &folder_call("inner"), Answer::Entries(Ok(vec![entry("Deep")])));
    room
}
