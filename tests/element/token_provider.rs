//! The property `tokenProvider`, and the calls that ask it.
//!
//! `fetch` is replaced by the test: nothing leaves the page.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Headers, Request, Response, ResponseInit};

use crate::host_page::{Embedded, Heard, json, members};

/// A `fetch` that gives these answers, one after the other, and remembers what it was asked.
struct Fetch {
    own: JsValue,
    asked: Rc<RefCell<Vec<(String, String)>>>,
    _given: Closure<dyn FnMut(Request) -> Promise>,
}

impl Fetch {
    fn answering(answers: &'static [(u16, &'static str)]) -> Self {
        let window = web_sys::window().unwrap();
        let own = Reflect::get(&window, &"fetch".into()).unwrap();
        let asked = Rc::new(RefCell::new(Vec::new()));
        let heard = Rc::clone(&asked);
        let mut answers = answers.iter();
        let given = Closure::<dyn FnMut(Request) -> Promise>::new(move |request: Request| {
            let token = request.headers().get("Authorization").unwrap().unwrap();
            heard.borrow_mut().push((request.method(), token));
            let (status, body) = answers.next().unwrap();
            let init = ResponseInit::new();
            init.set_status(*status);
            init.set_headers(&Headers::new().unwrap());
            let answer = Response::new_with_opt_str_and_init(Some(body), &init).unwrap();
            Promise::resolve(&JsValue::from(answer))
        });
        Reflect::set(&window, &"fetch".into(), given.as_ref()).unwrap();
        Self { own, asked, _given: given }
    }

    fn asked(&self) -> Vec<(String, String)> {
        self.asked.borrow().clone()
    }
}

impl Drop for Fetch {
    fn drop(&mut self) {
        Reflect::set(&web_sys::window().unwrap(), &"fetch".into(), &self.own).unwrap();
    }
}

/// A provider that gives `token-1`, `token-2`, … and remembers why it was asked.
fn provider(page: &Embedded) -> Rc<RefCell<Vec<String>>> {
    let reasons = Rc::new(RefCell::new(Vec::new()));
    let heard = Rc::clone(&reasons);
    let answer = Closure::<dyn FnMut(JsValue) -> Promise>::new(move |question: JsValue| {
        assert_eq!(members(&question), ["reason", "signal"]);
        let signal = Reflect::get(&question, &"signal".into()).unwrap();
        assert!(signal.is_instance_of::<web_sys::AbortSignal>());
        let reason = Reflect::get(&question, &"reason".into()).unwrap();
        heard.borrow_mut().push(reason.as_string().unwrap());
        Promise::resolve(&JsValue::from(format!("token-{}", heard.borrow().len())))
    });
    page.set_property("tokenProvider", &answer.into_js_value()).unwrap();
    reasons
}

/// Everything but the token is filled in, and *Create connection* is pressed.
async fn press(page: &Embedded) {
    page.until("the provider", |page| page.text().contains("gives the token when it is needed"))
        .await;
    // From here on nothing is waited for: a pause would ask for connections of that name.
    page.type_in("name", "Acme");
    page.type_in("param-username", "integration@acme.example");
    page.type_in("param-password", "canary-password");
    page.type_in("param-securityToken", "canary-security-token");
    page.find("#create").unwrap().unchecked_into::<web_sys::HtmlElement>().click();
}

const ATTRIBUTES: [(&str, &str); 3] = [
    ("api-base", "/"),
    ("api-key", "0123456789abcdef0123456789abcdef"),
    ("organization-id", "page@AdobeOrg"),
];
const CREATED: (u16, &str) = (201, r#"{"id": "4267c2ab", "etag": "\"0200f1c5\""}"#);
const REFUSED: (u16, &str) =
    (401, r#"{"error_code": "401013", "message": "Oauth token is not valid"}"#);

#[wasm_bindgen_test]
async fn it_is_the_function_that_was_given() {
    let page = Embedded::new(&[]);
    let function = Function::new_no_args("return null");
    page.set_property("tokenProvider", &function).unwrap();
    assert_eq!(page.property("tokenProvider"), JsValue::from(function));
    page.set_property("tokenProvider", &JsValue::NULL).unwrap();
    assert!(page.property("tokenProvider").is_undefined());
}

#[wasm_bindgen_test]
async fn it_is_asked_when_a_token_is_needed() {
    let fetch = Fetch::answering(&[CREATED]);
    let page = Embedded::mounted(&ATTRIBUTES).await;
    let created = Heard::at(&page.element, "flow-connect-created");
    let needed = Heard::at(&page.element, "flow-connect-token-needed");
    let reasons = provider(&page);
    press(&page).await;
    let detail = created.first().await.detail();
    assert_eq!(
        json(&detail),
        r#"{"v":1,"id":"4267c2ab","etag":"\"0200f1c5\"","name":"Acme","sandbox":"prod"}"#
    );
    assert_eq!(*reasons.borrow(), ["needed"]);
    assert_eq!(fetch.asked(), [("POST".to_owned(), "Bearer token-1".to_owned())]);
    assert_eq!(needed.count(), 0, "there is one who gives it");
    page.until("the ID", |page| page.find("#connection-id").is_some()).await;
    for id in ["access-token", "param-password", "param-securityToken"] {
        assert_eq!(page.input(id).value(), "", "{id} is cleared");
    }
}

#[wasm_bindgen_test]
async fn it_is_asked_once_more_after_401() {
    let fetch = Fetch::answering(&[REFUSED, CREATED]);
    let page = Embedded::mounted(&ATTRIBUTES).await;
    let created = Heard::at(&page.element, "flow-connect-created");
    let reasons = provider(&page);
    press(&page).await;
    created.first().await;
    assert_eq!(*reasons.borrow(), ["needed", "refused"]);
    let tokens: Vec<_> = fetch.asked().into_iter().map(|(_, token)| token).collect();
    assert_eq!(tokens, ["Bearer token-1", "Bearer token-2"]);
}

/// Who answers with a token that is refused too is not asked for a third one: a person is.
#[wasm_bindgen_test]
async fn after_a_second_401_a_person_is_asked() {
    let fetch = Fetch::answering(&[REFUSED, REFUSED, CREATED]);
    let page = Embedded::mounted(&ATTRIBUTES).await;
    let created = Heard::at(&page.element, "flow-connect-created");
    let needed = Heard::at(&page.element, "flow-connect-token-needed");
    let reasons = provider(&page);
    press(&page).await;
    assert_eq!(json(&needed.first().await.detail()), r#"{"v":1,"reason":"refused"}"#);
    page.until("the question", |page| page.find("#new-access-token").is_some()).await;
    page.set_property("accessToken", &"token-of-the-page".into()).unwrap();
    created.first().await;
    assert_eq!(*reasons.borrow(), ["needed", "refused"]);
    let tokens: Vec<_> = fetch.asked().into_iter().map(|(_, token)| token).collect();
    assert_eq!(tokens, ["Bearer token-1", "Bearer token-2", "Bearer token-of-the-page"]);
}

/// What a person gives up is a refusal like others.
#[wasm_bindgen_test]
async fn a_question_that_is_given_up_is_a_refusal() {
    let fetch = Fetch::answering(&[REFUSED, REFUSED]);
    let page = Embedded::mounted(&ATTRIBUTES).await;
    let error = Heard::at(&page.element, "flow-connect-error");
    let needed = Heard::at(&page.element, "flow-connect-token-needed");
    provider(&page);
    press(&page).await;
    let cancel = "[role=alertdialog] > .actions > button + button";
    page.until("the question", |page| page.find(cancel).is_some()).await;
    page.find(cancel).unwrap().unchecked_into::<web_sys::HtmlElement>().click();
    let detail = error.first().await.detail();
    assert_eq!(
        json(&detail),
        r#"{"v":1,"stage":"gateway","status":401,"code":"401013","requestId":null,"retryable":false}"#
    );
    assert_eq!(json(&needed.first().await.detail()), r#"{"v":1,"reason":"refused"}"#);
    assert_eq!(fetch.asked().len(), 2);
    page.until("the alert", |page| page.find("#refused").is_some()).await;
    assert_eq!(page.input("param-password").value(), "canary-password", "nothing typed is lost");
}
