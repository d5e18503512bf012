//! The text of a file that a person chose or dropped.

use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use zeroize::Zeroizing;

/// Why there is no text.
pub(super) enum NoText {
    /// It is larger than allowed, which is looked at before it is read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Reads a file of at most `limit` bytes.
///
/// # Errors
/// Why there is no text.
pub(super) async fn text_of(file: &File, limit: u32) -> Result<Zeroizing<String>, NoText> {
    if file.size() > f64::from(limit) {
        return Err(NoText::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    text.map(Zeroizing::new).ok_or(NoText::Unreadable)
}
