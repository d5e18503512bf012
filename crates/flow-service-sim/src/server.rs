//! HTTP/1.1 over TCP. Served with hyper itself, because a scripted answer may have to
//! break the connection, which axum's own server does not offer.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use axum::middleware::from_fn_with_state;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tower::ServiceExt;

use crate::cut::{self, Cut, Instead};
use crate::options::Options;
use crate::state::State;
use crate::{control, cors, data, ims, record, scripted};

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
            data: reached(data::router(state), state, options.cors),
            ims: reached(ims::router(), state, options.cors && options.ims_cors),
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

/// What happens to a request before it comes to a router, from the outside in: it is recorded,
/// preflights are answered, a scripted answer is played.
fn reached(router: Router<Arc<State>>, state: &Arc<State>, cors: bool) -> Router {
    let router = router.layer(from_fn_with_state(Arc::clone(state), scripted::play));
    let router = if cors { router.layer(cors::any_origin()) } else { router };
    router
        .layer(from_fn_with_state(Arc::clone(state), scripted::play_preflight))
        .layer(from_fn_with_state(Arc::clone(state), record::record))
        .with_state(Arc::clone(state))
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
    // hyper lets its own one go when an answer is broken; this one says what it never would.
    let Ok((stream, ours)) = twice(stream) else { return };
    let instead = Arc::new(Mutex::new(None));
    let noted = Arc::clone(&instead);
    let service = service_fn(move |request| answer(routers.clone(), request, Arc::clone(&noted)));
    let connection =
        http1::Builder::new().keep_alive(false).serve_connection(TokioIo::new(stream), service);
    // A broken connection is what was scripted, or the client's own doing.
    let _ = connection.await;
    let instead = instead.lock().unwrap_or_else(PoisonError::into_inner).take();
    // The client may be gone, which is its own doing too.
    let _ = match instead {
        Some(Instead::Bytes(bytes)) => write(&ours, &bytes).await,
        Some(Instead::Reset) => ours.set_zero_linger(),
        None => Ok(()),
    };
}

/// The same connection as two, which ends when both are let go.
fn twice(stream: TcpStream) -> io::Result<(TcpStream, TcpStream)> {
    let stream = stream.into_std()?;
    let other = stream.try_clone()?;
    Ok((TcpStream::from_std(stream)?, TcpStream::from_std(other)?))
}

async fn write(stream: &TcpStream, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        stream.writable().await?;
        match stream.try_write(bytes) {
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

async fn answer(
    routers: Routers,
    request: Request<Incoming>,
    instead: Arc<Mutex<Option<Instead>>>,
) -> Result<Response<Body>, Cut> {
    let router = routers.of_path(request.uri().path());
    let Ok(response) = router.oneshot(request.map(Body::new)).await;
    let Some(what) = cut::of(&response) else { return Ok(response) };
    *instead.lock().unwrap_or_else(PoisonError::into_inner) = Some(what);
    Err(Cut)
}
