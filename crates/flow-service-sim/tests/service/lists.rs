//! `GET /connections`: one, all, filtered, sorted, counted, a page at a time.

use flow_service::operation::list_connections::{self, Page};
use flow_service::response::{Response, ResponseBody};
use flow_service_sim::Service;
use reqwest::Method;
use serde_json::json;

use crate::client::{
    CONNECTIONS, create, detailed, get, patch, path_of, read, request, service, with_header,
};

async fn page(service: &Service, target: &str) -> Page {
    let (status, body) = get(service, &format!("/data/foundation/flowservice{target}")).await;
    let body = ResponseBody::Json(body);
    list_connections::response(Response { status: status.as_u16(), body }).unwrap()
}

fn names(page: &Page) -> Vec<&str> {
    page.connections.iter().filter_map(|connection| connection.name.as_deref()).collect()
}

async fn with_names(names: &[&str]) -> Service {
    let service = service().await;
    for name in names {
        create(&service, name).await;
    }
    service
}

#[tokio::test]
async fn one_comes_in_the_envelope_of_a_list() {
    let service = service().await;
    let id = create(&service, "one").await;
    let (status, body) = get(&service, &format!("{CONNECTIONS}/{id}")).await;
    assert_eq!(status, 200);
    assert_eq!(body["items"].as_array().unwrap().len(), 1);
    assert_eq!(body["items"][0]["id"], id);
}

#[tokio::test]
async fn twenty_a_page_unless_told() {
    let service = service().await;
    for number in 0..21 {
        create(&service, &number.to_string()).await;
    }
    let first = page(&service, "/connections").await;
    assert_eq!(first.connections.len(), 20);
    let second = page(&service, &first.next.unwrap()).await;
    assert_eq!(names(&second), ["20"]);
    assert_eq!(second.next, None);
}

#[tokio::test]
async fn pages_keep_filter_order_and_limit() {
    let service = with_names(&["a", "b", "c", "d", "e"]).await;
    let target = "/connections?property=name%3E%3Db&orderby=-createdAt&limit=2";
    let first = page(&service, target).await;
    assert_eq!(names(&first), ["e", "d"]);
    create(&service, "f").await;
    let next = first.next.unwrap();
    assert!(next.starts_with("/connections?continuationToken="), "{next}");
    let second = page(&service, &next).await;
    // What was created in the meantime stands before the first page.
    assert_eq!(names(&second), ["c", "b"]);
    assert_eq!(second.next, None);
}

#[tokio::test]
async fn a_full_last_page_has_no_next() {
    let service = with_names(&["a", "b"]).await;
    let (_, body) = get(&service, &format!("{CONNECTIONS}?limit=2")).await;
    assert_eq!(body["_links"], json!({}));
}

#[tokio::test]
async fn the_same_query_shows_what_has_changed() {
    let service = with_names(&["a", "b"]).await;
    let listed = async || names(&page(&service, "/connections?orderby=name").await).join(" ");
    assert_eq!(listed().await, "a b");
    let id = create(&service, "c").await;
    assert_eq!(listed().await, "a b c");
    let change = json!([{ "op": "replace", "path": "/name", "value": "0" }]);
    patch(&service, &id, &change).await;
    assert_eq!(listed().await, "0 a b");
    let path = format!("{CONNECTIONS}?orderby=name");
    let dev = with_header(&service, &path, "x-sandbox-name", Some("dev"));
    assert_eq!(read(dev).await.1["items"], json!([]));
    request(&service, Method::DELETE, &path_of(&id)).send().await.unwrap();
    assert_eq!(listed().await, "a b");
    service.reset();
    assert_eq!(listed().await, "");
}

#[tokio::test]
async fn a_token_of_someone_else() {
    let service = service().await;
    let (status, _) = get(&service, &format!("{CONNECTIONS}?continuationToken=abc")).await;
    assert_eq!(status, 400);
}

#[tokio::test]
async fn orders() {
    let service = with_names(&["b", "c", "a"]).await;
    for (order, expected) in [
        ("name", ["a", "b", "c"]),
        ("%2Bname", ["a", "b", "c"]),
        ("-name", ["c", "b", "a"]),
        ("createdAt", ["b", "c", "a"]),
        ("-createdAt", ["a", "c", "b"]),
        ("updatedAt", ["b", "c", "a"]),
        ("-updatedAt", ["a", "c", "b"]),
        ("-id.nothing", ["b", "c", "a"]),
    ] {
        let page = page(&service, &format!("/connections?orderby={order}")).await;
        assert_eq!(names(&page), expected, "{order}");
    }
}

#[tokio::test]
async fn filters() {
    let service = with_names(&["a", "b", "with space"]).await;
    let id = service.connections().remove(0).connection.id;
    let by_id = format!("id=={}", id.as_str());
    let all = ["a", "b", "with space"].as_slice();
    for (filters, expected) in [
        (vec!["name==a"], &["a"][..]),
        (vec!["name==\"a\""], &["a"]),
        (vec!["name==a,b"], &["a", "b"]),
        (vec!["name==with space"], &["with space"]),
        (vec!["name>=b"], &["b", "with space"]),
        (vec!["name<=b", "name>a"], &["b"]),
        (vec!["name<b"], &["a"]),
        (vec!["name==a", "name==b"], &[]),
        (vec!["state==enabled"], all),
        (vec!["state==disabled,initializing"], &[]),
        (vec!["createdAt>1000000000000"], all),
        (vec!["createdAt<1000000000000"], &[]),
        (vec!["connectionSpec.id==cb66ab34-8619-49cb-96d1-39b37ede86ea"], all),
        (vec!["auth.params.username==service@acme.example"], all),
        (vec!["auth.params.password==secret-password"], &[]),
        (vec!["nothing.like.this==x"], &[]),
        (vec![by_id.as_str()], &["a"]),
    ] {
        let query: form_urlencoded::Serializer<String> = filters.iter().fold(
            form_urlencoded::Serializer::new(String::new()),
            |mut query, filter| {
                query.append_pair("property", filter);
                query
            },
        );
        let mut query = query;
        let page = page(&service, &format!("/connections?{}", query.finish())).await;
        assert_eq!(names(&page), expected, "{filters:?}");
    }
}

#[tokio::test]
async fn filters_that_cannot_be_read() {
    let service = service().await;
    for filter in ["name", "name=a", "name!=a", "%3D%3Da", "name%3D%3D"] {
        let (status, body) = get(&service, &format!("{CONNECTIONS}?property={filter}")).await;
        assert_eq!(status, 400, "{filter}");
        assert_eq!(body["type"], "https://ns.adobe.com/aep/errors/FLOW-1440-400", "{filter}");
        assert!(!detailed(&body).is_empty());
    }
}

#[tokio::test]
async fn count_stands_alone() {
    let service = with_names(&["a", "b"]).await;
    let (_, body) = get(&service, &format!("{CONNECTIONS}?count=true&property=name%3D%3Da")).await;
    assert_eq!(body, json!({ "count": 1 }));
    let (status, body) = get(&service, &format!("{CONNECTIONS}?count=true&limit=5")).await;
    assert_eq!(status, 400);
    assert_eq!(body["type"], "https://ns.adobe.com/aep/errors/FLOW-1401-400");
    for limit in ["0", "1001", "many"] {
        assert_eq!(get(&service, &format!("{CONNECTIONS}?limit={limit}")).await.0, 400);
    }
}
