//! All that an access token says of itself, for a look at it before it is used.
//!
//! [`TokenClaims`] reads the end alone, which is what sending needs. Nothing here checks
//! a signature: whether a token is taken is the gateway's decision, so all that is found
//! is advice. Which claims tokens of IMS carry is not documented; each may be missing.

use serde_json::Value;

use super::scopes::separated;
use super::{ApiKey, OrganizationId, TokenClaims, is_visible_ascii};
use crate::json;

/// A claim that is longer is not what it should be, and is left aside.
const LONGEST_CLAIM: usize = 128;
/// A list of scopes that is longer is left aside.
const LONGEST_SCOPES: usize = 4096;
/// With less time left than this, in milliseconds, a token ends soon.
const SOON: u64 = 10 * 60 * 1000;
/// So far clocks may differ before it is told, in milliseconds.
const CLOCKS_DIFFER: u64 = 60_000;
/// What tokens of IMS say in `type` when they are access tokens.
const ACCESS_TOKEN: &str = "access_token";

/// What the claims of a token say. Points of time are milliseconds since 1970 (UTC).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TokenFacts {
    /// When it ends.
    pub expires_at: Option<u64>,
    /// When it was made: `created_at`, or `iat` of RFC 7519.
    pub created_at: Option<u64>,
    /// Before this it must not be used: `nbf` of RFC 7519.
    pub not_before: Option<u64>,
    /// The client that it was made for, which is the API key of that client's requests.
    pub client_id: Option<String>,
    /// The organization (`org`), where it is named in the usual form of an organization ID.
    pub organization: Option<String>,
    /// The system that made it (`as`), such as `ims-na1`.
    pub ims: Option<String>,
    /// Whether `type` is that of an access token; none where there is no `type`.
    pub is_access_token: Option<bool>,
    /// The scopes that it has, each once; empty where they are not named.
    pub scopes: Vec<String>,
    /// Whether it has the times of IMS: `created_at` together with `expires_in`.
    has_times_of_ims: bool,
}

/// What a look at the claims finds. None of it is certain to be the reason of a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenFinding {
    /// The token ended at this time.
    Expired(u64),
    /// The token ends in less than ten minutes.
    EndsSoon {
        /// When it ends.
        at: u64,
        /// The milliseconds until then.
        left_ms: u64,
    },
    /// The token must not be used before this time.
    NotYetValid(u64),
    /// The token was made for another client than the one whose API key is given.
    AnotherClient,
    /// The token names this organization, which is another than the one that is given.
    AnotherOrganization(String),
    /// The token has neither `as` nor the times of IMS: it may be one of another system.
    NotOfIms,
    /// The token says that it is something else than an access token, such as one to
    /// refresh access with.
    NotAnAccessToken,
}

impl TokenFacts {
    /// Reads the claims. What is no claim as expected is left out.
    #[must_use]
    pub fn from_json(claims: &Value) -> Self {
        let number = |key: &str| json::whole_number(claims.get(key)?);
        let seconds = |key: &str| number(key)?.checked_mul(1000);
        let text = |key: &str| claims.get(key)?.as_str().filter(|text| is_plain(text));
        // One in another form may be another thing, and is not compared.
        let usual = |text: &&str| {
            OrganizationId::parse(text).is_ok_and(|checked| checked.remarks.is_empty())
        };
        Self {
            expires_at: TokenClaims::from_json(claims).map(|claims| claims.expires_at),
            created_at: number("created_at").or_else(|| seconds("iat")),
            not_before: seconds("nbf"),
            client_id: text("client_id").map(str::to_owned),
            organization: text("org").filter(usual).map(str::to_owned),
            ims: text("as").map(str::to_owned),
            is_access_token: text("type").map(|kind| kind.eq_ignore_ascii_case(ACCESS_TOKEN)),
            scopes: scopes(claims.get("scope")),
            has_times_of_ims: number("created_at").and(number("expires_in")).is_some(),
        }
    }

    /// What is worth telling before the token is used with this API key for this
    /// organization, at the time `now` by the clock of this machine.
    ///
    /// An API key or organization ID that cannot be sent is not compared. The times in the
    /// token are by Adobe's clock: where the clock of this machine differs, so does what is
    /// found of them.
    #[must_use]
    pub fn findings(
        &self,
        now: u64,
        api_key: Option<&str>,
        organization: Option<&str>,
    ) -> Vec<TokenFinding> {
        let mut found = Vec::new();
        found.extend(self.end(now));
        found.extend(self.not_yet(now).map(TokenFinding::NotYetValid));
        if !self.is_of_ims() {
            found.push(TokenFinding::NotOfIms);
        } else if self.is_access_token == Some(false) {
            found.push(TokenFinding::NotAnAccessToken);
        }
        let api_key = api_key.and_then(|text| ApiKey::parse(text).ok());
        if let (Some(own), Some(given)) = (&self.client_id, api_key)
            && !own.eq_ignore_ascii_case(given.value.as_str())
        {
            found.push(TokenFinding::AnotherClient);
        }
        let organization = organization.and_then(|text| OrganizationId::parse(text).ok());
        if let (Some(own), Some(given)) = (&self.organization, organization)
            && !own.eq_ignore_ascii_case(given.value.as_str())
        {
            found.push(TokenFinding::AnotherOrganization(own.clone()));
        }
        found
    }

    /// The milliseconds until the token ends, 0 when it has ended; none where it does not say.
    #[must_use]
    pub fn time_left(&self, now: u64) -> Option<u64> {
        self.expires_at.map(|at| at.saturating_sub(now))
    }

    /// When the token begins to be valid, where that is later. Those of IMS say only when they
    /// were made; clocks differ by seconds.
    fn not_yet(&self, now: u64) -> Option<u64> {
        let lasts = |made: &u64| self.expires_at.is_some_and(|end| end > *made);
        let made = self.created_at.filter(lasts);
        let made = made.filter(|at| *at > now.saturating_add(CLOCKS_DIFFER));
        self.not_before.filter(|at| *at > now).max(made)
    }

    fn end(&self, now: u64) -> Option<TokenFinding> {
        let (at, left_ms) = (self.expires_at?, self.time_left(now)?);
        match left_ms {
            0 => Some(TokenFinding::Expired(at)),
            1..SOON => Some(TokenFinding::EndsSoon { at, left_ms }),
            SOON.. => None,
        }
    }

    /// Other systems make JWTs too; of those known none has these claims.
    const fn is_of_ims(&self) -> bool {
        self.ims.is_some() || self.has_times_of_ims
    }
}

/// Whether a claim can be an ID or a name, and is safe to be shown.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.len() <= LONGEST_CLAIM && is_visible_ascii(text)
}

/// The scopes of a text with marks between them.
fn scopes(claim: Option<&Value>) -> Vec<String> {
    let text = claim.and_then(Value::as_str).filter(|text| text.len() <= LONGEST_SCOPES);
    let scopes = separated(text.unwrap_or_default()).into_iter();
    scopes.filter(|scope| is_plain(scope)).map(str::to_owned).collect()
}
