//! The code of each language, exactly. Other tests run it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::code::{Language, Shown};
use flow_service::request::{Body, Request};
use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::value::Etag;

mod given {
    pub mod access;
    pub mod connection_request;
    pub mod secrets;
}

use given::access::access;
use given::connection_request::connection;

const BASE: &str = "https://platform.adobe.io";

/// A name in which each language has something to escape.
const NAME: &str = "Zoë's \"100%\" {{& more}}";

/// The request that creates a connection, with its secrets as variables.
#[track_caller]
fn check(language: Language, expect: &str) {
    let code = connection(NAME, "", "acme").to_code(BASE, language, Shown::AsVariables).unwrap();
    assert_eq!(*code, expect);
}

/// A change with its secrets in the text.
#[track_caller]
fn check_values(language: Language, expect: &str) {
    let password = ("password".to_owned(), Body::Secret(SecretName::of_param("password")));
    let body = Body::Object(vec![password, ("on".to_owned(), Body::Bare("true".to_owned()))]);
    let request = Request::patch(&access(), "/a%20b?c=1", &Etag::parse("\"7\"").unwrap(), body);
    let mut secrets = given::secrets::secrets(&[("password", "it's\\\"50%\u{e9}")]);
    secrets.insert(SecretName::access_token(), Secret::new("ey'$x".to_owned()));
    let code = request.to_code(BASE, language, Shown::Values(&secrets)).unwrap();
    assert_eq!(*code, expect);
}

#[test]
fn http_with_variables() {
    let expect = r#"POST https://platform.adobe.io/data/foundation/flowservice/connections
Authorization: Bearer $ACCESS_TOKEN
x-api-key: 0123456789abcdef0123456789abcdef
x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg
x-sandbox-name: acme-dev
Content-Type: application/json

{
    "name": "Zoë's \"100%\" {{& more}}",
    "auth": {
        "specName": "Basic Authentication",
        "params": {
            "username": "acme",
            "password": "$PASSWORD",
            "securityToken": "$SECURITY_TOKEN"
        }
    },
    "connectionSpec": {
        "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
        "version": "1.0"
    }
}
"#;
    check(Language::Http, expect);
}

#[test]
fn http_with_secrets() {
    let expect = r#"PATCH https://platform.adobe.io/a%20b?c=1
Authorization: Bearer ey'$x
x-api-key: 0123456789abcdef0123456789abcdef
x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg
x-sandbox-name: acme-dev
Content-Type: application/json
If-Match: "7"

{
    "password": "it's\\\"50%é",
    "on": true
}
"#;
    check_values(Language::Http, expect);
}

#[test]
fn bash_with_variables() {
    let expect = r#"json() { local s=${1//\\/\\\\}; s=${s//\"/\\\"}; s=${s//$'\n'/\\n}; s=${s//$'\r'/\\r}; printf '%s' "${s//$'\t'/\\t}"; }
: "${ACCESS_TOKEN:?}" "${PASSWORD:?}" "${SECURITY_TOKEN:?}" &&
curl --request POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \
  --header "Authorization: Bearer $ACCESS_TOKEN" \
  --header 'x-api-key: 0123456789abcdef0123456789abcdef' \
  --header 'x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg' \
  --header 'x-sandbox-name: acme-dev' \
  --header 'Content-Type: application/json' \
  --data-raw '{
    "name": "Zoë'\''s \"100%\" {{& more}}",
    "auth": {
        "specName": "Basic Authentication",
        "params": {
            "username": "acme",
            "password": "'"$(json "$PASSWORD")"'",
            "securityToken": "'"$(json "$SECURITY_TOKEN")"'"
        }
    },
    "connectionSpec": {
        "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
        "version": "1.0"
    }
}'
"#;
    check(Language::Bash, expect);
}

#[test]
fn bash_with_secrets() {
    let expect = r#"curl --request PATCH 'https://platform.adobe.io/a%20b?c=1' \
  --header 'Authorization: Bearer ey'\''$x' \
  --header 'x-api-key: 0123456789abcdef0123456789abcdef' \
  --header 'x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg' \
  --header 'x-sandbox-name: acme-dev' \
  --header 'Content-Type: application/json' \
  --header 'If-Match: "7"' \
  --data-raw '{
    "password": "it'\''s\\\"50%é",
    "on": true
}'
"#;
    check_values(Language::Bash, expect);
}

#[test]
fn powershell_with_variables() {
    let expect = r#"& {
if (-not $env:ACCESS_TOKEN) { throw 'Set the variable ACCESS_TOKEN first' }
if (-not $env:PASSWORD) { throw 'Set the variable PASSWORD first' }
if (-not $env:SECURITY_TOKEN) { throw 'Set the variable SECURITY_TOKEN first' }
$body = '{
    "name": "Zo\u00eb\u0027s \"100%\" {{& more}}",
    "auth": {
        "specName": "Basic Authentication",
        "params": {
            "username": "acme",
            "password": ' + (ConvertTo-Json $env:PASSWORD) + ',
            "securityToken": ' + (ConvertTo-Json $env:SECURITY_TOKEN) + '
        }
    },
    "connectionSpec": {
        "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
        "version": "1.0"
    }
}'
$request = @{
    Method = 'POST'
    Uri = 'https://platform.adobe.io/data/foundation/flowservice/connections'
    Headers = @{
        'Authorization' = "Bearer $env:ACCESS_TOKEN"
        'x-api-key' = '0123456789abcdef0123456789abcdef'
        'x-gw-ims-org-id' = '0123456789ABCDEF01234567@AdobeOrg'
        'x-sandbox-name' = 'acme-dev'
    }
    ContentType = 'application/json'
    Body = [Text.Encoding]::UTF8.GetBytes($body)
}
Invoke-RestMethod @request
}
"#;
    check(Language::PowerShell, expect);
}

#[test]
fn powershell_with_secrets() {
    let expect = r#"$body = '{
    "password": "it\u0027s\\\"50%\u00e9",
    "on": true
}'
$request = @{
    Method = 'PATCH'
    Uri = 'https://platform.adobe.io/a%20b?c=1'
    Headers = @{
        'Authorization' = 'Bearer ey''$x'
        'x-api-key' = '0123456789abcdef0123456789abcdef'
        'x-gw-ims-org-id' = '0123456789ABCDEF01234567@AdobeOrg'
        'x-sandbox-name' = 'acme-dev'
        'If-Match' = '"7"'
    }
    ContentType = 'application/json'
    Body = [Text.Encoding]::UTF8.GetBytes($body)
}
Invoke-RestMethod @request
"#;
    check_values(Language::PowerShell, expect);
}

#[test]
fn cmd_with_variables() {
    let expect = r#"rem curl 8.3 or later takes the secrets from the environment.
set "PCT=%%"
set "PCT=%PCT:~0,1%"
curl --request POST "https://platform.adobe.io/data/foundation/flowservice/connections" ^
  --variable %PCT%ACCESS_TOKEN ^
  --variable %PCT%PASSWORD ^
  --variable %PCT%SECURITY_TOKEN ^
  --expand-header "Authorization: Bearer {{ACCESS_TOKEN}}" ^
  --header "x-api-key: 0123456789abcdef0123456789abcdef" ^
  --header "x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg" ^
  --header "x-sandbox-name: acme-dev" ^
  --header "Content-Type: application/json" ^
  --expand-data-raw "{\"name\":\"Zo\u00eb's \u0022100\u0025\u0022 \u007b\u007b\u0026 more\u007d\u007d\",\"auth\":{\"specName\":\"Basic Authentication\",\"params\":{\"username\":\"acme\",\"password\":\"{{PASSWORD:json}}\",\"securityToken\":\"{{SECURITY_TOKEN:json}}\"}},\"connectionSpec\":{\"id\":\"cb66ab34-8619-49cb-96d1-39b37ede86ea\",\"version\":\"1.0\"}}"
"#;
    check(Language::Cmd, expect);
}

#[test]
fn cmd_with_secrets() {
    let expect = r#"set "PCT=%%"
set "PCT=%PCT:~0,1%"
curl --request PATCH "https://platform.adobe.io/a%PCT%20b?c=1" ^
  --header "Authorization: Bearer ey'$x" ^
  --header "x-api-key: 0123456789abcdef0123456789abcdef" ^
  --header "x-gw-ims-org-id: 0123456789ABCDEF01234567@AdobeOrg" ^
  --header "x-sandbox-name: acme-dev" ^
  --header "Content-Type: application/json" ^
  --header "If-Match: \"7\"" ^
  --data-raw "{\"password\":\"it's\u005c\u002250\u0025\u00e9\",\"on\":true}"
"#;
    check_values(Language::Cmd, expect);
}

#[test]
fn python_with_variables() {
    let expect = r#"import os

import requests

response = requests.post(
    "https://platform.adobe.io/data/foundation/flowservice/connections",
    headers={
        "Authorization": "Bearer " + os.environ["ACCESS_TOKEN"],
        "x-api-key": "0123456789abcdef0123456789abcdef",
        "x-gw-ims-org-id": "0123456789ABCDEF01234567@AdobeOrg",
        "x-sandbox-name": "acme-dev",
        "Content-Type": "application/json",
    },
    json={
        "name": "Zoë's \"100%\" {{& more}}",
        "auth": {
            "specName": "Basic Authentication",
            "params": {
                "username": "acme",
                "password": os.environ["PASSWORD"],
                "securityToken": os.environ["SECURITY_TOKEN"],
            },
        },
        "connectionSpec": {
            "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
            "version": "1.0",
        },
    },
    timeout=60,
)
print(response.status_code, response.text)
"#;
    check(Language::Python, expect);
}

#[test]
fn python_with_secrets() {
    let expect = r#"import requests

response = requests.patch(
    "https://platform.adobe.io/a%20b?c=1",
    headers={
        "Authorization": "Bearer ey'$x",
        "x-api-key": "0123456789abcdef0123456789abcdef",
        "x-gw-ims-org-id": "0123456789ABCDEF01234567@AdobeOrg",
        "x-sandbox-name": "acme-dev",
        "Content-Type": "application/json",
        "If-Match": "\"7\"",
    },
    json={
        "password": "it's\\\"50%é",
        "on": True,
    },
    timeout=60,
)
print(response.status_code, response.text)
"#;
    check_values(Language::Python, expect);
}

#[test]
fn javascript_with_variables() {
    let expect = r#"// Node.js 18 or later, in a file that ends in .mjs
function variable(name) {
    const value = process.env[name];
    if (!value) throw new Error(`Set the variable ${name} first`);
    return value;
}
const response = await fetch("https://platform.adobe.io/data/foundation/flowservice/connections", {
    method: "POST",
    headers: {
        "Authorization": "Bearer " + variable("ACCESS_TOKEN"),
        "x-api-key": "0123456789abcdef0123456789abcdef",
        "x-gw-ims-org-id": "0123456789ABCDEF01234567@AdobeOrg",
        "x-sandbox-name": "acme-dev",
        "Content-Type": "application/json",
    },
    body: JSON.stringify({
        "name": "Zoë's \"100%\" {{& more}}",
        "auth": {
            "specName": "Basic Authentication",
            "params": {
                "username": "acme",
                "password": variable("PASSWORD"),
                "securityToken": variable("SECURITY_TOKEN"),
            },
        },
        "connectionSpec": {
            "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
            "version": "1.0",
        },
    }),
});
console.log(response.status, await response.text());
"#;
    check(Language::JavaScript, expect);
}

#[test]
fn javascript_with_secrets() {
    let expect = r#"// Node.js 18 or later, in a file that ends in .mjs
const response = await fetch("https://platform.adobe.io/a%20b?c=1", {
    method: "PATCH",
    headers: {
        "Authorization": "Bearer ey'$x",
        "x-api-key": "0123456789abcdef0123456789abcdef",
        "x-gw-ims-org-id": "0123456789ABCDEF01234567@AdobeOrg",
        "x-sandbox-name": "acme-dev",
        "Content-Type": "application/json",
        "If-Match": "\"7\"",
    },
    body: JSON.stringify({
        "password": "it's\\\"50%é",
        "on": true,
    }),
});
console.log(response.status, await response.text());
"#;
    check_values(Language::JavaScript, expect);
}

#[test]
fn rust_with_variables() {
    let expect = r#"// [dependencies]
// reqwest = { version = "0.13", features = ["blocking", "json"] }
// serde_json = "1.0"

use serde_json::json;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let response = reqwest::blocking::Client::new()
        .post("https://platform.adobe.io/data/foundation/flowservice/connections")
        .header("Authorization", ["Bearer ", &std::env::var("ACCESS_TOKEN")?].concat())
        .header("x-api-key", "0123456789abcdef0123456789abcdef")
        .header("x-gw-ims-org-id", "0123456789ABCDEF01234567@AdobeOrg")
        .header("x-sandbox-name", "acme-dev")
        .header("Content-Type", "application/json")
        .json(&json!({
            "name": "Zoë's \"100%\" {{& more}}",
            "auth": {
                "specName": "Basic Authentication",
                "params": {
                    "username": "acme",
                    "password": std::env::var("PASSWORD")?,
                    "securityToken": std::env::var("SECURITY_TOKEN")?,
                },
            },
            "connectionSpec": {
                "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
                "version": "1.0",
            },
        }))
        .send()?;
    println!("{} {}", response.status(), response.text()?);
    Ok(())
}
"#;
    check(Language::Rust, expect);
}

#[test]
fn rust_with_secrets() {
    let expect = r#"// [dependencies]
// reqwest = { version = "0.13", features = ["blocking", "json"] }
// serde_json = "1.0"

use serde_json::json;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let response = reqwest::blocking::Client::new()
        .patch("https://platform.adobe.io/a%20b?c=1")
        .header("Authorization", "Bearer ey'$x")
        .header("x-api-key", "0123456789abcdef0123456789abcdef")
        .header("x-gw-ims-org-id", "0123456789ABCDEF01234567@AdobeOrg")
        .header("x-sandbox-name", "acme-dev")
        .header("Content-Type", "application/json")
        .header("If-Match", "\"7\"")
        .json(&json!({
            "password": "it's\\\"50%é",
            "on": true,
        }))
        .send()?;
    println!("{} {}", response.status(), response.text()?);
    Ok(())
}
"#;
    check_values(Language::Rust, expect);
}

#[test]
fn postman_with_variables() {
    let expect = r#"{
    "info": {
        "name": "POST /data/foundation/flowservice/connections",
        "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
    },
    "item": [
        {
            "name": "POST /data/foundation/flowservice/connections",
            "event": [
                {
                    "listen": "prerequest",
                    "script": {
                        "type": "text/javascript",
                        "exec": [
                            "for (const name of [\"ACCESS_TOKEN\", \"PASSWORD\", \"SECURITY_TOKEN\"]) {",
                            "    if (!pm.variables.get(name)) throw new Error(`Fill in the variable ${name} first`);",
                            "}",
                            "for (const name of [\"PASSWORD\", \"SECURITY_TOKEN\"]) {",
                            "    const json = JSON.stringify(pm.variables.get(name));",
                            "    pm.variables.set(name + \"_AS_JSON\", json.replaceAll(\"{{\", \"{\\\\u007b\"));",
                            "}"
                        ]
                    }
                }
            ],
            "request": {
                "method": "POST",
                "header": [
                    { "key": "Authorization", "value": "Bearer {{ACCESS_TOKEN}}" },
                    { "key": "x-api-key", "value": "0123456789abcdef0123456789abcdef" },
                    { "key": "x-gw-ims-org-id", "value": "0123456789ABCDEF01234567@AdobeOrg" },
                    { "key": "x-sandbox-name", "value": "acme-dev" },
                    { "key": "Content-Type", "value": "application/json" }
                ],
                "url": "https://platform.adobe.io/data/foundation/flowservice/connections",
                "body": {
                    "mode": "raw",
                    "raw": "{\n    \"name\": \"Zoë's \\\"100%\\\" {\\u007b& more}}\",\n    \"auth\": {\n        \"specName\": \"Basic Authentication\",\n        \"params\": {\n            \"username\": \"acme\",\n            \"password\": {{PASSWORD_AS_JSON}},\n            \"securityToken\": {{SECURITY_TOKEN_AS_JSON}}\n        }\n    },\n    \"connectionSpec\": {\n        \"id\": \"cb66ab34-8619-49cb-96d1-39b37ede86ea\",\n        \"version\": \"1.0\"\n    }\n}",
                    "options": { "raw": { "language": "json" } }
                }
            }
        }
    ],
    "variable": [
        { "key": "ACCESS_TOKEN", "value": "" },
        { "key": "PASSWORD", "value": "" },
        { "key": "SECURITY_TOKEN", "value": "" }
    ]
}
"#;
    check(Language::Postman, expect);
}

#[test]
fn postman_with_secrets() {
    let expect = r#"{
    "info": {
        "name": "PATCH /a%20b",
        "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
    },
    "item": [
        {
            "name": "PATCH /a%20b",
            "request": {
                "method": "PATCH",
                "header": [
                    { "key": "Authorization", "value": "Bearer ey'$x" },
                    { "key": "x-api-key", "value": "0123456789abcdef0123456789abcdef" },
                    { "key": "x-gw-ims-org-id", "value": "0123456789ABCDEF01234567@AdobeOrg" },
                    { "key": "x-sandbox-name", "value": "acme-dev" },
                    { "key": "Content-Type", "value": "application/json" },
                    { "key": "If-Match", "value": "\"7\"" }
                ],
                "url": "https://platform.adobe.io/a%20b?c=1",
                "body": {
                    "mode": "raw",
                    "raw": "{\n    \"password\": \"it's\\\\\\\"50%é\",\n    \"on\": true\n}",
                    "options": { "raw": { "language": "json" } }
                }
            }
        }
    ]
}
"#;
    check_values(Language::Postman, expect);
}

/// What a language has for a secret that is JSON, as a member and without quotes around it.
#[test]
fn a_secret_that_is_json_is_no_text() {
    let headers = ("headers".to_owned(), Body::SecretJson(SecretName::of_param("headers")));
    let request = Request::post(&access(), "/a", Body::Object(vec![headers]));
    for (language, expect) in [
        (Language::Http, "\"headers\": $HEADERS\n"),
        (Language::Bash, "\"headers\": '\"$HEADERS\"'\n"),
        (Language::PowerShell, "\"headers\": ' + $env:HEADERS + '\n"),
        (Language::Cmd, "\\\"headers\\\":{{HEADERS}}}"),
        (Language::Python, "\"headers\": json.loads(os.environ[\"HEADERS\"]),\n"),
        (Language::JavaScript, "\"headers\": JSON.parse(variable(\"HEADERS\")),\n"),
        (
            Language::Rust,
            "\"headers\": serde_json::from_str::<serde_json::Value>(&std::env::var(\"HEADERS\")?)?,\n",
        ),
        (Language::Postman, "\\\"headers\\\": {{HEADERS_AS_JSON}}"),
    ] {
        let code = request.to_code(BASE, language, Shown::AsVariables).unwrap();
        assert!(code.contains(expect), "{language:?}: {}", *code);
        assert!(!code.contains("json()"), "bash needs no function for it");
        let missing = request.to_code(BASE, language, Shown::Values(&given::secrets::secrets(&[])));
        assert_eq!(missing.err().unwrap().as_str(), "HEADERS");
    }
}

/// An old bash would take it for a command of before.
#[test]
fn no_line_of_a_body_in_bash_has_an_exclamation_mark() {
    let name = "wow!now !! 'it''s!'";
    let code = connection(name, name, name).to_code(BASE, Language::Bash, Shown::AsVariables);
    let code = code.unwrap();
    let (_, body) = code.split_once("--data-raw").unwrap();
    assert!(!body.contains('!'), "{body}");
    let secrets = given::secrets::secrets(&[("password", "p!w"), ("securityToken", "!")]);
    let code = connection(name, name, name).to_code(BASE, Language::Bash, Shown::Values(&secrets));
    assert!(!code.unwrap().split_once("--data-raw").unwrap().1.contains('!'));
}

#[test]
fn a_request_without_body_as_python() {
    let request = Request::delete(&access(), "/a");
    let code = request.to_code(BASE, Language::Python, Shown::AsVariables).unwrap();
    assert!(code.starts_with("import os\n\nimport requests\n\nresponse = requests.delete(\n"));
    assert!(!code.contains("json"));
}

/// Square brackets and braces are patterns for curl.
#[test]
fn an_address_is_no_pattern() {
    for language in [Language::Bash, Language::Cmd] {
        let plain = Request::delete(&access(), "/a");
        let code = plain.to_code(BASE, language, Shown::AsVariables).unwrap();
        assert!(code.contains("curl --request DELETE "));
        let pattern = Request::delete(&access(), "/a?b=[1-3]");
        let code = pattern.to_code(BASE, language, Shown::AsVariables).unwrap();
        assert!(code.contains("curl --globoff --request DELETE "));
    }
}

#[test]
fn each_language_has_a_key_of_its_own() {
    for language in Language::ALL {
        assert_eq!(Language::with_key(language.key()), Some(language));
    }
    assert_eq!(Language::with_key("Bash"), None);
}

#[test]
fn a_secret_that_is_to_be_shown_and_not_there_is_named() {
    let request = connection("name", "", "user");
    let token = given::secrets::secrets(&[("password", "p")]);
    for language in Language::ALL {
        let missing = |secrets: &Secrets| {
            request.to_code(BASE, language, Shown::Values(secrets)).err().unwrap()
        };
        assert_eq!(missing(&Secrets::default()).as_str(), "ACCESS_TOKEN", "{language:?}");
        assert_eq!(missing(&token).as_str(), "SECURITY_TOKEN", "{language:?}");
        assert!(request.to_code(BASE, language, Shown::AsVariables).is_ok());
    }
}

#[test]
fn what_is_to_be_shown_is_redacted_for_debuggers() {
    let secrets = given::secrets::secrets(&[("password", "hunter2")]);
    let shown = format!("{:?}", Shown::Values(&secrets));
    assert!(!shown.contains("hunter2") && !shown.contains(given::secrets::TOKEN));
}
