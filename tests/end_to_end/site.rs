//! The static host of one trial: the built site with the headers of production, a
//! `config.json` of its own, and if wanted the page of a portal that embeds the app.
//!
//! It holds every request and every report of a violated Content-Security-Policy.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::host_headers::HostHeaders;
use crate::static_file::{file, not_found, text_answer};

/// Where browsers report violations to.
pub const REPORT_PATH: &str = "/csp-report";

/// What `config.json` is.
#[derive(Debug, Clone)]
pub enum ConfigFile {
    /// This.
    Json(Value),
    /// Not there: 404.
    Missing,
    /// There, with this text.
    Text(&'static str),
}

/// A request that the site got.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The method.
    pub method: Method,
    /// Path and query.
    pub target: String,
    /// The headers.
    pub headers: HeaderMap,
}

/// A running static host; it ends when dropped.
pub struct Site {
    /// Scheme, host and port, without a slash at the end.
    pub origin: String,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

struct Shared {
    dist: PathBuf,
    headers: HostHeaders,
    /// Behind `/data/` and `/ims/`, for deployments whose `apiBase` and `imsBase` are `/`.
    service: String,
    client: reqwest::Client,
    held: watch::Sender<Option<&'static str>>,
    now: Mutex<Now>,
}

struct Now {
    config: ConfigFile,
    portal: Option<(String, String)>,
    policy: Option<String>,
    refused: Option<&'static str>,
    visits: Vec<Visit>,
    broken_off: Vec<String>,
    reports: Vec<String>,
}

impl Site {
    /// Serves `dist` on a free port; its policy allows the service's origin.
    pub async fn start(dist: &Path, service: String) -> Result<Self> {
        let headers = std::fs::read_to_string(dist.join("_headers"))
            .context("the built site has no _headers; `cargo xtask dist` puts it there")?;
        let headers = HostHeaders::parse(&headers)?.for_deployment(&service, REPORT_PATH)?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let config =
            ConfigFile::Json(serde_json::json!({ "apiBase": service, "imsBase": service }));
        let now = Now {
            config,
            portal: None,
            policy: None,
            refused: None,
            visits: Vec::new(),
            broken_off: Vec::new(),
            reports: Vec::new(),
        };
        let shared = Arc::new(Shared {
            dist: dist.to_owned(),
            headers,
            service,
            client: reqwest::Client::builder().no_proxy().build()?,
            held: watch::Sender::new(None),
            now: Mutex::new(now),
        });
        let router = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        let server = tokio::spawn(async move {
            // It ends with the trial only; what a browser breaks off concerns no one.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { origin, shared, server })
    }

    /// Sets what `config.json` is from now on.
    pub fn set_config(&self, config: ConfigFile) {
        self.shared.now().config = config;
    }

    /// Serves `/portal.html` and its own script `/portal.js`.
    pub fn set_portal(&self, html: String, script: &str) {
        self.shared.now().portal = Some((html, script.to_owned()));
    }

    /// Answers with this Content-Security-Policy instead, as a portal with its own does.
    pub fn set_policy(&self, policy: &str) {
        self.shared.now().policy = Some(format!("{policy}; report-uri {REPORT_PATH}"));
    }

    /// Files whose paths end so get 503 from now on.
    pub fn refuse(&self, suffix: &'static str) {
        self.shared.now().refused = Some(suffix);
    }

    /// No file is refused any more.
    pub fn refuse_nothing(&self) {
        self.shared.now().refused = None;
    }

    /// Files whose paths end so are not answered until they are let go.
    pub fn hold(&self, suffix: &'static str) {
        self.shared.held.send_replace(Some(suffix));
    }

    /// What was held is answered, and nothing is held any more.
    pub fn let_go(&self) {
        self.shared.held.send_replace(None);
    }

    /// How often files whose paths end so were asked for.
    pub fn asked_for(&self, suffix: &str) -> usize {
        let visits = self.visits();
        visits.iter().filter(|visit| visit.target.ends_with(suffix)).count()
    }

    /// Paths and queries below `/data/` and `/ims/` whose answers the browser did not wait for.
    pub fn broken_off(&self) -> Vec<String> {
        self.shared.now().broken_off.clone()
    }

    /// The requests so far, reports of violations not among them.
    pub fn visits(&self) -> Vec<Visit> {
        self.shared.now().visits.clone()
    }

    /// The reports of violations so far.
    pub fn reports(&self) -> Vec<String> {
        self.shared.now().reports.clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Shared {
    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn answer(State(site): State<Arc<Shared>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    if path == REPORT_PATH {
        let body = to_bytes(request.into_body(), usize::MAX).await.unwrap_or_default();
        site.now().reports.push(String::from_utf8_lossy(&body).into_owned());
        return text_answer(StatusCode::NO_CONTENT, "text/plain", Body::empty());
    }
    site.now().visits.push(Visit {
        method: request.method().clone(),
        target: request.uri().to_string(),
        headers: request.headers().clone(),
    });
    if path.starts_with("/data/") || path.starts_with("/ims/") {
        let target = request.uri().to_string();
        let mut waited_for = WaitedFor { site: Arc::clone(&site), target: Some(target) };
        let answer = forward(&site, request).await;
        waited_for.target = None;
        return answer.unwrap_or_else(|error| {
            text_answer(StatusCode::BAD_GATEWAY, "text/plain", Body::from(error.to_string()))
        });
    }
    let is_held = |held: Option<&str>| held.is_some_and(|suffix| path.ends_with(suffix));
    // It can only fail where the sender is gone, and the site holds that.
    let _ = site.held.subscribe().wait_for(|held| !is_held(*held)).await;
    if site.now().refused.is_some_and(|suffix| path.ends_with(suffix)) {
        // Without the headers of a file: they would let the browser keep the refusal.
        return text_answer(StatusCode::SERVICE_UNAVAILABLE, "text/plain", Body::from("refused"));
    }
    let mut response = document(&site, &path);
    for (name, value) in site.headers.of(&path) {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().append(name, value);
        }
    }
    let own = site.now().policy.as_deref().map(HeaderValue::from_str);
    if let Some(Ok(own)) = own {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, own);
    }
    response
}

/// A file of the site, or one of the documents that belong to the trial.
fn document(site: &Shared, path: &str) -> Response {
    let now = site.now();
    match (path, &now.config, &now.portal) {
        ("/config.json", ConfigFile::Json(config), _) => {
            text_answer(StatusCode::OK, "application/json", Body::from(config.to_string()))
        }
        ("/config.json", ConfigFile::Text(text), _) => {
            text_answer(StatusCode::OK, "application/json", Body::from(*text))
        }
        ("/config.json", ConfigFile::Missing, _) => not_found(),
        ("/portal.html", _, Some((html, _))) => {
            text_answer(StatusCode::OK, "text/html; charset=utf-8", Body::from(html.clone()))
        }
        ("/portal.js", _, Some((_, script))) => {
            text_answer(StatusCode::OK, "text/javascript", Body::from(script.clone()))
        }
        _ => file(&site.dist, path),
    }
}

/// A request whose answer the browser waits for. Dropped with its target, it was broken off:
/// the server drops what it does when the connection ends.
struct WaitedFor {
    site: Arc<Shared>,
    target: Option<String>,
}

impl Drop for WaitedFor {
    fn drop(&mut self) {
        self.site.now().broken_off.extend(self.target.take());
    }
}

/// What a reverse proxy in front of the API does.
async fn forward(site: &Shared, request: Request) -> Result<Response> {
    let (parts, body) = request.into_parts();
    let mut headers = parts.headers;
    headers.remove(header::HOST);
    let answer = site
        .client
        .request(parts.method, format!("{}{}", site.service, parts.uri))
        .headers(headers)
        .body(to_bytes(body, usize::MAX).await?)
        .send()
        .await?;
    let mut response = Response::new(Body::empty());
    *response.status_mut() = answer.status();
    if let Some(kind) = answer.headers().get(header::CONTENT_TYPE) {
        response.headers_mut().insert(header::CONTENT_TYPE, kind.clone());
    }
    *response.body_mut() = Body::from(answer.bytes().await?);
    Ok(response)
}
