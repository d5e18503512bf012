//! Plays a scripted answer in place of the service's own, and in place of that to a preflight.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::script::{Reply, ScriptedAnswer};
use crate::state;
use crate::{cut, late};

/// How many bytes a cut body promises beyond those that are sent.
const PROMISED_TOO_MUCH: usize = 1024;

/// Answers as scripted, or lets the service answer.
///
/// While a delay runs, hyper drops this future when the client closes the connection;
/// what stands behind the delay then does not happen.
pub async fn play(
    State(state): State<Arc<state::State>>,
    request: Request,
    next: Next,
) -> Response {
    let scripted = state.script().take(request.method(), request.uri());
    match scripted {
        Some(scripted) => play_this(scripted, request, next).await,
        None => next.run(request).await,
    }
}

/// The same for preflights, which CORS answers before anything else is asked.
pub async fn play_preflight(
    State(state): State<Arc<state::State>>,
    request: Request,
    next: Next,
) -> Response {
    let is_preflight = request.method() == Method::OPTIONS;
    let scripted =
        if is_preflight { state.script().take_for_preflight(request.uri()) } else { None };
    match scripted {
        Some(scripted) => play_this(scripted, request, next).await,
        None => next.run(request).await,
    }
}

async fn play_this(scripted: ScriptedAnswer, request: Request, next: Next) -> Response {
    let body_delay = Duration::from_millis(scripted.body_delay_ms);
    let delay = tokio::time::sleep(Duration::from_millis(scripted.delay_ms));
    let response = match (scripted.carry_out, scripted.reply) {
        (true, reply) => {
            let own = next.run(request).await;
            delay.await;
            answer(reply).unwrap_or(own)
        }
        (false, reply) => {
            delay.await;
            match answer(reply) {
                Some(response) => response,
                None => next.run(request).await,
            }
        }
    };
    if body_delay.is_zero() { response } else { response.map(|body| late::body(body_delay, body)) }
}

/// The answer, unless it is the service's own.
fn answer(reply: Reply) -> Option<Response> {
    Some(match reply {
        Reply::Real => return None,
        Reply::Documented(documented) => documented.into_response(),
        Reply::CutBeforeAnswer => cut::before_answer(),
        Reply::Bytes(bytes) => cut::instead_of_an_answer(bytes),
        Reply::Reset => cut::reset(),
        Reply::Status { status, headers, body } => {
            let mut response = Response::new(Body::from(body));
            *response.status_mut() = usable(status);
            for (name, value) in headers {
                // A name or value that HTTP cannot carry is left out; the control path
                // refuses it before.
                if let (Ok(name), Ok(value)) =
                    (HeaderName::try_from(name), HeaderValue::try_from(value))
                {
                    response.headers_mut().append(name, value);
                }
            }
            response
        }
        Reply::CutInBody { status, body } => {
            let promised = body.len() + PROMISED_TOO_MUCH;
            let mut response = Response::new(cut::body(body));
            *response.status_mut() = usable(status);
            let headers = response.headers_mut();
            headers.insert(CONTENT_LENGTH, HeaderValue::from(promised));
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            response
        }
    })
}

/// A status that ends a request; an informational one would leave the client waiting.
fn usable(status: u16) -> StatusCode {
    let status = StatusCode::from_u16(status).ok().filter(|status| !status.is_informational());
    status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
