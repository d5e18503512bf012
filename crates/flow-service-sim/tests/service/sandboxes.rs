//! The list of sandboxes.

use flow_service::operation::list_sandboxes;
use flow_service::response::{Response, ResponseBody};
use flow_service::value::SandboxName;
use flow_service_sim::{Options, start};
use serde_json::json;

use crate::client::{CONNECTIONS, SANDBOXES, get, read, service, with_header};

#[tokio::test]
async fn sandboxes_need_no_sandbox_header() {
    let mut options = Options::default();
    options.sandboxes.push(SandboxName::parse("my-own").unwrap());
    let service = start(options).await.unwrap();
    let (status, body) = read(with_header(&service, SANDBOXES, "x-sandbox-name", None)).await;
    assert_eq!(status, 200);
    let response = Response { status: 200, body: ResponseBody::Json(body) };
    let sandboxes = list_sandboxes::response(response).unwrap();
    let names: Vec<_> = sandboxes.iter().map(|sandbox| sandbox.name.as_str()).collect();
    assert_eq!(names, ["prod", "stage", "dev", "acme-dev", "my-own"]);
    let kinds: Vec<_> = sandboxes.iter().filter(|sandbox| sandbox.kind == "production").collect();
    assert_eq!(kinds.len(), 1);
    assert!(sandboxes[0].is_default && !sandboxes[1].is_default);
    let own = with_header(&service, CONNECTIONS, "x-sandbox-name", Some("my-own"));
    assert_eq!(read(own).await.0, 200);
}

#[tokio::test]
async fn the_list_has_the_shape_of_the_specification() {
    let service = service().await;
    let (_, body) = get(&service, SANDBOXES).await;
    assert_eq!(body["_page"], json!({ "limit": 4, "count": 4 }));
    assert_eq!(body["_links"], json!({}));
    let expected = json!({
        "name": "acme-dev",
        "title": "Acme dev",
        "state": "active",
        "type": "development",
        "region": "VA7",
        "isDefault": false,
    });
    assert_eq!(body["sandboxes"][3], expected);
}

#[tokio::test]
async fn a_key_may_be_refused_the_list_and_nothing_else() {
    let service = service().await;
    let key = Some("no-sandboxes-for-this-key");
    let (status, body) = read(with_header(&service, SANDBOXES, "x-api-key", key)).await;
    assert_eq!((status.as_u16(), &body["title"]), (403, &json!("Forbidden")));
    assert!(body["detail"].is_string());
    assert_eq!(read(with_header(&service, CONNECTIONS, "x-api-key", key)).await.0, 200);
}
