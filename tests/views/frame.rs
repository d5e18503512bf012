//! What is around the form: navigation, badge, look, and what the configuration says.

use flow_connect::screen::{Msg, Settings, Theme, words};
use serde_json::{Value, json};

use crate::drawn::drawn;
use crate::given::{self, told};
use crate::html::Html;

fn configured(config: &Value) -> Html {
    let (settings, problem) = Settings::from_json(config);
    drawn(&told(given::empty(), Msg::Configured(settings, problem)))
}

/// What is there before the app is says the same, so that nothing changes under the reader.
#[test]
fn the_shell_says_what_the_page_says() {
    let shell = include_str!("../../index.html");
    for text in [words::HEADING, words::INTRO, words::PLATFORM_ACCESS, words::CREDENTIALS] {
        assert!(shell.contains(&format!(">{text}<")), "not in index.html: {text}");
    }
}

#[test]
fn the_navigation_has_hash_routes() {
    // One connection is a part of connections.
    for (route, current) in
        given::routes().into_iter().zip(["Create", "Connections", "Connections"])
    {
        let page = drawn(&told(given::opened(), Msg::RouteChanged(route)));
        page.one("navigation", "Main");
        for (name, address) in [("Create", "#/create"), ("Connections", "#/connections")] {
            let link = page.one("link", name);
            assert_eq!(link.attribute("href"), Some(address));
            assert_eq!(link.attribute("aria-current"), (name == current).then_some("page"));
        }
    }
}

#[test]
fn the_look_can_be_chosen() {
    for theme in Theme::ALL {
        let page = drawn(&told(given::opened(), Msg::ThemeChosen(theme)));
        page.one("combobox", "Theme");
        assert!(page.all().any(|element| element.attribute("data-theme") == Some(theme.key())));
        let chosen: Vec<_> = page
            .all()
            .filter(|option| {
                option.tag == "option"
                    && option.has("selected")
                    && option.text != "Salesforce Service Cloud"
            })
            .map(|option| option.text.to_lowercase())
            .collect();
        assert_eq!(chosen, [theme.key()]);
    }
}

#[test]
fn the_environment_is_a_badge() {
    let badge = |page: &Html| {
        page.seen()
            .find(|element| element.attribute("class") == Some("badge"))
            .map(|badge| badge.text.clone())
    };
    assert_eq!(badge(&configured(&json!({ "environment": "Stage" }))).as_deref(), Some("Stage"));
    assert_eq!(badge(&configured(&json!({}))), None);
}

#[test]
fn sample_values_are_offered_with_the_local_service_only() {
    let local = json!({ "environment": "Local service", "apiBase": "/" });
    configured(&local).one("button", "Fill in sample values");
    for config in [json!({}), json!({ "apiBase": "/" }), json!({ "environment": "Local service" })]
    {
        configured(&config).none("button", "Fill in sample values");
    }
}

#[test]
fn an_unusable_configuration_is_said() {
    for (config, words) in [
        (json!([]), "config.json of this deployment could not be read"),
        (json!({ "apiBase": "http://platform.adobe.io" }), "apiBase in the configuration"),
        (json!({ "imsBase": "http://ims.adobelogin.com" }), "imsBase in the configuration"),
        (json!({ "sandbox": 7 }), "sandbox in config.json"),
    ] {
        let page = configured(&config);
        let alert = page.texts("alert").concat();
        assert!(alert.starts_with(words), "{alert}");
    }
    assert!(configured(&json!({})).texts("alert").is_empty());
}

#[test]
fn initial_values_stand_in_their_fields() {
    let page =
        configured(&json!({ "apiKey": "k", "organizationId": "o@AdobeOrg", "sandbox": "s" }));
    for (name, value) in [("API key", "k"), ("Organization ID", "o@AdobeOrg"), ("Sandbox", "s")] {
        assert_eq!(page.one("textbox", name).attribute("value"), Some(value));
    }
}
