//! The look that a person chose, kept in this browser. It is all that is kept there.

use crate::screen::Theme;

const KEY: &str = "flow-connect-theme";

/// The look that was chosen earlier.
pub(super) fn load() -> Theme {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    kept.map(|key| Theme::of_key(&key)).unwrap_or_default()
}

/// Remembers a look. A browser without storage forgets it with the page.
pub(super) fn keep(theme: Theme) {
    let Some(storage) = storage() else { return };
    let done = if theme == Theme::System {
        storage.remove_item(KEY)
    } else {
        storage.set_item(KEY, theme.key())
    };
    // A full or closed storage costs nothing but the memory of the look.
    drop(done);
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
