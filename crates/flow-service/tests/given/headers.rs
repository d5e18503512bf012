//! What every request of [`access`](super::access::access) carries besides the token.

use super::access::{API_KEY, ORGANIZATION, SANDBOX};

pub fn headers() -> Vec<(&'static str, String)> {
    vec![
        ("x-api-key", API_KEY.to_owned()),
        ("x-gw-ims-org-id", ORGANIZATION.to_owned()),
        ("x-sandbox-name", SANDBOX.to_owned()),
    ]
}
