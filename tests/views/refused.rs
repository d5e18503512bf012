//! A refusal: an alert with what failed, why, what to do, and the figures.

use flow_connect::screen::{Answer, Field, Msg};
use flow_service::error::{CallError, NotSent};
use flow_service::spec::{BASIC_AUTHENTICATION, OAUTH2_CLIENT_CREDENTIAL};

use crate::drawn::drawn;
use crate::given;

#[test]
fn the_alert_has_everything() {
    let page = drawn(&given::failed(given::by_gateway(403, "403003")));
    let alerts = page.texts("alert");
    assert_eq!(alerts.len(), 1);
    for part in [
        "Not created",
        "Adobe's API gateway refused the request.",
        "The API key is not valid.",
        "Likely cause: Adobe does not know this API key.",
        "Copy the Client ID from your project in Developer Console into API key.",
        "The gateway's words",
        "Status403",
        "Code403003",
        "Request IDrequest-7",
    ] {
        assert!(alerts.concat().contains(part), "{part} is not in {alerts:?}");
    }
    page.one("button", "Copy report");
    let alert = page.by_id("refused").unwrap();
    assert_eq!((alert.role(), alert.attribute("tabindex")), ("alert", Some("-1")));
}

#[test]
fn the_field_at_fault_is_marked() {
    for (error, field) in [
        (given::by_gateway(401, "401013"), Field::AccessToken),
        (given::by_gateway(403, "403003"), Field::ApiKey),
        (given::by_gateway(403, "403025"), Field::OrganizationId),
        (given::by_service("2100-404", ""), Field::Sandbox),
        (given::by_service("1413-400", ""), Field::SpecId),
        (
            given::by_service("1304-400", "The mandatory field password is not provided"),
            given::param("password"),
        ),
    ] {
        let page = drawn(&given::failed(error));
        let marked: Vec<_> = page.all().filter(|element| element.has("aria-invalid")).collect();
        let ids: Vec<_> = marked.iter().filter_map(|element| element.attribute("id")).collect();
        assert_eq!(ids, [field.id()]);
        assert!(marked.iter().all(|element| element.is_seen), "{field:?}");
        let error = page.by_id(&format!("{}-error", field.id())).unwrap();
        assert!(error.is_seen && !error.text.is_empty());
    }
}

#[test]
fn after_the_end_of_basic_authentication_the_alert_offers_the_other() {
    let page = drawn(&given::failed(given::by_service("1415-400", "Auth spec not found")));
    let group = page.one("radiogroup", "Authentication");
    assert_eq!(group.attribute("aria-invalid"), Some("true"));
    assert_eq!(page.with("button", "Switch to OAuth2 Client Credential").len(), 2);
    let page = drawn(&given::failed(given::by_gateway(401, "401013")));
    assert_eq!(page.with("button", "Switch to OAuth2 Client Credential").len(), 1);
}

/// What was refused stays what is spoken of.
#[test]
fn after_the_switch_nothing_tells_to_switch_back() {
    let choose = |model, name: &str| given::told(model, Msg::AuthChosen(name.to_owned()));
    let refused = given::failed(given::by_service("1415-400", "Auth spec not found"));
    let page = drawn(&choose(refused, OAUTH2_CLIENT_CREDENTIAL));
    let alert = page.texts("alert").concat();
    assert!(alert.contains("Adobe announced the end of Basic Authentication"), "{alert}");
    assert!(!alert.contains("Choose another one"), "{alert}");
    assert_eq!(page.one("radiogroup", "Authentication").attribute("aria-invalid"), None);
    page.none("button", "Switch to OAuth2 Client Credential");

    let mut model = given::fill(given::oauth2());
    for (key, text) in [("clientId", "acme"), ("environmentUrl", "https://acme.my.salesforce.com")]
    {
        model = given::typed(model, given::param(key), text);
    }
    let model = given::pressed(model);
    let error = given::by_service("1415-400", "Auth spec not found");
    let ticket = model.ticket;
    let answer = Answer::Create(Err(error));
    let refused = given::told(model, Msg::Answered(ticket, answer, given::PRESSED_AT));
    let page = drawn(&choose(refused, BASIC_AUTHENTICATION));
    let alert = page.texts("alert").concat();
    assert!(alert.contains("Choose another one under Authentication,"), "{alert}");
    assert!(!alert.contains("Adobe announced the end"), "{alert}");
}

/// Where no cause is known the field says what the code means.
#[test]
fn the_field_at_fault_says_why() {
    for (error, says) in [
        (given::by_gateway(403, "403003"), "Adobe does not know this API key."),
        (given::by_service("1339-400", ""), "The organization ID has no valid format."),
    ] {
        let page = drawn(&given::failed(error));
        let marked = page.all().find(|element| element.has("aria-invalid")).unwrap();
        let error = format!("{}-error", marked.attribute("id").unwrap());
        assert_eq!(page.texts_of(&error), says);
    }
}

#[test]
fn what_is_not_known_is_not_shown() {
    let page = drawn(&given::failed(CallError::NotSent(NotSent::Offline)));
    let alert = page.texts("alert").concat();
    assert!(alert.contains("this browser is offline"), "{alert}");
    assert!(!page.seen().any(|element| element.text.starts_with("Likely cause")));
    assert!(!page.seen().any(|element| element.tag == "blockquote"));

    let page = drawn(&given::failed(given::by_service("9999-400", "Own words")));
    let alert = page.texts("alert").concat();
    for part in ["The Flow Service refused the request.", "Own words", "Code9999-400"] {
        assert!(alert.contains(part), "{part} is not in {alert}");
    }
    assert!(!page.seen().any(|element| element.text.starts_with("Likely cause")));
}

#[test]
fn the_form_is_there_to_press_again() {
    let page = drawn(&given::failed(given::by_gateway(401, "401013")));
    page.one("button", "Create connection");
    assert_eq!(page.texts("status"), [""], "an alert is not repeated");
}
