//! What the app asks of Flow Service: each operation as it makes it, and the refusals that it
//! may get. Each answer is read by the operation that it is for.
//!
//! Where Prism does not find the path of a call in the document, for want of a slash at its end,
//! it looks at nothing else. So these calls are sent with the slash, too.

mod change;
mod create;
mod delete;
mod explore;
mod read;

use flow_service::connection::Connection;
use flow_service::error::CallError;
use flow_service::operation::get_connection;
use flow_service::request::{Access, Request};
use flow_service::response::Response;
use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::value::{AccessToken, ApiKey, ConnectionId, Etag, OrganizationId, SandboxName};

use crate::client::Client;
use crate::violation::Seen;

/// Sends everything once.
pub async fn all(caller: &mut Caller) {
    let connection = create::all(caller).await;
    read::all(caller, &connection).await;
    explore::all(caller, &connection).await;
    change::all(caller, &connection).await;
    delete::all(caller, &connection).await;
}

/// Who asks, and what was seen so far.
pub struct Caller {
    client: Client,
    pub access: Access,
    pub secrets: Secrets,
    pub seen: Vec<Seen>,
}

impl Caller {
    pub fn new(client: Client) -> Self {
        let access = Access {
            api_key: ApiKey::parse("0123456789abcdef0123456789abcdef").unwrap().value,
            organization: OrganizationId::parse("0123456789ABCDEF01234567@AdobeOrg").unwrap().value,
            sandbox: SandboxName::parse("prod").unwrap(),
        };
        let mut secrets = Secrets::default();
        secrets.insert_token(&AccessToken::parse("a-token").unwrap().value);
        for key in ["password", "securityToken", "clientSecret"] {
            secrets.insert(SecretName::of_param(key), Secret::new(format!("the-{key}")));
        }
        Self { client, access, secrets, seen: Vec::new() }
    }

    /// Sends a request under the name of this call.
    pub async fn send(&mut self, call: &'static str, request: &Request) -> Response {
        let (response, violations) = self.client.send(request, &self.secrets).await;
        for violation in &violations {
            // Shown when the test fails, also where the answer cannot be read.
            println!("{call}: {violation}");
        }
        self.seen.push(Seen { call, violations });
        response
    }

    /// The connection as it is now.
    async fn read(&mut self, id: &ConnectionId) -> Connection {
        let request = get_connection::request(&self.access, id);
        get_connection::response(self.send("read", &request).await).unwrap()
    }

    /// The etag that it has now.
    async fn etag(&mut self, id: &ConnectionId) -> Etag {
        Etag::parse(&self.read(id).await.etag.unwrap()).unwrap()
    }
}

/// The same request with the path that the document gives it.
fn with_slash(mut request: Request) -> Request {
    request.target.push('/');
    request
}

/// An ID that no connection has.
fn unknown_id() -> ConnectionId {
    ConnectionId::parse("00000000-0000-4000-8000-000000000000").unwrap()
}

/// Status and code of a refusal.
fn refused<T>(result: Result<T, CallError>) -> (u16, String) {
    let Err(error) = result else { panic!("this should have been refused") };
    let refusal = error.refusal().expect("a refusal that can be read");
    (refusal.status, refusal.code.clone().unwrap_or_default())
}
