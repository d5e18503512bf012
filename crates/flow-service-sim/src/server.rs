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
use crate::options::Options;
use crate::state::State;
use crate::{control, data, ims};

/// How long to wait when the operating system has no socket to give.
const RESPITE: Duration = Duration::from_millis(50);

/// The parts of the service.
#[derive(Clone)]
pub struct Routers {
    data: Router,
    ims: Router,
    control: Router,
}

impl Routers {
    /// All parts of a service with these options.
    pub fn new(options: &Options, state: &Arc<State>) -> Self {
        Self {
            data: data::router(Arc::clone(state), options.cors),
            ims: ims::router(Arc::clone(state), options.cors && options.ims_cors),
            control: control::router(Arc::clone(state)),
        }
    }

    fn of_path(self, path: &str) -> Router {
        if path.starts_with("/data/") {
            self.data
        } else if path.starts_with("/ims/") {
            self.ims
        } else {
            self.control
        }
    }
}

/// Serves until the task is aborted; all connections end with it.
pub async fn run(listener: TcpListener, routers: Routers) {
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
    let router = routers.of_path(request.uri().path());
    let Ok(response) = router.oneshot(request.map(Body::new)).await;
    if cut::is_cut(&response) { Err(Cut) } else { Ok(response) }
}
