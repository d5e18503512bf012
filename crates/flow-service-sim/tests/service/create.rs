//! `POST /connections` that succeeds.

use flow_service::operation::create_connection;
use flow_service::response::{Response, ResponseBody};
use reqwest::Method;

use crate::client::{
    CONNECTIONS, ORGANIZATION, SERVICE_CLOUD, basic, create, get, oauth2, post, request, service,
};

#[tokio::test]
async fn answers_id_etag_and_location() {
    let service = service().await;
    let response =
        request(&service, Method::POST, CONNECTIONS).json(&basic()).send().await.unwrap();
    assert_eq!(response.status(), 201);
    assert_eq!(response.headers()["content-type"], "application/json");
    let location = response.headers()["location"].to_str().unwrap().to_owned();
    let body = ResponseBody::Json(response.json().await.unwrap());
    let created = create_connection::response(Response { status: 201, body }).unwrap();
    assert_eq!(location, format!("/connections/{}", created.id.as_str()));
    let id = uuid::Uuid::parse_str(created.id.as_str()).unwrap();
    assert_eq!(id.get_version_num(), 4);
    let etag = created.etag.unwrap();
    assert!(etag.starts_with('"') && etag.ends_with('"'), "{etag}");
}

#[tokio::test]
async fn what_was_created_is_there() {
    let service = service().await;
    post(&service, &basic()).await;
    let stored = service.connections().remove(0);
    assert!(stored.credentials_accepted);
    let connection = stored.connection;
    assert_eq!(connection.name.as_deref(), Some("Base connection for salesforce service cloud"));
    assert_eq!(connection.description, connection.name);
    assert_eq!(connection.spec_id.as_deref(), Some(SERVICE_CLOUD));
    assert_eq!(connection.sandbox_name.as_deref(), Some("prod"));
    assert_eq!(connection.organization_id.as_deref(), Some(ORGANIZATION));
    assert_eq!(connection.state.as_deref(), Some("enabled"));
    assert_eq!(connection.created_client.as_deref(), Some("local-service"));
    assert_eq!(connection.updated_client, connection.created_client);
    assert_eq!(connection.created_at, connection.updated_at);
}

#[tokio::test]
async fn equal_names_give_two_connections() {
    let service = service().await;
    assert_ne!(create(&service, "same").await, create(&service, "same").await);
    assert_eq!(service.connections().len(), 2);
}

#[tokio::test]
async fn no_two_have_the_same_time() {
    let service = service().await;
    for _ in 0..20 {
        create(&service, "quick").await;
    }
    let times: Vec<_> =
        service.connections().iter().map(|stored| stored.connection.created_at).collect();
    assert!(times.is_sorted_by(|one, other| one < other), "{times:?}");
}

#[tokio::test]
async fn oauth2_is_taken_too() {
    let service = service().await;
    let (status, created) = post(&service, &oauth2()).await;
    assert_eq!(status, 201);
    let path = format!("{CONNECTIONS}/{}", created["id"].as_str().unwrap());
    let item = get(&service, &path).await.1["items"][0].clone();
    assert_eq!(item["auth"]["specName"], "OAuth2 Client Credential");
    assert_eq!(item["auth"]["params"]["apiVersion"], "60.0");
    assert_eq!(item["etag"], created["etag"]);
    assert_eq!(item["version"], created["etag"]);
}

#[tokio::test]
async fn the_request_is_kept_as_it_arrived() {
    let service = service().await;
    let mut body = basic();
    body["name"] = "quotes \" backslash \\ emoji 🦀".into();
    post(&service, &body).await;
    let received = service.requests().remove(0);
    assert_eq!(received.method, flow_service_sim::Method::POST);
    assert_eq!(received.path, CONNECTIONS);
    assert_eq!(received.query, "");
    assert_eq!(received.header("x-sandbox-name"), Some("prod"));
    assert_eq!(received.header("content-type"), Some("application/json"));
    assert_eq!(received.body, body.to_string());
    assert!(received.at > 0);
    let name = service.connections().remove(0).connection.name;
    assert_eq!(name.as_deref(), body["name"].as_str());
}

#[tokio::test]
async fn sandboxes_and_organizations_are_apart() {
    let service = service().await;
    let id = create(&service, "in prod").await;
    for (header, value) in
        [("x-sandbox-name", "dev"), ("x-gw-ims-org-id", "111111111111111111111111@AdobeOrg")]
    {
        let path = format!("{CONNECTIONS}/{id}");
        let other = crate::client::with_header(&service, &path, header, Some(value));
        assert_eq!(crate::client::read(other).await.0, 404);
        let list = crate::client::with_header(&service, CONNECTIONS, header, Some(value));
        assert_eq!(crate::client::read(list).await.1["items"], serde_json::json!([]));
    }
}
