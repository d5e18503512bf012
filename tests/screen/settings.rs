//! The configuration of a deployment: each key, and each value that cannot be used.

use flow_connect::screen::{Field, Initial, Msg, Settings, SettingsProblem};
use flow_service::value::BaseAddress;
use serde_json::{Value, json};

use crate::given;
use crate::page::Page;

fn configured(page: &mut Page, config: &Value) {
    let (settings, problem) = Settings::from_json(config);
    assert_eq!(page.tell(Msg::Configured(settings, problem)), []);
}

fn texts(page: &Page) -> [&str; 3] {
    [Field::ApiKey, Field::OrganizationId, Field::Sandbox].map(|field| page.model.form.text(&field))
}

#[test]
fn nothing_is_set_by_default() {
    for config in
        [json!({}), json!({ "apiBase": null, "imsBase": null, "apiKey": null, "sandbox": null })]
    {
        assert_eq!(Settings::from_json(&config), (Settings::default(), None));
    }
    let mut page = Page::new();
    configured(&mut page, &json!({}));
    assert_eq!(page.model.api_base(), "https://platform.adobe.io");
    assert_eq!(page.model.ims_base(), "https://ims-na1.adobelogin.com");
    assert_eq!(texts(&page), ["", "", "prod"]);
}

#[test]
fn each_key_is_read_and_the_unknown_left_alone() {
    let config = json!({
        "apiBase": "https://gateway.acme.example",
        "imsBase": "https://ims.acme.example",
        "apiKey": given::API_KEY,
        "organizationId": given::ORGANIZATION,
        "sandbox": "acme-dev",
        "environment": "Acme",
        "embedOrigins": ["https://portal.acme.example"],
        "later": { "a": 1 },
    });
    let settings = Settings {
        api_base: BaseAddress::Origin("https://gateway.acme.example".to_owned()),
        ims_base: BaseAddress::Origin("https://ims.acme.example".to_owned()),
        initial: Initial {
            api_key: Some(given::API_KEY.to_owned()),
            organization_id: Some(given::ORGANIZATION.to_owned()),
            sandbox: Some("acme-dev".to_owned()),
        },
        environment: Some("Acme".to_owned()),
    };
    assert_eq!(Settings::from_json(&config), (settings, None));
    let mut page = Page::new();
    configured(&mut page, &config);
    assert_eq!(page.model.api_base(), "https://gateway.acme.example");
    assert_eq!(page.model.ims_base(), "https://ims.acme.example");
    assert_eq!(texts(&page), [given::API_KEY, given::ORGANIZATION, "acme-dev"]);
}

#[test]
fn what_is_no_object_cannot_be_read() {
    for config in [json!(null), json!([]), json!("x"), json!(1), json!(true)] {
        let (settings, problem) = Settings::from_json(&config);
        assert_eq!(settings, Settings::default());
        assert_eq!(problem, Some(SettingsProblem::Unreadable));
    }
}

#[test]
fn a_value_that_is_no_text_is_left_out_and_said() {
    for key in ["apiBase", "imsBase", "apiKey", "organizationId", "sandbox", "environment"] {
        for value in [json!(1), json!(false), json!([]), json!({ "a": "b" })] {
            let (settings, problem) = Settings::from_json(&json!({ key: value }));
            assert_eq!(settings, Settings::default(), "{key}");
            assert_eq!(problem, Some(SettingsProblem::NotAText(key)));
        }
    }
}

#[test]
fn one_unusable_value_does_not_spoil_the_others() {
    let (settings, problem) = Settings::from_json(&json!({ "sandbox": 7, "environment": "Acme" }));
    assert_eq!(settings.environment.as_deref(), Some("Acme"));
    assert_eq!(problem, Some(SettingsProblem::NotAText("sandbox")));
}

#[test]
fn an_unusable_base_is_said_and_the_default_used() {
    let mut page = Page::new();
    configured(&mut page, &json!({ "apiBase": "http://platform.adobe.io", "sandbox": "acme-dev" }));
    assert_eq!(page.model.settings_problem, Some(SettingsProblem::ApiBase));
    assert_eq!(page.model.api_base(), "https://platform.adobe.io");
    assert_eq!(texts(&page), ["", "", "acme-dev"]);
    configured(&mut page, &json!({ "apiBase": "/" }));
    assert_eq!(page.model.settings_problem, None);
    assert_eq!(page.model.api_base(), "https://portal.example", "the page's own origin");
}

#[test]
fn the_two_bases_do_not_stand_in_for_each_other() {
    let mut page = Page::new();
    configured(&mut page, &json!({ "imsBase": "ftp://ims", "apiBase": "/" }));
    assert_eq!(page.model.settings_problem, Some(SettingsProblem::ImsBase));
    assert_eq!(page.model.ims_base(), "https://ims-na1.adobelogin.com");
    assert_eq!(page.model.api_base(), "https://portal.example");
    configured(&mut page, &json!({ "imsBase": "/" }));
    assert_eq!(page.model.settings_problem, None);
    assert_eq!(page.model.ims_base(), "https://portal.example", "the page's own origin");
    assert_eq!(page.model.api_base(), "https://platform.adobe.io");
}

#[test]
fn later_settings_keep_what_was_typed() {
    let mut page = Page::new();
    configured(&mut page, &json!({ "apiKey": "first", "sandbox": "first" }));
    page.type_in(Field::Sandbox, "typed");
    configured(
        &mut page,
        &json!({ "apiKey": "second", "organizationId": "o@AdobeOrg", "sandbox": "second" }),
    );
    assert_eq!(texts(&page), ["second", "o@AdobeOrg", "typed"]);
    configured(&mut page, &json!({}));
    assert_eq!(texts(&page), ["", "", "typed"]);
}

#[test]
fn settings_touch_no_other_field_and_no_phase() {
    let mut page = Page::sending();
    let before = page.model.clone();
    configured(&mut page, &json!({ "apiKey": "k", "organizationId": "o", "sandbox": "s" }));
    assert_eq!(page.model.form, before.form);
    assert_eq!(page.model.phase, before.phase);
}
