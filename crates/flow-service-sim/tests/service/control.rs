//! The control path.

use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{CONNECTIONS, bare, basic, create, get, post, read, request, service};

#[tokio::test]
async fn answers_are_scripted_one_or_many() {
    let service = service().await;
    let script = |body: Value| read(bare(&service, Method::POST, "/control/answers").json(&body));
    let one = json!({
        "method": "POST",
        "pathPrefix": CONNECTIONS,
        "query": "",
        "times": 1,
        "carryOut": true,
        "delayMs": 1,
        "reply": { "kind": "status", "status": 504, "headers": { "x-extra": "1" }, "body": { "a": 1 } },
    });
    assert_eq!(script(one).await, (reqwest::StatusCode::OK, json!({ "queued": 1 })));
    let response =
        request(&service, Method::POST, CONNECTIONS).json(&basic()).send().await.unwrap();
    assert_eq!(response.status(), 504);
    assert_eq!(response.headers()["x-extra"], "1");
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(response.json::<Value>().await.unwrap(), json!({ "a": 1 }));
    assert_eq!(service.connections().len(), 1);

    let many = json!([
        { "reply": { "kind": "cut-before-answer" } },
        { "reply": { "kind": "cut-in-body", "status": 200, "body": "{" } },
        { "reply": { "kind": "status", "status": 200, "body": "<html>" } },
        { "reply": { "kind": "status", "status": 429, "retryAfter": 5, "body": {} } },
        { "reply": { "kind": "real" } },
        {},
    ]);
    assert_eq!(script(many).await.1, json!({ "queued": 6 }));
    let send = || request(&service, Method::GET, CONNECTIONS).send();
    assert!(send().await.is_err());
    assert!(send().await.unwrap().bytes().await.is_err());
    assert_eq!(send().await.unwrap().text().await.unwrap(), "<html>");
    assert_eq!(send().await.unwrap().headers()["retry-after"], "5");
    assert_eq!(get(&service, CONNECTIONS).await.0, 200);
}

#[tokio::test]
async fn a_script_that_cannot_be_played_is_refused() {
    let service = service().await;
    for body in [
        "",
        "{",
        "7",
        r#"{"delay": 5}"#,
        r#"{"times": 0}"#,
        r#"{"method": "NOT A METHOD"}"#,
        r#"{"reply": {"kind": "nonsense"}}"#,
        r#"{"reply": {"kind": "documented"}}"#,
        r#"{"reply": {"kind": "documented", "code": "9999-400"}}"#,
        r#"{"reply": {"kind": "documented", "code": "1304"}}"#,
        r#"{"reply": {"kind": "documented", "code": ""}}"#,
        r#"{"reply": {"kind": "status", "status": 100}}"#,
        r#"{"reply": {"kind": "status", "status": 200, "headers": {"a b": "c"}}}"#,
    ] {
        let (status, answer) =
            read(bare(&service, Method::POST, "/control/answers").body(body)).await;
        assert_eq!(status, 400, "{body}");
        assert!(answer["error"].is_string(), "{body}");
    }
}

#[tokio::test]
async fn requests_and_connections_can_be_read_and_reset() {
    let service = service().await;
    create(&service, "one").await;
    get(&service, &format!("{CONNECTIONS}?limit=5")).await;
    let control = |path: &'static str| read(bare(&service, Method::GET, path));
    let requests = control("/control/requests").await.1["requests"].clone();
    assert_eq!(requests.as_array().unwrap().len(), 2);
    assert_eq!(requests[0]["method"], "POST");
    assert_eq!(requests[1]["query"], "limit=5");
    assert!(
        requests[1]["headers"].as_array().unwrap().contains(&json!(["x-sandbox-name", "prod"]))
    );
    let connections = control("/control/connections").await.1["connections"].clone();
    assert_eq!(connections[0]["connection"]["name"], "one");
    assert_eq!(connections[0]["credentialsAccepted"], true);

    bare(&service, Method::POST, "/control/answers").body("{\"times\": 9}").send().await.unwrap();
    let reset = bare(&service, Method::POST, "/control/reset").send().await.unwrap();
    assert_eq!(reset.status(), 200);
    assert!(service.requests().is_empty() && service.connections().is_empty());
    assert_eq!(post(&service, &basic()).await.0, 201);
}

#[tokio::test]
async fn web_pages_of_other_origins_are_kept_away() {
    let service = service().await;
    let status = async |path: &str, name: &str, value: &str| {
        let request = bare(&service, Method::GET, path).header(name, value);
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!(status("/control/requests", "origin", "https://evil.example").await, 403);
    assert_eq!(status("/control/requests", "origin", "null").await, 403);
    assert_eq!(status("/control/requests", "host", "evil.example:4010").await, 403);
    assert_eq!(status("/control/requests", "host", "localhost:4010").await, 200);
    assert_eq!(status("/control/requests", "origin", &service.base_url()).await, 200);
    assert_eq!(status("/config.json", "host", "evil.example").await, 200);
}
