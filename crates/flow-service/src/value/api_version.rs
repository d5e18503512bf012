//! The version of Salesforce's REST API that the source shall use.

use super::Problem;

/// A version such as `60.0`: two or three digits, a point, one digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiVersion(String);

impl ApiVersion {
    /// Trims, and asks for the decimal form.
    ///
    /// Adobe's page asks for a decimal (`52.0`) and takes a blank one as the latest.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::NotAnApiVersion`].
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        match text.split_once('.') {
            Some((major, minor))
                if (2..=3).contains(&major.len())
                    && minor.len() == 1
                    && digits(major)
                    && digits(minor) =>
            {
                Ok(Self(text.to_owned()))
            }
            _ => Err(Problem::NotAnApiVersion),
        }
    }

    /// The version as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
