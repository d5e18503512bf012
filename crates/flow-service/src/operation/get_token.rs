//! `POST /ims/token/v3`: an access token of IMS, for a client ID and its secret.
//!
//! Source: Adobe's Developer Console, *OAuth Server-to-Server*. There is no token to renew
//! it with: the same request gives the next one.

use serde_json::Value;
use zeroize::Zeroizing;

use crate::error::{CallError, Refusal, capped};
use crate::json;
use crate::response::{Response, ResponseBody};
use crate::token_request::TokenRequest;
use crate::value::{AccessToken, ApiKey, Scopes};

/// A token that IMS has made.
#[derive(Debug)]
pub struct NewToken {
    /// The token.
    pub token: AccessToken,
    /// The milliseconds from the answer until it ends, where IMS says so.
    pub expires_in_ms: Option<u64>,
}

/// The request.
#[must_use]
pub fn request(client_id: ApiKey, scopes: Scopes) -> TokenRequest {
    TokenRequest { client_id, scopes }
}

/// The answer. No error of it holds anything of an answer that may have a token in it.
///
/// # Errors
/// See [`CallError`]. What IMS refuses is [`CallError::RefusedByService`] with the code of
/// RFC 6749, such as `invalid_client`.
pub fn response(response: Response) -> Result<NewToken, CallError> {
    let status = response.status;
    if !response.is_success() {
        return Err(refusal(response));
    }
    let ResponseBody::Json(mut json) = response.body else {
        return Err(without_excerpt(CallError::unreadable(status, response.body)));
    };
    // It is taken out of the answer, so that it is wiped there too.
    let token = match json.get_mut("access_token").map(Value::take) {
        Some(Value::String(token)) => Zeroizing::new(token),
        _ => return Err(Response::lacks(status, "access_token")),
    };
    let bearer = json
        .get("token_type")
        .is_none_or(|kind| kind.as_str().is_some_and(|kind| kind.eq_ignore_ascii_case("bearer")));
    if !bearer {
        return Err(Response::lacks(status, "token_type"));
    }
    let token = AccessToken::parse(&token);
    let token = token.map_err(|_| Response::lacks(status, "access_token"))?.value;
    let seconds = json.get("expires_in").and_then(json::whole_number);
    Ok(NewToken { token, expires_in_ms: seconds.and_then(|seconds| seconds.checked_mul(1000)) })
}

/// IMS says `error` and `error_description`; what stands before it may say something else.
fn refusal(response: Response) -> CallError {
    let text = |key| match &response.body {
        ResponseBody::Json(json) => json::text(json, key).map(capped),
        _ => None,
    };
    let Some(code) = text("error") else { return CallError::from_refusal(response) };
    CallError::RefusedByService(Refusal {
        status: response.status,
        code: Some(code),
        title: None,
        message: text("error_description").unwrap_or_default(),
        request_id: None,
        retry_after: None,
    })
}

fn without_excerpt(mut error: CallError) -> CallError {
    if let CallError::UnreadableAnswer(answer) = &mut error {
        answer.excerpt.clear();
    }
    error
}
