//! The local Flow Service of one trial, with the words that scenarios use for it.

use anyhow::{Context, Result, ensure};
use flow_service_sim::{
    Method, Options, ReceivedRequest, Reply, ScriptedAnswer, Service, StoredConnection, start,
};
use serde_json::{Value, json};

/// The path of connections.
pub const CONNECTIONS: &str = "/data/foundation/flowservice/connections";

/// The connection spec of Salesforce Service Cloud.
const SERVICE_CLOUD: &str = "cb66ab34-8619-49cb-96d1-39b37ede86ea";

/// What a search for a name has in its query, and no other request.
const SEARCH: &str = "property=name";

/// The path of the sandboxes.
pub const SANDBOXES: &str = "/data/foundation/sandbox-management/";

/// A local Flow Service.
pub struct LocalService(Service);

impl LocalService {
    /// Starts one on a free port, with CORS on, and with so many made-up connections.
    pub async fn start(seed: usize) -> Result<Self> {
        let options = Options { port: 0, cors: true, seed, ..Options::default() };
        Ok(Self(start(options).await.context("the local Flow Service does not start")?))
    }

    /// Starts one whose IMS does not let pages of other origins in.
    pub async fn with_closed_ims() -> Result<Self> {
        let options = Options { port: 0, cors: true, ims_cors: false, ..Options::default() };
        Ok(Self(start(options).await.context("the local Flow Service does not start")?))
    }

    /// Starts one that lets no page of another origin in.
    pub async fn without_cors() -> Result<Self> {
        let options = Options { port: 0, cors: false, ..Options::default() };
        Ok(Self(start(options).await.context("the local Flow Service does not start")?))
    }

    /// Starts one whose Service Cloud has no Basic Authentication any more.
    pub async fn without_basic() -> Result<Self> {
        let options = Options { port: 0, basic: false, ..Options::default() };
        Ok(Self(start(options).await.context("the local Flow Service does not start")?))
    }

    /// The ID of a made-up connection whose tables can be looked at.
    pub fn explorable(&self) -> Option<String> {
        let connections = self.0.connections();
        let found = connections.iter().find(|held| {
            let connection = &held.connection;
            connection.state.as_deref() == Some("enabled")
                && connection.spec_id.as_deref() == Some(SERVICE_CLOUD)
        });
        found.map(|held| held.connection.id.as_str().to_owned())
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        self.0.base_url()
    }

    /// Queues an answer.
    pub fn script(&self, answer: ScriptedAnswer) {
        self.0.script(answer);
    }

    /// Forgets the scripted answers that are not used up.
    pub fn forget_answers(&self) {
        self.0.forget_answers();
    }

    /// The next creation gets this answer; whether it is carried out is said too.
    pub fn answers_creation(&self, reply: Reply, carried_out: bool) {
        self.delays_creation(0, reply, carried_out);
    }

    /// The same, with the answer held back for so many milliseconds.
    pub fn delays_creation(&self, delay_ms: u64, reply: Reply, carried_out: bool) {
        self.0.script(ScriptedAnswer {
            method: Some(Method::POST),
            path_prefix: Some(CONNECTIONS.to_owned()),
            times: 1,
            carry_out: carried_out,
            delay_ms,
            reply,
            ..ScriptedAnswer::default()
        });
    }

    /// So many of the next look-ups get this answer: they name a source, which a search for a
    /// name does not.
    pub fn answers_look_ups(&self, times: u32, delay_ms: u64, reply: Reply) {
        self.0.script(ScriptedAnswer {
            method: Some(Method::GET),
            path_prefix: Some(CONNECTIONS.to_owned()),
            query: Some("connectionSpec.id".to_owned()),
            times,
            carry_out: false,
            delay_ms,
            reply,
            ..ScriptedAnswer::default()
        });
    }

    /// So many of the next pages after a first one get this answer.
    pub fn answers_pages(&self, times: u32, delay_ms: u64, reply: Reply) {
        self.0.script(ScriptedAnswer {
            method: Some(Method::GET),
            path_prefix: Some(CONNECTIONS.to_owned()),
            query: Some("continuationToken".to_owned()),
            times,
            carry_out: false,
            delay_ms,
            reply,
            ..ScriptedAnswer::default()
        });
    }

    /// So many of the next requests of this method below this path get this answer, held back
    /// for so many milliseconds.
    pub fn answers(&self, method: Method, path: &str, times: u32, delay_ms: u64, reply: Reply) {
        self.0.script(ScriptedAnswer {
            method: Some(method),
            path_prefix: Some(path.to_owned()),
            times,
            carry_out: false,
            delay_ms,
            reply,
            ..ScriptedAnswer::default()
        });
    }

    /// The next search for this name gets this answer, held back for so many milliseconds.
    pub fn answers_search(&self, name: &str, delay_ms: u64, reply: Reply) {
        self.0.script(ScriptedAnswer {
            method: Some(Method::GET),
            path_prefix: Some(CONNECTIONS.to_owned()),
            query: Some(search_for(name)),
            times: 1,
            delay_ms,
            reply,
            ..ScriptedAnswer::default()
        });
    }

    /// The next change gets this answer; whether it is carried out is said too.
    pub fn answers_change(&self, reply: Reply, carried_out: bool) {
        self.0.script(ScriptedAnswer {
            method: Some(Method::PATCH),
            path_prefix: Some(CONNECTIONS.to_owned()),
            carry_out: carried_out,
            reply,
            ..ScriptedAnswer::default()
        });
    }

    /// The requests of this method so far whose path ends so.
    pub fn asked(&self, method: &Method, end: &str) -> Vec<ReceivedRequest> {
        let is_it = |request: &ReceivedRequest| {
            request.method == *method && request.path.trim_end_matches('/').ends_with(end)
        };
        self.requests().into_iter().filter(is_it).collect()
    }

    /// The requests for the list, searches for a name left aside.
    pub fn list_requests(&self) -> Vec<ReceivedRequest> {
        let mut lists = self.asked(&Method::GET, CONNECTIONS);
        lists.retain(|request| !is_search(request));
        lists
    }

    /// How often the list was asked for.
    pub fn lists(&self) -> usize {
        self.list_requests().len()
    }

    /// The searches for a name, by their queries.
    pub fn searches(&self) -> Vec<String> {
        let lists = self.asked(&Method::GET, CONNECTIONS).into_iter();
        lists.filter(is_search).map(|request| request.query).collect()
    }

    /// How often this very name was searched for; a pause in typing may ask for a part of it.
    pub fn searches_for(&self, name: &str) -> usize {
        self.searches().iter().filter(|query| query.contains(&search_for(name))).count()
    }

    /// The requests so far, but those for the form alone: searches for a name, and sandboxes.
    pub fn pressed_for(&self) -> Vec<ReceivedRequest> {
        let mut requests = self.requests();
        requests.retain(|request| !is_search(request) && request.path != SANDBOXES);
        requests
    }

    /// The only change so far; more than one is an error, as is none.
    pub fn only_change(&self) -> Result<ReceivedRequest> {
        let mut changes = self.asked(&Method::PATCH, "");
        ensure!(changes.len() == 1, "{} changes arrived instead of one", changes.len());
        changes.pop().context("no change arrived")
    }

    /// A request that does not come from the page, such as that of another person.
    async fn ask(
        &self,
        method: Method,
        path: &str,
        etag: Option<&str>,
        body: Option<&Value>,
    ) -> Result<Value> {
        let client = reqwest::Client::builder().no_proxy().build()?;
        let mut request = client
            .request(method, format!("{}{path}", self.origin()))
            .header("authorization", "Bearer another.person.token")
            .header("x-api-key", "another-key")
            .header("x-gw-ims-org-id", "0123456789ABCDEF01234567@AdobeOrg")
            .header("x-sandbox-name", "prod");
        if let Some(etag) = etag {
            request = request.header("if-match", etag);
        }
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_string());
        }
        let answer = request.send().await?;
        let status = answer.status();
        let text = String::from_utf8(answer.bytes().await?.to_vec())?;
        ensure!(status.is_success(), "another person was refused with {status}: {text}");
        Ok(if text.is_empty() { Value::Null } else { serde_json::from_str(&text)? })
    }

    /// Another person makes a connection with Basic Authentication; its ID.
    pub async fn create(&self, name: &str, password: &str) -> Result<String> {
        let body = json!({
            "name": name,
            "description": "Made for a trial",
            "auth": {
                "specName": "Basic Authentication",
                "params": {
                    "username": "engineer@acme.example",
                    "password": password,
                    "securityToken": "stored-security-token",
                },
            },
            "connectionSpec": { "id": "cb66ab34-8619-49cb-96d1-39b37ede86ea", "version": "1.0" },
        });
        let created = self.ask(Method::POST, CONNECTIONS, None, Some(&body)).await?;
        let id = created.get("id").and_then(Value::as_str).context("there is no ID")?;
        Ok(id.to_owned())
    }

    /// Another person changes a connection.
    pub async fn change(&self, id: &str, steps: &Value) -> Result<()> {
        let etag = self.connection(id)?.connection.etag.context("it has no etag")?;
        self.ask(Method::PATCH, &format!("{CONNECTIONS}/{id}"), Some(&etag), Some(steps)).await?;
        Ok(())
    }

    /// Another person deletes a connection.
    pub async fn delete(&self, id: &str) -> Result<()> {
        self.ask(Method::DELETE, &format!("{CONNECTIONS}/{id}"), None, None).await?;
        Ok(())
    }

    /// The connection with this ID.
    pub fn connection(&self, id: &str) -> Result<StoredConnection> {
        let mut all = self.connections().into_iter();
        all.find(|held| held.connection.id.as_str() == id).with_context(|| format!("no {id}"))
    }

    /// The connections to Salesforce Service Cloud, newest first.
    pub fn of_this_source(&self) -> Vec<StoredConnection> {
        let spec = Some("cb66ab34-8619-49cb-96d1-39b37ede86ea");
        let mut all = self.connections();
        all.retain(|held| held.connection.spec_id.as_deref() == spec);
        all.reverse();
        all
    }

    /// All requests so far, preflights included.
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.0.requests()
    }

    /// The creations so far.
    pub fn creations(&self) -> Vec<ReceivedRequest> {
        let is_creation = |request: &ReceivedRequest| {
            request.method == Method::POST && request.path.trim_end_matches('/') == CONNECTIONS
        };
        self.requests().into_iter().filter(is_creation).collect()
    }

    /// The one creation; more than one is an error, as is none.
    pub fn only_creation(&self) -> Result<ReceivedRequest> {
        let mut creations = self.creations();
        ensure!(creations.len() == 1, "{} creations arrived instead of one", creations.len());
        creations.pop().context("no creation arrived")
    }

    /// The connections that exist, oldest first.
    pub fn connections(&self) -> Vec<StoredConnection> {
        self.0.connections()
    }

    /// The ID of the only connection that exists.
    pub fn only_connection_id(&self) -> Result<String> {
        let connections = self.connections();
        ensure!(connections.len() == 1, "{} connections exist instead of one", connections.len());
        let connection = connections.first().context("no connection exists")?;
        Ok(connection.connection.id.as_str().to_owned())
    }
}

fn is_search(request: &ReceivedRequest) -> bool {
    request.query.contains(SEARCH)
}

/// What the query has of a search for a name.
fn search_for(name: &str) -> String {
    format!("{SEARCH}%3D%3D{}&", name.replace(' ', "%20"))
}
