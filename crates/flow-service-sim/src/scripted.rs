//! Plays a scripted answer in place of the service's own.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::cut;
use crate::script::Reply;
use crate::state;

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
    let Some(scripted) = scripted else { return next.run(request).await };
    let delay = tokio::time::sleep(Duration::from_millis(scripted.delay_ms));
    match (scripted.carry_out, scripted.reply) {
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
    }
}

/// The answer, unless it is the service's own.
fn answer(reply: Reply) -> Option<Response> {
    Some(match reply {
        Reply::Real => return None,
        Reply::Documented(documented) => documented.into_response(),
        Reply::CutBeforeAnswer => cut::before_answer(),
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
