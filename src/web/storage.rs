//! What is kept in this browser, as texts under names. A browser may refuse it (a private
//! window, a sandboxed frame, a full storage): then nothing is kept, and nothing else happens.

/// What is kept of the form; only for this tab.
pub(super) const FORM: &str = "flow-connect-form";

/// What is kept of edits that are not saved; only for this tab.
pub(super) const EDITS: &str = "flow-connect-edits";

/// Where something is kept.
#[derive(Clone, Copy)]
pub(super) enum Store {
    /// Until it is removed, for all tabs of this origin.
    Browser,
    /// As long as this tab is there.
    Tab,
}

impl Store {
    /// What stands under a name.
    pub fn read(self, key: &str) -> Option<String> {
        self.area()?.get_item(key).ok().flatten()
    }

    /// Writes it, or removes it where it is none. False where the browser refuses.
    pub fn write(self, key: &str, text: Option<&str>) -> bool {
        let Some(storage) = self.area() else { return false };
        match text {
            Some(text) => storage.set_item(key, text).is_ok(),
            None => storage.remove_item(key).is_ok(),
        }
    }

    fn area(self) -> Option<web_sys::Storage> {
        let window = web_sys::window()?;
        match self {
            Self::Browser => window.local_storage(),
            Self::Tab => window.session_storage(),
        }
        .ok()
        .flatten()
    }
}
