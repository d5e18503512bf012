//! HTTP/1.1 over TCP. Served with hyper itself, because a scripted answer may have to
//! break the connection, which axum's own server does not offer.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tower::ServiceExt;

use crate::cut::{self, Cut};
use crate::state::State;
use crate::{control, data};

/// How long to wait when the operating system has no socket to give.
const RESPITE: Duration = Duration::from_millis(50);

/// The two halves of the service.
#[derive(Clone)]
struct Routers {
    data: Router,
    control: Router,
}

/// Serves until the task is aborted; all connections end with it.
pub async fn run(listener: TcpListener, state: Arc<State>, cors: bool) {
    let routers =
        Routers { data: data::router(Arc::clone(&state), cors), control: control::router(state) };
    let mut connections = JoinSet::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                connections.spawn(serve(stream, routers.clone()));
            }
            Err(_) => tokio::time::sleep(RESPITE).await,
        }
        // Those that have ended are let go.
        while connections.try_join_next().is_some() {}
    }
}

/// Serves one request. A connection is not kept for a second one: browsers send a request
/// again by themselves when a connection breaks that was in use before, and a test of a
/// broken connection should mostly see one request.
async fn serve(stream: TcpStream, routers: Routers) {
    let service = service_fn(move |request| answer(routers.clone(), request));
    let connection =
        http1::Builder::new().keep_alive(false).serve_connection(TokioIo::new(stream), service);
    // A broken connection is what was scripted, or the client's own doing.
    let _ = connection.await;
}

async fn answer(routers: Routers, request: Request<Incoming>) -> Result<Response<Body>, Cut> {
    let is_data = request.uri().path().starts_with("/data/");
    let router = if is_data { routers.data } else { routers.control };
    let Ok(response) = router.oneshot(request.map(Body::new)).await;
    if cut::is_cut(&response) { Err(Cut) } else { Ok(response) }
}
