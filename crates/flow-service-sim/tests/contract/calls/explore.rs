//! What a source holds is explored.

use flow_service::operation::explore_connection::{
    Entry, EntryKind, entries_response, entry_request, root_request, table_response,
};
use flow_service::value::ConnectionId;

use super::{Caller, refused, unknown_id};

/// Explores the highest level, a folder and a table.
pub async fn all(caller: &mut Caller, id: &ConnectionId) {
    let request = root_request(&caller.access, id);
    let entries = entries_response(caller.send("explore the root", &request).await).unwrap();
    let folder = entries.iter().find(|entry| entry.kind == EntryKind::Folder).unwrap();
    let table = entries.iter().find(|entry| entry.name == "Case").unwrap();

    let request = entry_request(&caller.access, id, folder, false);
    let inside = entries_response(caller.send("explore a folder", &request).await).unwrap();
    assert!(!inside.is_empty());

    let request = entry_request(&caller.access, id, table, false);
    let explored = table_response(caller.send("explore a table", &request).await).unwrap();
    assert!(!explored.columns.is_empty() && explored.rows.is_none());
    let request = entry_request(&caller.access, id, table, true);
    let explored = table_response(caller.send("preview a table", &request).await).unwrap();
    assert!(explored.rows.is_some_and(|rows| !rows.is_empty()));

    let unknown = Entry { path: "Unknown".to_owned(), ..table.clone() };
    let request = entry_request(&caller.access, id, &unknown, false);
    let response = caller.send("explore an unknown table", &request).await;
    assert_eq!(refused(table_response(response)), (400, "1308-400".to_owned()));
    let request = root_request(&caller.access, &unknown_id());
    let response = caller.send("explore with an unknown ID", &request).await;
    assert_eq!(refused(entries_response(response)), (404, "1439-404".to_owned()));
}
