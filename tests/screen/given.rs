//! What the tests give: values of nobody, answers of the service, and errors.

use flow_connect::screen::{Field, Route, SecretReport, TokenReport};
use flow_service::connection::Connection;
use flow_service::error::{CallError, NoAnswer, Refusal, Unreadable, UnreadableReason};
use flow_service::operation::create_connection::Created;
use flow_service::operation::list_connections::Page;
use flow_service::request::Access;
use flow_service::value::{
    ApiKey, ConnectionId, ConnectionSpecId, OrganizationId, Problem, Remark, SandboxName,
};
use serde_json::{Value, json};

pub const API_KEY: &str = "0123456789abcdef0123456789abcdef";
pub const ORGANIZATION: &str = "0123456789ABCDEF01234567@AdobeOrg";
pub const NAME: &str = "Base connection for salesforce service cloud";
pub const ID: &str = "4267c2ab-2104-474f-a7c2-ab2104d74f86";
pub const ETAG: &str = "\"0200f1c5-0000-0200-0000-5e4352bf0000\"";

/// When *Create connection* is pressed: some time in November 2026.
pub const PRESSED_AT: u64 = 1_795_000_000_000;

pub fn param(key: &str) -> Field {
    Field::Param(key.to_owned())
}

/// The views of the navigation, and that of one connection.
pub fn routes() -> [Route; 3] {
    let [create, connections] = Route::ALL;
    [create, connections, Route::Connection(ConnectionId::parse(ID).unwrap())]
}

/// The view of one connection.
pub fn one() -> Route {
    let [_, _, one] = routes();
    one
}

/// All inputs that hold secrets, in the order of the page.
pub fn secret_fields() -> Vec<Field> {
    vec![Field::AccessToken, param("password"), param("securityToken"), param("clientSecret")]
}

/// All inputs that hold no secret, in the order of the page.
pub fn text_fields() -> Vec<Field> {
    let params = ["username", "clientId", "environmentUrl", "apiVersion"].map(param);
    let mut fields =
        vec![Field::ApiKey, Field::OrganizationId, Field::Sandbox, Field::Name, Field::Description];
    fields.extend(params);
    fields.extend([Field::SpecId, Field::SpecVersion]);
    fields
}

/// All secrets of both auth specs are typed.
pub fn secrets() -> SecretReport {
    let typed = |key: &str| (key.to_owned(), Ok::<Vec<Remark>, Problem>(Vec::new()));
    SecretReport {
        token: token(),
        params: vec![typed("password"), typed("securityToken"), typed("clientSecret")],
    }
}

/// Access of somebody else.
pub fn other_access() -> Access {
    Access {
        api_key: ApiKey::parse("other").unwrap().value,
        organization: OrganizationId::parse(ORGANIZATION).unwrap().value,
        sandbox: SandboxName::parse("late").unwrap(),
    }
}

/// The access token is typed.
pub fn token() -> TokenReport {
    TokenReport::Typed(Ok(Vec::new()))
}

/// No access token is typed.
pub fn no_token() -> TokenReport {
    TokenReport::Typed(Err(Problem::Missing))
}

/// No secret is typed.
pub fn no_secrets() -> SecretReport {
    SecretReport { token: no_token(), params: Vec::new() }
}

pub fn created(id: &str) -> Created {
    Created { id: ConnectionId::parse(id).unwrap(), etag: Some(ETAG.to_owned()) }
}

/// A connection in a list; `created_at` is a number, or null where the service leaves it out.
pub fn listed(id: &str, name: &str, created_at: impl Into<Value>) -> Connection {
    listed_of(id, name, created_at, ConnectionSpecId::SERVICE_CLOUD)
}

pub fn listed_of(id: &str, name: &str, created_at: impl Into<Value>, spec_id: &str) -> Connection {
    let item = json!({
        "id": id,
        "name": name,
        "etag": ETAG,
        "createdAt": created_at.into(),
        "connectionSpec": { "id": spec_id, "version": "1.0" },
    });
    Connection::from_json(&item).unwrap()
}

pub fn list(connections: Vec<Connection>) -> Page {
    Page { connections, next: None }
}

pub fn timed_out() -> CallError {
    CallError::NoAnswer(NoAnswer::TimedOut(30_000))
}

fn refusal(status: u16, code: Option<&str>, message: &str) -> Refusal {
    Refusal {
        retry_after: None,
        status,
        code: code.map(str::to_owned),
        title: None,
        message: message.to_owned(),
        request_id: Some("request-7".to_owned()),
    }
}

pub fn by_gateway(status: u16, code: &str) -> CallError {
    CallError::RefusedByGateway(refusal(status, Some(code), "The gateway's words"))
}

pub fn by_service(code: &str, message: &str) -> CallError {
    let status = code.rsplit('-').next().unwrap().parse().unwrap();
    CallError::RefusedByService(refusal(status, Some(code), message))
}

pub fn by_service_with(status: u16) -> CallError {
    CallError::RefusedByService(refusal(status, None, "The service's words"))
}

pub fn unreadable(status: u16, reason: UnreadableReason) -> CallError {
    CallError::UnreadableAnswer(Unreadable { status, reason, excerpt: "<html>".to_owned() })
}
