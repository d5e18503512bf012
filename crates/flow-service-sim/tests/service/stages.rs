//! Scripted answers that break at a stage of their own: the preflight, the head, the body.

use std::io::ErrorKind;

use flow_service_sim::{Method as M, Reply, ScriptedAnswer, Service};
use reqwest::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::Instant;

use crate::client::{CONNECTIONS, bare, basic, get, post, request, service};

const ORIGIN: &str = "https://portal.example.com";

fn reply(reply: Reply) -> ScriptedAnswer {
    ScriptedAnswer { reply, ..ScriptedAnswer::default() }
}

/// A connection on which a list was asked for.
async fn asked(service: &Service) -> TcpStream {
    let mut stream = TcpStream::connect(service.address()).await.unwrap();
    let head = format!("GET {CONNECTIONS} HTTP/1.1\r\nhost: {}\r\n\r\n", service.address());
    stream.write_all(head.as_bytes()).await.unwrap();
    stream
}

#[tokio::test]
async fn bytes_are_sent_as_they_are() {
    let service = service().await;
    let head = "HTTP/1.1 200 OK\r\nContent-Ty";
    for bytes in [head, "", "SSH-2.0-x\r\n"] {
        service.script(reply(Reply::Bytes(bytes.as_bytes().to_vec())));
        let mut text = String::new();
        asked(&service).await.read_to_string(&mut text).await.unwrap();
        assert_eq!(text, bytes);
    }
    let long = vec![b'x'; 5_000_000];
    service.script(reply(Reply::Bytes(long.clone())));
    let mut bytes = Vec::new();
    asked(&service).await.read_to_end(&mut bytes).await.unwrap();
    assert!(bytes == long, "{} bytes came", bytes.len());
    assert_eq!(get(&service, CONNECTIONS).await.0, 200);
}

#[tokio::test]
async fn bytes_may_stand_for_what_was_carried_out() {
    let service = service().await;
    let bytes = Reply::Bytes(b"HTTP/1.1 201".to_vec());
    service.script(ScriptedAnswer { carry_out: true, ..reply(bytes) });
    let sent = request(&service, Method::POST, CONNECTIONS).json(&basic()).send().await;
    assert!(sent.is_err());
    assert_eq!(service.connections().len(), 1);
}

#[tokio::test]
async fn a_reset_is_no_end() {
    let service = service().await;
    service.script(reply(Reply::Reset));
    let mut bytes = Vec::new();
    let error = asked(&service).await.read_to_end(&mut bytes).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ConnectionReset);
    assert!(bytes.is_empty());
}

#[tokio::test]
async fn the_head_comes_before_a_late_body() {
    let service = service().await;
    for (answer, status) in [(Reply::Real, 201), (Reply::json(403, "{}"), 403)] {
        let late = ScriptedAnswer { body_delay_ms: 200, ..reply(answer) };
        service.script(late);
        let begin = Instant::now();
        let sent = request(&service, Method::POST, CONNECTIONS).json(&basic()).send();
        let response = sent.await.unwrap();
        assert!(begin.elapsed().as_millis() < 200, "the head waited too");
        assert_eq!(response.status(), status);
        assert!(!response.bytes().await.unwrap().is_empty());
        assert!(begin.elapsed().as_millis() >= 200, "the body did not wait");
    }
    assert_eq!(service.connections().len(), 1);
}

#[tokio::test]
async fn a_preflight_takes_what_is_meant_for_it() {
    let service = service().await;
    let preflight = || {
        bare(&service, Method::OPTIONS, CONNECTIONS)
            .header("origin", ORIGIN)
            .header("access-control-request-method", "POST")
            .send()
    };
    service.script(reply(Reply::json(503, "{}")));
    let refused = ScriptedAnswer { method: Some(M::OPTIONS), ..reply(Reply::json(403, "{}")) };
    service.script(refused);
    let response = preflight().await.unwrap();
    assert_eq!(response.status(), 403);
    assert!(!response.headers().contains_key("access-control-allow-origin"));
    assert_eq!(preflight().await.unwrap().status(), 200);
    // The other one still waits for its request.
    assert_eq!(post(&service, &basic()).await.0, 503);
    assert_eq!(service.requests().len(), 3);
}

#[tokio::test]
async fn answers_that_are_not_used_up_can_be_forgotten() {
    let service = service().await;
    service.script(ScriptedAnswer { times: 5, ..reply(Reply::json(503, "{}")) });
    assert_eq!(get(&service, CONNECTIONS).await.0, 503);
    service.forget_answers();
    assert_eq!(get(&service, CONNECTIONS).await.0, 200);
    assert_eq!(service.requests().len(), 2);
}
