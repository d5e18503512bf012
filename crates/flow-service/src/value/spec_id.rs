//! Which source a connection is for: the ID and the version of a connection spec.

use super::{Checked, Problem, Remark, header_text, is_visible_ascii};

/// The ID of a connection spec, a UUID.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionSpecId(String);

impl ConnectionSpecId {
    /// Salesforce Service Cloud. Source: Adobe's API page for this source, newest
    /// version, and the answer of `GET /connectionSpecs` that the 2020 pages print.
    pub const SERVICE_CLOUD: &'static str = "cb66ab34-8619-49cb-96d1-39b37ede86ea";

    /// The same ID without its first digit, as tutorials up to about 2022 print it.
    pub const MISPRINTED: &'static str = "b66ab34-8619-49cb-96d1-39b37ede86ea";

    /// The ID of Salesforce Service Cloud.
    #[must_use]
    pub fn service_cloud() -> Self {
        Self(Self::SERVICE_CLOUD.to_owned())
    }

    /// Trims, and asks for a UUID.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::MisprintedSpecId`], [`Problem::NotAUuid`].
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            Err(Problem::Missing)
        } else if text.eq_ignore_ascii_case(Self::MISPRINTED) {
            Err(Problem::MisprintedSpecId)
        } else if is_uuid(text) {
            Ok(Self(text.to_ascii_lowercase()))
        } else {
            Err(Problem::NotAUuid)
        }
    }

    /// For a person who insists: any visible ASCII is taken, and remarked if it is no UUID.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::MisprintedSpecId`], [`Problem::NotVisibleAscii`].
    pub fn parse_any(text: &str) -> Result<Checked<Self>, Problem> {
        match Self::parse(text) {
            Err(Problem::NotAUuid) if is_visible_ascii(text.trim()) => {
                Ok(Checked::with(Self(text.trim().to_owned()), Some(Remark::UnusualSpecId)))
            }
            Err(Problem::NotAUuid) => Err(Problem::NotVisibleAscii),
            other => other.map(Checked::plain),
        }
    }

    /// The ID as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The version of a connection spec, such as `1.0`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecVersion(String);

impl SpecVersion {
    /// The version that every source of Adobe's documentation has.
    pub const USUAL: &'static str = "1.0";

    /// Trims, and accepts visible ASCII.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::NotVisibleAscii`].
    pub fn parse(text: &str) -> Result<Self, Problem> {
        header_text(text).map(|text| Self(text.to_owned()))
    }

    /// The version as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
