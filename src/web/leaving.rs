//! Asks before unsent input is lost: the browser shows its own question, once.

use gloo_events::{EventListener, EventListenerOptions};

/// While it exists, the browser asks before the page is left.
pub(super) struct Guard {
    _listener: EventListener,
}

impl Guard {
    pub(super) fn new() -> Option<Self> {
        let window = web_sys::window()?;
        let may_prevent = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(
            &window,
            "beforeunload",
            may_prevent,
            web_sys::Event::prevent_default,
        );
        Some(Self { _listener: listener })
    }
}
