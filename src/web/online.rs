//! Whether the browser has a network, as far as it says so.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::Window;

/// What the browser calls the two changes.
const CHANGES: [&str; 2] = ["online", "offline"];

/// False where the browser is sure that there is no network.
pub(super) fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Listens to the network until it is dropped.
pub(super) struct Network {
    window: Window,
    on_change: Closure<dyn Fn()>,
}

impl Network {
    /// Begins to listen.
    pub(super) fn listen(changed: impl Fn(bool) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let on_change = Closure::<dyn Fn()>::new(move || changed(is_online()));
        for name in CHANGES {
            let listener = on_change.as_ref().unchecked_ref();
            window.add_event_listener_with_callback(name, listener).ok()?;
        }
        Some(Self { window, on_change })
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        for name in CHANGES {
            let listener = self.on_change.as_ref().unchecked_ref();
            drop(self.window.remove_event_listener_with_callback(name, listener));
        }
    }
}
