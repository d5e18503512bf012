//! What the host page is told, as a DOM event that leaves every shadow root.

use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use super::json;
use crate::screen::Event;

/// Tells the host page.
pub(super) fn emit(element: &HtmlElement, event: &Event) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    if let Some(detail) = json::to_js(&event.detail()) {
        init.set_detail(&detail);
    }
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event.name(), &init) {
        // What a listener throws is the host page's own.
        drop(element.dispatch_event(&event));
    }
}
