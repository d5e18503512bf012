//! The parameters of a connection: what *Create connection* sends, what the code shows, and what
//! a copy with secrets is made of are the same.

use flow_connect::screen::{CopyTarget, Effect, Msg, SecretReport, code};
use flow_service::request::Request;
use flow_service::secret::{SecretName, Secrets};
use flow_service::spec::ConnectionSpec;
use flow_service::value::{AccessToken, Problem};
use serde_json::{Value, json};

use crate::given::{self, param};
use crate::page::{Page, sent};

/// A filled page of a source whose one auth spec has this schema.
fn with_schema(schema: &Value) -> Page {
    let mut page = Page::filled();
    page.model.means.json = |text| serde_json::from_str(text).ok();
    let spec = json!({
        "id": "1", "name": "acme", "version": "1.0",
        "authSpec": [{ "name": "Key", "spec": schema }],
    });
    page.model.spec = ConnectionSpec::from_json(&spec).unwrap();
    "Key".clone_into(&mut page.model.auth_name);
    page
}

/// Presses with these secrets typed and all others empty.
fn press(page: &mut Page, typed: &[&str]) -> Vec<Effect> {
    let auth = page.model.auth();
    let secrets = auth.fields.iter().filter(|field| field.kind.is_secret());
    let found =
        |key: &str| if typed.contains(&key) { Ok(Vec::new()) } else { Err(Problem::Missing) };
    let params = secrets.map(|field| (field.key.to_string(), found(&field.key))).collect();
    page.press_with(SecretReport { token: given::token(), params })
}

/// The parameters, secrets as placeholders.
#[track_caller]
fn params(http: &str) -> Value {
    let (_, body) = http.split_once("\n\n").unwrap();
    // A variable of JSON has no quotes.
    let body = body.replace("\"params\": $SOURCE_", "\"params\": \"$SOURCE_\"");
    serde_json::from_str::<Value>(&body).unwrap()["auth"]["params"].clone()
}

/// What is sent, shown and copied while these secrets are typed.
#[track_caller]
fn check(page: &mut Page, typed: &[&str], expect: &Value) -> Request {
    page.tell(Msg::SecretsTyped(typed.iter().map(|key| (*key).to_owned()).collect()));
    assert_eq!(params(&code(&page.model).unwrap()), *expect, "shown");
    let effects = page.tell(Msg::CopyPressed(CopyTarget::CodeWithSecrets));
    let [Effect::CopyWithSecrets(copied, _)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(params(&copied.to_http("")), *expect, "copied");
    let effects = press(page, typed);
    let (_, request) = sent(&effects);
    assert_eq!(params(&request.to_http("")), *expect, "sent");
    request.clone()
}

/// Where conditions name members that no input stands for, all parameters are one secret.
#[test]
fn a_secret_that_is_all_parameters_is_sent() {
    let mut page = with_schema(&json!({
        "properties": { "authType": { "enum": ["key", "user"] }, "key": { "format": "password" } },
        "dependencies": { "authType": ["privateKey"] },
    }));
    let request = check(&mut page, &[""], &json!("$SOURCE_"));
    let given = json!({ "authType": "user", "privateKey": "hush" });
    let mut secrets = Secrets::default();
    secrets.insert_token(&AccessToken::parse("t").unwrap().value);
    secrets.insert_json(SecretName::of_param(""), given.clone());
    let body = request.open(&secrets).ok().unwrap().body.unwrap();
    let body: Value = serde_json::from_str(&body).unwrap();
    assert_eq!(body["auth"], json!({ "specName": "Key", "params": given }));
}

#[test]
fn a_secret_alone_is_a_reason_to_send_an_object() {
    let schema = json!({ "properties": { "proxy": { "properties": {
        "host": { "type": "string" }, "password": { "format": "password" },
    } } } });
    check(&mut with_schema(&schema), &[], &json!({}));
    let proxy = json!({ "proxy": { "password": "$PROXY_PASSWORD" } });
    check(&mut with_schema(&schema), &["proxy.password"], &proxy);
    let mut page = with_schema(&schema);
    page.type_in(param("proxy.host"), "acme.example");
    check(&mut page, &[], &json!({ "proxy": { "host": "acme.example" } }));
}

#[test]
fn a_hidden_default_is_none() {
    let hidden = json!({ "type": "string", "default": "v1", "uiAttributes": { "hidden": true } });
    let schema = json!({ "properties": { "proxy": { "properties": {
        "mode": hidden, "password": { "format": "password" },
    } } } });
    check(&mut with_schema(&schema), &[], &json!({}));
    let proxy = json!({ "proxy": { "mode": "v1", "password": "$PROXY_PASSWORD" } });
    check(&mut with_schema(&schema), &["proxy.password"], &proxy);
}
