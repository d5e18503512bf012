//! A body that comes later than its head.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::Error;
use axum::body::{Body, Bytes};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::time::{Sleep, sleep};

/// This body, held back for so long.
pub fn body(delay: Duration, body: Body) -> Body {
    Body::new(LateBody { delay: Box::pin(sleep(delay)), body })
}

struct LateBody {
    delay: Pin<Box<Sleep>>,
    body: Body,
}

impl HttpBody for LateBody {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        ready!(self.delay.as_mut().poll(context));
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
