//! The custom element `<flow-connect>`: the only way the app is mounted.
//!
//! A [`Host`] is what one element keeps while it exists. It holds no reference to its
//! element while that is not in a document, so that both can be collected.

use std::cell::RefCell;
use std::rc::Rc;

use flow_service::value::AccessToken;
use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::AppHandle;

use super::app::{App, AppMsg, Start};
use super::configuration::ATTRIBUTES;
use super::session::Session;
use crate::screen::{Model, TokenSource, words};

/// The name of the element.
const NAME: &str = "flow-connect";

/// The look of everything within the shadow root.
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/page.css"));

thread_local! {
    /// One style sheet for all elements of a page.
    static SHEET: Option<CssStyleSheet> = CssStyleSheet::new().ok().filter(|sheet| sheet.replace_sync(STYLE).is_ok());
}

#[wasm_bindgen(module = "/src/web/element.js")]
extern "C" {
    fn define(name: &str, observed: &Array, new_host: &Function, words: &Array);
    /// Nothing of the app is called in it, for the app has stopped.
    fn stopped(place: &str);
}

/// Defines the element. A panic is reported without its message, which might hold input.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        web_sys::console::error_1(&["Flow Connect stopped at ", &place].concat().into());
        stopped(&place);
    }));
    let observed = ATTRIBUTES.iter().map(|(attribute, _)| JsValue::from(*attribute)).collect();
    let new_host = Closure::<dyn Fn() -> JsValue>::new(|| Host::default().into());
    let words = words::STOPPED.into_iter().map(JsValue::from).collect();
    define(NAME, &observed, new_host.into_js_value().unchecked_ref(), &words);
}

/// What one element keeps while it exists.
#[wasm_bindgen]
#[derive(Default)]
pub struct Host {
    session: Rc<Session>,
    /// What was known when the element left the page; no secret is in it.
    kept: Rc<RefCell<Option<Model>>>,
    app: RefCell<Option<AppHandle<App>>>,
}

#[wasm_bindgen]
impl Host {
    /// The element came into a document, or was moved within it.
    ///
    /// # Errors
    /// What the browser throws where the element cannot have a shadow root.
    pub fn connected(&self, element: &HtmlElement) -> Result<(), JsValue> {
        if self.app.borrow().is_some() {
            return Ok(());
        }
        let (shadow, root) = shadow_root(element)?;
        let start = Start {
            element: element.clone(),
            shadow,
            session: Rc::clone(&self.session),
            kept: Rc::clone(&self.kept),
        };
        let app = yew::Renderer::<App>::with_root_and_props(root, start).render();
        *self.app.borrow_mut() = Some(app);
        Ok(())
    }

    /// The element left the document: what runs is broken off, the secrets are forgotten.
    pub fn removed(&self, _element: &HtmlElement) {
        if let Some(app) = self.app.borrow_mut().take() {
            app.destroy();
        }
        self.session.leave();
    }

    /// An attribute was set or removed.
    pub fn changed(&self, _element: &HtmlElement) {
        self.tell(AppMsg::AttributesChanged);
    }

    /// The host page gives an access token, or takes it away.
    ///
    /// # Errors
    /// A text that cannot be sent as a header. It is not repeated in the error.
    pub fn set_access_token(&self, token: Option<String>) -> Result<(), JsValue> {
        match token.map(zeroize::Zeroizing::new).filter(|token| !token.is_empty()) {
            None => self.session.forget(),
            Some(token) => {
                let checked = AccessToken::parse(&token).map_err(|_| {
                    let error = "accessToken is empty or has characters that no token has";
                    js_sys::TypeError::new(error)
                })?;
                self.session.hold(checked.value, TokenSource::HostPage);
                self.session.waiting.resume(true);
            }
        }
        self.tell(AppMsg::TokenChanged);
        Ok(())
    }

    /// The host page gives a function that answers with an access token.
    pub fn set_token_provider(&self, provider: Option<Function>) {
        self.session.host.set_provider(provider);
        self.tell(AppMsg::TokenChanged);
    }

    fn tell(&self, msg: AppMsg) {
        if let Some(app) = self.app.borrow().as_ref() {
            app.send_message(msg);
        }
    }
}

/// The open shadow root with its style sheet, and the place in it where the app is drawn.
fn shadow_root(element: &HtmlElement) -> Result<(ShadowRoot, web_sys::Element), JsValue> {
    let shadow = match element.shadow_root() {
        Some(shadow) => shadow,
        None => element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
    };
    if shadow.first_element_child().is_none() {
        SHEET.with(|sheet| {
            if let Some(sheet) = sheet {
                shadow.set_adopted_style_sheets(&Array::of1(sheet));
            }
        });
    }
    if let Some(root) = shadow.first_element_child() {
        return Ok((shadow, root));
    }
    let document = element.owner_document().ok_or(JsValue::UNDEFINED)?;
    let root = document.create_element("div")?;
    shadow.append_child(&root)?;
    Ok((shadow, root))
}
