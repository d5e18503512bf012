//! Whether the browser has a network, as far as it says so.

use gloo_events::EventListener;

/// What the browser calls the two changes.
const CHANGES: [&str; 2] = ["online", "offline"];

/// False where the browser is sure that there is no network.
pub(super) fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Listens to the network until it is dropped.
pub(super) struct Network {
    _listeners: [EventListener; 2],
}

impl Network {
    /// Begins to listen.
    pub(super) fn listen(changed: impl Fn(bool) + Clone + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let listener = |name| {
            let changed = changed.clone();
            EventListener::new(&window, name, move |_| changed(is_online()))
        };
        Some(Self { _listeners: CHANGES.map(listener) })
    }
}
