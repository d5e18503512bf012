//! The text of a file that a person chose or dropped.

use flow_service::import;
use js_sys::Uint8Array;
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
    // The browser would read any file as UTF-8.
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| NoText::Unreadable)?;
    let bytes = Zeroizing::new(Uint8Array::new(&bytes).to_vec());
    Ok(import::text_of(&bytes))
}
