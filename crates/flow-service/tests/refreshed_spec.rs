//! The built-in spec, brought up to date by a live one; and sources in a list.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use flow_service::operation::list_connection_specs::{self, sources};
use flow_service::spec::{ConnectionSpec, Move, SourceEntry};
use proptest::prelude::*;
use serde_json::{Value, json};

mod given {
    pub mod access;
    pub mod answer;
    pub mod any_answer;
    pub mod field_line;
    pub mod json;
}

const BASIC: &str = "Basic Authentication";
const OAUTH2: &str = "OAuth2 Client Credential";

fn live(auth_specs: &Value) -> ConnectionSpec {
    ConnectionSpec::from_json(&json!({
        "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea", "name": "salesforce-service-cloud",
        "version": "1.1", "authSpec": auth_specs,
    }))
    .unwrap()
}

fn oauth2() -> Value {
    json!({
        "name": OAUTH2,
        "spec": {
            "properties": {
                "includeDeletedObjects": { "type": "boolean" },
                "apiVersion": { "type": "string", "title": "REST version" },
                "environmentUrl": { "type": "string", "pattern": "^https", "description": "where" },
                "clientId": { "type": "string", "format": "password" },
                "clientSecret": { "type": "string" },
            },
            "required": ["apiVersion", "clientId", "clientSecret"],
        },
    })
}

fn names(spec: &ConnectionSpec) -> Vec<&str> {
    spec.auth_specs.iter().map(|auth| auth.name.as_str()).collect()
}

#[test]
fn the_same_spec_changes_nothing() {
    let built_in = ConnectionSpec::service_cloud();
    let refresh = built_in.refreshed_from(&built_in);
    assert_eq!(refresh.spec, built_in);
    assert!(refresh.lost_auth_specs.is_empty());
    assert!(refresh.moves.is_empty());
}

#[test]
fn the_live_spec_wins_but_for_words_order_and_kinds() {
    let refresh = ConnectionSpec::service_cloud().refreshed_from(&live(&json!([oauth2()])));
    assert_eq!(refresh.spec.version, "1.1");
    let auth = refresh.spec.auth_spec(OAUTH2).unwrap();
    let lines: Vec<_> = auth.fields.iter().map(given::field_line::line).collect();
    assert_eq!(
        lines,
        [
            "clientId* [Client ID] secret",
            "clientSecret* [Client secret] secret",
            "environmentUrl [Environment URL] url",
            "apiVersion* [API version] version",
            "includeDeletedObjects [Include deleted objects] boolean",
        ]
    );
    let url = auth.fields.iter().find(|field| field.key == "environmentUrl").unwrap();
    assert_eq!(url.description.as_deref(), Some("where"));
}

#[test]
fn a_choice_that_the_live_spec_gives_is_one() {
    let choice = json!([{ "name": OAUTH2, "spec": { "properties": { "apiVersion": { "enum": ["60.0"] } } } }]);
    let refresh = ConnectionSpec::service_cloud().refreshed_from(&live(&choice));
    let auth = refresh.spec.auth_spec(OAUTH2).unwrap();
    assert_eq!(
        given::field_line::line(auth.fields.first().unwrap()),
        "apiVersion [API version] choice('60.0')"
    );
}

#[test]
fn what_was_typed_for_a_lost_auth_spec_goes_on_where_it_can() {
    let refresh = ConnectionSpec::service_cloud().refreshed_from(&live(&json!([oauth2()])));
    assert_eq!(names(&refresh.spec), [OAUTH2]);
    assert_eq!(refresh.lost_auth_specs, [BASIC]);
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    let expect = Move {
        from: BASIC.to_owned(),
        to: OAUTH2.to_owned(),
        kept: keys(&["environmentUrl", "apiVersion"]),
        dropped: keys(&["username", "password", "securityToken"]),
    };
    assert_eq!(refresh.moves, [expect]);
}

#[test]
fn a_secret_goes_on_only_as_a_secret() {
    let other = json!([{
        "name": "Other",
        "spec": { "properties": {
            "username": { "format": "password" }, "password": {}, "securityToken": { "format": "password" },
        } },
    }]);
    let refresh = ConnectionSpec::service_cloud().refreshed_from(&live(&other));
    let kept = &refresh.moves.first().unwrap().kept;
    assert_eq!(
        (refresh.lost_auth_specs.len(), kept.as_slice()),
        (2, &["securityToken".to_owned()][..])
    );
}

#[test]
fn nothing_goes_on_where_it_would_not_be_seen() {
    let hidden = json!({ "uiAttributes": { "hidden": true } });
    let other = json!([{ "name": "Other", "spec": { "properties": { "username": hidden } } }]);
    let refresh = ConnectionSpec::service_cloud().refreshed_from(&live(&other));
    assert!(refresh.moves.iter().all(|change| change.kept.is_empty()));
}

#[test]
fn without_any_auth_spec_there_is_nowhere_to_go() {
    let refresh = ConnectionSpec::service_cloud().refreshed_from(&live(&json!([])));
    assert_eq!(refresh.lost_auth_specs, [BASIC, OAUTH2]);
    assert!(refresh.moves.is_empty());
}

#[test]
fn new_auth_specs_stand_behind_those_that_are_known() {
    let new = json!({ "name": "New", "spec": { "properties": {} } });
    let refresh = ConnectionSpec::service_cloud().refreshed_from(&live(&json!([new, oauth2()])));
    assert_eq!(names(&refresh.spec), [OAUTH2, "New"]);
}

#[track_caller]
fn check_entry(more: &Value, title: &str, category: Option<&str>, is_source: bool) {
    let mut item = json!({ "id": "1", "name": "acme" });
    item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let expect = SourceEntry {
        id: "1".to_owned(),
        name: "acme".to_owned(),
        title: title.to_owned(),
        category: category.map(str::to_owned),
        is_source,
    };
    assert_eq!(SourceEntry::from_json(&item), Some(expect));
}

#[test]
fn a_source_has_a_title_and_a_category() {
    check_entry(&json!({}), "acme", None, true);
    let attributes = json!({ "connectorName": "Acme CRM", "category": "CRM", "isSource": true });
    check_entry(&json!({ "attributes": attributes }), "Acme CRM", Some("CRM"), true);
    // The dynamics-online example has keys of texts, which are no texts for people.
    let ui =
        json!({ "isSource": true, "category": { "key": "crm" }, "label": { "key": "acmeLabel" } });
    check_entry(
        &json!({ "sourceSpec": { "attributes": { "uiAttributes": ui } } }),
        "acme",
        Some("CRM"),
        true,
    );
    let labelled = json!({ "uiAttributes": { "label": "Acme" } });
    check_entry(&json!({ "attributes": labelled }), "Acme", None, true);
    check_entry(
        &json!({ "attributes": { "isSource": false, "connectorName": " " } }),
        "acme",
        None,
        false,
    );
    check_entry(&json!({ "attributes": { "isDestination": true } }), "acme", None, false);
    check_entry(&json!({ "targetSpec": {} }), "acme", None, false);
    check_entry(&json!({ "targetSpec": {}, "sourceSpec": {} }), "acme", None, true);
    for (category, shown) in [
        ("marketingAutomation", "Marketing automation"),
        ("Cloud Storage", "Cloud Storage"),
        ("customer-success", "customer-success"),
    ] {
        let attributes = json!({ "category": category });
        check_entry(&json!({ "attributes": attributes }), "acme", Some(shown), true);
    }
    assert_eq!(SourceEntry::from_json(&json!({ "id": "1" })), None);
}

#[test]
fn sources_are_listed_and_what_cannot_be_read_is_counted() {
    let item = |id: &str| json!({ "id": id, "name": "acme", "version": "1.0", "authSpec": [] });
    let mut target = item("2");
    let attributes = json!({ "isSource": false });
    target.as_object_mut().unwrap().insert("attributes".to_owned(), attributes);
    let next = "/connectionSpecs?continuationToken=abc";
    let answer = json!({
        "items": [item("1"), target, null, { "id": "3", "name": "no auth specs" }],
        "_links": { "next": { "href": next } },
    });
    let found = sources(given::answer::json(200, answer)).unwrap();
    let ids: Vec<_> =
        found.known.iter().map(|(entry, spec)| (entry.id.as_str(), spec.id.as_str())).collect();
    assert_eq!(ids, [("1", "1")]);
    assert_eq!(found.unread, 2);
    assert_eq!(found.next.as_deref(), Some(next));
    let request = list_connection_specs::next_request(&given::access::access(), next).unwrap();
    assert_eq!(
        request.target,
        "/data/foundation/flowservice/connectionSpecs?continuationToken=abc"
    );
}

#[test]
fn only_a_path_of_the_list_is_followed() {
    for next in [
        "https://acme.example/connectionSpecs?a",
        "/connections?a",
        "/connectionSpecs/a",
        "/connectionSpecs?a b",
    ] {
        assert_eq!(
            list_connection_specs::next_request(&given::access::access(), next),
            None,
            "{next}"
        );
    }
}

proptest! {
    #[test]
    fn no_answer_makes_the_list_panic(answer in given::any_answer::any_answer()) {
        let _ = sources(answer);
    }

    #[test]
    fn no_spec_makes_the_refresh_panic(json in given::json::any_json()) {
        let live = live(&json!([{ "name": BASIC, "spec": json }]));
        let refresh = ConnectionSpec::service_cloud().refreshed_from(&live);
        prop_assert_eq!(refresh.spec.auth_specs.len() + refresh.lost_auth_specs.len(), 2);
    }
}
