//! The access token of Platform's APIs, and what can be read from it without a key.

use std::sync::Arc;

use serde_json::Value;
use zeroize::Zeroizing;

use super::{Checked, Problem, Remark, is_visible_ascii};
use crate::json;
use crate::secret::Secret;

/// A bearer token: visible ASCII, without the word `Bearer`.
#[derive(Debug)]
pub struct AccessToken(Arc<Secret>);

impl AccessToken {
    /// Leaves out surrounding white space and a leading `Bearer `, and remarks both.
    ///
    /// Whether the token is a JWT is only remarked: the gateway decides.
    ///
    /// # Errors
    /// [`Problem::Missing`], [`Problem::NotVisibleAscii`].
    pub fn parse(text: &str) -> Result<Checked<Self>, Problem> {
        let mut remarks = Vec::new();
        let mut token = text.trim();
        if token.len() != text.len() {
            remarks.push(Remark::WhiteSpaceRemoved);
        }
        if let Some((word, rest)) = token.split_once(char::is_whitespace)
            && word.eq_ignore_ascii_case("bearer")
        {
            remarks.push(Remark::BearerRemoved);
            token = rest.trim_start();
        }
        if token.is_empty() || token.eq_ignore_ascii_case("bearer") {
            return Err(Problem::Missing);
        }
        if !is_visible_ascii(token) {
            return Err(Problem::NotVisibleAscii);
        }
        if claims_part(token).is_none() {
            remarks.push(Remark::NotAJwt);
        }
        Ok(Checked { value: Self(Arc::new(Secret::new(token.to_owned()))), remarks })
    }

    /// Whether both have the same text.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.open() == other.0.open()
    }

    /// The claims of the token as JSON text, when it is a JWT. They are readable to
    /// anyone who has the token, and nothing here checks its signature.
    #[must_use]
    pub fn claims_text(&self) -> Option<Zeroizing<String>> {
        let bytes = base64_url(claims_part(self.0.open())?)?;
        core::str::from_utf8(&bytes).ok().map(|text| Zeroizing::new(text.to_owned()))
    }

    /// How many characters it has. A copy that was cut off is found by that.
    #[must_use]
    pub fn length(&self) -> usize {
        // It is ASCII.
        self.0.open().len()
    }

    pub(crate) fn secret(&self) -> Arc<Secret> {
        Arc::clone(&self.0)
    }
}

/// When a token was made and when it ends, by its own claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenClaims {
    /// Milliseconds since 1970 (UTC) at which the token ends.
    pub expires_at: u64,
}

impl TokenClaims {
    /// Reads the claims, in the form of Adobe's IMS (`created_at` and `expires_in`, in
    /// milliseconds, as texts or numbers) or in that of RFC 7519 (`exp`, in seconds).
    #[must_use]
    pub fn from_json(claims: &Value) -> Option<Self> {
        let number = |key: &str| json::whole_number(claims.get(key)?);
        let expires_at = match (number("created_at"), number("expires_in")) {
            (Some(created), Some(length)) => created.checked_add(length)?,
            _ => number("exp")?.checked_mul(1000)?,
        };
        Some(Self { expires_at })
    }

    /// The remark that belongs to the token at the time `now` (milliseconds since 1970, UTC).
    #[must_use]
    pub fn remark(self, now: u64) -> Option<Remark> {
        (self.expires_at <= now).then_some(Remark::Expired(self.expires_at))
    }
}

/// The middle one of the three parts of a JWT.
fn claims_part(token: &str) -> Option<&str> {
    let mut parts = token.split('.');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(head), Some(claims), Some(_), None)
            if head.starts_with("ey") && claims.starts_with("ey") =>
        {
            Some(claims)
        }
        _ => None,
    }
}

/// Decodes base64url without padding (RFC 4648, section 5). Bits that are left over are 0.
#[must_use]
pub fn base64_url(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    // All of it is reserved at once: growing would leave copies behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    let (mut bits, mut held) = (0_u16, 0);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u16::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            let [_, low] = (bits >> held).to_be_bytes();
            bytes.push(low);
            bits &= (1 << held) - 1;
        }
    }
    (held < 6 && bits == 0).then_some(bytes)
}
