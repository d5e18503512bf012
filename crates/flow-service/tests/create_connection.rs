//! `POST /connections`: the request of the tutorial, value by value, and each answer.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use flow_service::error::{CallError, Unreadable, UnreadableReason};
use flow_service::operation::create_connection::{self, Created, NewConnection, Param};
use flow_service::request::{Body, Method, Request};
use flow_service::response::{Response, ResponseBody};
use flow_service::secret::{SecretName, Secrets};
use flow_service::value::{
    AccessToken, ConnectionId, ConnectionName, ConnectionSpecId, Description, SpecVersion,
};
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod access;
    pub mod answer;
    pub mod any_answer;
    pub mod headers;
    pub mod json;
    pub mod name;
    pub mod secrets;
    pub mod text;
}

const NAME: &str = "Base connection for salesforce service cloud";

/// The connection of the tutorial.
fn tutorial() -> NewConnection {
    NewConnection {
        name: ConnectionName::parse(NAME).unwrap(),
        description: Description::parse(NAME),
        spec_id: ConnectionSpecId::service_cloud(),
        spec_version: SpecVersion::parse(SpecVersion::USUAL).unwrap(),
        auth_spec: "Basic Authentication".to_owned(),
        params: Param::Object(vec![
            ("username".to_owned(), Param::Text("{USERNAME}".to_owned())),
            ("password".to_owned(), Param::Secret(SecretName::of_param("password"))),
            ("securityToken".to_owned(), Param::Secret(SecretName::of_param("securityToken"))),
        ]),
    }
}

/// The parameters one by one.
fn members(new: &mut NewConnection) -> &mut Vec<(String, Param)> {
    let Param::Object(members) = &mut new.params else { unreachable!() };
    members
}

fn tutorial_secrets() -> Secrets {
    given::secrets::secrets(&[("password", "{PASSWORD}"), ("securityToken", "{SECURITY_TOKEN}")])
}

fn request(new: &NewConnection) -> Request {
    create_connection::request(&given::access::access(), new.clone())
}

/// The body that the service gets.
fn body(new: &NewConnection, secrets: &Secrets) -> Value {
    let open = request(new).open(secrets).ok().unwrap();
    serde_json::from_str(&open.body.unwrap()).unwrap()
}

#[track_caller]
fn check(response: Response, expect: Result<(&str, Option<&str>), CallError>) {
    let expect = expect.map(|(id, etag)| Created {
        id: ConnectionId::parse(id).unwrap(),
        etag: etag.map(str::to_owned),
    });
    assert_eq!(create_connection::response(response), expect);
}

#[track_caller]
fn check_unreadable(status: u16, body: ResponseBody, reason: UnreadableReason, excerpt: &str) {
    let excerpt = excerpt.to_owned();
    let error = CallError::UnreadableAnswer(Unreadable { status, reason, excerpt });
    check(Response { status, body }, Err(error));
}

#[track_caller]
fn check_lacks_id(body: Value) {
    check_unreadable(201, ResponseBody::Json(body), UnreadableReason::Lacks("id"), "");
}

#[test]
fn the_request_is_a_post_to_the_connections_of_the_service() {
    let request = request(&tutorial());
    assert_eq!(request.method, Method::Post);
    assert_eq!(request.method.as_str(), "POST");
    assert_eq!(request.target, "/data/foundation/flowservice/connections");
}

#[test]
fn the_request_has_the_headers_of_the_tutorial() {
    let mut expect = given::headers::headers();
    expect.push(("Content-Type", "application/json".to_owned()));
    assert_eq!(request(&tutorial()).headers, expect);
}

#[test]
fn the_request_carries_the_token_as_bearer() {
    let open = request(&tutorial()).open(&tutorial_secrets()).ok().unwrap();
    assert_eq!(*open.authorization, ["Bearer ", given::secrets::TOKEN].concat());
}

#[test]
fn a_token_that_comes_later_takes_the_place_of_the_earlier() {
    let mut secrets = tutorial_secrets();
    secrets.insert_token(&AccessToken::parse("later").unwrap().value);
    let open = request(&tutorial()).open(&secrets).ok().unwrap();
    assert_eq!(*open.authorization, "Bearer later");
}

#[test]
fn a_secret_that_comes_later_takes_the_place_of_the_earlier() {
    let secrets = [("password", "old"), ("securityToken", "t"), ("password", "new")];
    let body = body(&tutorial(), &given::secrets::secrets(&secrets));
    assert_eq!(body["auth"]["params"]["password"], "new");
}

#[test]
fn the_request_has_the_body_of_the_tutorial() {
    let expect = json!({
        "name": "Base connection for salesforce service cloud",
        "description": "Base connection for salesforce service cloud",
        "auth": {
            "specName": "Basic Authentication",
            "params": {
                "username": "{USERNAME}",
                "password": "{PASSWORD}",
                "securityToken": "{SECURITY_TOKEN}"
            }
        },
        "connectionSpec": {
            "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea",
            "version": "1.0"
        }
    });
    let found = body(&tutorial(), &tutorial_secrets());
    assert_eq!(found, expect);
    // As text too, because comparing objects does not compare the order of their members.
    assert_eq!(found.to_string(), expect.to_string());
}

#[test]
fn the_members_of_the_body_are_in_the_order_of_the_tutorial() {
    let body = body(&tutorial(), &tutorial_secrets());
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&body), ["name", "description", "auth", "connectionSpec"]);
    assert_eq!(keys(&body["auth"]), ["specName", "params"]);
    assert_eq!(keys(&body["auth"]["params"]), ["username", "password", "securityToken"]);
    assert_eq!(keys(&body["connectionSpec"]), ["id", "version"]);
}

#[test]
fn an_empty_description_is_left_out_not_sent_empty() {
    let new = NewConnection { description: Description::parse("  "), ..tutorial() };
    let body = body(&new, &tutorial_secrets());
    assert_eq!(body.get("description"), None);
    assert_eq!(body.as_object().unwrap().len(), 3);
}

#[test]
fn parameters_that_are_not_given_are_left_out() {
    let new = NewConnection { params: Param::Object(Vec::new()), ..tutorial() };
    assert_eq!(body(&new, &tutorial_secrets())["auth"]["params"], json!({}));
}

#[test]
fn parameters_are_sent_in_the_order_in_which_they_are_given() {
    let mut new = tutorial();
    members(&mut new).reverse();
    let text = body(&new, &tutorial_secrets())["auth"]["params"].to_string();
    let expect =
        r#"{"securityToken":"{SECURITY_TOKEN}","password":"{PASSWORD}","username":"{USERNAME}"}"#;
    assert_eq!(text, expect);
}

#[test]
fn oauth2_is_sent_with_its_parameters() {
    let text = |key: &str, value: &str| (key.to_owned(), Param::Text(value.to_owned()));
    let new = NewConnection {
        auth_spec: "OAuth2 Client Credential".to_owned(),
        params: Param::Object(vec![
            text("clientId", "acme-client"),
            ("clientSecret".to_owned(), Param::Secret(SecretName::of_param("clientSecret"))),
            text("environmentUrl", "https://acme.my.salesforce.com"),
            text("apiVersion", "60.0"),
        ]),
        ..tutorial()
    };
    let expect = json!({
        "specName": "OAuth2 Client Credential",
        "params": {
            "clientId": "acme-client",
            "clientSecret": "hush hush",
            "environmentUrl": "https://acme.my.salesforce.com",
            "apiVersion": "60.0"
        }
    });
    let secrets = given::secrets::secrets(&[("clientSecret", "hush hush")]);
    assert_eq!(body(&new, &secrets)["auth"].to_string(), expect.to_string());
}

#[test]
fn numbers_truths_and_objects_are_sent_as_such() {
    let bare = |text: &str| Body::Bare(text.to_owned());
    let secret = ("key".to_owned(), Body::Secret(SecretName::of_param("proxy.key")));
    let proxy = Body::Object(vec![("port".to_owned(), bare("8080")), secret]);
    let new = NewConnection {
        params: Param::Object(vec![
            ("port".to_owned(), bare("22")),
            ("passive".to_owned(), bare("true")),
            ("proxy".to_owned(), proxy),
        ]),
        ..tutorial()
    };
    let secrets = given::secrets::secrets(&[("proxy.key", "hush \"hush\"")]);
    let text = body(&new, &secrets)["auth"]["params"].to_string();
    let expect = r#"{"port":22,"passive":true,"proxy":{"port":8080,"key":"hush \"hush\""}}"#;
    assert_eq!(text, expect);
}

#[test]
fn one_secret_may_be_all_parameters() {
    let name = SecretName::of_param("");
    let new = NewConnection { params: Param::SecretJson(name.clone()), ..tutorial() };
    let given = json!({ "host": "acme.example", "key": "hush", "port": 22 });
    let mut secrets = tutorial_secrets();
    secrets.insert_json(name, given.clone());
    assert_eq!(body(&new, &secrets)["auth"]["params"], given);
}

#[test]
fn the_request_holds_names_of_secrets_not_secrets() {
    let expect = Body::Secret(SecretName::of_param("password"));
    let Some(Body::Object(members)) = request(&tutorial()).body else { unreachable!() };
    let Some((_, Body::Object(auth))) = members.into_iter().nth(2) else { unreachable!() };
    let Some((_, Body::Object(params))) = auth.into_iter().nth(1) else { unreachable!() };
    assert_eq!(params.into_iter().nth(1), Some(("password".to_owned(), expect)));
}

#[test]
fn a_missing_secret_is_named() {
    let secrets = given::secrets::secrets(&[("password", "{PASSWORD}")]);
    let missing = request(&tutorial()).open(&secrets).err();
    assert_eq!(missing, Some(SecretName::of_param("securityToken")));
}

#[test]
fn a_missing_token_is_named_first() {
    let missing = request(&tutorial()).open(&Secrets::default()).err();
    assert_eq!(missing, Some(SecretName::access_token()));
}

#[test]
fn a_secret_of_the_source_is_never_sent_as_the_token() {
    let mut secrets = Secrets::default();
    let theirs = flow_service::secret::Secret::new("of the source".to_owned());
    secrets.insert(SecretName::of_param("accessToken"), theirs);
    let new = NewConnection { params: Param::Object(Vec::new()), ..tutorial() };
    assert_eq!(request(&new).open(&secrets).err(), Some(SecretName::access_token()));
}

#[test]
fn the_answer_of_the_tutorial_gives_id_and_etag_with_its_quotes() {
    let body = json!({
        "id": "4267c2ab-2104-474f-a7c2-ab2104d74f86",
        "etag": "\"0200f1c5-0000-0200-0000-5e4352bf0000\""
    });
    check(
        given::answer::json(201, body.clone()),
        Ok((
            "4267c2ab-2104-474f-a7c2-ab2104d74f86",
            Some("\"0200f1c5-0000-0200-0000-5e4352bf0000\""),
        )),
    );
    let created = create_connection::response(given::answer::json(201, body.clone())).unwrap();
    assert_eq!(created.to_json(), body);
}

#[test]
fn another_success_is_taken_as_well() {
    check(given::answer::json(200, json!({ "id": "a-1", "etag": "e" })), Ok(("a-1", Some("e"))));
}

#[test]
fn members_that_nobody_knows_are_passed_over() {
    let body = json!({ "new": [1], "id": "a-1", "etag": "e", "items": {} });
    check(given::answer::json(201, body), Ok(("a-1", Some("e"))));
}

#[test]
fn a_connection_without_etag_is_created_all_the_same() {
    check(given::answer::json(201, json!({ "id": "a-1" })), Ok(("a-1", None)));
    check(given::answer::json(201, json!({ "id": "a-1", "etag": 7 })), Ok(("a-1", None)));
    check(given::answer::json(201, json!({ "id": "a-1", "etag": null })), Ok(("a-1", None)));
}

#[test]
fn an_answer_without_a_text_as_id_is_unreadable() {
    for id in [json!(null), json!(1), json!(true), json!(["a"]), json!({ "id": "a" })] {
        check_lacks_id(json!({ "id": id, "etag": "e" }));
    }
    check_lacks_id(json!({ "etag": "e" }));
}

#[test]
fn an_answer_whose_id_would_break_a_path_is_unreadable() {
    for id in ["", "..", "../flows", "a/b", "a?b", "a#b", "a b", "ä", "a\n", "%2e"] {
        check_lacks_id(json!({ "id": id }));
    }
}

#[test]
fn an_answer_that_is_no_object_is_unreadable() {
    for body in [json!(null), json!(true), json!(1), json!("a-1"), json!([])] {
        check_lacks_id(body);
    }
    check_lacks_id(json!([{ "id": "a-1" }]));
}

#[test]
fn an_empty_answer_is_unreadable() {
    check_unreadable(201, ResponseBody::Empty, UnreadableReason::Empty, "");
    check_unreadable(204, ResponseBody::Empty, UnreadableReason::Empty, "");
}

#[test]
fn html_is_unreadable_and_its_beginning_is_kept() {
    let html = "<!doctype html><title>Sign in</title>";
    check_unreadable(200, ResponseBody::Text(html.to_owned()), UnreadableReason::NotJson, html);
    check_unreadable(502, ResponseBody::Text(html.to_owned()), UnreadableReason::NotJson, html);
}

#[test]
fn truncated_json_is_unreadable() {
    let text = r#"{"id": "4267c2ab-21"#;
    check_unreadable(201, ResponseBody::Text(text.to_owned()), UnreadableReason::NotJson, text);
}

#[test]
fn a_body_that_is_too_large_is_unreadable() {
    check_unreadable(201, ResponseBody::TooLarge, UnreadableReason::TooLarge, "");
}

#[test]
fn a_body_that_was_cut_is_unreadable() {
    check_unreadable(201, ResponseBody::Cut, UnreadableReason::Cut, "");
}

#[test]
fn an_unreadable_success_may_have_created_a_connection() {
    for body in [ResponseBody::Empty, ResponseBody::Cut, ResponseBody::Json(json!({}))] {
        let error = create_connection::response(Response { status: 201, body }).unwrap_err();
        assert!(error.outcome_unknown());
    }
}

#[test]
fn a_good_body_under_a_refusing_status_is_no_success() {
    let body = json!({ "id": "a-1", "etag": "e" });
    for status in [100, 199, 300, 304, 400, 404, 500, 599] {
        check_unreadable(
            status,
            ResponseBody::Json(body.clone()),
            UnreadableReason::Lacks("message"),
            "",
        );
    }
}

proptest! {
    #[test]
    fn every_name_description_and_secret_is_unchanged_in_the_body(
        name in given::name::any_name(),
        description in given::name::any_name(),
        username in given::text::any_text(),
        password in given::text::any_text(),
        security_token in given::text::any_text(),
    ) {
        let mut new = tutorial();
        new.name = ConnectionName::parse(&name).unwrap();
        new.description = Description::parse(&description);
        members(&mut new)[0].1 = Param::Text(username.clone());
        let secrets = [("password", password.as_str()), ("securityToken", &security_token)];
        let sent = body(&new, &given::secrets::secrets(&secrets));
        prop_assert_eq!(&sent["name"], &name);
        prop_assert_eq!(&sent["description"], &description);
        let params = json!({
            "username": username, "password": password, "securityToken": security_token
        });
        prop_assert_eq!(&sent["auth"]["params"], &params);
    }

    #[test]
    fn no_answer_makes_the_reader_panic(answer in given::any_answer::any_answer()) {
        let success = answer.is_success();
        match create_connection::response(answer) {
            Ok(created) => {
                prop_assert!(success);
                prop_assert_eq!(ConnectionId::parse(created.id.as_str()), Some(created.id));
            }
            Err(error) => prop_assert!(error.status().is_some()),
        }
    }
}

/// A source without an auth spec takes no credentials.
#[test]
fn without_an_auth_spec_nothing_is_said_of_authentication() {
    let new =
        NewConnection { auth_spec: String::new(), params: Param::Object(Vec::new()), ..tutorial() };
    let body = body(&new, &tutorial_secrets());
    assert_eq!(body.get("auth"), None);
    assert!(body.get("connectionSpec").is_some());
}
