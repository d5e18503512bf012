//! The form with which a token is asked for.
//!
//! It is checked in this order: the address, the content type, the grant type, the client
//! ID, the secret, the scopes.

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use flow_service::token_request::FORM;
use form_urlencoded::parse;

use super::refusal::Refusal;

/// A client ID with this beginning is unknown.
const BAD_CLIENT: &str = "invalid";
/// This very secret is not that of any client.
const BAD_SECRET: &str = "wrong";
/// A scope with this beginning does not exist.
const BAD_SCOPE: &str = "invalid";

/// What a token is made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The client.
    pub client_id: String,
    /// The scopes as they were sent.
    pub scope: String,
}

impl Grant {
    /// Reads and checks a request.
    pub fn parse(query: &str, headers: &HeaderMap, body: &[u8]) -> Result<Self, Refusal> {
        if parse(query.as_bytes()).any(|(name, _)| name == "client_secret") {
            return Err(Refusal::SecretInAddress);
        }
        if !is_form(headers) {
            return Err(Refusal::ContentType);
        }
        if one(body, "grant_type")?.as_deref() != Some("client_credentials") {
            return Err(Refusal::GrantType);
        }
        let client_id = needed(body, "client_id")?;
        if client_id.starts_with(BAD_CLIENT) {
            return Err(Refusal::ClientUnknown);
        }
        if needed(body, "client_secret")? == BAD_SECRET {
            return Err(Refusal::SecretWrong);
        }
        let scope = needed(body, "scope")?;
        let mut scopes = scope.split([',', ' ']);
        if scopes.any(|scope| scope.starts_with(BAD_SCOPE)) {
            return Err(Refusal::ScopeUnknown);
        }
        Ok(Self { client_id, scope })
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let media_type = value.and_then(|value| value.split(';').next());
    media_type.is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case(FORM))
}

/// The value of a member that must not be missing or empty.
fn needed(body: &[u8], name: &'static str) -> Result<String, Refusal> {
    one(body, name)?.filter(|value| !value.is_empty()).ok_or(Refusal::Lacks(name))
}

/// The value of a member; RFC 6749 forbids a second one.
fn one(body: &[u8], name: &'static str) -> Result<Option<String>, Refusal> {
    let mut values = parse(body).filter(|(held, _)| held == name).map(|(_, value)| value);
    let value = values.next();
    if values.next().is_some() {
        return Err(Refusal::Repeated(name));
    }
    Ok(value.map(std::borrow::Cow::into_owned))
}
