//! The fragment of the address, where the element owns it (attribute `hash-routes`).

use gloo_events::EventListener;
use web_sys::Window;

use crate::screen::Route;

/// Listens to the address until it is dropped.
pub(super) struct Address {
    window: Window,
    _listener: EventListener,
}

impl Address {
    /// Begins to listen.
    pub(super) fn listen(changed: impl Fn(Route) + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        let listener = EventListener::new(&window, "hashchange", move |_| changed(current()));
        Some(Self { window, _listener: listener })
    }

    /// Puts a view into the address, as a step of the history.
    pub(super) fn show(&self, route: &Route) {
        if current() != *route || self.window.location().hash().is_ok_and(|hash| hash.is_empty()) {
            // Only an address that is no fragment can be refused.
            drop(self.window.location().set_hash(&route.fragment()));
        }
    }
}

/// The view of the address.
pub(super) fn current() -> Route {
    Route::of_fragment(&fragment())
}

/// Whether the fragment says more than which view is shown.
pub(super) fn has_more() -> bool {
    fragment().contains('?')
}

/// The fragment.
pub(super) fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}
