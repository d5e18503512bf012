//! The property `accessToken`: given by the host page, never to be read back.

use js_sys::TypeError;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::host_page::{Embedded, body, document, start};

const CANARY: &str = "canary-token-1234";
const HELD: &str = "gave a token";

fn shown_or_written(page: &Embedded) -> String {
    let document = document().document_element().unwrap();
    [document.outer_html(), page.shadow().inner_html(), page.input("access-token").value()].concat()
}

#[wasm_bindgen_test]
async fn set_before_the_element_is_in_the_document() {
    let page = Embedded::new(&[]);
    page.set_property("accessToken", &CANARY.into()).unwrap();
    page.mount().await;
    page.until(HELD, |page| page.text().contains(HELD)).await;
    assert!(!shown_or_written(&page).contains(CANARY));
}

#[wasm_bindgen_test]
async fn set_later_and_taken_away() {
    let page = Embedded::mounted(&[]).await;
    assert!(!page.text().contains(HELD));
    page.set_property("accessToken", &CANARY.into()).unwrap();
    page.until(HELD, |page| page.text().contains(HELD)).await;
    assert!(!shown_or_written(&page).contains(CANARY));
    page.set_property("accessToken", &JsValue::NULL).unwrap();
    page.until("no token", |page| !page.text().contains(HELD)).await;
}

/// As on a page whose own script runs before the app is loaded.
#[wasm_bindgen_test]
async fn set_before_the_element_is_defined() {
    start();
    // An element of another document knows no definition yet.
    let other = document().implementation().unwrap().create_html_document().unwrap();
    let element = other.create_element("flow-connect").unwrap();
    let page = Embedded { element: element.unchecked_into() };
    page.set_property("accessToken", &CANARY.into()).unwrap();
    assert!(page.element.shadow_root().is_none());
    assert_eq!(
        page.property("accessToken").as_string().as_deref(),
        Some(CANARY),
        "it is not defined"
    );
    body().append_child(&page.element).unwrap();
    page.until(HELD, |page| page.element.shadow_root().is_some() && page.text().contains(HELD))
        .await;
    assert!(page.property("accessToken").is_undefined(), "it cannot be read any more");
}

#[wasm_bindgen_test]
async fn it_cannot_be_read_back() {
    let page = Embedded::mounted(&[]).await;
    page.set_property("accessToken", &CANARY.into()).unwrap();
    assert!(page.property("accessToken").is_undefined());
}

#[wasm_bindgen_test]
async fn one_that_cannot_be_sent_throws_without_repeating_it() {
    let page = Embedded::mounted(&[]).await;
    for bad in [
        format!("{CANARY} and more"),
        format!("{CANARY}\r\nx: y"),
        format!("{CANARY}ä"),
        "  ".to_owned(),
    ] {
        let error = page.set_property("accessToken", &bad.as_str().into()).unwrap_err();
        let error: TypeError = error.dyn_into().unwrap();
        let said = String::from(error.to_string());
        assert!(said.contains("accessToken"), "{said}");
        assert!(!said.contains("canary"), "{said}");
    }
    assert!(!page.text().contains(HELD));
}

#[wasm_bindgen_test]
async fn one_that_cannot_be_sent_leaves_the_earlier_one() {
    let page = Embedded::mounted(&[]).await;
    page.set_property("accessToken", &CANARY.into()).unwrap();
    page.set_property("accessToken", &"two words".into()).unwrap_err();
    page.until(HELD, |page| page.text().contains(HELD)).await;
}

/// What reads JSON is recursive: it stops before the stack of the app does.
#[wasm_bindgen_test]
async fn claims_that_nest_deeply_are_left_unread() {
    let page = Embedded::mounted(&[]).await;
    let claims = [r#"{"a":"#.repeat(20_000), "1".to_owned(), "}".repeat(20_000)].concat();
    let claims = web_sys::window().unwrap().btoa(&claims).unwrap().replace('=', "");
    let token = format!("{CANARY}.{claims}.signature");
    page.set_property("accessToken", &token.as_str().into()).unwrap();
    page.until(HELD, |page| page.text().contains(HELD)).await;
}

#[wasm_bindgen_test]
async fn a_person_can_forget_it() {
    let page = Embedded::mounted(&[]).await;
    page.set_property("accessToken", &CANARY.into()).unwrap();
    page.until("the button", |page| page.find(".remedy button").is_some()).await;
    let button = page.find(".remedy button").unwrap();
    assert_eq!(button.text_content().as_deref(), Some("Forget token"));
    button.unchecked_into::<web_sys::HtmlElement>().click();
    page.until("no token", |page| !page.text().contains(HELD)).await;
    let focused = page.shadow().active_element().unwrap();
    assert_eq!(focused.id(), "access-token");
}
