//! Everything a person types, parsed once.
//!
//! Each type has one `parse`, keeps its field private and cannot hold a bad
//! value. What is unusual but allowed comes back as [`Remark`]s beside the value;
//! what cannot be sent is a [`Problem`]. Neither carries the text that was typed,
//! so both are safe to show, log and copy. Their words for people are the app's.

mod access_token;
mod api_key;
mod api_version;
mod base_address;
mod connection_id;
mod connection_name;
mod environment_url;
mod etag;
mod mismatch;
mod organization_id;
mod sandbox_name;
mod scopes;
mod spec_id;
mod token_facts;

pub use access_token::{AccessToken, TokenClaims, base64_url};
pub use api_key::ApiKey;
pub use api_version::ApiVersion;
pub use base_address::BaseAddress;
pub use connection_id::ConnectionId;
pub use connection_name::{ConnectionName, Description};
pub use environment_url::EnvironmentUrl;
pub use etag::Etag;
pub use mismatch::Mismatch;
pub use organization_id::OrganizationId;
pub use sandbox_name::SandboxName;
pub use scopes::Scopes;
pub use spec_id::{ConnectionSpecId, SpecVersion};
pub use token_facts::{TokenFacts, TokenFinding};

/// Why a typed text cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Nothing was given for a value that the request needs.
    #[error("a value is needed")]
    Missing,
    /// A header value holds a space, a control character or a character outside ASCII.
    #[error("only visible ASCII characters are possible")]
    NotVisibleAscii,
    /// The organization ID does not end in `@AdobeOrg`.
    #[error("an organization ID ends in @AdobeOrg")]
    NotAnOrganization,
    /// A sandbox name has lower-case letters, digits and hyphens only.
    #[error("a sandbox name has lower-case letters, digits and hyphens")]
    NotASandboxName,
    /// The connection spec ID is the one that older tutorials misprint.
    #[error("this connection spec ID lost its first character in print")]
    MisprintedSpecId,
    /// The connection spec ID is no UUID. The person may insist on it.
    #[error("a connection spec ID is a UUID")]
    NotAUuid,
    /// The environment URL has another scheme than `https`.
    #[error("the address has to begin with https://")]
    NotHttps,
    /// The environment URL carries a user name or a password.
    #[error("the address must not carry a user name or a password")]
    HasUserInfo,
    /// The environment URL has no usable host.
    #[error("the address has no host name")]
    NotAHost,
    /// The API version is not of the form `60.0`.
    #[error("an API version looks like 60.0")]
    NotAnApiVersion,
    /// The choice that was made is not offered by the connection spec.
    #[error("the connection spec does not offer this")]
    NotOffered,
    /// The value is none that the connection spec allows.
    #[error(transparent)]
    Mismatch(Mismatch),
}

impl From<Mismatch> for Problem {
    fn from(mismatch: Mismatch) -> Self {
        Self::Mismatch(mismatch)
    }
}

/// What is unusual about a value that can be used all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// White space around the token was left out.
    WhiteSpaceRemoved,
    /// A leading `Bearer ` was left out.
    BearerRemoved,
    /// The token does not have the three parts of a JWT.
    NotAJwt,
    /// By its own claims the token ended at this time (milliseconds since 1970, UTC).
    Expired(u64),
    /// The API key is not 32 hexadecimal digits, as all published samples are.
    UnusualApiKey,
    /// The organization ID does not have 24 hexadecimal digits before `@AdobeOrg`.
    UnusualOrganization,
    /// A connection spec ID is used that is no UUID, because the person insists.
    UnusualSpecId,
    /// `https://` was put before a bare host name.
    HttpsAdded,
    /// The host is none of Salesforce's.
    NotSalesforce,
    /// A secret, or another parameter, begins or ends with white space; it is sent exactly so.
    SecretEdgeSpace,
}

/// A parsed value, with what is unusual about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked<T> {
    /// The value.
    pub value: T,
    /// What is unusual about it, in no particular order.
    pub remarks: Vec<Remark>,
}

impl<T> Checked<T> {
    fn plain(value: T) -> Self {
        Self { value, remarks: Vec::new() }
    }

    fn with(value: T, remark: Option<Remark>) -> Self {
        Self { value, remarks: remark.into_iter().collect() }
    }
}

/// The text without white space around it, if it can be sent as an HTTP header value.
fn header_text(text: &str) -> Result<&str, Problem> {
    let text = text.trim();
    if text.is_empty() {
        Err(Problem::Missing)
    } else if is_visible_ascii(text) {
        Ok(text)
    } else {
        Err(Problem::NotVisibleAscii)
    }
}

/// Whether the text can be sent as an HTTP header value as it is.
fn is_visible_ascii(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}
