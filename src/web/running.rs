//! What is under way of one kind, so that it can be broken off.

use std::cell::RefCell;

use web_sys::AbortController;

/// The newest request of its kind.
#[derive(Default)]
pub(super) struct Running(RefCell<Option<AbortController>>);

impl Running {
    /// A request begins; [`Self::abort`] breaks it off. Without a way to do so nothing is to
    /// be sent; no browser of today is without.
    pub fn begin(&self) -> Option<AbortController> {
        let controller = AbortController::new().ok();
        (*self.0.borrow_mut()).clone_from(&controller);
        controller
    }

    /// Whether it is this that is running.
    pub fn is(&self, controller: &AbortController) -> bool {
        self.0.borrow().as_ref() == Some(controller)
    }

    /// Breaks off what is running.
    pub fn abort(&self) {
        // What listens to the signal may be the host page, and come back here.
        let running = self.0.borrow_mut().take();
        if let Some(running) = running {
            running.abort();
        }
    }
}
