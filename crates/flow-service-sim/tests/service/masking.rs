//! Secrets never come back in clear.

use serde_json::json;

use crate::client::{CONNECTIONS, basic, get, oauth2, post, service};

const SECRETS: [&str; 4] =
    ["secret-password", "secret-security-token", "secret-client-secret", "secret-unknown"];

#[tokio::test]
async fn no_answer_holds_a_secret() {
    let service = service().await;
    let mut odd = basic();
    odd["auth"]["params"]["unknownToTheSpec"] = "secret-unknown".into();
    let mut texts = Vec::new();
    for body in [basic(), oauth2(), odd] {
        let (status, created) = post(&service, &body).await;
        assert_eq!(status, 201);
        let path = format!("{CONNECTIONS}/{}", created["id"].as_str().unwrap());
        texts.push(created.to_string());
        texts.push(get(&service, &path).await.1.to_string());
    }
    texts.push(get(&service, CONNECTIONS).await.1.to_string());
    texts.push(get(&service, "/control/connections").await.1.to_string());
    texts.push(format!("{:?}", service.connections()));
    for secret in SECRETS {
        assert!(texts.iter().all(|text| !text.contains(secret)), "{secret}");
    }
}

#[tokio::test]
async fn what_is_no_secret_comes_back() {
    let service = service().await;
    post(&service, &oauth2()).await;
    let params = service.connections().remove(0).connection.auth_params.unwrap();
    let expected = json!({
        "environmentUrl": "https://acme.my.salesforce.com",
        "clientId": "a-client",
        "clientSecret": "********",
        "apiVersion": "60.0",
    });
    assert_eq!(params, expected);
}

#[tokio::test]
async fn refusals_hold_no_secret() {
    let service = service().await;
    let mut body = basic();
    body["auth"]["params"]["username"] = "refused".into();
    let refused = post(&service, &body).await.1.to_string();
    body["auth"]["params"]["username"] = json!({ "password": "secret-password" });
    let malformed = post(&service, &body).await.1.to_string();
    for secret in SECRETS {
        assert!(!refused.contains(secret) && !malformed.contains(secret), "{secret}");
    }
}
