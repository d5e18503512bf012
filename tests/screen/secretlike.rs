//! What looks like a secret is not kept, whatever the connection spec says.

use flow_connect::screen::Field;
use flow_connect::screen::kept::kept;
use flow_connect::screen::secretlike::is_secretlike;
use flow_service::spec::ConnectionSpec;
use flow_service::value::ConnectionSpecId;
use serde_json::{Value, json};

use crate::given::{self, NAME, param};
use crate::page::Page;

const TOKEN: &str = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln";

#[test]
fn names_that_secrets_have_are_known() {
    for name in [
        "password",
        "dbPassword",
        "DB_PASSWD",
        "passphrase",
        "ftpPass",
        "pwd",
        "clientSecret",
        "s3SecretKey",
        "refreshToken",
        "sasUri",
        "SAS URI",
        "SASUri",
        "account.sas",
        "connectionString",
        "connection_string",
        "privateKey",
        "private-key",
        "accountKey",
        "credentials",
        "googleCredential",
        "Authorization",
    ] {
        assert!(is_secretlike(name, ""), "{name}");
    }
    for name in [
        "username",
        "environmentUrl",
        "apiVersion",
        "account",
        "database",
        "host",
        "port",
        "path",
        "passage",
        "compass",
        "sassafras",
        "folderPath",
        "clientId",
        "authType",
        "instanceUrl",
        "keyspace",
        "role",
        "warehouse",
        "",
    ] {
        assert!(!is_secretlike(name, "acme.my.salesforce.com"), "{name}");
    }
}

#[test]
fn texts_that_are_secrets_are_known() {
    let within = format!("{{ \"headers\": {{ \"x\": \"Bearer {TOKEN}\" }} }}");
    let key = "-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----";
    let member = "{ \"host\": \"x\", \"sasToken\": \"x\" }";
    let bearer = format!("Bearer {TOKEN}");
    for text in [TOKEN, bearer.as_str(), &within, key, member] {
        assert!(is_secretlike("path", text), "{text}");
    }
    for text in ["eyJ", "eyJx.y", "a.b.c", "https://acme.my.salesforce.com", "{ \"a\": 1 }", ""] {
        assert!(!is_secretlike("path", text), "{text}");
    }
}

fn fields(page: &Page) -> Value {
    kept(&page.model).map_or(Value::Null, |kept| kept["fields"].clone())
}

#[test]
fn a_token_that_is_pasted_into_another_input_is_not_kept() {
    for field in given::text_fields() {
        let mut page = Page::new();
        page.type_in(field.clone(), TOKEN);
        assert!(!fields(&page).to_string().contains("eyJ"), "{field:?}");
    }
}

/// It is drawn as any text, because its spec does not say that it is a secret.
#[test]
fn what_a_spec_forgets_to_call_a_secret_is_not_kept() {
    let text = json!({ "type": "string" });
    let properties = json!({ "sasToken": text, "container": text });
    let spec = json!({ "type": "object", "properties": properties });
    let spec = json!({
        "id": ConnectionSpecId::SERVICE_CLOUD,
        "name": "any",
        "version": "1.0",
        "authSpec": [{ "name": "Key", "spec": spec }],
    });
    let mut page = Page::new();
    page.model.spec = ConnectionSpec::from_json(&spec).unwrap();
    page.model.auth_name = "Key".to_owned();
    page.type_in(param("container"), "any");
    page.type_in(param("sasToken"), "canary");
    page.type_in(Field::Name, NAME);
    assert_eq!(fields(&page), json!({ "name": NAME, "param-container": "any" }));
}
