//! Asks before unsent input is lost: the browser shows its own question, once.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BeforeUnloadEvent, Window};

/// While it exists, the browser asks before the page is left.
pub(super) struct Guard {
    window: Window,
    ask: Closure<dyn Fn(BeforeUnloadEvent)>,
}

impl Guard {
    pub(super) fn new() -> Option<Self> {
        let window = web_sys::window()?;
        let ask = Closure::<dyn Fn(BeforeUnloadEvent)>::new(|event: BeforeUnloadEvent| {
            event.prevent_default();
        });
        window
            .add_event_listener_with_callback("beforeunload", ask.as_ref().unchecked_ref())
            .ok()?;
        Some(Self { window, ask })
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        let listener = self.ask.as_ref().unchecked_ref();
        drop(self.window.remove_event_listener_with_callback("beforeunload", listener));
    }
}
