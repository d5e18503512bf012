//! `GET /connections/{id}/explore`: folders, and refusals.

use flow_service_sim::Service;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::client::{basic, code, create, detailed, get, oauth2, patch, path_of, post, service};

async fn explore(service: &Service, id: &str, query: &str) -> (StatusCode, Value) {
    get(service, &format!("{}/explore?{query}", path_of(id))).await
}

async fn explored(query: &str) -> (u16, Value) {
    let service = service().await;
    let id = create(&service, "one").await;
    let (status, body) = explore(&service, &id, query).await;
    (status.as_u16(), body)
}

fn paths(entries: &Value) -> Vec<&str> {
    entries.as_array().unwrap().iter().map(|entry| entry["path"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_top_has_tables_and_a_folder() {
    for query in ["objectType=root", "objectType=ROOT"] {
        let (status, entries) = explored(query).await;
        assert_eq!(status, 200);
        let expected = json!({
            "type": "table",
            "name": "Account",
            "path": "Account",
            "canPreview": true,
            "canFetchSchema": true,
        });
        assert_eq!(entries[0], expected);
        let paths = paths(&entries);
        assert!(paths.len() > 60, "{}", paths.len());
        for path in ["Case", "Contact", "WideTable__c", "LongText__c"] {
            assert!(paths.contains(&path), "{path}");
        }
        let (folder, tables) = paths.split_last().unwrap();
        assert_eq!(folder, &"Archive");
        assert!(tables.is_sorted_by(|one, other| one < other), "{tables:?}");
        assert_eq!(entries[tables.len()]["type"], "folder");
    }
}

#[tokio::test]
async fn a_few_tables_can_be_looked_at_less() {
    let (_, entries) = explored("objectType=root").await;
    let less: Vec<_> = entries
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["type"] == "table" && entry["canPreview"] == false)
        .map(|entry| (entry["name"].as_str().unwrap(), entry["canFetchSchema"] == true))
        .collect();
    assert_eq!(less, [("ContentDocumentLink", false), ("LoginHistory", true)]);
}

#[tokio::test]
async fn folders_hold_tables_and_folders() {
    for query in ["objectType=folder&object=Archive", "objectType=FOLDER&object=Archive%2F"] {
        let (status, entries) = explored(query).await;
        assert_eq!(status, 200);
        assert_eq!(paths(&entries), ["Archive/Case", "Archive/Contact", "Archive/2024"]);
        assert_eq!(entries[0]["name"], "Case");
        let kinds: Vec<_> =
            entries.as_array().unwrap().iter().map(|entry| &entry["type"]).collect();
        assert_eq!(kinds, ["table", "table", "folder"]);
    }
    let (_, entries) = explored("objectType=folder&object=Archive%2F2024").await;
    assert_eq!(paths(&entries), ["Archive/2024/Case", "Archive/2024/EmailMessage"]);
    let (status, table) = explored("objectType=table&object=Archive%2F2024%2FCase").await;
    assert_eq!((status, &table["format"]), (200, &"flat".into()));
}

#[tokio::test]
async fn queries_that_are_refused() {
    for (query, expected) in [
        ("", "1358-400"),
        ("objectType=", "1358-400"),
        ("objectType=file&object=Account", "1358-400"),
        ("objecttype=root", "1358-400"),
        ("objectType=table", "1337-400"),
        ("objectType=folder&object=", "1337-400"),
        ("objectType=table&object=Nothing", "1308-400"),
        ("objectType=table&object=account", "1308-400"),
        ("objectType=table&object=Archive", "1308-400"),
        ("objectType=table&object=Archive%2FAccount", "1308-400"),
        ("objectType=folder&object=Account", "1308-400"),
        ("objectType=table&object=LoginHistory&preview=true", "1308-400"),
        ("objectType=table&object=ContentDocumentLink", "1308-400"),
        ("objectType=table&object=ContentDocumentLink&preview=true", "1308-400"),
    ] {
        let (status, body) = explored(query).await;
        assert_eq!((status, code(&body)), (400, expected), "{query}");
        assert!(!detailed(&body).is_empty());
    }
}

#[tokio::test]
async fn wrong_credentials() {
    let service = service().await;
    for (mut body, key, words) in
        [(basic(), "password", "INVALID_LOGIN"), (oauth2(), "clientSecret", "invalid_client")]
    {
        body["auth"]["params"][key] = "wrong".into();
        let id = post(&service, &body).await.1["id"].as_str().unwrap().to_owned();
        let (_, body) = explore(&service, &id, "objectType=root").await;
        assert_eq!(code(&body), "1308-400");
        assert!(detailed(&body).starts_with(&format!("Error message: {words}")), "{body}");
    }
}

#[tokio::test]
async fn a_connection_that_is_not_enabled() {
    let service = service().await;
    let id = create(&service, "one").await;
    for (state, expected) in [("disabled", 400), ("initializing", 400), ("enabled", 200)] {
        let body = json!([{ "op": "replace", "path": "/state", "value": state }]);
        patch(&service, &id, &body).await;
        let (status, body) = explore(&service, &id, "objectType=root").await;
        assert_eq!(status, expected, "{state}");
        assert!(expected == 200 || body["detail"].as_str().unwrap().contains(state));
    }
}
