//! Connections that exist from the start, and lists of very many.

use std::collections::BTreeSet;

use flow_service_sim::{Options, Service, start};
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{CONNECTIONS, SERVICE_CLOUD, bare, create, get, item, read, with_header};

const SERVICE: &str = "/data/foundation/flowservice";

async fn with(seed: usize) -> Service {
    start(Options { seed, ..Options::default() }).await.unwrap()
}

async fn list(service: &Service, query: &str) -> Value {
    get(service, &format!("{CONNECTIONS}?{query}")).await.1
}

/// All items, page by page.
async fn all(service: &Service, query: &str) -> Vec<Value> {
    let mut page = list(service, query).await;
    let mut items = Vec::new();
    loop {
        items.append(page["items"].as_array_mut().unwrap());
        let Some(next) = page["_links"]["next"]["href"].as_str() else { return items };
        page = get(service, &format!("{SERVICE}{next}")).await.1;
    }
}

fn values<'a>(items: &'a [Value], member: &str) -> BTreeSet<&'a str> {
    items.iter().filter_map(|item| item[member].as_str()).collect()
}

#[tokio::test]
async fn they_are_of_many_kinds() {
    let service = with(2000).await;
    let items = all(&service, "limit=1000").await;
    assert_eq!(items.len(), 2000);
    assert_eq!(values(&items, "id").len(), 2000);
    assert_eq!(
        values(&items, "state"),
        BTreeSet::from(["disabled", "enabled", "initializing", "updating"])
    );
    assert_eq!(values(&items, "createdBy").len(), 4);
    for member in ["createdClient", "updatedClient"] {
        assert_eq!(
            values(&items, member),
            BTreeSet::from(["data-platform", "exc_app", "nightly-import"])
        );
    }
    let specs: BTreeSet<_> =
        items.iter().map(|item| item["connectionSpec"]["id"].as_str()).collect();
    assert_eq!(specs.len(), 6);
    let service_cloud = items.iter().filter(|item| item["connectionSpec"]["id"] == SERVICE_CLOUD);
    assert!(service_cloud.count() > 1000);
    assert!(items.iter().any(|item| item.get("name").is_none()));
    assert!(items.iter().all(|item| item["sandboxName"] == "prod"));
    for item in &items {
        assert_eq!(item.get("etag").is_none(), item["state"] == "initializing");
        assert!(item["updatedAt"].as_u64() >= item["createdAt"].as_u64());
    }
}

#[tokio::test]
async fn they_are_a_minute_apart_and_the_same_at_every_start() {
    let service = with(3).await;
    let items = all(&service, "orderby=-createdAt").await;
    let times: Vec<_> = items.iter().map(|item| item["createdAt"].as_u64().unwrap()).collect();
    assert_eq!(times, [1_767_225_600_000, 1_767_225_540_000, 1_767_225_480_000]);
    assert_eq!(items[0]["name"], "Support cases Salesforce Service Cloud 00000");
    assert_eq!(all(&with(3).await, "orderby=-createdAt").await, items);
}

#[tokio::test]
async fn every_organization_sees_them_in_the_default_sandbox() {
    let service = with(5).await;
    let other = Some("111111111111111111111111@AdobeOrg");
    let (_, body) = read(with_header(&service, CONNECTIONS, "x-gw-ims-org-id", other)).await;
    assert_eq!(body["items"].as_array().unwrap().len(), 5);
    let (_, body) = read(with_header(&service, CONNECTIONS, "x-sandbox-name", Some("dev"))).await;
    assert_eq!(body["items"], json!([]));
}

#[tokio::test]
async fn what_is_created_is_newer_and_a_reset_brings_them_back() {
    let service = with(5).await;
    let id = create(&service, "new").await;
    assert_eq!(list(&service, "orderby=-createdAt&limit=1").await["items"][0]["id"], id);
    assert!(item(&service, &id).await["createdAt"].as_u64() > Some(1_767_225_600_000));
    bare(&service, Method::POST, "/control/reset").send().await.unwrap();
    assert_eq!(service.connections().len(), 5);
}

#[tokio::test]
async fn secrets_are_masked() {
    let service = with(200).await;
    let items = all(&service, "limit=200").await;
    for params in items.iter().map(|item| &item["auth"]["params"]) {
        for key in ["password", "securityToken", "clientSecret", "s3SecretKey", "privateKey"] {
            assert!(params.get(key).is_none_or(|value| value == "********"), "{params}");
        }
    }
    assert!(service.connections().iter().any(|stored| !stored.credentials_accepted));
}

#[tokio::test]
async fn ten_thousand_are_paged_filtered_sorted_and_counted() {
    let service = with(10_000).await;
    assert_eq!(list(&service, "count=true").await, json!({ "count": 10_000 }));
    let filter = format!("property=connectionSpec.id%3D%3D{SERVICE_CLOUD}");
    let filter = format!("{filter}&property=state%3D%3Ddisabled");
    let count = list(&service, &format!("{filter}&count=true")).await["count"].as_u64().unwrap();
    let items = all(&service, &format!("{filter}&orderby=-updatedAt&limit=100")).await;
    assert_eq!(u64::try_from(items.len()), Ok(count));
    assert!(items.iter().all(|item| item["state"] == "disabled"));
    let times = items.iter().map(|item| item["updatedAt"].as_u64().unwrap());
    assert!(times.is_sorted_by(|one, other| one >= other));
    let all = all(&service, "orderby=name&limit=1000").await;
    assert_eq!(values(&all, "id").len(), 10_000);
    let names: Vec<_> = all.iter().filter_map(|item| item["name"].as_str()).collect();
    assert!(names.is_sorted());
    let name = names[1234].replace(' ', "%20");
    let found = list(&service, &format!("property=name%3D%3D{name}")).await;
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
}
