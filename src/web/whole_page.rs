//! What is dropped or pasted beside the element, where the page is the element's own (attribute
//! `hash-routes`): right after the page is opened nothing has the focus, and a paste is then
//! the document's.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, Node};

use crate::ui::{Given, given};

/// The events by which something is given.
const KINDS: [&str; 3] = ["dragover", "drop", "paste"];

/// Listens to the whole page until it is dropped.
pub(super) struct WholePage {
    _listeners: [EventListener; 3],
}

impl WholePage {
    /// Begins to listen to what does not reach `element`, which hears the rest itself.
    pub(super) fn listen(
        element: &HtmlElement,
        told: impl Fn(Given) + Clone + 'static,
    ) -> Option<Self> {
        let window = web_sys::window()?;
        let listener = |kind| {
            let (element, told) = (element.clone(), told.clone());
            let hear = move |event: &Event| {
                let target = event.target();
                let target = target.as_ref().and_then(|target| target.dyn_ref::<Node>());
                if element.contains(target) {
                    return;
                }
                if let Some(given) = given(event) {
                    told(given);
                }
            };
            let may_prevent = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, kind, may_prevent, hear)
        };
        Some(Self { _listeners: KINDS.map(listener) })
    }
}
