//! *Create connection* with problems, in a real shadow root.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDetailsElement, HtmlElement};

use crate::host_page::Embedded;

fn press(page: &Embedded) {
    page.find("#create").unwrap().unchecked_into::<HtmlElement>().click();
}

fn focused(page: &Embedded) -> String {
    page.shadow().active_element().map(|element| element.id()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_first_problem_gets_the_focus_and_secrets_stay_typed() {
    let page = Embedded::mounted(&[]).await;
    page.type_in("param-password", "canary-password");
    press(&page);
    page.until("the focus", |page| focused(page) == "access-token").await;
    assert_eq!(page.input("access-token").get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(page.input("param-password").value(), "canary-password");
    assert!(!page.input("param-password").has_attribute("aria-invalid"), "it was read");
    assert!(page.find("[role=alert] a[href='#access-token']").is_some());
}

#[wasm_bindgen_test]
async fn a_problem_that_is_folded_away_is_unfolded() {
    let page = Embedded::mounted(&[("api-key", "k"), ("organization-id", "o@AdobeOrg")]).await;
    page.set_property("accessToken", &"token".into()).unwrap();
    for (id, text) in [
        ("name", "Acme"),
        ("param-username", "me"),
        ("param-password", "p"),
        ("param-securityToken", "s"),
        ("spec-id", "b66ab34-8619-49cb-96d1-39b37ede86ea"),
    ] {
        page.type_in(id, text);
    }
    press(&page);
    page.until("the focus", |page| focused(page) == "spec-id").await;
    let folded = page.find("details:has(#spec-id)").unwrap();
    assert!(folded.unchecked_into::<HtmlDetailsElement>().open());
}

#[wasm_bindgen_test]
async fn switching_the_authentication_loses_no_secret() {
    let page = Embedded::mounted(&[]).await;
    page.type_in("param-password", "canary-password");
    let other = page.find("input[type=radio]:not(:checked)").unwrap();
    other.unchecked_into::<HtmlElement>().click();
    page.until("OAuth2", |page| page.find(".slot:not([hidden]) #param-clientSecret").is_some())
        .await;
    let basic = page.find("input[type=radio]:not(:checked)").unwrap();
    basic.unchecked_into::<HtmlElement>().click();
    page.until("Basic", |page| page.find(".slot:not([hidden]) #param-password").is_some()).await;
    assert_eq!(page.input("param-password").value(), "canary-password");
}

#[wasm_bindgen_test]
async fn showing_a_secret_keeps_it() {
    let page = Embedded::mounted(&[]).await;
    page.type_in("access-token", "canary-token");
    let show = page.find("button[aria-label='Show Access token']").unwrap();
    show.unchecked_into::<HtmlElement>().click();
    page.until("the text", |page| page.input("access-token").type_() == "text").await;
    assert_eq!(page.input("access-token").value(), "canary-token");
    assert!(page.find("button[aria-label='Hide Access token']").is_some());
}
