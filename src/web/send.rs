//! The one file that sends requests: to Platform's APIs, and to IMS for a token.
//!
//! Nothing of the page goes along but what the request holds: no cookies, no referrer,
//! no cache, and no redirect, which could carry the token to another place.

use std::cell::Cell;
use std::rc::Rc;

use flow_service::error::{CallError, NoAnswer, NotSent};
use flow_service::request::{AUTHORIZATION, Request};
use flow_service::response::{BODY_LIMIT, Response, ResponseBody};
use flow_service::secret::Secrets;
use flow_service::token_request::{FORM, TOKEN_PATH, TokenRequest};
use gloo_net::http::Response as Answer;
use gloo_timers::callback::Timeout;
use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, RequestMode,
    RequestRedirect,
};

use super::json;
use super::online::is_online;
use crate::screen::check::Probe;

/// How long an answer is waited for, body included, in milliseconds.
const TIME_LIMIT: u32 = 30_000;

/// Sends a request and reads the whole answer, and the header `Retry-After` where it can be
/// seen.
pub(super) async fn send(
    base: &str,
    request: &Request,
    secrets: &Secrets,
    controller: &AbortController,
) -> Result<(Response, Option<String>), CallError> {
    exchange(|| build(base, request, secrets, controller), controller).await
}

/// Asks IMS for a token. Nothing of Platform's headers goes there.
pub(super) async fn request_token(
    base: &str,
    request: &TokenRequest,
    secrets: &Secrets,
    controller: &AbortController,
) -> Result<Response, CallError> {
    let build = || {
        let body = request
            .open(secrets)
            .map_err(|name| CallError::NotSent(NotSent::MissingSecret(name)))?;
        let init = post(controller);
        init.set_body(&JsValue::from_str(&body));
        let built = || {
            let address = [base, TOKEN_PATH].concat();
            let built = web_sys::Request::new_with_str_and_init(&address, &init)?;
            built.headers().set("Content-Type", FORM)?;
            Ok(built)
        };
        built().map_err(impossible)
    };
    exchange(build, controller).await.map(|(response, _)| response)
}

async fn exchange(
    build: impl FnOnce() -> Result<web_sys::Request, CallError>,
    controller: &AbortController,
) -> Result<(Response, Option<String>), CallError> {
    if !is_online() {
        return Err(CallError::NotSent(NotSent::Offline));
    }
    let timed_out = Rc::new(Cell::new(false));
    let timer = {
        let timed_out = Rc::clone(&timed_out);
        let controller = controller.clone();
        Timeout::new(TIME_LIMIT, move || {
            timed_out.set(true);
            controller.abort();
        })
    };
    let request = build()?;
    let broken = || {
        CallError::NoAnswer(if timed_out.get() {
            NoAnswer::TimedOut(TIME_LIMIT)
        } else if controller.signal().aborted() {
            NoAnswer::Cancelled
        } else {
            NoAnswer::ConnectionFailed
        })
    };
    let answer = fetch(request).await.ok_or_else(broken)?;
    let status = answer.status();
    // Another origin has to expose it.
    let retry_after = answer.headers().get("retry-after");
    let body = match read_text(answer).await {
        // The text is still the browser's: one that is too long never enters the app.
        Some(text) if text.length() as usize > BODY_LIMIT => ResponseBody::TooLarge,
        Some(text) => ResponseBody::of_text(text.into(), json::parse),
        None if controller.signal().aborted() => return Err(broken()),
        None => ResponseBody::Cut,
    };
    timer.cancel();
    Ok((Response { status, body }, retry_after))
}

/// Whether the host answers at all, CORS or not: a request that carries nothing of a person,
/// and whose answer stays closed to the page.
pub(super) async fn probe(base: &str, controller: &AbortController) -> Probe {
    let init = RequestInit::new();
    init.set_mode(RequestMode::NoCors);
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_cache(RequestCache::NoStore);
    init.set_signal(Some(&controller.signal()));
    let built = web_sys::Request::new_with_str_and_init(&[base, "/"].concat(), &init);
    let Ok(built) = built else { return Probe::Fails };
    let timed_out = Rc::new(Cell::new(false));
    let timer = {
        let timed_out = Rc::clone(&timed_out);
        let controller = controller.clone();
        Timeout::new(TIME_LIMIT, move || {
            timed_out.set(true);
            controller.abort();
        })
    };
    let answers = fetch(built).await.is_some();
    timer.cancel();
    match (answers, timed_out.get()) {
        (true, _) => Probe::Answers,
        (false, true) => Probe::TimedOut(TIME_LIMIT),
        (false, false) => Probe::Fails,
    }
}

/// Sends what was built. gloo-net's own builder is not used: it takes the address apart, and
/// panics for some header values.
pub(super) async fn fetch(request: web_sys::Request) -> Option<Answer> {
    gloo_net::http::Request::from(request).send().await.ok()
}

/// Not inlined: within the future that calls it, it would be 1 KB more.
#[inline(never)]
fn build(
    base: &str,
    request: &Request,
    secrets: &Secrets,
    controller: &AbortController,
) -> Result<web_sys::Request, CallError> {
    let open =
        request.open(secrets).map_err(|name| CallError::NotSent(NotSent::MissingSecret(name)))?;
    let init = post(controller);
    init.set_method(request.method.as_str());
    if let Some(body) = &open.body {
        init.set_body(&JsValue::from_str(body));
    }
    let built = || {
        let built =
            web_sys::Request::new_with_str_and_init(&[base, &request.target].concat(), &init)?;
        let headers = built.headers();
        headers.set(AUTHORIZATION, &open.authorization)?;
        for (name, value) in &request.headers {
            headers.set(name, value)?;
        }
        Ok(built)
    };
    built().map_err(impossible)
}

/// What all requests have in common.
fn post(controller: &AbortController) -> RequestInit {
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_mode(RequestMode::Cors);
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Error);
    init.set_signal(Some(&controller.signal()));
    init
}

/// The error of the browser may quote a header; its kind is all that is kept.
fn impossible(_: JsValue) -> CallError {
    CallError::NotSent(NotSent::Impossible("fetch".to_owned()))
}

/// The whole body as text, or none where the connection broke within it.
pub(super) async fn read_text(answer: Answer) -> Option<JsString> {
    let text = web_sys::Response::from(answer).text().ok()?;
    JsFuture::from(text).await.ok()?.dyn_into().ok()
}
