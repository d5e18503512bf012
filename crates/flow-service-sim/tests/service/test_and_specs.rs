//! `/test`, connection specs, and the configuration of the page.

use flow_service::operation::list_connection_specs;
use flow_service::response::{Response, ResponseBody};
use flow_service::spec::ConnectionSpec;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{CONNECTIONS, SPECS, bare, basic, code, get, oauth2, post, read, service};

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
        // The mask is what a client sends that has lost the secret.
        for wrong in ["wrong", "********"] {
            body["auth"]["params"][key] = wrong.into();
            assert_eq!(test_result(&body).await, json!({ "result": false }), "{key}");
        }
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
    assert_eq!(all.len(), 8);
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
        4
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
async fn a_spec_says_of_which_kind_its_source_is() {
    let service = service().await;
    let items = get(&service, SPECS).await.1["items"].clone();
    let kinds = items.as_array().unwrap().iter().map(|item| {
        assert_eq!(item["providerId"], "0ed90a81-07f4-4586-8190-b40eccef1c5a");
        assert_eq!(item["attributes"]["isSource"], true);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        (text(&item["name"]), text(&item["attributes"]["category"]))
    });
    let kinds: Vec<_> = kinds.collect();
    let expected = [
        ("salesforce-service-cloud", "Customer Success"),
        ("salesforce", "CRM"),
        ("service-now", "Customer Success"),
        ("amazon-s3", "Cloud Storage"),
        ("snowflake", "Databases"),
        ("sftp", "Cloud Storage"),
        ("generic-rest", "Protocols"),
        ("azure-event-hubs", "Cloud Storage"),
    ];
    assert_eq!(kinds, expected.map(|(name, kind)| (name.to_owned(), kind.to_owned())));
}

#[tokio::test]
async fn other_sources_are_created_and_masked_too() {
    let service = service().await;
    let mut body = basic();
    body["connectionSpec"]["id"] = "ecadc60c-7455-4d87-84dc-2a0e293d997b".into();
    body["auth"] = json!({ "specName": "Access Key", "params": { "s3AccessKey": "a-key" } });
    assert_eq!(code(&post(&service, &body).await.1), "1304-400");
    body["auth"]["params"]["s3SecretKey"] = "secret".into();
    assert_eq!(post(&service, &body).await.0, 201);
    let params = service.connections().remove(0).connection.auth_params.unwrap();
    assert_eq!(params, json!({ "s3AccessKey": "a-key", "s3SecretKey": "********" }));
}

#[tokio::test]
async fn the_page_finds_its_configuration() {
    let service = service().await;
    let (status, body) = read(bare(&service, Method::GET, "/config.json")).await;
    assert_eq!(status, 200);
    assert_eq!(body, json!({ "apiBase": "/", "imsBase": "/", "environment": "Local service" }));
    assert_eq!(bare(&service, Method::GET, "/").send().await.unwrap().status(), 404);
    assert!(service.requests().is_empty());
}
