//! The API key: the client ID of a project in Adobe's Developer Console.

use super::{Checked, Problem, Remark, header_text};

/// A value that the header `x-api-key` can carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// Trims, and accepts visible ASCII. 32 hexadecimal digits are usual but not
    /// promised by Adobe's documentation, so another form is only remarked.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::NotVisibleAscii`].
    pub fn parse(text: &str) -> Result<Checked<Self>, Problem> {
        let text = header_text(text)?;
        let usual = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        Ok(Checked::with(Self(text.to_owned()), (!usual).then_some(Remark::UnusualApiKey)))
    }

    /// The key as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
