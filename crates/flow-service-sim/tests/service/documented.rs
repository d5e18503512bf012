//! The refusals that Adobe documents, scripted by their codes.

use flow_service_sim::{Documented, Reply, ScriptedAnswer};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{CONNECTIONS, bare, basic, code, detailed, get, post, read, request, service};

/// The answer to a creation after `POST /control/answers` was asked for this code.
async fn scripted(name: &str) -> (u16, String, Value) {
    let service = service().await;
    let script = json!({ "reply": { "kind": "documented", "code": name } });
    let script = bare(&service, Method::POST, "/control/answers").json(&script);
    assert_eq!(read(script).await.1, json!({ "queued": 1 }), "{name}");
    let creation = request(&service, Method::POST, CONNECTIONS).json(&basic());
    let answer = creation.send().await.unwrap();
    let (status, kind) = (answer.status().as_u16(), answer.headers()["content-type"].clone());
    assert!(service.connections().is_empty(), "{name} was carried out");
    (status, kind.to_str().unwrap().to_owned(), answer.json().await.unwrap())
}

#[tokio::test]
async fn the_gateway_has_a_shape_of_its_own() {
    let body = json!({ "error_code": "429050", "message": "Too many requests" });
    assert_eq!(scripted("429050").await, (429, "application/json".to_owned(), body));
    let body = json!({ "error_code": "400003", "message": "Missing header" });
    assert_eq!(scripted("400003").await, (400, "application/json".to_owned(), body));
}

#[tokio::test]
async fn the_service_has_another() {
    let (status, kind, body) = scripted("1404-412").await;
    assert_eq!((status, kind.as_str()), (412, "application/problem+json"));
    let words = detailed(&body);
    let expect = json!({
        "type": "https://ns.adobe.com/aep/errors/FLOW-1404-412",
        "title": "Precondition Failed",
        "status": 412,
        "report": { "detailed-message": words, "request-id": body["report"]["request-id"] },
        "errorMessage": words,
        "errorDetails": words,
    });
    assert_eq!(body, expect);
    assert!(!words.is_empty() && body["report"]["request-id"].is_string());
}

#[tokio::test]
async fn one_has_no_code() {
    let body = json!({
        "type": "/placeholder/type/uri",
        "status": 400,
        "title": "BadRequestError",
        "detail": "A valid content-type must be specified",
    });
    let kind = "application/problem+json".to_owned();
    assert_eq!(scripted("content-type").await, (400, kind, body));
}

#[tokio::test]
async fn each_has_the_status_of_its_code() {
    for documented in Documented::ALL {
        let (status, _, body) = scripted(documented.name()).await;
        assert_eq!(status, documented.status());
        let found = body["error_code"].as_str().or(body["type"].as_str()).unwrap();
        let found = found.trim_start_matches("https://ns.adobe.com/aep/errors/FLOW-");
        assert_eq!(found, documented.code().unwrap_or("/placeholder/type/uri"));
        match found.split_once('-') {
            Some((_, end)) => assert_eq!(end, status.to_string()),
            None if found.starts_with('/') => assert_eq!(status, 400),
            None => assert_eq!(found[..3], status.to_string()),
        }
    }
}

#[test]
fn each_is_there_once() {
    for documented in Documented::ALL {
        let same = Documented::ALL.iter().filter(|other| other.name() == documented.name());
        assert_eq!(same.count(), 1, "{documented:?}");
        assert_eq!(Documented::of(documented.name()), Some(*documented));
    }
    for unknown in ["", "1304", "9999-400", "Content-Type"] {
        assert_eq!(Reply::documented(unknown), None, "{unknown}");
    }
}

#[tokio::test]
async fn repeated_it_has_another_request_id() {
    let service = service().await;
    let reply = Reply::documented("1102-500").unwrap();
    service.script(ScriptedAnswer { times: 2, reply, ..ScriptedAnswer::default() });
    let (_, first) = get(&service, CONNECTIONS).await;
    let (_, second) = get(&service, CONNECTIONS).await;
    assert_eq!([code(&first), code(&second)], ["1102-500"; 2]);
    assert_ne!(first["report"]["request-id"], second["report"]["request-id"]);
    assert_eq!(post(&service, &basic()).await.0, 201);
}
