//! The clipboard. Only what a person asked for goes there.

use wasm_bindgen_futures::JsFuture;

/// Copies a text; false where the browser does not let the page do it.
pub(super) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Outside a secure context there is no clipboard, whatever its type says.
    if !window.is_secure_context() {
        return false;
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
