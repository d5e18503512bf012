//! The name of a sandbox of Experience Platform.

use super::Problem;

/// A sandbox name: lower-case letters, digits and hyphens, such as `prod`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SandboxName(String);

impl SandboxName {
    /// The name of the sandbox that every organization has.
    pub const USUAL: &'static str = "prod";

    /// Trims, and accepts `a-z`, `0-9` and `-`.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::NotASandboxName`].
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if text.bytes().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Problem::NotASandboxName)
        }
    }

    /// The name as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
