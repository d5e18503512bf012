//! The inputs that hold secrets. They are read when a request is made or when one is
//! left, and what is read goes straight into types that are wiped.

use flow_service::value::{AccessToken, Problem, Remark, TokenClaims, TokenFacts};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement, ShadowRoot};
use zeroize::Zeroizing;

use super::{clock, json};
use crate::screen::{Field, SAMPLE_SECRETS, SAMPLE_TOKEN};

/// What stands in the input; empty where there is none.
pub(super) fn read(shadow: &ShadowRoot, field: &Field) -> Zeroizing<String> {
    read_one(shadow, &field.id())
}

/// What stands in the input with this `id`; empty where there is none.
pub(super) fn read_one(shadow: &ShadowRoot, id: &str) -> Zeroizing<String> {
    Zeroizing::new(input(shadow, id).map(|input| input.value()).unwrap_or_default())
}

/// Whether something stands in the input. The browser tells that; no text is read.
pub(super) fn is_filled(shadow: &ShadowRoot, field: &Field) -> bool {
    let value = input(shadow, &field.id()).map(|input| Reflect::get(&input, &"value".into()));
    value.is_some_and(|value| value.is_ok_and(|value| !value.is_falsy()))
}

/// Empties the inputs.
pub(super) fn clear(shadow: &ShadowRoot, fields: &[Field]) {
    for field in fields {
        clear_one(shadow, &field.id());
    }
}

/// Empties the input with this `id`.
pub(super) fn clear_one(shadow: &ShadowRoot, id: &str) {
    set(shadow, id, "");
}

/// Puts the sample values into the inputs.
pub(super) fn fill_sample(shadow: &ShadowRoot) {
    set(shadow, &Field::AccessToken.id(), SAMPLE_TOKEN);
    for (key, value) in SAMPLE_SECRETS {
        set(shadow, &Field::Param(key.to_owned()).id(), value);
    }
}

/// What the claims of a token say.
pub(super) fn claims(token: &AccessToken) -> Option<TokenClaims> {
    TokenClaims::from_json(&json::parse(&token.claims_text()?)?)
}

/// All that a token says of itself, where it can be read.
pub(super) fn facts(token: &AccessToken) -> Option<TokenFacts> {
    Some(TokenFacts::from_json(&json::parse(&token.claims_text()?)?))
}

/// Writes into the input with this `id`.
pub(super) fn set(shadow: &ShadowRoot, id: &str, value: &str) {
    if let Some(input) = input(shadow, id) {
        input.set_value(value);
    }
}

/// The browser's `value` is read and written alike in an input of many lines.
fn input(shadow: &ShadowRoot, id: &str) -> Option<HtmlInputElement> {
    let element = shadow.get_element_by_id(id)?;
    let fits = element.has_type::<HtmlInputElement>() || element.has_type::<HtmlTextAreaElement>();
    fits.then(|| element.unchecked_into())
}

/// Parses a token and looks at its claims.
pub(super) fn check_token(text: &str) -> Result<(AccessToken, Vec<Remark>), Problem> {
    let checked = AccessToken::parse(text)?;
    let claims = claims(&checked.value);
    let mut remarks = checked.remarks;
    remarks.extend(claims.and_then(|claims| claims.remark(clock::now())));
    Ok((checked.value, remarks))
}
