//! `DELETE /connections/{id}`: the exact request, and that every success is one.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::operation::delete_connection;
use flow_service::request::{Method, Request};
use flow_service::response::{Response, ResponseBody};
use flow_service::value::ConnectionId;
use serde_json::json;

mod given {
    pub mod access;
    pub mod answer;
    pub mod headers;
}

use given::answer::json as answer;

#[test]
fn deleting_a_connection_names_its_path_and_no_version() {
    let id = ConnectionId::parse("139f6a5f-a78b-4744-9f6a-5fa78bd74431").unwrap();
    let expect = Request {
        method: Method::Delete,
        target: "/data/foundation/flowservice/connections/139f6a5f-a78b-4744-9f6a-5fa78bd74431"
            .to_owned(),
        headers: given::headers::headers(),
        body: None,
    };
    assert_eq!(delete_connection::request(&given::access::access(), &id), expect);
}

#[test]
fn every_success_is_one_whatever_its_body() {
    for body in [
        ResponseBody::Empty,
        ResponseBody::Text("deleted".to_owned()),
        ResponseBody::Json(json!({ "id": "a" })),
        ResponseBody::TooLarge,
        ResponseBody::Cut,
    ] {
        for status in [200, 202, 204] {
            let response = Response { status, body: body.clone() };
            assert_eq!(delete_connection::response(response), Ok(()));
        }
    }
}

#[test]
fn a_connection_in_use_is_refused() {
    let body = json!({
        "type": "https://ns.adobe.com/aep/errors/FLOW-1418-400",
        "title": "Bad request",
        "status": 400,
        "report": { "detailed-message": "The base connection is used in flows." }
    });
    let error = delete_connection::response(answer(400, body)).unwrap_err();
    assert!(error.is_in_use() && !error.is_gone() && !error.is_conflict());
}

#[test]
fn a_redirection_is_no_success() {
    let response = Response { status: 302, body: ResponseBody::Empty };
    assert_eq!(delete_connection::response(response).unwrap_err().status(), Some(302));
}
