//! Moving, removing and putting back.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::host_page::{Embedded, body, document, frame};

const CANARY: &str = "canary-password";
const HELD: &str = "gave a token";

async fn typed() -> Embedded {
    let page = Embedded::mounted(&[]).await;
    page.type_in("name", "Acme");
    page.type_in("description", "What it is for");
    page.type_in("param-password", CANARY);
    page.set_property("accessToken", &"token".into()).unwrap();
    page.until(HELD, |page| page.text().contains(HELD)).await;
    page
}

#[wasm_bindgen_test]
async fn moving_keeps_everything() {
    let page = typed().await;
    let elsewhere = document().create_element("div").unwrap();
    body().append_child(&elsewhere).unwrap();
    elsewhere.append_child(&page.element).unwrap();
    frame().await;
    frame().await;
    assert_eq!(page.input("name").value(), "Acme");
    assert_eq!(page.input("description").value(), "What it is for");
    assert_eq!(page.input("param-password").value(), CANARY);
    assert!(page.text().contains(HELD));
    page.type_in("name", "Acme 2");
    frame().await;
    assert_eq!(page.input("name").value(), "Acme 2", "it lives on");
    elsewhere.remove();
}

#[wasm_bindgen_test]
async fn removing_takes_the_page_and_its_secrets_away() {
    let page = typed().await;
    let password = page.input("param-password");
    page.element.remove();
    page.until("nothing", |page| page.find("h1").is_none()).await;
    assert!(!password.is_connected());
    assert!(!page.shadow().inner_html().contains(CANARY));
}

#[wasm_bindgen_test]
async fn putting_back_keeps_what_is_no_secret() {
    let page = typed().await;
    page.element.remove();
    page.until("nothing", |page| page.find("h1").is_none()).await;
    page.mount().await;
    assert_eq!(page.input("name").value(), "Acme");
    assert_eq!(page.input("description").value(), "What it is for");
    assert_eq!(page.input("param-password").value(), "");
    assert!(!page.text().contains(HELD), "the token is forgotten");
    page.type_in("name", "Acme 2");
    frame().await;
    assert_eq!(page.input("name").value(), "Acme 2");
}

#[wasm_bindgen_test]
async fn putting_back_again_and_again() {
    let page = typed().await;
    for _ in 0..3 {
        page.element.remove();
        page.until("nothing", |page| page.find("h1").is_none()).await;
        page.mount().await;
    }
    assert_eq!(page.shadow().child_element_count(), 1);
    assert_eq!(page.shadow().adopted_style_sheets().length(), 1);
    assert_eq!(page.input("name").value(), "Acme");
}

/// The guard against leaving belongs to an element that is there.
#[wasm_bindgen_test]
async fn removing_before_anything_is_drawn_does_no_harm() {
    let page = Embedded::new(&[]);
    body().append_child(&page.element).unwrap();
    page.element.remove();
    frame().await;
    page.mount().await;
    assert_eq!(page.input("name").value(), "");
}
