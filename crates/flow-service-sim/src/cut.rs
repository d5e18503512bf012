//! Broken connections: before the answer, in its place, and within its body.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::Response;
use http_body::{Body as HttpBody, Frame};

/// The error with which the server drops a connection.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the connection is cut, as scripted")]
pub struct Cut;

/// What the client gets in place of an HTTP answer.
#[derive(Debug, Clone)]
pub enum Instead {
    /// These bytes, and then the end.
    Bytes(Bytes),
    /// A reset.
    Reset,
}

/// A response in whose place the connection is closed.
pub fn before_answer() -> Response<Body> {
    instead_of_an_answer(Vec::new())
}

/// A response in whose place these bytes are sent before the connection is closed.
pub fn instead_of_an_answer(bytes: Vec<u8>) -> Response<Body> {
    instead(Instead::Bytes(bytes.into()))
}

/// A response in whose place the connection is reset.
pub fn reset() -> Response<Body> {
    instead(Instead::Reset)
}

fn instead(what: Instead) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(what);
    response
}

/// What is to be done in place of this response.
pub fn of(response: &Response<Body>) -> Option<Instead> {
    response.extensions().get().cloned()
}

/// A body that breaks off after these bytes.
pub fn body(bytes: Vec<u8>) -> Body {
    Body::new(CutBody { stage: Stage::Data(bytes.into()) })
}

struct CutBody {
    stage: Stage,
}

enum Stage {
    Data(Bytes),
    /// The server writes out what it has when a body has nothing to give at the moment;
    /// without this pause it would drop the bytes together with the connection.
    Pause,
    Broken,
}

impl HttpBody for CutBody {
    type Data = Bytes;
    type Error = Cut;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Cut>>> {
        match &mut self.stage {
            Stage::Data(bytes) => {
                let bytes = std::mem::take(bytes);
                self.stage = Stage::Pause;
                Poll::Ready(Some(Ok(Frame::data(bytes))))
            }
            Stage::Pause => {
                self.stage = Stage::Broken;
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Stage::Broken => Poll::Ready(Some(Err(Cut))),
        }
    }
}
