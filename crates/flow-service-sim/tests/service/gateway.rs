//! The gateway's checks: each with its status, its code and its words.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::json;

use crate::client::{CONNECTIONS, SANDBOXES, read, service, with_header};

async fn check(header: &str, value: Option<&str>, expected: (u16, &str, &str)) {
    let service = service().await;
    for path in [CONNECTIONS, SANDBOXES, "/data/nothing"] {
        let (status, body) = read(with_header(&service, path, header, value)).await;
        let (expected_status, code, message) = expected;
        assert_eq!(body, json!({ "error_code": code, "message": message }), "{path}");
        assert_eq!(status, expected_status, "{path}");
    }
}

const TOKEN_MISSING: (u16, &str, &str) = (403, "403010", "Oauth token is missing.");
const TOKEN_INVALID: (u16, &str, &str) = (401, "401013", "Oauth token is not valid");
const KEY_INVALID: (u16, &str, &str) = (403, "403003", "Api Key is invalid");
const FOREIGN: (u16, &str, &str) = (403, "403025", "Profile is not valid");

#[tokio::test]
async fn token_missing() {
    check("authorization", None, TOKEN_MISSING).await;
}

#[tokio::test]
async fn token_not_bearer() {
    for value in ["Basic dXNlcjpwYXNz", "a-token", "Bearer", ""] {
        check("authorization", Some(value), TOKEN_MISSING).await;
    }
}

#[tokio::test]
async fn token_that_is_no_token() {
    for value in ["Bearer invalid-token", "Bearer two words", "Bearer Bearer twice"] {
        check("authorization", Some(value), TOKEN_INVALID).await;
    }
}

fn jwt(claims: &serde_json::Value) -> String {
    let part = |text: &str| Base64UrlUnpadded::encode_string(text.as_bytes());
    let head = part(&json!({ "alg": "RS256" }).to_string());
    format!("Bearer {head}.{}.signature", part(&claims.to_string()))
}

#[tokio::test]
async fn token_that_has_ended_by_its_claims() {
    let ended = jwt(&json!({ "created_at": "1600000000000", "expires_in": "86400000" }));
    check("authorization", Some(&ended), TOKEN_INVALID).await;
    check("authorization", Some(&jwt(&json!({ "exp": 1_600_000_000 }))), TOKEN_INVALID).await;
}

#[tokio::test]
async fn token_that_has_not_ended_is_taken() {
    let service = service().await;
    for claims in [json!({ "exp": 99_999_999_999_u64 }), json!({ "no": "end" })] {
        let request = with_header(&service, CONNECTIONS, "authorization", Some(&jwt(&claims)));
        assert_eq!(read(request).await.0, 200);
    }
}

#[tokio::test]
async fn key_missing() {
    check("x-api-key", None, (403, "403000", "Api Key is required")).await;
    check("x-api-key", Some(""), (403, "403000", "Api Key is required")).await;
}

#[tokio::test]
async fn key_invalid() {
    check("x-api-key", Some("invalid-key"), KEY_INVALID).await;
    check("x-api-key", Some("two words"), KEY_INVALID).await;
    check("x-api-key", Some("schlüssel"), KEY_INVALID).await;
}

#[tokio::test]
async fn organization_missing() {
    check("x-gw-ims-org-id", None, (400, "400003", "Missing header")).await;
}

#[tokio::test]
async fn organization_foreign() {
    check("x-gw-ims-org-id", Some("FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg"), FOREIGN).await;
    check("x-gw-ims-org-id", Some("acme"), FOREIGN).await;
}

#[tokio::test]
async fn the_token_is_looked_at_first() {
    let service = service().await;
    let request = crate::client::bare(&service, reqwest::Method::GET, CONNECTIONS);
    assert_eq!(read(request).await.1["error_code"], "403010");
}
