//! The organization ID (also *IMS org*).

use super::{Checked, Problem, Remark, header_text};

/// What follows the hexadecimal digits of every organization ID.
const SUFFIX: &str = "@AdobeOrg";

/// A value that the header `x-gw-ims-org-id` can carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationId(String);

impl OrganizationId {
    /// Trims, and asks for the ending `@AdobeOrg`.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::NotVisibleAscii`], [`Problem::NotAnOrganization`].
    pub fn parse(text: &str) -> Result<Checked<Self>, Problem> {
        let text = header_text(text)?;
        let digits = text.strip_suffix(SUFFIX).ok_or(Problem::NotAnOrganization)?;
        if digits.is_empty() {
            return Err(Problem::NotAnOrganization);
        }
        let usual = digits.len() == 24 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        Ok(Checked::with(Self(text.to_owned()), (!usual).then_some(Remark::UnusualOrganization)))
    }

    /// The ID as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
