//! Refusals of the service: each code, its shape, and what the shared types make of it.

use flow_service::error::{CallError, Fault};
use flow_service::operation::create_connection;
use flow_service::response::{Response, ResponseBody};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::client::{
    CONNECTIONS, basic, detailed, get, oauth2, post, read, request, service, with_header,
};

fn has_code(status: StatusCode, body: &Value, code: &str) {
    assert_eq!(body["type"], format!("https://ns.adobe.com/aep/errors/FLOW-{code}"), "{body}");
    assert_eq!(body["status"], status.as_u16());
    assert!(code.ends_with(status.as_str()), "{status}");
    assert!(body["title"].is_string() && body["report"]["request-id"].is_string());
    assert_eq!(body["errorMessage"], detailed(body));
    assert_eq!(body["errorDetails"], detailed(body));
}

/// A body is refused with this code, as the shared types read it, and nothing is created.
async fn refused(body: Value, code: &str) -> (String, Option<Fault>) {
    let service = service().await;
    let (status, answer) = post(&service, &body).await;
    has_code(status, &answer, code);
    let message = detailed(&answer).to_owned();
    assert!(service.connections().is_empty());
    let response = Response { status: status.as_u16(), body: ResponseBody::Json(answer) };
    match create_connection::response(response) {
        Err(CallError::RefusedByService(refusal)) => {
            assert_eq!(refusal.code.as_deref(), Some(code));
            (message, refusal.fault())
        }
        other => unreachable!("{other:?}"),
    }
}

#[tokio::test]
async fn sandbox_missing_and_unknown() {
    let service = service().await;
    for (value, code) in
        [(None, "2105-400"), (Some("nowhere"), "2100-404"), (Some("PROD"), "2100-404")]
    {
        let request = with_header(&service, CONNECTIONS, "x-sandbox-name", value);
        let (status, body) = read(request).await;
        has_code(status, &body, code);
    }
}

#[tokio::test]
async fn a_problem_says_that_it_is_one() {
    let service = service().await;
    let path = format!("{CONNECTIONS}/nothing");
    let response = request(&service, Method::GET, &path).send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "application/problem+json");
}

#[tokio::test]
async fn content_type_missing_or_wrong() {
    let service = service().await;
    let post = || request(&service, Method::POST, CONNECTIONS).body("{}");
    for request in [post(), post().header("content-type", "text/plain")] {
        let (status, body) = read(request).await;
        assert_eq!(status, 400);
        let expected = json!({
            "type": "/placeholder/type/uri",
            "status": 400,
            "title": "BadRequestError",
            "detail": "A valid content-type must be specified",
        });
        assert_eq!(body, expected);
    }
}

#[tokio::test]
async fn body_empty_or_no_json() {
    let service = service().await;
    let post = |body: &'static str| {
        let post = request(&service, Method::POST, CONNECTIONS).body(body);
        read(post.header("content-type", "application/json; charset=utf-8"))
    };
    let (status, body) = post("").await;
    has_code(status, &body, "1405-400");
    for text in ["{", "[]", "7", "{\"name\": \"\u{0}\"}"] {
        let (status, body) = post(text).await;
        assert_eq!((status.as_u16(), &body["title"]), (400, &"BadRequestError".into()));
    }
}

#[tokio::test]
async fn spec_unknown_missing_or_misprinted() {
    for spec in [
        json!({ "id": "b66ab34-8619-49cb-96d1-39b37ede86ea", "version": "1.0" }),
        json!({ "id": "00000000-0000-0000-0000-000000000000", "version": "1.0" }),
        json!({}),
        Value::Null,
    ] {
        let mut body = basic();
        body["connectionSpec"] = spec;
        assert_eq!(refused(body, "1413-400").await.1, Some(Fault::SpecId));
    }
}

#[tokio::test]
async fn auth_spec_unknown() {
    let mut body = basic();
    body["auth"]["specName"] = "Kerberos".into();
    let (message, fault) = refused(body, "1415-400").await;
    assert!(message.contains("'Kerberos'"), "{message}");
    assert_eq!(fault, Some(Fault::AuthSpec));
}

#[tokio::test]
async fn mandatory_field_missing_or_empty() {
    for key in ["username", "password", "securityToken"] {
        let mut body = basic();
        body["auth"]["params"][key] = "".into();
        let (message, fault) = refused(body.clone(), "1304-400").await;
        assert_eq!(message, format!("The mandatory field {key} is not provided"));
        assert_eq!(fault, Some(Fault::Param(key.to_owned())));
        body["auth"]["params"].as_object_mut().unwrap().remove(key);
        refused(body, "1304-400").await;
    }
    for key in ["environmentUrl", "clientId", "clientSecret"] {
        let mut body = oauth2();
        body["auth"]["params"].as_object_mut().unwrap().remove(key);
        refused(body, "1304-400").await;
    }
    for key in ["name", "auth"] {
        let mut body = basic();
        body.as_object_mut().unwrap().remove(key);
        refused(body, "1304-400").await;
    }
}

#[tokio::test]
async fn a_parameter_that_is_no_text() {
    let service = service().await;
    let mut body = basic();
    body["auth"]["params"]["password"] = 7.into();
    let (status, body) = post(&service, &body).await;
    assert_eq!((status.as_u16(), &body["title"]), (400, &"BadRequestError".into()));
}

#[tokio::test]
async fn the_source_refuses() {
    let mut body = basic();
    body["auth"]["params"]["username"] = "refused@acme.example".into();
    assert!(refused(body, "1308-400").await.0.starts_with("Error message: INVALID_LOGIN"));
    let mut body = oauth2();
    body["auth"]["params"]["clientId"] = "refused-client".into();
    assert!(refused(body, "1308-400").await.0.starts_with("Error message: invalid_client"));
}

#[tokio::test]
async fn nothing_has_this_id() {
    let service = service().await;
    for end in ["", "/", "/test", "/explore"] {
        let path = format!("{CONNECTIONS}/00000000-0000-4000-8000-000000000000{end}");
        let (status, body) = get(&service, &path).await;
        has_code(status, &body, "1439-404");
        assert_eq!(body["report"]["id"], "00000000-0000-4000-8000-000000000000");
        assert_eq!(body["report"]["type"], "connections");
    }
}

#[tokio::test]
async fn paths_and_methods_that_are_not_offered() {
    let service = service().await;
    assert_eq!(get(&service, "/data/foundation/flowservice/runs").await.0, 404);
    assert_eq!(get(&service, "/data/foundation/catalog").await.0, 404);
    let path = format!("{CONNECTIONS}/anything");
    for (method, path) in [(Method::PUT, path.as_str()), (Method::DELETE, CONNECTIONS)] {
        assert_eq!(read(request(&service, method, path)).await.0, 405);
    }
}
