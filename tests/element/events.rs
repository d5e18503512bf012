//! The events: they leave every shadow root around the element, and have no secret.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{ShadowRootInit, ShadowRootMode};

use crate::host_page::{Embedded, Heard, body, document, frame, json};

#[wasm_bindgen_test]
async fn ready_bubbles_out_of_the_shadow_root_of_a_portal() {
    let portal = document().create_element("div").unwrap();
    body().append_child(&portal).unwrap();
    let shadow = portal.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
    let ready = Heard::at(&document(), "flow-connect-ready");
    let page = Embedded::new(&[]);
    shadow.append_child(&page.element).unwrap();
    let event = ready.first().await;
    assert!(event.bubbles());
    assert!(event.composed());
    assert_eq!(json(&event.detail()), r#"{"v":1}"#);
    portal.remove();
}

#[wasm_bindgen_test]
async fn ready_comes_once_however_often_the_element_moves() {
    let page = Embedded::new(&[]);
    let ready = Heard::at(&page.element, "flow-connect-ready");
    page.mount().await;
    ready.first().await;
    for _ in 0..3 {
        body().append_child(&page.element).unwrap();
        frame().await;
    }
    assert_eq!(ready.count(), 1);
}

#[wasm_bindgen_test]
async fn a_token_that_is_missing_is_asked_for() {
    let page = Embedded::mounted(&[]).await;
    let needed = Heard::at(&document(), "flow-connect-token-needed");
    page.input("create").click();
    let event = needed.first().await;
    assert!(event.bubbles() && event.composed());
    assert_eq!(json(&event.detail()), r#"{"v":1,"reason":"needed"}"#);
}
