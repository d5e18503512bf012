//! `/test`, connection specs, sandboxes, and the configuration of the page.

use flow_service::operation::{list_connection_specs, list_sandboxes};
use flow_service::response::{Response, ResponseBody};
use flow_service::spec::ConnectionSpec;
use flow_service::value::SandboxName;
use flow_service_sim::{Options, start};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{
    CONNECTIONS, SANDBOXES, SPECS, bare, basic, get, oauth2, post, read, service, with_header,
};

async fn test_result(body: &Value) -> Value {
    let service = service().await;
    let (_, created) = post(&service, body).await;
    let id = created["id"].as_str().unwrap();
    get(&service, &format!("{CONNECTIONS}/{id}/test")).await.1
}

#[tokio::test]
async fn a_test_succeeds_unless_a_secret_is_wrong() {
    assert_eq!(test_result(&basic()).await, json!({ "result": true }));
    assert_eq!(test_result(&oauth2()).await, json!({ "result": true }));
    for (mut body, key) in
        [(basic(), "password"), (basic(), "securityToken"), (oauth2(), "clientSecret")]
    {
        body["auth"]["params"][key] = "wrong".into();
        assert_eq!(test_result(&body).await, json!({ "result": false }), "{key}");
    }
}

#[tokio::test]
async fn specs_are_found_by_name_and_by_id() {
    let service = service().await;
    let response = |(status, body): (reqwest::StatusCode, Value)| Response {
        status: status.as_u16(),
        body: ResponseBody::Json(body),
    };
    let all = list_connection_specs::response(response(get(&service, SPECS).await)).unwrap();
    assert_eq!(all.len(), 2);
    for query in
        ["?property=name%3D%3Dsalesforce-service-cloud", "/cb66ab34-8619-49cb-96d1-39b37ede86ea"]
    {
        let answer = response(get(&service, &format!("{SPECS}{query}")).await);
        let found = list_connection_specs::response(answer).unwrap();
        assert_eq!(found, [ConnectionSpec::service_cloud()], "{query}");
    }
    let (status, body) = get(&service, &format!("{SPECS}/nothing")).await;
    assert_eq!((status.as_u16(), &body["report"]["type"]), (404, &"connectionSpecs".into()));
    let by_auth = "?property=authSpec%5B%5D.name%3D%3DBasic%20Authentication";
    assert_eq!(
        get(&service, &format!("{SPECS}{by_auth}")).await.1["items"].as_array().unwrap().len(),
        2
    );
}

#[tokio::test]
async fn crm_asks_for_the_environment_url() {
    let service = service().await;
    let mut body = basic();
    body["connectionSpec"]["id"] = "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5".into();
    assert_eq!(post(&service, &body).await.0, 400);
    body["auth"]["params"]["environmentUrl"] = "https://acme.my.salesforce.com".into();
    assert_eq!(post(&service, &body).await.0, 201);
}

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
async fn the_page_finds_its_configuration() {
    let service = service().await;
    let (status, body) = read(bare(&service, Method::GET, "/config.json")).await;
    assert_eq!(status, 200);
    assert_eq!(body, json!({ "apiBase": "/", "environment": "Local service" }));
    assert_eq!(bare(&service, Method::GET, "/").send().await.unwrap().status(), 404);
    assert!(service.requests().is_empty());
}
