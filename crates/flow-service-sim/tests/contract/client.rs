//! Sends a request as the app does, through the proxy.

use flow_service::request::{AUTHORIZATION, Request, SERVICE_PATH};
use flow_service::response::{Response, ResponseBody};
use flow_service::secret::Secrets;
use reqwest::Method;

use crate::prism::Prism;
use crate::violation::{Violation, read};

/// The header in which Prism says what does not conform.
const VIOLATIONS: &str = "sl-violations";

/// An HTTP client that talks to the proxy.
pub struct Client {
    http: reqwest::Client,
    address: String,
}

impl Client {
    pub fn of(prism: &Prism) -> Self {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Self { http, address: prism.address().to_owned() }
    }

    /// The answer as the operations read it, and what does not conform.
    pub async fn send(&self, request: &Request, secrets: &Secrets) -> (Response, Vec<Violation>) {
        // The document's paths begin below the path of the service, and so do the proxy's.
        let path = request.target.strip_prefix(SERVICE_PATH).expect("a call of Flow Service");
        let method = Method::from_bytes(request.method.as_str().as_bytes()).unwrap();
        let open = request.open(secrets).unwrap();
        let mut builder = self
            .http
            .request(method, format!("{}{path}", self.address))
            .header(AUTHORIZATION, open.authorization.as_str());
        for (name, value) in &request.headers {
            builder = builder.header(*name, value);
        }
        if let Some(body) = &open.body {
            builder = builder.body(body.as_str().to_owned());
        }
        let answer = builder.send().await.unwrap();
        let status = answer.status().as_u16();
        let violations = answer.headers().get(VIOLATIONS);
        let violations = violations.map_or_else(Vec::new, |it| read(it.to_str().unwrap()));
        let text = answer.text().await.unwrap();
        let body = ResponseBody::of_text(text, |text| serde_json::from_str(text).ok());
        (Response { status, body }, violations)
    }
}
