//! The form: the names and roles that people and tests rely on (DESIGN.md, section 4).

use flow_connect::screen::{Disclosure, Msg};

use crate::drawn::drawn;
use crate::given;

#[test]
fn the_heading() {
    let page = drawn(&given::empty());
    assert_eq!(page.one("heading", "Create a base connection").tag, "h1");
}

#[test]
fn the_groups_and_their_fields() {
    let model = given::told(given::empty(), Msg::Unfolded(Disclosure::Advanced, true));
    let page = drawn(&model);
    assert_eq!(page.names("group"), ["Platform access", "Connection", "Credentials"]);

    let access = page.inside("group", "Platform access");
    assert_eq!(access.names("textbox"), ["API key", "Organization ID", "Sandbox"]);
    assert_eq!(access.names("password"), ["Access token"]);

    let connection = page.inside("group", "Connection");
    assert_eq!(connection.names("textbox"), ["Name", "Description"]);
    assert_eq!(connection.names("combobox"), ["Source"]);
    let source = connection.one("combobox", "Source");
    assert_eq!(source.attribute("value"), Some("Salesforce Service Cloud"));

    let credentials = page.inside("group", "Credentials");
    assert_eq!(credentials.names("radiogroup"), ["Authentication"]);
    assert_eq!(credentials.names("textbox"), ["Username", "Environment URL", "API version"]);
    assert_eq!(credentials.names("password"), ["Password", "Security token"]);

    assert_eq!(page.names("disclosure"), ["Get a token", "Advanced", "Request"]);
    let advanced = page.inside("disclosure", "Advanced");
    assert_eq!(advanced.names("textbox"), ["Connection spec ID", "Connection spec version"]);
}

#[test]
fn oauth2_has_fields_of_its_own() {
    let credentials = drawn(&given::oauth2()).inside("group", "Credentials");
    assert_eq!(credentials.names("textbox"), ["Client ID", "Environment URL", "API version"]);
    assert_eq!(credentials.names("password"), ["Client secret"]);
    assert_eq!(
        credentials.one("textbox", "Environment URL").attribute("aria-required"),
        Some("true")
    );
}

/// What was typed for the other auth spec stays in its input.
#[test]
fn the_inputs_of_the_other_auth_spec_are_there_and_hidden() {
    for (model, id) in [
        (given::empty(), "param-clientSecret"),
        (given::oauth2(), "param-password"),
        (given::oauth2(), "param-username"),
    ] {
        assert!(!drawn(&model).by_id(id).unwrap().is_seen, "{id}");
    }
}

#[test]
fn the_choice_of_authentication() {
    for (model, chosen) in
        [(given::empty(), "Basic Authentication"), (given::oauth2(), "OAuth2 Client Credential")]
    {
        let page = drawn(&model);
        assert_eq!(page.names("radio"), ["Basic Authentication", "OAuth2 Client Credential"]);
        for radio in page.seen().filter(|element| element.role() == "radio") {
            let checked = page.name(radio) == chosen;
            assert_eq!(radio.has("checked"), checked);
            assert_eq!(
                radio.attribute("id") == Some("authentication"),
                checked,
                "it gets the focus"
            );
        }
    }
}

#[test]
fn the_end_of_basic_authentication_is_said_with_a_way_out() {
    let notice = "Adobe announced that Basic Authentication ends";
    let says =
        |page: &crate::html::Html| page.seen().any(|p| p.tag == "p" && p.text.starts_with(notice));
    let basic = drawn(&given::empty());
    assert!(says(&basic));
    basic.one("button", "Switch to OAuth2 Client Credential");
    let oauth2 = drawn(&given::oauth2());
    assert!(!says(&oauth2));
    oauth2.none("button", "Switch to OAuth2 Client Credential");
}

#[test]
fn the_button_submits_and_is_not_disabled() {
    for model in [given::empty(), given::with_problems(), given::filled()] {
        let page = drawn(&model);
        let button = page.one("button", "Create connection");
        assert_eq!(button.attribute("type"), Some("submit"));
        assert!(!button.has("disabled") && !button.has("aria-disabled"));
        page.none("button", "Cancel");
    }
}

#[test]
fn what_is_folded_away_unfolds() {
    let page = drawn(&given::empty());
    page.none("textbox", "Connection spec ID");
    assert!(page.seen().any(|element| element.tag == "summary" && element.text == "Advanced"));
}

#[test]
fn the_token_of_platform_is_in_another_form_than_the_credentials() {
    let html = crate::drawn::written(&given::empty());
    let between = html
        .split_once("id=\"access-token\"")
        .unwrap()
        .1
        .split_once("id=\"param-password\"")
        .unwrap()
        .0;
    assert!(between.contains("</form>"));
}
