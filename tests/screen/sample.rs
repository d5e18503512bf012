//! Sample values: offered with the local service only, and enough for a connection.

use flow_connect::screen::{Effect, Field, Model, Msg, SAMPLE_SECRETS, SAMPLE_TOKEN, Settings};
use flow_service::spec::OAUTH2_CLIENT_CREDENTIAL;
use flow_service::value::{AccessToken, TokenFacts};
use serde_json::json;

use crate::given;
use crate::page::Page;

#[test]
fn they_are_offered_with_the_local_service_only() {
    let offers = |config| Settings::from_json(&config).0.offers_samples();
    for base in ["/", "http://127.0.0.1:4010", "http://localhost:4010"] {
        assert!(offers(json!({ "environment": "Local service", "apiBase": base })), "{base}");
        for environment in ["", "Local", "local service", "Production"] {
            let config = json!({ "environment": environment, "apiBase": base });
            assert!(!offers(config), "{environment}");
        }
        assert!(!offers(json!({ "apiBase": base })));
    }
}

/// Whatever a deployment calls itself, no sample goes to Adobe.
#[test]
fn they_are_not_offered_where_requests_go_to_adobe() {
    for base in [json!(null), json!("https://platform.adobe.io"), json!("http://platform.adobe.io")]
    {
        let config = json!({ "environment": "Local service", "apiBase": base });
        assert!(!Settings::from_json(&config).0.offers_samples(), "{base}");
    }
}

#[test]
fn they_are_enough_for_both_auth_specs() {
    let auth_specs = Model::new(String::new()).spec.auth_specs;
    assert_eq!(auth_specs.len(), 2);
    for auth in auth_specs {
        let mut page = Page::new();
        page.tell(Msg::AuthChosen(auth.name.clone()));
        page.press_with(given::no_secrets());
        let effects = page.tell(Msg::SamplePressed);
        assert_eq!(effects, [Effect::FillSampleSecrets, Effect::Focus("create".to_owned())]);
        assert_eq!(page.model.problems, []);
        assert!(!page.model.summary);
        assert_eq!(page.model.auth().name, auth.name, "the choice stays");
        page.press();
        assert_eq!(page.creations, 1);
    }
}

#[test]
fn each_secret_of_the_source_has_a_sample() {
    let model = Model::new(String::new());
    let fields = model.spec.auth_specs.iter().flat_map(Field::secrets_of);
    let sampled: Vec<_> = SAMPLE_SECRETS.iter().map(|(key, _)| given::param(key)).collect();
    assert_eq!(fields.collect::<Vec<_>>(), sampled);
}

#[test]
fn nothing_is_unusual_about_the_sample_token() {
    let token = AccessToken::parse(SAMPLE_TOKEN).unwrap();
    assert_eq!(token.remarks, []);
    let claims: serde_json::Value =
        serde_json::from_str(&token.value.claims_text().unwrap()).unwrap();
    assert_eq!(claims["exp"], 4_102_444_800_u64);
    let mut page = Page::new();
    page.tell(Msg::SamplePressed);
    let api_key = page.model.form.text(&Field::ApiKey);
    let organization = page.model.form.text(&Field::OrganizationId);
    let facts = TokenFacts::from_json(&claims);
    assert_eq!(facts.findings(given::PRESSED_AT, Some(api_key), Some(organization)), []);
}

#[test]
fn the_connection_spec_and_the_auth_spec_stay_as_they_are() {
    let mut page = Page::new();
    page.type_in(Field::SpecVersion, "2.0");
    page.tell(Msg::AuthChosen(OAUTH2_CLIENT_CREDENTIAL.to_owned()));
    page.tell(Msg::SamplePressed);
    assert_eq!(page.model.form.text(&Field::SpecVersion), "2.0");
    assert_eq!(page.model.auth().name, OAUTH2_CLIENT_CREDENTIAL);
}
