//! `DELETE /connections/{id}`.

use reqwest::Method;

use crate::client::{
    CONNECTIONS, HEADERS, bare, code, create, detailed, get, path_of, read, request, service,
};

#[tokio::test]
async fn a_deleted_connection_is_gone() {
    for end in ["", "/"] {
        let service = service().await;
        let kept = create(&service, "kept").await;
        let id = create(&service, "gone").await;
        let path = format!("{}{end}", path_of(&id));
        let response = request(&service, Method::DELETE, &path).send().await.unwrap();
        assert_eq!(response.status(), 204);
        assert_eq!(response.bytes().await.unwrap(), "");
        let (status, body) = get(&service, &path_of(&id)).await;
        assert_eq!((status.as_u16(), code(&body)), (404, "1439-404"));
        let (status, body) = read(request(&service, Method::DELETE, &path)).await;
        assert_eq!((status.as_u16(), code(&body)), (404, "1439-404"));
        let left = service.connections();
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].connection.id.as_str(), kept);
    }
}

#[tokio::test]
async fn one_that_dataflows_use_stays() {
    let service = service().await;
    for name in ["in use", "In use by the nightly import", "IN USE!"] {
        let id = create(&service, name).await;
        let (status, body) = read(request(&service, Method::DELETE, &path_of(&id))).await;
        assert_eq!((status.as_u16(), code(&body)), (400, "1418-400"), "{name}");
        assert!(!detailed(&body).is_empty());
    }
    assert_eq!(service.connections().len(), 3);
    for name in ["in", "not in use", "использование"] {
        let path = path_of(&create(&service, name).await);
        let response = request(&service, Method::DELETE, &path).send().await.unwrap();
        assert_eq!(response.status(), 204, "{name}");
    }
}

#[tokio::test]
async fn one_of_another_sandbox_is_not_found() {
    let service = service().await;
    let id = create(&service, "in prod").await;
    let delete = bare(&service, Method::DELETE, &path_of(&id));
    let delete = HEADERS[..3].iter().fold(delete, |it, (name, value)| it.header(*name, *value));
    let (status, body) = read(delete.header("x-sandbox-name", "dev")).await;
    assert_eq!((status.as_u16(), code(&body)), (404, "1439-404"));
    assert_eq!(service.connections().len(), 1);
}

#[tokio::test]
async fn a_list_goes_on_when_its_last_item_is_deleted() {
    let service = service().await;
    for name in ["a", "b", "c", "d"] {
        create(&service, name).await;
    }
    let (_, first) = get(&service, &format!("{CONNECTIONS}?limit=2")).await;
    let last = first["items"][1]["id"].as_str().unwrap();
    request(&service, Method::DELETE, &path_of(last)).send().await.unwrap();
    let next = first["_links"]["next"]["href"].as_str().unwrap();
    let (_, second) = get(&service, &format!("/data/foundation/flowservice{next}")).await;
    let items = second["items"].as_array().unwrap();
    let names: Vec<_> = items.iter().map(|item| item["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["c", "d"]);
}
