//! `PATCH /connections/{id}` of auth parameters.

use serde_json::{Value, json};

use crate::client::{basic, code, create, get, item, oauth2, patch, path_of, post, service};

fn replace(path: &str, value: &Value) -> Value {
    json!([{ "op": "replace", "path": path, "value": value }])
}

#[tokio::test]
async fn all_parameters_are_replaced_as_a_whole_and_masked() {
    let service = service().await;
    let mut body = basic();
    body["auth"]["params"]["environmentUrl"] = "https://acme.my.salesforce.com".into();
    let id = post(&service, &body).await.1["id"].as_str().unwrap().to_owned();
    let params = json!({
        "username": "other@acme.example",
        "password": "fresh-password",
        "securityToken": "fresh-token",
        "unknownToTheSpec": "fresh-unknown",
    });
    let (status, answer) = patch(&service, &id, &replace("/auth/params", &params)).await;
    assert_eq!(status, 200);
    let item = item(&service, &id).await;
    let expected = json!({
        "username": "other@acme.example",
        "password": "********",
        "securityToken": "********",
        "unknownToTheSpec": "********",
    });
    assert_eq!(item["auth"], json!({ "specName": "Basic Authentication", "params": expected }));
    let list = get(&service, crate::client::CONNECTIONS).await.1;
    let control = get(&service, "/control/connections").await.1;
    let kept = format!("{:?}", service.connections());
    for text in [answer.to_string(), list.to_string(), control.to_string(), kept] {
        assert!(!text.contains("fresh-"), "{text}");
    }
}

#[tokio::test]
async fn one_parameter_leaves_the_others() {
    let service = service().await;
    let id = post(&service, &oauth2()).await.1["id"].as_str().unwrap().to_owned();
    let body = json!([
        { "op": "replace", "path": "/auth/params/apiVersion", "value": "61.0" },
        { "op": "replace", "path": "/auth/params/clientSecret", "value": "fresh-secret" },
        { "op": "add", "path": "/auth/params/a~1b~0c", "value": "fresh-unknown" },
    ]);
    assert_eq!(patch(&service, &id, &body).await.0, 200);
    let expected = json!({
        "environmentUrl": "https://acme.my.salesforce.com",
        "clientId": "a-client",
        "clientSecret": "********",
        "apiVersion": "61.0",
        "a/b~c": "********",
    });
    assert_eq!(item(&service, &id).await["auth"]["params"], expected);
    let body = json!([{ "op": "remove", "path": "/auth/params/apiVersion" }]);
    assert_eq!(patch(&service, &id, &body).await.0, 200);
    assert_eq!(item(&service, &id).await["auth"]["params"].get("apiVersion"), None);
}

#[tokio::test]
async fn mandatory_parameters_stay_mandatory() {
    let service = service().await;
    let id = create(&service, "one").await;
    let lacking = json!({ "username": "other@acme.example", "password": "p" });
    let without = |path: &str| json!([{ "op": "remove", "path": path }]);
    for (body, missing) in [
        (replace("/auth/params", &lacking), "securityToken"),
        (replace("/auth/params/password", &"".into()), "password"),
        (without("/auth/params/username"), "username"),
        (without("/auth/params"), "username"),
    ] {
        let (status, answer) = patch(&service, &id, &body).await;
        assert_eq!((status.as_u16(), code(&answer)), (400, "1304-400"), "{body}");
        let message = format!("The mandatory field {missing} is not provided");
        assert_eq!(answer["report"]["detailed-message"], message);
    }
}

#[tokio::test]
async fn the_source_may_refuse_them() {
    let service = service().await;
    let id = create(&service, "one").await;
    let body = replace("/auth/params/username", &"refused@acme.example".into());
    assert_eq!(code(&patch(&service, &id, &body).await.1), "1308-400");
}

#[tokio::test]
async fn a_test_knows_the_secrets_of_today() {
    let service = service().await;
    let id = create(&service, "one").await;
    let result =
        async || get(&service, &format!("{}/test", path_of(&id))).await.1["result"].clone();
    for (path, value, expected) in [
        ("/auth/params/password", "wrong", false),
        // Another secret does not make up for it.
        ("/auth/params/securityToken", "right", false),
        ("/auth/params/password", "right", true),
        // Who sends back what was read has lost the secret.
        ("/auth/params/password", "********", false),
    ] {
        patch(&service, &id, &replace(path, &value.into())).await;
        assert_eq!(result().await, expected, "{path} {value}");
    }
    patch(&service, &id, &replace("/auth/params", &basic()["auth"]["params"])).await;
    assert_eq!(result().await, true);
    patch(&service, &id, &replace("/name", &"new name".into())).await;
    assert_eq!(result().await, true);
}
