//! *Create connection* with everything filled in: the request of the tutorial, once.

use flow_connect::screen::{Call, Effect, Field, Msg, Phase, SecretReport, TokenReport};
use flow_service::request::{Method, Request};
use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::spec::OAUTH2_CLIENT_CREDENTIAL;
use flow_service::value::AccessToken;
use serde_json::{Value, json};

use crate::given::{self, param};
use crate::page::{Page, sent};

/// The request as the service gets it: the header with the token, and the body.
fn opened(request: &Request) -> (String, Value) {
    let mut secrets = Secrets::default();
    secrets.insert_token(&AccessToken::parse("{ACCESS_TOKEN}").unwrap().value);
    for (key, text) in [
        ("password", "{PASSWORD}"),
        ("securityToken", "{SECURITY_TOKEN}"),
        ("clientSecret", "{CLIENT_SECRET}"),
    ] {
        secrets.insert(SecretName::of_param(key), Secret::new(text.to_owned()));
    }
    let open = request.open(&secrets).ok().unwrap();
    let body = open.body.unwrap();
    (open.authorization.to_string(), serde_json::from_str(&body).unwrap())
}

#[test]
fn the_request_of_the_tutorial_is_sent_once() {
    let mut page = Page::filled();
    page.type_in(Field::Sandbox, "prod");
    page.type_in(param("username"), "{USERNAME}");
    let effects = page.press();

    assert!(matches!(effects.as_slice(), [Effect::Send(..)]), "{effects:?}");
    let (call, request) = sent(&effects);
    assert_eq!(call, Call::Create);
    assert_eq!(request.method, Method::Post);
    assert_eq!(request.target, "/data/foundation/flowservice/connections");
    let headers: Vec<_> =
        request.headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(
        headers,
        [
            ("x-api-key", given::API_KEY),
            ("x-gw-ims-org-id", given::ORGANIZATION),
            ("x-sandbox-name", "prod"),
            ("Content-Type", "application/json"),
        ]
    );
    let (authorization, body) = opened(request);
    assert_eq!(authorization, "Bearer {ACCESS_TOKEN}");
    assert_eq!(
        body,
        json!({
            "name": given::NAME,
            "description": given::NAME,
            "auth": {
                "specName": "Basic Authentication",
                "params": {
                    "username": "{USERNAME}",
                    "password": "{PASSWORD}",
                    "securityToken": "{SECURITY_TOKEN}",
                },
            },
            "connectionSpec": { "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea", "version": "1.0" },
        })
    );
    assert_eq!(page.creations, 1);
}

#[test]
fn empty_optional_fields_are_left_out() {
    let mut page = Page::filled();
    page.type_in(Field::Description, "   ");
    page.type_in(param("environmentUrl"), "");
    let effects = page.press();
    let (_, body) = opened(sent(&effects).1);
    assert_eq!(body.get("description"), None);
    let params = body["auth"]["params"].as_object().unwrap();
    assert_eq!(params.keys().collect::<Vec<_>>(), ["username", "password", "securityToken"]);
}

#[test]
fn oauth2_sends_its_own_parameters() {
    let mut page = Page::filled();
    page.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    page.type_in(param("clientId"), "acme-client");
    page.type_in(param("environmentUrl"), "acme.my.salesforce.com");
    page.type_in(param("apiVersion"), "60.0");
    let effects = page.press();
    let (_, body) = opened(sent(&effects).1);
    assert_eq!(
        body["auth"],
        json!({
            "specName": "OAuth2 Client Credential",
            "params": {
                "clientId": "acme-client",
                "clientSecret": "{CLIENT_SECRET}",
                "environmentUrl": "https://acme.my.salesforce.com",
                "apiVersion": "60.0",
            },
        })
    );
}

#[test]
fn name_and_description_arrive_as_typed() {
    let mut page = Page::filled();
    let odd = "  \"Ä\\🦀\"\t${HOME} `x` '";
    page.type_in(Field::Name, odd);
    page.type_in(Field::Description, odd);
    let effects = page.press();
    let (_, body) = opened(sent(&effects).1);
    assert_eq!((body["name"].as_str(), body["description"].as_str()), (Some(odd), Some(odd)));
}

#[test]
fn a_token_that_is_held_need_not_be_typed() {
    let mut page = Page::filled();
    let report = SecretReport { token: TokenReport::Available, ..given::secrets() };
    let effects = page.press_with(report);
    assert!(matches!(effects.as_slice(), [Effect::Send(_, Call::Create, _)]), "{effects:?}");
}

#[test]
fn what_was_sent_is_known_while_it_is_on_its_way() {
    let page = Page::sending();
    let Phase::Sending(sent) = &page.model.phase else { panic!("{:?}", page.model.phase) };
    assert_eq!(sent.name, given::NAME);
    assert_eq!(sent.access.sandbox.as_str(), "acme-dev");
    assert_eq!(sent.pressed_at, given::PRESSED_AT);
}
