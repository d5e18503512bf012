//! The API gateway: checks token, API key and organization before the service is asked.
//!
//! Codes and messages: Adobe's troubleshooting page. The order is the local service's
//! guess. It has no accounts, so every well-formed value is taken but those that
//! `docs/local-service.md` lists.

use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use flow_service::request::AUTHORIZATION;
use flow_service::value::{AccessToken, ApiKey, OrganizationId, Remark, TokenClaims};
use serde_json::json;

use crate::{answer, clock};

/// An API key with this beginning is refused.
const BAD_KEY: &str = "invalid";
/// A token with this beginning is refused.
const BAD_TOKEN: &str = "invalid";
/// An organization with this beginning is one to which the token has no access.
const FOREIGN_ORGANIZATION: &str = "FFFFFFFFFFFFFFFFFFFFFFFF";

/// Why the gateway refuses a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refusal {
    TokenMissing,
    TokenInvalid,
    KeyMissing,
    KeyInvalid,
    OrganizationMissing,
    OrganizationForeign,
}

/// Lets a request pass that names who asks; the organization is kept for the service.
pub async fn check(mut request: Request, next: Next) -> Response {
    match organization(request.headers()) {
        Ok(organization) => {
            request.extensions_mut().insert(organization);
            next.run(request).await
        }
        Err(refusal) => refusal.into_response(),
    }
}

fn organization(headers: &HeaderMap) -> Result<OrganizationId, Refusal> {
    check_token(text(headers, AUTHORIZATION).ok_or(Refusal::TokenMissing)?)?;
    let key = text(headers, "x-api-key").ok_or(Refusal::KeyMissing)?;
    let key = ApiKey::parse(key).map_err(|_| Refusal::KeyInvalid)?.value;
    if key.as_str().starts_with(BAD_KEY) {
        return Err(Refusal::KeyInvalid);
    }
    let organization = text(headers, "x-gw-ims-org-id").ok_or(Refusal::OrganizationMissing)?;
    let organization =
        OrganizationId::parse(organization).map_err(|_| Refusal::OrganizationForeign)?.value;
    if organization.as_str().starts_with(FOREIGN_ORGANIZATION) {
        return Err(Refusal::OrganizationForeign);
    }
    Ok(organization)
}

fn check_token(authorization: &str) -> Result<(), Refusal> {
    let token = match authorization.split_once(' ') {
        Some((word, token)) if word.eq_ignore_ascii_case("bearer") => token,
        _ => return Err(Refusal::TokenMissing),
    };
    if token.starts_with(BAD_TOKEN) {
        return Err(Refusal::TokenInvalid);
    }
    let token = AccessToken::parse(token).map_err(|_| Refusal::TokenInvalid)?;
    // What the app would tidy up is not tidy on the wire.
    let untidy = [Remark::WhiteSpaceRemoved, Remark::BearerRemoved];
    if untidy.iter().any(|remark| token.remarks.contains(remark)) {
        return Err(Refusal::TokenInvalid);
    }
    let claims = token.value.claims_text();
    let claims = claims.and_then(|claims| serde_json::from_str(&claims).ok());
    let claims = claims.and_then(|claims| TokenClaims::from_json(&claims));
    match claims.and_then(|claims| claims.remark(clock::now())) {
        Some(_expired) => Err(Refusal::TokenInvalid),
        None => Ok(()),
    }
}

/// The value of a header; an empty one is none. One that is not ASCII gives a text that
/// no parser takes, so that it counts as bad and not as missing.
fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let value = headers.get(name)?.to_str().unwrap_or("\u{fffd}");
    (!value.is_empty()).then_some(value)
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (status, code, message) = match self {
            Self::TokenMissing => (StatusCode::FORBIDDEN, "403010", "Oauth token is missing."),
            Self::TokenInvalid => (StatusCode::UNAUTHORIZED, "401013", "Oauth token is not valid"),
            Self::KeyMissing => (StatusCode::FORBIDDEN, "403000", "Api Key is required"),
            Self::KeyInvalid => (StatusCode::FORBIDDEN, "403003", "Api Key is invalid"),
            Self::OrganizationMissing => (StatusCode::BAD_REQUEST, "400003", "Missing header"),
            Self::OrganizationForeign => (StatusCode::FORBIDDEN, "403025", "Profile is not valid"),
        };
        answer::json(status, &json!({ "error_code": code, "message": message }))
    }
}
