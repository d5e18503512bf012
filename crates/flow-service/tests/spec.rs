//! Connection specs: the built-in one, the published shape, and what cannot be read.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use flow_service::spec::{AuthField, AuthSpec, ConnectionSpec, FieldKind};
use flow_service::value::ConnectionSpecId;
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod json;
}

/// Key, label, whether it is required, kind.
type Field<'a> = (&'a str, &'a str, bool, FieldKind);

#[track_caller]
fn check_fields(auth: &AuthSpec, expect: &[Field<'_>]) {
    let found: Vec<Field<'_>> = auth
        .fields
        .iter()
        .map(|field| (&*field.key, &*field.label, field.required, field.kind.clone()))
        .collect();
    assert_eq!(found, expect);
}

/// What Salesforce takes is not what others take under the same names.
#[test]
fn addresses_and_versions_of_salesforce_are_of_salesforce_alone() {
    for (key, kind) in
        [("environmentUrl", FieldKind::EnvironmentUrl), ("apiVersion", FieldKind::ApiVersion)]
    {
        assert_eq!(field(key, &json!({})).kind, FieldKind::Text, "of any source");
        for id in [ConnectionSpecId::SERVICE_CLOUD, "cfc0fee1-7dc0-40ef-b73e-d8b134c436f5"] {
            let mut spec = spec_of(&json!({ key: {} }), &json!([]));
            spec["id"] = id.into();
            let spec = ConnectionSpec::from_json(&spec).unwrap();
            assert_eq!(spec.auth_specs[0].fields[0].kind, kind, "{id}");
        }
    }
}

/// Auth specs are told apart by their names.
#[test]
fn of_two_auth_specs_of_one_name_the_first_is_taken() {
    let mut spec = spec_of(&json!({ "first": {} }), &json!([]));
    let second = json!({ "name": "Any", "spec": { "properties": { "second": {} } } });
    spec["authSpec"].as_array_mut().unwrap().push(second);
    let spec = ConnectionSpec::from_json(&spec).unwrap();
    assert_eq!(spec.auth_specs.len(), 1);
    assert_eq!(spec.auth_specs[0].fields[0].key, "first");
}

/// The one field of a spec whose schema has this property.
fn field(key: &str, property: &Value) -> AuthField {
    let spec = spec_of(&json!({ key: property }), &json!([]));
    let spec = ConnectionSpec::from_json(&spec).unwrap();
    spec.auth_specs[0].fields[0].clone()
}

fn spec_of(properties: &Value, required: &Value) -> Value {
    json!({
        "id": "11111111-2222-3333-4444-555555555555", "name": "acme", "version": "1.0",
        "authSpec": [{ "name": "Any", "spec": { "properties": properties, "required": required } }],
    })
}

#[track_caller]
fn check_label(key: &str, expect: &str) {
    assert_eq!(field(key, &json!({ "type": "string" })).label, expect);
}

/// A spec in the shape that Adobe printed for Service Cloud in 2020: no titles, no
/// `apiVersion`, no `OAuth2`. The page is `help/sources/tutorials/api/create/
/// customer-success/salesforce-service-cloud.md` of `AdobeDocs/experience-platform.en`.
fn published() -> Value {
    json!({
        "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
        "name": "salesforce-service-cloud",
        "providerId": "11111111-1111-4111-8111-111111111111",
        "version": "1.0",
        "authSpec": [{
            "name": "Basic Authentication",
            "type": "BasicAuthentication",
            "spec": {
                "$schema": "http://json-schema.org/draft-07/schema#",
                "type": "object",
                "description": "what the source asks for",
                "properties": {
                    "environmentUrl": { "type": "string", "description": "where the instance is" },
                    "username": { "type": "string", "description": "who signs in" },
                    "password": { "type": "string", "description": "the password", "format": "password" },
                    "securityToken": { "type": "string", "description": "the token", "format": "password" }
                },
                "required": ["username", "password", "securityToken"]
            }
        }],
        "sourceSpec": { "attributes": { "uiAttributes": { "isSource": true } } },
        "permissionsInfo": { "manage": [], "view": [] }
    })
}

#[test]
fn the_built_in_spec_is_service_cloud() {
    let spec = ConnectionSpec::service_cloud();
    assert_eq!(spec.id, "cb66ab34-8619-49cb-96d1-39b37ede86ea");
    assert_eq!(spec.name, "salesforce-service-cloud");
    assert_eq!(spec.version, "1.0");
}

#[test]
fn the_built_in_spec_offers_basic_authentication_first_then_oauth2() {
    let spec = ConnectionSpec::service_cloud();
    let names: Vec<_> = spec.auth_specs.iter().map(|auth| auth.name.as_str()).collect();
    assert_eq!(names, ["Basic Authentication", "OAuth2 Client Credential"]);
}

#[test]
fn basic_authentication_asks_for_what_the_tutorial_sends() {
    let spec = ConnectionSpec::service_cloud();
    check_fields(
        spec.auth_spec("Basic Authentication").unwrap(),
        &[
            ("username", "Username", true, FieldKind::Text),
            ("password", "Password", true, FieldKind::Secret),
            ("securityToken", "Security token", true, FieldKind::Secret),
            ("environmentUrl", "Environment URL", false, FieldKind::EnvironmentUrl),
            ("apiVersion", "API version", false, FieldKind::ApiVersion),
        ],
    );
}

#[test]
fn oauth2_asks_for_client_and_environment() {
    let spec = ConnectionSpec::service_cloud();
    check_fields(
        spec.auth_spec("OAuth2 Client Credential").unwrap(),
        &[
            ("clientId", "Client ID", true, FieldKind::Text),
            ("clientSecret", "Client secret", true, FieldKind::Secret),
            ("environmentUrl", "Environment URL", true, FieldKind::EnvironmentUrl),
            ("apiVersion", "API version", false, FieldKind::ApiVersion),
        ],
    );
}

#[test]
fn an_auth_spec_is_found_by_its_exact_name() {
    assert_eq!(ConnectionSpec::service_cloud().auth_spec("basic authentication"), None);
}

#[test]
fn the_built_in_spec_is_the_same_after_a_way_through_json() {
    let spec = ConnectionSpec::service_cloud();
    let text = spec.to_json().to_string();
    assert_eq!(ConnectionSpec::from_json(&serde_json::from_str(&text).unwrap()), Some(spec));
}

#[test]
fn the_built_in_spec_has_the_shape_of_the_api() {
    let json = ConnectionSpec::service_cloud().to_json();
    let auth = json.pointer("/authSpec/0").unwrap();
    assert_eq!(auth["name"], "Basic Authentication");
    assert_eq!(auth["type"], "BasicAuthentication");
    assert_eq!(auth["spec"]["required"], json!(["username", "password", "securityToken"]));
    assert_eq!(
        auth["spec"]["properties"]["password"],
        json!({ "type": "string", "title": "Password", "format": "password" })
    );
}

#[test]
fn the_published_spec_is_read() {
    let spec = ConnectionSpec::from_json(&published()).unwrap();
    assert_eq!(spec.id, "cb66ab34-8619-49cb-96d1-39b37ede86ea");
    assert_eq!(spec.name, "salesforce-service-cloud");
    assert_eq!(spec.version, "1.0");
    assert_eq!(spec.auth_specs.len(), 1);
    check_fields(
        spec.auth_spec("Basic Authentication").unwrap(),
        &[
            ("environmentUrl", "Environment URL", false, FieldKind::EnvironmentUrl),
            ("username", "Username", true, FieldKind::Text),
            ("password", "Password", true, FieldKind::Secret),
            ("securityToken", "Security token", true, FieldKind::Secret),
        ],
    );
}

#[test]
fn the_descriptions_of_the_service_are_kept() {
    let spec = ConnectionSpec::from_json(&published()).unwrap();
    let fields = &spec.auth_specs.first().unwrap().fields;
    assert_eq!(fields.first().unwrap().description.as_deref(), Some("where the instance is"));
}

#[test]
fn the_labels_of_built_in_fields_are_those_that_their_keys_give() {
    for field in
        ConnectionSpec::service_cloud().auth_specs.iter().flat_map(|auth| auth.fields.iter())
    {
        check_label(&field.key, &field.label);
    }
}

#[test]
fn a_title_goes_before_the_key() {
    let titled = field("environmentUrl", &json!({ "title": "Instance" }));
    assert_eq!(titled.label, "Instance");
}

#[test]
fn a_label_is_made_of_the_words_of_the_key() {
    check_label("host", "Host");
    check_label("s3AccessKey", "S3 access key");
    check_label("clientID", "Client ID");
    check_label("accountURL", "Account URL");
    check_label("sasUri", "SAS URI");
    check_label("jwtToken", "JWT token");
    check_label("apiKey", "API key");
    check_label("idOfTheUrl", "ID of the URL");
    check_label("identity", "Identity");
    check_label("user_name", "User_name");
    check_label("", "");
    check_label("éclair", "Éclair");
    check_label("ßFeld", "SS feld");
}

#[test]
fn a_password_is_a_secret_whatever_its_key_is() {
    for key in ["host", "environmentUrl", "apiVersion"] {
        assert_eq!(field(key, &json!({ "format": "password" })).kind, FieldKind::Secret);
    }
}

#[test]
fn another_format_is_no_secret() {
    assert_eq!(field("host", &json!({ "format": "uri" })).kind, FieldKind::Text);
    assert_eq!(field("host", &json!({ "format": 7 })).kind, FieldKind::Text);
    assert_eq!(field("host", &json!(true)).kind, FieldKind::Text);
}

#[test]
fn without_a_list_of_required_keys_all_are_optional() {
    for required in [json!(null), json!("host"), json!({}), json!([1, null, ["host"]])] {
        let spec = ConnectionSpec::from_json(&spec_of(&json!({ "host": {} }), &required)).unwrap();
        assert!(!spec.auth_specs.first().unwrap().fields.first().unwrap().required);
    }
}

#[test]
fn an_auth_spec_without_a_name_is_left_out_and_one_without_a_schema_is_typed_as_json() {
    let mut json = published();
    let broken = [json!(null), json!({})];
    let list = json.get_mut("authSpec").unwrap().as_array_mut().unwrap();
    list.extend(broken);
    list.push(json!({ "name": 7, "spec": { "properties": {} } }));
    list.push(json!({ "name": "A" }));
    list.push(json!({ "name": "B", "spec": true }));
    let auth_specs = ConnectionSpec::from_json(&json).unwrap().auth_specs;
    assert_eq!(auth_specs.len(), 3);
    for auth in &auth_specs[1..] {
        assert!(matches!(auth.fields[..], [AuthField { kind: FieldKind::Json(_), .. }]));
    }
}

#[test]
fn a_spec_without_id_name_version_or_auth_specs_is_none() {
    for key in ["id", "name", "version", "authSpec"] {
        for value in [json!(null), json!(1), json!({})] {
            let mut json = published();
            json.as_object_mut().unwrap().insert(key.to_owned(), value);
            assert_eq!(ConnectionSpec::from_json(&json), None, "{key}");
        }
        let mut json = published();
        json.as_object_mut().unwrap().remove(key);
        assert_eq!(ConnectionSpec::from_json(&json), None, "{key}");
    }
}

proptest! {
    #[test]
    fn no_json_makes_the_reader_panic(json in given::json::any_json()) {
        let _ = ConnectionSpec::from_json(&json);
        let item = spec_of(&json, &json);
        let spec = ConnectionSpec::from_json(&item).unwrap();
        prop_assert_eq!(spec.auth_specs.len(), 1);
    }

    #[test]
    fn no_key_makes_the_label_panic(key in any::<String>()) {
        let _ = field(&key, &json!({}));
    }
}
