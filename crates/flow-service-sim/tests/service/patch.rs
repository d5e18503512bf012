//! `PATCH /connections/{id}` that succeeds.

use reqwest::Method;
use serde_json::json;

use crate::client::{create, item, patch, path_of, read, request, service};

#[tokio::test]
async fn it_answers_the_id_and_a_new_etag() {
    let service = service().await;
    let id = create(&service, "old").await;
    let before = item(&service, &id).await;
    let body = json!([{ "op": "replace", "path": "/name", "value": "new" }]);
    let (status, answer) = patch(&service, &id, &body).await;
    assert_eq!(status, 200);
    let after = item(&service, &id).await;
    assert_eq!(answer, json!({ "id": id, "etag": after["etag"] }));
    assert_ne!(after["etag"], before["etag"]);
    assert_eq!(after["version"], after["etag"]);
    assert!(after["etag"].as_str().unwrap().starts_with('"'));
    assert_eq!(after["name"], "new");
    assert_eq!(after["createdAt"], before["createdAt"]);
    assert!(after["updatedAt"].as_u64() > before["updatedAt"].as_u64());
    for member in ["description", "auth", "connectionSpec", "state", "createdBy", "createdClient"] {
        assert_eq!(after[member], before[member], "{member}");
    }
}

#[tokio::test]
async fn who_changed_it_is_said() {
    let options = flow_service_sim::Options { seed: 1, ..flow_service_sim::Options::default() };
    let service = flow_service_sim::start(options).await.unwrap();
    let id = service.connections().remove(0).connection.id.as_str().to_owned();
    let before = item(&service, &id).await;
    patch(&service, &id, &json!([{ "op": "add", "path": "/name", "value": "new" }])).await;
    let after = item(&service, &id).await;
    assert_eq!(after["updatedBy"], "local-service@techacct.adobe.com");
    assert_ne!(after["updatedBy"], before["updatedBy"]);
    assert_eq!(after["updatedClient"], "local-service");
    assert_eq!(after["createdClient"], before["createdClient"]);
    assert_eq!(after["createdBy"], before["createdBy"]);
}

#[tokio::test]
async fn operations_in_small_letters_and_in_capitals() {
    let service = service().await;
    let id = create(&service, "old").await;
    for (op, value) in [("add", "a"), ("ADD", "b"), ("replace", "c"), ("REPLACE", "d")] {
        let body = json!([{ "op": op, "path": "/description", "value": value }]);
        assert_eq!(patch(&service, &id, &body).await.0, 200, "{op}");
        assert_eq!(item(&service, &id).await["description"], value);
    }
    for op in ["remove", "REMOVE"] {
        let body = json!([
            { "op": "add", "path": "/description", "value": "there" },
            { "op": op, "path": "/description" },
        ]);
        assert_eq!(patch(&service, &id, &body).await.0, 200, "{op}");
        assert_eq!(item(&service, &id).await.get("description"), None);
    }
}

#[tokio::test]
async fn all_operations_hold_or_none() {
    let service = service().await;
    let id = create(&service, "old").await;
    let before = item(&service, &id).await;
    let body = json!([
        { "op": "replace", "path": "/name", "value": "new" },
        { "op": "move", "path": "/name", "from": "/description" },
    ]);
    assert_eq!(patch(&service, &id, &body).await.0, 400);
    assert_eq!(item(&service, &id).await, before);
}

#[tokio::test]
async fn each_state_can_be_set() {
    let service = service().await;
    let id = create(&service, "one").await;
    for state in ["disabled", "initializing", "enabled"] {
        let body = json!([{ "op": "replace", "path": "/state", "value": state }]);
        assert_eq!(patch(&service, &id, &body).await.0, 200, "{state}");
        assert_eq!(item(&service, &id).await["state"], state);
    }
}

#[tokio::test]
async fn a_path_with_a_slash_and_an_etag_without_quotes() {
    let service = service().await;
    let id = create(&service, "old").await;
    let etag = item(&service, &id).await["etag"].as_str().unwrap().trim_matches('"').to_owned();
    let path = format!("{}/", path_of(&id));
    let request = request(&service, Method::PATCH, &path).header("if-match", &etag);
    let body = json!([{ "op": "replace", "path": "/name", "value": "new" }]);
    assert_eq!(read(request.json(&body)).await.0, 200);
    // What was sent can be asserted.
    let received = service.requests().pop().unwrap();
    assert_eq!(received.header("if-match"), Some(etag.as_str()));
    assert_eq!(received.method, flow_service_sim::Method::PATCH);
}
