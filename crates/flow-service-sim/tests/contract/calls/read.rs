//! What there is, is read: connections a page at a time and one by one, and the sources.

use flow_service::operation::list_connections::{Page, Query};
use flow_service::operation::{
    get_connection, list_connection_specs, list_connections, test_connection,
};
use flow_service::request::Request;
use flow_service::secret::Secrets;
use flow_service::value::{AccessToken, ApiKey, ConnectionId, ConnectionSpecId, SandboxName};

use super::{Caller, refused, unknown_id};

/// Reads everything that can be read but what a source holds.
pub async fn all(caller: &mut Caller, id: &ConnectionId) {
    lists(caller).await;
    refused_lists(caller).await;
    one(caller, id).await;
    sources(caller).await;
}

async fn lists(caller: &mut Caller) {
    let all = Query { spec_id: None, limit: 20 };
    let first = list_connections::request(&caller.access, &all);
    let mut page = list(caller, "list", &first).await;
    let (mut pages, mut connections) = (1, page.connections.len());
    while let Some(next) = &page.next {
        let request = list_connections::next_request(&caller.access, next).unwrap();
        page = list(caller, "list the next page", &request).await;
        pages += 1;
        connections += page.connections.len();
    }
    // The made-up ones and the two that were created.
    assert_eq!((pages, connections), (4, 62));

    let of_source = Query { spec_id: Some(ConnectionSpecId::service_cloud()), limit: 100 };
    let request = list_connections::request(&caller.access, &of_source);
    assert!(!list(caller, "list those of a source", &request).await.connections.is_empty());
    let request = list_connections::request_in_state(&caller.access, &all, "initializing");
    assert!(!list(caller, "list those in a state", &request).await.connections.is_empty());
    let request = list_connections::request_in_state(&caller.access, &all, "none");
    assert!(list(caller, "list none", &request).await.connections.is_empty());
}

async fn list(caller: &mut Caller, call: &'static str, request: &Request) -> Page {
    list_connections::response(caller.send(call, request).await).unwrap()
}

async fn refused_lists(caller: &mut Caller) {
    let query = Query { spec_id: None, limit: 20 };
    let mut access = caller.access.clone();
    access.api_key = ApiKey::parse("invalid-key").unwrap().value;
    let request = list_connections::request(&access, &query);
    let response = caller.send("list with an invalid API key", &request).await;
    assert_eq!(refused(list_connections::response(response)), (403, "403003".to_owned()));

    let mut access = caller.access.clone();
    access.sandbox = SandboxName::parse("unknown").unwrap();
    let request = list_connections::request(&access, &query);
    let response = caller.send("list in an unknown sandbox", &request).await;
    assert_eq!(refused(list_connections::response(response)), (404, "2100-404".to_owned()));

    let mut secrets = Secrets::default();
    secrets.insert_token(&AccessToken::parse("invalid-token").unwrap().value);
    let good = std::mem::replace(&mut caller.secrets, secrets);
    let request = list_connections::request(&caller.access, &query);
    let response = caller.send("list with an invalid token", &request).await;
    caller.secrets = good;
    assert_eq!(refused(list_connections::response(response)), (401, "401013".to_owned()));
}

async fn one(caller: &mut Caller, id: &ConnectionId) {
    assert_eq!(caller.read(id).await.id, *id);
    let request = get_connection::request(&caller.access, &unknown_id());
    let response = caller.send("read an unknown ID", &request).await;
    assert_eq!(refused(get_connection::response(response)), (404, "1439-404".to_owned()));

    let request = test_connection::request(&caller.access, id);
    assert!(test_connection::response(caller.send("test", &request).await).unwrap());
    let request = test_connection::request(&caller.access, &unknown_id());
    let response = caller.send("test an unknown ID", &request).await;
    assert_eq!(refused(test_connection::response(response)), (404, "1439-404".to_owned()));
}

async fn sources(caller: &mut Caller) {
    let name = Some("salesforce-service-cloud");
    for (call, name, expected) in
        [("list the sources", None, 8), ("list the source of a name", name, 1)]
    {
        let request = list_connection_specs::request(&caller.access, name);
        let specs = list_connection_specs::response(caller.send(call, &request).await).unwrap();
        assert_eq!(specs.len(), expected, "{call}");
    }
    let id = ConnectionSpecId::SERVICE_CLOUD;
    let request = list_connection_specs::request_by_id(&caller.access, id).unwrap();
    let response = caller.send("read a source", &request).await;
    assert_eq!(list_connection_specs::response(response).unwrap().len(), 1);
}
