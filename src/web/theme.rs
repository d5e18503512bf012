//! The look that a person chose, kept in this browser.

use super::storage::Store;
use crate::screen::Theme;

pub(super) const KEY: &str = "flow-connect-theme";

/// The look that was chosen earlier.
pub(super) fn load() -> Theme {
    Store::Browser.read(KEY).map(|key| Theme::of_key(&key)).unwrap_or_default()
}

/// Remembers a look. A browser without storage forgets it with the page.
pub(super) fn keep(theme: Theme) {
    // A full or closed storage costs nothing but the memory of the look.
    Store::Browser.write(KEY, (theme != Theme::System).then(|| theme.key()));
}
