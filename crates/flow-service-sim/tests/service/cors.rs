//! CORS: preflights and answers, on and off.

use flow_service_sim::{Options, Reply, ScriptedAnswer, Service, start};
use reqwest::header::HeaderMap;
use reqwest::{Method, Response};

use crate::client::{CONNECTIONS, bare, request, service};

const ORIGIN: &str = "https://connect.example";

async fn preflight(service: &Service) -> Response {
    let asked = "authorization,content-type,x-api-key,x-gw-ims-org-id,x-sandbox-name";
    bare(service, Method::OPTIONS, CONNECTIONS)
        .header("origin", ORIGIN)
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", asked)
        .send()
        .await
        .unwrap()
}

fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap())
}

#[tokio::test]
async fn on_preflights_are_answered_and_recorded() {
    let service = service().await;
    let response = preflight(&service).await;
    assert_eq!(response.status(), 200);
    let headers = response.headers();
    assert_eq!(value(headers, "access-control-allow-origin"), Some(ORIGIN));
    let allowed = value(headers, "access-control-allow-headers").unwrap();
    assert!(allowed.contains("x-sandbox-name") && allowed.contains("authorization"), "{allowed}");
    assert_eq!(value(headers, "access-control-allow-methods"), Some("GET,POST,PATCH,DELETE"));
    assert_eq!(value(headers, "access-control-allow-credentials"), None);
    assert_eq!(service.requests().remove(0).method, flow_service_sim::Method::OPTIONS);
}

#[tokio::test]
async fn on_changes_and_deletions_are_allowed_with_if_match() {
    let service = service().await;
    for method in ["PATCH", "DELETE"] {
        let response = bare(&service, Method::OPTIONS, &format!("{CONNECTIONS}/some"))
            .header("origin", ORIGIN)
            .header("access-control-request-method", method)
            .header("access-control-request-headers", "if-match")
            .send()
            .await
            .unwrap();
        let headers = response.headers();
        assert_eq!(value(headers, "access-control-allow-headers"), Some("if-match"));
        assert!(value(headers, "access-control-allow-methods").unwrap().contains(method));
    }
}

#[tokio::test]
async fn on_a_scripted_retry_after_can_be_exposed() {
    let service = service().await;
    let script = |reply| ScriptedAnswer { reply, ..ScriptedAnswer::default() };
    let header = vec![("Retry-After".to_owned(), "7".to_owned())];
    service.script(script(Reply::json(429, "{}").retry_after(7)));
    service.script(script(Reply::Status { status: 429, headers: header, body: Vec::new() }));
    for exposed in [Some("Retry-After"), None] {
        let request = request(&service, Method::GET, CONNECTIONS).header("origin", ORIGIN);
        let response = request.send().await.unwrap();
        let headers = response.headers();
        assert_eq!(value(headers, "retry-after"), Some("7"));
        assert_eq!(value(headers, "access-control-expose-headers"), exposed);
        assert_eq!(value(headers, "access-control-allow-origin"), Some(ORIGIN));
    }
}

#[tokio::test]
async fn on_answers_and_refusals_can_be_read_and_expose_nothing() {
    let service = service().await;
    for request in [
        request(&service, Method::GET, CONNECTIONS),
        bare(&service, Method::GET, CONNECTIONS),
        bare(&service, Method::GET, "/data/nothing"),
    ] {
        let response = request.header("origin", ORIGIN).send().await.unwrap();
        assert_eq!(value(response.headers(), "access-control-allow-origin"), Some(ORIGIN));
        assert_eq!(value(response.headers(), "access-control-expose-headers"), None);
    }
}

#[tokio::test]
async fn off_no_header_says_anything() {
    let service = start(Options { cors: false, ..Options::default() }).await.unwrap();
    let response = preflight(&service).await;
    // A preflight carries no token.
    assert_eq!(response.status(), 403);
    let get = request(&service, Method::GET, CONNECTIONS).header("origin", ORIGIN);
    let answer = get.send().await.unwrap();
    assert_eq!(answer.status(), 200);
    for response in [response, answer] {
        let names = response.headers().keys();
        assert!(names.into_iter().all(|name| !name.as_str().starts_with("access-control")));
    }
    assert_eq!(service.requests().len(), 2);
}

#[tokio::test]
async fn the_control_path_and_configuration_have_none() {
    let service = service().await;
    for path in ["/control/requests", "/config.json"] {
        let response =
            bare(&service, Method::GET, path).header("origin", ORIGIN).send().await.unwrap();
        assert_eq!(value(response.headers(), "access-control-allow-origin"), None);
    }
}
