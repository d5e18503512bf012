//! Broken connections: before the answer, and within its body.

use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use axum::http::Response;
use http_body::{Body as HttpBody, Frame};

/// The error with which the server drops a connection.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the connection is cut, as scripted")]
pub struct Cut;

/// A response in whose place the connection is closed.
pub fn before_answer() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    response.extensions_mut().insert(Cut);
    response
}

/// Whether the connection is to be closed in place of this response.
pub fn is_cut(response: &Response<Body>) -> bool {
    response.extensions().get::<Cut>().is_some()
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
