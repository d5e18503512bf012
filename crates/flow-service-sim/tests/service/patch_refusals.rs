//! `PATCH /connections/{id}` that is refused: each code, and nothing is changed.

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::client::{code, create, detailed, item, patch, path_of, read, request, service};

/// A body is refused with this code, and the connection stays as it is.
async fn refused(body: Value, expected: &str) {
    let service = service().await;
    let id = create(&service, "one").await;
    let before = item(&service, &id).await;
    let (status, answer) = patch(&service, &id, &body).await;
    assert_eq!(code(&answer), expected, "{body}");
    assert!(expected.ends_with(status.as_str()));
    assert!(!detailed(&answer).is_empty());
    assert_eq!(item(&service, &id).await, before);
}

async fn send(change: impl FnOnce(RequestBuilder) -> RequestBuilder) -> (u16, Value) {
    let service = service().await;
    let id = create(&service, "one").await;
    let etag = item(&service, &id).await["etag"].as_str().unwrap().to_owned();
    let request = request(&service, Method::PATCH, &path_of(&id)).header("x-etag", etag);
    let (status, body) = read(change(request)).await;
    (status.as_u16(), body)
}

fn good() -> Value {
    json!([{ "op": "replace", "path": "/name", "value": "new" }])
}

#[tokio::test]
async fn without_if_match() {
    let (status, body) = send(|request| request.json(&good())).await;
    assert_eq!((status, code(&body)), (400, "1403-400"));
}

#[tokio::test]
async fn with_a_stale_if_match() {
    for etag in ["\"00000000-0000-4000-8000-000000000000\"", "*", "W/\"1\""] {
        let (status, body) = send(|request| request.header("if-match", etag).json(&good())).await;
        assert_eq!((status, code(&body)), (412, "1404-412"), "{etag}");
    }
}

#[tokio::test]
async fn with_the_etag_of_before_another_change() {
    let service = service().await;
    let id = create(&service, "one").await;
    let etag = item(&service, &id).await["etag"].as_str().unwrap().to_owned();
    let send = || {
        let request = request(&service, Method::PATCH, &path_of(&id)).header("if-match", &etag);
        read(request.json(&good()))
    };
    assert_eq!(send().await.0, 200);
    assert_eq!(code(&send().await.1), "1404-412");
}

#[tokio::test]
async fn with_an_empty_body() {
    let (status, body) = send(|request| {
        request.header("if-match", "\"1\"").header("content-type", "application/json").body(" ")
    })
    .await;
    assert_eq!((status, code(&body)), (400, "1405-400"));
}

#[tokio::test]
async fn with_another_content_type_or_no_json() {
    let (status, body) =
        send(|request| request.header("if-match", "\"1\"").body(good().to_string())).await;
    assert_eq!((status, &body["detail"]), (400, &"A valid content-type must be specified".into()));
}

#[tokio::test]
async fn of_the_connection_spec() {
    for path in ["/connectionSpec", "/connectionSpec/id"] {
        refused(json!([{ "op": "replace", "path": path, "value": "x" }]), "1414-400").await;
    }
}

#[tokio::test]
async fn by_an_operation_that_is_not_offered() {
    for op in ["move", "copy", "test", "MOVE", ""] {
        refused(json!([{ "op": op, "path": "/name", "value": "x" }]), "1434-400").await;
    }
}

#[tokio::test]
async fn to_a_state_that_cannot_be_set() {
    for state in ["deleted", "Enabled", "updating", ""] {
        refused(json!([{ "op": "replace", "path": "/state", "value": state }]), "1456-400").await;
    }
    refused(json!([{ "op": "remove", "path": "/state" }]), "1456-400").await;
}

#[tokio::test]
async fn to_no_name() {
    refused(json!([{ "op": "remove", "path": "/name" }]), "1304-400").await;
    refused(json!([{ "op": "replace", "path": "/name", "value": "" }]), "1304-400").await;
}

#[tokio::test]
async fn in_a_bad_shape() {
    for body in [
        // One operation instead of a list, as the specification has it.
        json!({ "op": "replace", "path": "/name", "value": "x" }),
        json!([]),
        json!("replace"),
        json!([7]),
        json!([{ "path": "/name", "value": "x" }]),
        json!([{ "op": "replace", "value": "x" }]),
        json!([{ "op": "replace", "path": "/name" }]),
        json!([{ "op": "replace", "path": "/name", "value": null }]),
        json!([{ "op": "replace", "path": "/name", "value": 7 }]),
        json!([{ "op": "replace", "path": "/auth/params", "value": "x" }]),
        json!([{ "op": "replace", "path": "/auth/params/", "value": "x" }]),
        json!([{ "op": "replace", "path": "/auth/params/absent", "value": "x" }]),
        json!([{ "op": "remove", "path": "/auth/params/absent" }]),
        json!([{ "op": "replace", "path": "/auth/specName", "value": "x" }]),
        json!([{ "op": "replace", "path": "/id", "value": "x" }]),
        json!([{ "op": "replace", "path": "name", "value": "x" }]),
    ] {
        refused(body, "1455-400").await;
    }
}

#[tokio::test]
async fn of_nothing() {
    let service = service().await;
    let path = path_of("00000000-0000-4000-8000-000000000000");
    let request = request(&service, Method::PATCH, &path).header("if-match", "\"1\"");
    let (status, body) = read(request.json(&good())).await;
    assert_eq!((status.as_u16(), code(&body)), (404, "1439-404"));
}
