//! Tokens in the form of those of IMS: a JWT, which nobody has signed.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::{Value, json};
use uuid::Uuid;

use super::form::Grant;

/// How long a token lives, in seconds. Adobe's pages print this figure.
const LIFE: u64 = 86_399;
/// A client ID with this beginning gets tokens that live shorter.
const SHORT: &str = "short";
/// How long those live, in seconds.
const SHORT_LIFE: u64 = 20;

/// A token that was made.
pub struct Made {
    /// The token.
    pub token: String,
    /// The seconds until it ends.
    pub seconds: u64,
}

impl Made {
    /// Makes a token at a time in milliseconds since 1970 (UTC).
    ///
    /// Times in the claims are milliseconds as texts, as IMS writes them. The claims name no
    /// organization: a client here has none.
    pub fn of(grant: &Grant, now: u64) -> Self {
        let seconds = if grant.client_id.starts_with(SHORT) { SHORT_LIFE } else { LIFE };
        let head = json!({ "alg": "none", "typ": "JWT" });
        let claims = json!({
            "id": Uuid::new_v4().to_string(),
            "type": "access_token",
            "client_id": grant.client_id,
            "user_id": "local-service@techacct.adobe.com",
            "as": "ims-na1",
            "created_at": now.to_string(),
            "expires_in": (seconds * 1000).to_string(),
            "scope": grant.scope,
        });
        Self { token: [&part(&head), ".", &part(&claims), ".local"].concat(), seconds }
    }
}

fn part(json: &Value) -> String {
    Base64UrlUnpadded::encode_string(json.to_string().as_bytes())
}
