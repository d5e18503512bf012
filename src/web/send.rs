//! The one file that sends requests to Platform's APIs.
//!
//! Nothing of the page goes along but what the request holds: no cookies, no referrer,
//! no cache, and no redirect, which could carry the token to another place.

use std::cell::Cell;
use std::rc::Rc;

use flow_service::error::{CallError, NoAnswer, NotSent};
use flow_service::request::{AUTHORIZATION, Request};
use flow_service::response::{BODY_LIMIT, Response, ResponseBody};
use flow_service::secret::Secrets;
use gloo_net::http::Response as Answer;
use gloo_timers::callback::Timeout;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestInit, RequestMode, RequestRedirect,
};

use super::json;

/// How long an answer is waited for, body included, in milliseconds.
const TIME_LIMIT: u32 = 30_000;

/// Sends a request and reads the whole answer.
pub(super) async fn send(
    base: &str,
    request: &Request,
    secrets: &Secrets,
    controller: &AbortController,
) -> Result<Response, CallError> {
    if web_sys::window().is_some_and(|window| !window.navigator().on_line()) {
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
    let built = build(base, request, secrets, controller)?;
    let broken = || {
        CallError::NoAnswer(if timed_out.get() {
            NoAnswer::TimedOut(TIME_LIMIT)
        } else if controller.signal().aborted() {
            NoAnswer::Cancelled
        } else {
            NoAnswer::ConnectionFailed
        })
    };
    let answer = Answer::from(fetch(&built).await.ok_or_else(broken)?);
    let body = match read_body(&answer).await {
        Read::Whole(bytes) => {
            ResponseBody::of_text(String::from_utf8_lossy(&bytes).into_owned(), json::parse)
        }
        Read::TooLarge => ResponseBody::TooLarge,
        Read::Broken if controller.signal().aborted() => return Err(broken()),
        Read::Broken => ResponseBody::Cut,
    };
    timer.cancel();
    Ok(Response { status: answer.status(), body })
}

/// Asks, without gloo-net's request: it takes the address apart, panics for some header
/// values, and brings 1 KB of error texts that nobody would see.
pub(super) async fn fetch(request: &web_sys::Request) -> Option<web_sys::Response> {
    let answer = web_sys::window()?.fetch_with_request(request);
    JsFuture::from(answer).await.ok()?.dyn_into().ok()
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
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_mode(RequestMode::Cors);
    init.set_credentials(RequestCredentials::Omit);
    init.set_referrer_policy(ReferrerPolicy::NoReferrer);
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(RequestRedirect::Error);
    init.set_signal(Some(&controller.signal()));
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
    // The error of the browser may quote a header; its kind is all that is kept.
    built().map_err(|_: JsValue| CallError::NotSent(NotSent::Impossible("fetch".to_owned())))
}

enum Read {
    Whole(Vec<u8>),
    TooLarge,
    Broken,
}

/// Reads the body piece by piece, and stops where it is larger than any answer is.
async fn read_body(answer: &Answer) -> Read {
    let Some(stream) = answer.body() else { return Read::Whole(Vec::new()) };
    let Ok(reader) = stream.get_reader().dyn_into::<ReadableStreamDefaultReader>() else {
        return Read::Broken;
    };
    let mut bytes = Vec::new();
    loop {
        let Ok(piece) = JsFuture::from(reader.read()).await else { return Read::Broken };
        let member = |name: &str| Reflect::get(&piece, &JsValue::from(name)).ok();
        if member("done").is_some_and(|done| done.is_truthy()) {
            return Read::Whole(bytes);
        }
        let Some(Ok(chunk)) = member("value").map(JsCast::dyn_into::<Uint8Array>) else {
            return Read::Broken;
        };
        if bytes.len() + chunk.length() as usize > BODY_LIMIT {
            // What is left is not wanted; that cancelling fails would change nothing.
            drop(reader.cancel());
            return Read::TooLarge;
        }
        bytes.extend(chunk.to_vec());
    }
}
