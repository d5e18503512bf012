//! Connections are deleted, but for those that are in use or not there.

use flow_service::operation::delete_connection;
use flow_service::value::ConnectionId;

use super::{Caller, create, refused, unknown_id, with_slash};

/// Deletes this connection and another, each with one of the two paths.
pub async fn all(caller: &mut Caller, id: &ConnectionId) {
    let other = create::basic(caller, "create", "Another").await;
    let used = create::basic(caller, "create", "In use by the nightly import").await;

    let request = delete_connection::request(&caller.access, id);
    delete_connection::response(caller.send("delete", &request).await).unwrap();
    let request = with_slash(delete_connection::request(&caller.access, &other));
    delete_connection::response(caller.send("delete, with the slash", &request).await).unwrap();

    for (app, document, id, expected) in [
        ("delete one in use", "delete one in use, with the slash", &used, (400, "1418-400")),
        (
            "delete an unknown ID",
            "delete an unknown ID, with the slash",
            &unknown_id(),
            (404, "1439-404"),
        ),
    ] {
        let request = delete_connection::request(&caller.access, id);
        for (call, request) in [(app, request.clone()), (document, with_slash(request))] {
            let (status, code) =
                refused(delete_connection::response(caller.send(call, &request).await));
            assert_eq!((status, code.as_str()), expected, "{call}");
        }
    }
}
