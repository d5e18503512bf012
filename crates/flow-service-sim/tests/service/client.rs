//! A client with everything that a good request has, so that a test says what differs.

use flow_service_sim::{Options, Service, start};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};

pub const CONNECTIONS: &str = "/data/foundation/flowservice/connections";
pub const SPECS: &str = "/data/foundation/flowservice/connectionSpecs";
pub const SANDBOXES: &str = "/data/foundation/sandbox-management/";
pub const SERVICE_CLOUD: &str = "cb66ab34-8619-49cb-96d1-39b37ede86ea";
pub const ORGANIZATION: &str = "0123456789ABCDEF01234567@AdobeOrg";

/// The headers of a good request.
pub const HEADERS: [(&str, &str); 4] = [
    ("authorization", "Bearer a-token"),
    ("x-api-key", "0123456789abcdef0123456789abcdef"),
    ("x-gw-ims-org-id", ORGANIZATION),
    ("x-sandbox-name", "prod"),
];

pub async fn service() -> Service {
    start(Options::default()).await.unwrap()
}

/// A request without headers.
pub fn bare(service: &Service, method: Method, path: &str) -> RequestBuilder {
    let client = Client::builder().no_proxy().build().unwrap();
    client.request(method, format!("{}{path}", service.base_url()))
}

/// A good request but for the header that is replaced, or left out when there is no value.
pub fn with_header(
    service: &Service,
    path: &str,
    name: &str,
    value: Option<&str>,
) -> RequestBuilder {
    let request = bare(service, Method::GET, path);
    let request = HEADERS
        .iter()
        .filter(|(held, _)| *held != name)
        .fold(request, |request, (name, value)| request.header(*name, *value));
    match value {
        Some(value) => request.header(name, value),
        None => request,
    }
}

/// A good request.
pub fn request(service: &Service, method: Method, path: &str) -> RequestBuilder {
    let request = bare(service, method, path);
    HEADERS.iter().fold(request, |request, (name, value)| request.header(*name, *value))
}

pub async fn get(service: &Service, path: &str) -> (StatusCode, Value) {
    read(request(service, Method::GET, path)).await
}

pub async fn post(service: &Service, body: &Value) -> (StatusCode, Value) {
    read(request(service, Method::POST, CONNECTIONS).json(body)).await
}

/// The path of one connection.
pub fn path_of(id: &str) -> String {
    format!("{CONNECTIONS}/{id}")
}

/// A connection as it is read.
pub async fn item(service: &Service, id: &str) -> Value {
    let (status, body) = get(service, &path_of(id)).await;
    assert_eq!(status, 200, "{body}");
    body["items"][0].clone()
}

/// Changes a connection, for the etag that it has now.
pub async fn patch(service: &Service, id: &str, body: &Value) -> (StatusCode, Value) {
    let etag = item(service, id).await["etag"].as_str().unwrap().to_owned();
    let request = request(service, Method::PATCH, &path_of(id)).header("if-match", etag);
    read(request.json(body)).await
}

/// The code at the end of the `type` of a refusal.
pub fn code(body: &Value) -> &str {
    let kind = body["type"].as_str().unwrap_or_default();
    kind.strip_prefix("https://ns.adobe.com/aep/errors/FLOW-").unwrap_or(kind)
}

pub async fn read(request: RequestBuilder) -> (StatusCode, Value) {
    let response: Response = request.send().await.unwrap();
    let status = response.status();
    (status, response.json().await.unwrap())
}

/// Creates a connection of this name and gives its ID.
pub async fn create(service: &Service, name: &str) -> String {
    let mut body = basic();
    body["name"] = name.into();
    let (status, created) = post(service, &body).await;
    assert_eq!(status, 201);
    created["id"].as_str().unwrap().to_owned()
}

/// The tutorial's request.
pub fn basic() -> Value {
    json!({
        "name": "Base connection for salesforce service cloud",
        "description": "Base connection for salesforce service cloud",
        "auth": {
            "specName": "Basic Authentication",
            "params": {
                "username": "service@acme.example",
                "password": "secret-password",
                "securityToken": "secret-security-token",
            },
        },
        "connectionSpec": { "id": SERVICE_CLOUD, "version": "1.0" },
    })
}

/// The same with the other auth spec.
pub fn oauth2() -> Value {
    let mut body = basic();
    body["auth"] = json!({
        "specName": "OAuth2 Client Credential",
        "params": {
            "environmentUrl": "https://acme.my.salesforce.com",
            "clientId": "a-client",
            "clientSecret": "secret-client-secret",
            "apiVersion": "60.0",
        },
    });
    body
}

/// The text that a refusal of the service shows first.
pub fn detailed(body: &Value) -> &str {
    body["report"]["detailed-message"].as_str().unwrap()
}
