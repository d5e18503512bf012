//! How the element is drawn, one or many on a page.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CssStyleSheet, ShadowRootMode};

use crate::host_page::{Embedded, body, document, frame, start};

#[wasm_bindgen_test]
async fn it_has_an_open_shadow_root_with_an_adopted_style_sheet() {
    let page = Embedded::mounted(&[]).await;
    assert_eq!(page.shadow().mode(), ShadowRootMode::Open);
    let sheets = page.shadow().adopted_style_sheets();
    assert_eq!(sheets.length(), 1);
    assert!(sheets.get(0).unchecked_into::<CssStyleSheet>().css_rules().unwrap().length() > 10);
    assert!(page.find("style").is_none(), "a Content-Security-Policy would block it");
    let heading = page.find("h1").unwrap();
    assert_eq!(heading.text_content().as_deref(), Some("Create a base connection"));
}

#[wasm_bindgen_test]
async fn all_elements_share_one_style_sheet() {
    let [one, two] = [Embedded::mounted(&[]).await, Embedded::mounted(&[]).await];
    let sheet = |page: &Embedded| page.shadow().adopted_style_sheets().get(0);
    assert_eq!(sheet(&one), sheet(&two));
}

#[wasm_bindgen_test]
async fn two_elements_are_independent() {
    let one = Embedded::mounted(&[("sandbox", "one")]).await;
    let two = Embedded::mounted(&[("sandbox", "two")]).await;
    one.type_in("name", "First");
    one.set_property("accessToken", &"token-of-one".into()).unwrap();
    one.until("the token", |page| page.text().contains("gave a token")).await;
    assert_eq!(
        (one.input("sandbox").value(), two.input("sandbox").value()),
        ("one".into(), "two".into())
    );
    assert_eq!(two.input("name").value(), "");
    assert!(!two.text().contains("gave a token"));

    drop(one);
    frame().await;
    two.type_in("name", "Second");
    assert_eq!(two.input("name").value(), "Second");
}

#[wasm_bindgen_test]
async fn a_second_start_is_harmless() {
    let before = Embedded::mounted(&[]).await;
    before.type_in("name", "kept");
    start();
    start();
    let after = Embedded::mounted(&[]).await;
    assert_eq!(before.input("name").value(), "kept");
    assert_eq!(after.input("name").value(), "");
    assert_eq!(before.property("constructor"), after.property("constructor"));
}

#[wasm_bindgen_test]
async fn it_is_made_from_html_too() {
    start();
    let around = document().create_element("div").unwrap();
    body().append_child(&around).unwrap();
    around.set_inner_html("<p>before</p><flow-connect sandbox=\"acme-dev\"></flow-connect>");
    let page = Embedded { element: around.last_element_child().unwrap().unchecked_into() };
    page.until("the heading", |page| page.find("h1").is_some()).await;
    assert_eq!(page.input("sandbox").value(), "acme-dev");
    around.remove();
}

/// Nothing of the app leaves its shadow root.
#[wasm_bindgen_test]
async fn nothing_is_put_beside_the_element() {
    let before = body().child_element_count();
    let page = Embedded::mounted(&[]).await;
    page.type_in("name", "Acme");
    frame().await;
    assert_eq!(body().child_element_count(), before + 1);
    assert_eq!(page.element.child_element_count(), 0);
    assert_eq!(page.element.attributes().length(), 0);
}
