//! A page that embeds elements, and what it can do with one.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CustomEvent, Document, Element, EventTarget, HtmlElement, HtmlInputElement, InputEvent,
    InputEventInit, ShadowRoot,
};

/// How many frames a condition is waited for: about ten seconds.
const FRAMES: usize = 600;

/// An element in the document; it is removed when the test is over.
pub struct Embedded {
    pub element: HtmlElement,
}

impl Embedded {
    /// An element with these attributes that is in no document yet.
    pub fn new(attributes: &[(&str, &str)]) -> Self {
        start();
        let element = document().create_element("flow-connect").unwrap();
        for (name, value) in attributes {
            element.set_attribute(name, value).unwrap();
        }
        Self { element: element.unchecked_into() }
    }

    /// An element that is in the document and drawn.
    pub async fn mounted(attributes: &[(&str, &str)]) -> Self {
        let embedded = Self::new(attributes);
        embedded.mount().await;
        embedded
    }

    /// Puts it into the document and waits until it is drawn.
    pub async fn mount(&self) {
        body().append_child(&self.element).unwrap();
        self.until("the heading", |page| page.find("h1").is_some()).await;
    }

    pub fn shadow(&self) -> ShadowRoot {
        self.element.shadow_root().unwrap()
    }

    pub fn find(&self, selector: &str) -> Option<Element> {
        self.shadow().query_selector(selector).unwrap()
    }

    pub fn input(&self, id: &str) -> HtmlInputElement {
        let input = self.shadow().get_element_by_id(id);
        input.unwrap_or_else(|| panic!("there is no {id}")).unchecked_into()
    }

    /// All that is drawn, as text.
    pub fn text(&self) -> String {
        self.find("main").and_then(|main| main.text_content()).unwrap_or_default()
    }

    /// Types as a person does: the value, and the event that tells of it.
    pub fn type_in(&self, id: &str, text: &str) {
        let input = self.input(id);
        input.set_value(text);
        let init = InputEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        let event = InputEvent::new_with_event_init_dict("input", &init).unwrap();
        input.dispatch_event(&event).unwrap();
    }

    pub fn set_property(&self, name: &str, value: &JsValue) -> Result<bool, JsValue> {
        Reflect::set(&self.element, &name.into(), value)
    }

    pub fn property(&self, name: &str) -> JsValue {
        Reflect::get(&self.element, &name.into()).unwrap()
    }

    pub async fn until(&self, what: &str, mut condition: impl FnMut(&Self) -> bool) {
        until(what, || condition(self)).await;
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// What was heard of one event: name by name, its `detail`, and how it travels.
pub struct Heard {
    target: EventTarget,
    name: &'static str,
    events: Rc<RefCell<Vec<CustomEvent>>>,
    listener: Closure<dyn Fn(CustomEvent)>,
}

impl Heard {
    /// Listens from now on.
    pub fn at(target: &EventTarget, name: &'static str) -> Self {
        let events = Rc::new(RefCell::new(Vec::new()));
        let heard = Rc::clone(&events);
        let listener =
            Closure::<dyn Fn(CustomEvent)>::new(move |event| heard.borrow_mut().push(event));
        target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()).unwrap();
        Self { target: target.clone(), name, events, listener }
    }

    pub fn count(&self) -> usize {
        self.events.borrow().len()
    }

    pub async fn first(&self) -> CustomEvent {
        until(self.name, || self.count() > 0).await;
        self.events.borrow().first().unwrap().clone()
    }
}

impl Drop for Heard {
    fn drop(&mut self) {
        let listener = self.listener.as_ref().unchecked_ref();
        self.target.remove_event_listener_with_callback(self.name, listener).unwrap();
    }
}

/// Defines the element. A test that fails says why: the app's own hook leaves that out.
pub fn start() {
    flow_connect::web::start();
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
}

pub fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

pub fn body() -> HtmlElement {
    document().body().unwrap()
}

/// Waits for a condition, frame by frame.
pub async fn until(what: &str, mut condition: impl FnMut() -> bool) {
    for _ in 0..FRAMES {
        if condition() {
            return;
        }
        frame().await;
    }
    panic!("it did not come: {what}");
}

/// Waits for the next frame, by when the app has drawn what it was told before.
pub async fn frame() {
    let frame = Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().request_animation_frame(&resolve).unwrap();
    });
    JsFuture::from(frame).await.unwrap();
}

/// A value of JavaScript as JSON text.
pub fn json(value: &JsValue) -> String {
    js_sys::JSON::stringify(value).unwrap().into()
}

/// The names of an object's members.
pub fn members(value: &JsValue) -> Vec<String> {
    let keys = Object::keys(value.unchecked_ref::<Object>());
    keys.iter().map(|key| key.as_string().unwrap()).collect()
}
