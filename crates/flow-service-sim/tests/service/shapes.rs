//! Specs of every shape: what a form is drawn of, and what the service then takes.

use flow_service::operation::list_connection_specs::{self, Sources};
use flow_service::response::{Response, ResponseBody};
use flow_service::spec::{FieldKind, JsonShape};
use flow_service_sim::{Options, Service, start};
use serde_json::{Value, json};

use crate::client::{SPECS, basic, code, get, oauth2, patch, post, service};

async fn sources(service: &Service) -> Sources {
    let (status, body) = get(service, SPECS).await;
    let response = Response { status: status.as_u16(), body: ResponseBody::Json(body) };
    list_connection_specs::sources(response).unwrap()
}

/// The body that creates a connection of this source.
fn body(spec_id: &str, auth_spec: &str, params: &Value) -> Value {
    let mut body = basic();
    body["connectionSpec"]["id"] = spec_id.into();
    body["auth"] = json!({ "specName": auth_spec, "params": params });
    body
}

fn event_hub(params: &Value) -> Value {
    let id = "bf9f5905-92b7-48bf-bf20-455bc6b60a4e";
    body(id, "Azure EventHub authentication credentials", params)
}

fn sftp(params: &Value) -> Value {
    let mut all = json!({ "host": "sftp.acme.example", "userName": "acme", "password": "secret" });
    all.as_object_mut().unwrap().extend(params.as_object().unwrap().clone());
    body("b7bf2577-4520-42c9-bae9-cad01560f7bc", "Basic Authentication for sftp", &all)
}

fn rest(params: &Value) -> Value {
    body("4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62", "oAuth2RefreshCode", params)
}

#[track_caller]
fn check_message(body: &Value, expect: &str) {
    let found = [&body["report"]["detailed-message"], &body["detail"]];
    assert!(found.iter().any(|text| **text == expect), "{body}");
}

#[tokio::test]
async fn all_sources_are_read_with_title_and_category() {
    let found = sources(&service().await).await;
    assert_eq!((found.known.len(), found.unread, found.next), (8, 0, None));
    let titles: Vec<_> = found.known.iter().map(|(entry, _)| entry.title.as_str()).collect();
    assert!(titles.contains(&"Generic REST API"), "{titles:?}");
    assert!(found.known.iter().all(|(entry, _)| entry.is_source && entry.category.is_some()));
    assert!(found.known.iter().all(|(_, spec)| !spec.auth_specs.is_empty()));
}

/// Whoever draws a form meets all of it here.
#[tokio::test]
async fn there_are_fields_of_each_kind() {
    let found = sources(&service().await).await;
    let auth_specs = found.known.iter().flat_map(|(_, spec)| &spec.auth_specs);
    let fields: Vec<_> = auth_specs.flat_map(|auth| auth.fields.iter()).collect();
    let is_there = |is_it: fn(&FieldKind) -> bool| fields.iter().any(|field| is_it(&field.kind));
    assert!(is_there(|kind| *kind == FieldKind::Text));
    assert!(is_there(|kind| *kind == FieldKind::Secret));
    assert!(is_there(|kind| *kind == FieldKind::EnvironmentUrl));
    assert!(is_there(|kind| *kind == FieldKind::ApiVersion));
    assert!(is_there(|kind| matches!(kind, FieldKind::Limited(it) if it.pattern.is_some())));
    assert!(is_there(|kind| matches!(kind, FieldKind::Limited(it) if it.longest.is_some())));
    assert!(is_there(|kind| matches!(kind, FieldKind::Choice(_))));
    assert!(is_there(|kind| matches!(kind, FieldKind::Number(it) if it.integer)));
    assert!(is_there(|kind| matches!(kind, FieldKind::Number(it) if !it.integer)));
    assert!(is_there(|kind| *kind == FieldKind::Boolean));
    assert!(is_there(|kind| matches!(kind, FieldKind::Json(it) if it.shape == JsonShape::Object)));
    assert!(is_there(|kind| matches!(kind, FieldKind::Json(it) if it.shape == JsonShape::Array)));
    assert!(fields.iter().any(|field| field.hidden && field.default.is_some()));
    assert!(fields.iter().any(|field| field.path().is_none()), "a choice of the form alone");
    assert!(fields.iter().any(|field| field.path().is_some_and(|path| path.len() == 3)));
    let nested = |kind: &FieldKind| *kind == FieldKind::Secret;
    assert!(fields.iter().any(|field| nested(&field.kind) && field.key.contains('.')));
}

#[tokio::test]
async fn a_missing_nested_parameter_is_named_by_its_path() {
    let service = service().await;
    let hub = json!({ "namespace": "acme-hub", "authType": "entra", "consumer": {} });
    let (status, answer) = post(&service, &event_hub(&hub)).await;
    assert_eq!((status.as_u16(), code(&answer)), (400, "1304-400"));
    check_message(&answer, "The mandatory field consumer.group is not provided");
    let mut hub = json!({
        "namespace": "acme-hub", "authType": "entra", "consumer": { "group": "g" },
        "credentials": { "tenantId": "t", "clientId": "c" },
    });
    let (_, answer) = post(&service, &event_hub(&hub)).await;
    check_message(&answer, "The mandatory field credentials.clientSecret is not provided");
    hub["credentials"]["clientSecret"] = "secret".into();
    assert_eq!(post(&service, &event_hub(&hub)).await.0, 201);
}

#[tokio::test]
async fn alternatives_want_what_was_chosen() {
    let service = service().await;
    let mut hub =
        json!({ "namespace": "acme-hub", "consumer": { "group": "g" }, "sasKeyName": "n" });
    let missing = async |hub: &Value, field: &str| {
        let (_, answer) = post(&service, &event_hub(hub)).await;
        check_message(&answer, &format!("The mandatory field {field} is not provided"));
    };
    missing(&hub, "authType").await;
    hub["authType"] = "sas".into();
    missing(&hub, "sasKey").await;
    hub["sasKey"] = "secret".into();
    assert_eq!(post(&service, &event_hub(&hub)).await.0, 201);
    // What is not chosen by a constant is known by what is there.
    let mut params = json!({ "host": "https://acme.example", "accessToken": "secret" });
    assert_eq!(post(&service, &rest(&params)).await.0, 201);
    params["refreshToken"] = "secret".into();
    assert_eq!(code(&post(&service, &rest(&params)).await.1), "1304-400");
}

#[tokio::test]
async fn values_have_to_be_of_their_kind() {
    let service = service().await;
    for (params, message) in [
        (json!({ "port": "22" }), "The field port cannot be taken: it is no number."),
        (json!({ "port": 70000 }), "The field port cannot be taken: the number is too large."),
        (json!({ "port": 2.5 }), "The field port cannot be taken: a whole number is needed."),
        (
            json!({ "disableChunking": "yes" }),
            "The field disableChunking cannot be taken: it is neither true nor false.",
        ),
        (json!({ "host": ["a"] }), "The field host cannot be taken: it is no text."),
    ] {
        let (status, answer) = post(&service, &sftp(&params)).await;
        assert_eq!(status, 400);
        check_message(&answer, message);
    }
    let hub = json!({ "namespace": "short", "consumer": { "group": "g" }, "authType": "sas" });
    let (_, answer) = post(&service, &event_hub(&hub)).await;
    check_message(&answer, "The field namespace cannot be taken: the text is too short.");
    let rest_params =
        json!({ "host": "a", "accessToken": "secret", "requestParameterOverride": ["a"] });
    let (_, answer) = post(&service, &rest(&rest_params)).await;
    let message = "The field requestParameterOverride cannot be taken: a JSON object is needed.";
    check_message(&answer, message);
    let params = json!({ "port": 2222, "disableChunking": true, "maxConnections": null });
    assert_eq!(post(&service, &sftp(&params)).await.0, 201);
}

#[tokio::test]
async fn nested_secrets_are_masked_and_tested() {
    let service = service().await;
    let hub = json!({
        "namespace": "acme-hub", "authType": "entra",
        "consumer": { "group": "g", "partitions": [1, 2], "unknown": "u" },
        "credentials": { "tenantId": "t", "clientId": "c", "clientSecret": "wrong" },
    });
    let (_, created) = post(&service, &event_hub(&hub)).await;
    let stored = service.connections().remove(0);
    let mut expect = hub.clone();
    expect["credentials"]["clientSecret"] = "********".into();
    expect["consumer"]["unknown"] = "********".into();
    assert_eq!(stored.connection.auth_params, Some(expect));
    assert!(!stored.credentials_accepted);
    let credentials = json!({ "tenantId": "t", "clientId": "c", "clientSecret": "right" });
    let step =
        json!([{ "op": "replace", "path": "/auth/params/credentials", "value": credentials }]);
    assert_eq!(patch(&service, created["id"].as_str().unwrap(), &step).await.0, 200);
    assert!(service.connections().remove(0).credentials_accepted);
}

#[tokio::test]
async fn service_cloud_may_be_without_basic_authentication() {
    let service = start(Options { basic: false, seed: 3, ..Options::default() }).await.unwrap();
    let (status, answer) = post(&service, &basic()).await;
    assert_eq!((status.as_u16(), code(&answer)), (400, "1415-400"));
    assert_eq!(post(&service, &oauth2()).await.0, 201);
    let found = sources(&service).await;
    let (_, service_cloud) = found.known.first().unwrap();
    let names: Vec<_> = service_cloud.auth_specs.iter().map(|auth| auth.name.as_str()).collect();
    assert_eq!(names, ["OAuth2 Client Credential"]);
    // Connections of before are still there.
    let stored = service.connections();
    let before =
        |name: &str| stored.iter().any(|it| it.connection.auth_spec.as_deref() == Some(name));
    assert!(before("Basic Authentication"));
}
