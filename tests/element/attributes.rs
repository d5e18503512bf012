//! Attributes: initial values that never overwrite what was typed.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::host_page::Embedded;

const ATTRIBUTES: [(&str, &str); 4] = [
    ("api-key", "key-of-the-page"),
    ("organization-id", "page@AdobeOrg"),
    ("sandbox", "acme-dev"),
    ("environment", "Stage"),
];

fn values(page: &Embedded) -> [String; 3] {
    ["api-key", "organization-id", "sandbox"].map(|id| page.input(id).value())
}

#[wasm_bindgen_test]
async fn they_are_initial_values() {
    let page = Embedded::mounted(&ATTRIBUTES).await;
    assert_eq!(values(&page), ["key-of-the-page", "page@AdobeOrg", "acme-dev"]);
    let badge = page.find(".badge").unwrap();
    assert_eq!(badge.text_content().as_deref(), Some("Stage"));
}

#[wasm_bindgen_test]
async fn without_them_the_defaults_are_used() {
    assert_eq!(values(&Embedded::mounted(&[]).await), ["", "", "prod"]);
}

#[wasm_bindgen_test]
async fn later_changes_reach_only_what_nobody_typed() {
    let page = Embedded::mounted(&ATTRIBUTES).await;
    page.type_in("sandbox", "typed");
    page.element.set_attribute("sandbox", "later").unwrap();
    page.element.set_attribute("api-key", "later-key").unwrap();
    page.until("the later key", |page| page.input("api-key").value() == "later-key").await;
    assert_eq!(values(&page), ["later-key", "page@AdobeOrg", "typed"]);

    page.element.remove_attribute("organization-id").unwrap();
    page.until("no organization", |page| page.input("organization-id").value().is_empty()).await;
    assert_eq!(page.input("sandbox").value(), "typed");
}

#[wasm_bindgen_test]
async fn an_unusable_base_is_said_on_the_page() {
    let page = Embedded::mounted(&[("api-base", "http://platform.adobe.io")]).await;
    let alert = page.find("[role=alert]:not([hidden])").unwrap();
    assert!(alert.text_content().unwrap().starts_with("apiBase in the configuration"));
    page.element.set_attribute("api-base", "/").unwrap();
    page.until("no alert", |page| page.find("[role=alert]:not([hidden])").is_none()).await;
    page.element.set_attribute("ims-base", "http://ims.adobelogin.com").unwrap();
    page.until("an alert", |page| page.find("[role=alert]:not([hidden])").is_some()).await;
}
