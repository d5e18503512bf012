//! Scripted answers: statuses, delays, broken connections.

use flow_service_sim::{Method as M, Reply, ScriptedAnswer, Service};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::Instant;

use crate::client::{
    CONNECTIONS, HEADERS, basic, create, get, path_of, post, read, request, service,
};

fn reply(reply: Reply) -> ScriptedAnswer {
    ScriptedAnswer { reply, ..ScriptedAnswer::default() }
}

/// What a client without any cleverness reads until the connection ends.
async fn raw_post(service: &Service) -> String {
    let mut stream = sent(service).await;
    let mut text = String::new();
    stream.read_to_string(&mut text).await.unwrap();
    text
}

/// A connection on which a good POST has been sent.
async fn sent(service: &Service) -> TcpStream {
    let body = basic().to_string();
    let headers = HEADERS.map(|(name, value)| format!("{name}: {value}\r\n")).concat();
    let mut stream = TcpStream::connect(service.address()).await.unwrap();
    let head = format!(
        "POST {CONNECTIONS} HTTP/1.1\r\nhost: {}\r\n{headers}content-type: application/json\r\n\
         content-length: {}\r\n\r\n",
        service.address(),
        body.len()
    );
    stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
    stream
}

async fn until_received(service: &Service, count: usize) {
    while service.requests().len() < count {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn too_many_requests() {
    let service = service().await;
    let body = json!({ "error_code": "429050", "message": "Too many requests" });
    let headers = vec![("Retry-After".to_owned(), "7".to_owned())];
    let body_bytes = body.to_string().into_bytes();
    service.script(reply(Reply::Status { status: 429, headers, body: body_bytes }));
    let response = request(&service, Method::GET, CONNECTIONS).send().await.unwrap();
    assert_eq!(response.status(), 429);
    assert_eq!(response.headers()["retry-after"], "7");
    assert_eq!(response.json::<Value>().await.unwrap(), body);
    assert_eq!(get(&service, CONNECTIONS).await.0, 200);
}

#[tokio::test]
async fn the_first_that_matches_is_taken_as_often_as_told() {
    let service = service().await;
    service.script(ScriptedAnswer {
        method: Some(M::POST),
        path_prefix: Some(CONNECTIONS.to_owned()),
        times: 2,
        ..reply(Reply::json(503, "{}"))
    });
    service.script(reply(Reply::json(502, "{}")));
    assert_eq!(get(&service, CONNECTIONS).await.0, 502);
    for expected in [503, 503, 201] {
        assert_eq!(post(&service, &basic()).await.0, expected);
    }
    assert_eq!(service.connections().len(), 1);
    assert_eq!(service.requests().len(), 4);
}

#[tokio::test]
async fn a_part_of_the_query_tells_requests_apart() {
    let service = service().await;
    service.script(ScriptedAnswer {
        query: Some("property=name".to_owned()),
        ..reply(Reply::json(503, "{}"))
    });
    let of_spec = format!("{CONNECTIONS}?property=connectionSpec.id%3D%3Dx");
    for (path, expected) in [
        (CONNECTIONS.to_owned(), 200),
        (of_spec, 200),
        (format!("{CONNECTIONS}?property=name%3D%3Dx"), 503),
        (format!("{CONNECTIONS}?property=name%3D%3Dx"), 200),
    ] {
        assert_eq!(get(&service, &path).await.0, expected, "{path}");
    }
}

#[tokio::test]
async fn changes_and_deletions_are_scripted_too() {
    let service = service().await;
    let id = create(&service, "one").await;
    let path = path_of(&id);
    for (method, path) in
        [(M::PATCH, path.clone()), (M::DELETE, path.clone()), (M::DELETE, format!("{path}/"))]
    {
        service.script(ScriptedAnswer {
            method: Some(method.clone()),
            path_prefix: Some(path_of(&id)),
            ..reply(Reply::json(503, "{}"))
        });
        assert_eq!(get(&service, &path_of(&id)).await.0, 200);
        assert_eq!(read(request(&service, method, &path)).await.0, 503);
        assert_eq!(service.connections().len(), 1);
    }
    service.script(ScriptedAnswer {
        method: Some(M::DELETE),
        carry_out: true,
        ..reply(Reply::CutBeforeAnswer)
    });
    assert!(request(&service, Method::DELETE, &path).send().await.is_err());
    assert!(service.connections().is_empty());
}

#[tokio::test]
async fn the_connection_is_closed_without_one_byte() {
    let service = service().await;
    service.script(reply(Reply::CutBeforeAnswer));
    assert_eq!(raw_post(&service).await, "");
    assert!(service.connections().is_empty());
    service.script(ScriptedAnswer { carry_out: true, ..reply(Reply::CutBeforeAnswer) });
    assert_eq!(raw_post(&service).await, "");
    assert_eq!(service.connections().len(), 1);
}

#[tokio::test]
async fn a_client_sees_the_broken_connection() {
    let service = service().await;
    service.script(reply(Reply::CutBeforeAnswer));
    let error = request(&service, Method::GET, CONNECTIONS).send().await.unwrap_err();
    assert!(error.is_request(), "{error:?}");
}

#[tokio::test]
async fn the_connection_is_closed_within_the_body() {
    let service = service().await;
    let cut = || reply(Reply::CutInBody { status: 201, body: b"{\"id\": \"42".to_vec() });
    service.script(cut());
    let text = raw_post(&service).await;
    assert!(text.starts_with("HTTP/1.1 201 Created\r\n"), "{text}");
    assert!(text.contains("content-length: 1034\r\n"), "{text}");
    assert!(text.ends_with("\r\n\r\n{\"id\": \"42"), "{text}");
    service.script(cut());
    let response = request(&service, Method::GET, CONNECTIONS).send().await.unwrap();
    assert_eq!(response.status(), 201);
    assert!(response.bytes().await.is_err());
}

#[tokio::test]
async fn a_large_body_arrives_before_the_cut() {
    let service = service().await;
    service.script(reply(Reply::CutInBody { status: 200, body: vec![b'x'; 200_000] }));
    let text = raw_post(&service).await;
    assert!(text.split_once("\r\n\r\n").unwrap().1.len() >= 100_000, "{}", text.len());
}

#[tokio::test]
async fn a_delay_holds_the_answer_back() {
    let service = service().await;
    service.script(ScriptedAnswer { delay_ms: 60, ..ScriptedAnswer::default() });
    let begin = Instant::now();
    assert_eq!(post(&service, &basic()).await.0, 201);
    assert!(begin.elapsed().as_millis() >= 60);
}

#[tokio::test]
async fn timed_out_yet_created() {
    let service = service().await;
    let hour = 3_600_000;
    service.script(ScriptedAnswer { carry_out: true, delay_ms: hour, ..ScriptedAnswer::default() });
    let stream = sent(&service).await;
    while service.connections().is_empty() {
        tokio::task::yield_now().await;
    }
    drop(stream);
    assert_eq!(get(&service, CONNECTIONS).await.1["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn gone_before_the_delay_was_over_and_not_created() {
    let service = service().await;
    service.script(ScriptedAnswer { delay_ms: 100, ..ScriptedAnswer::default() });
    let stream = sent(&service).await;
    until_received(&service, 1).await;
    drop(stream);
    // The delay of this answer ends after that of the first one.
    service.script(ScriptedAnswer { delay_ms: 300, ..ScriptedAnswer::default() });
    assert_eq!(get(&service, CONNECTIONS).await.1["items"], json!([]));
    assert!(service.connections().is_empty());
}

#[tokio::test]
async fn a_stopped_service_is_gone() {
    let service = service().await;
    let address = service.address();
    let mut held = sent(&service).await;
    until_received(&service, 1).await;
    service.stop().await;
    assert!(TcpStream::connect(address).await.is_err());
    let mut rest = Vec::new();
    let _ = held.read_to_end(&mut rest).await;
}
