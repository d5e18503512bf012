//! Made-up connections, so that a list can be long. They are the same at every start.

use flow_service::connection::Connection;
use flow_service::spec::{AuthField, AuthSpec, FieldKind};
use flow_service::value::{ConnectionId, SandboxName};
use serde_json::{Map, Value, json};
use uuid::{Builder, Uuid};

use crate::at_path;
use crate::known_specs::{KnownSpec, KnownSpecs};
use crate::mask::MASK;
use crate::store::StoredConnection;

/// When the newest one was created: 2026-01-01T00:00:00Z. Each other one is a minute older
/// than the one after it.
const NEWEST: u64 = 1_767_225_600_000;
const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;

/// Of so many connections each source but the first has one; the first has the rest.
const ROUND: usize = 12;

/// So many sources have made-up connections: later ones leave them as they are.
const SOURCES: usize = 6;

const PURPOSES: [&str; 7] = [
    "Support cases",
    "Customer accounts",
    "Contacts",
    "Service contracts",
    "Work orders",
    "Knowledge articles",
    "Entitlements",
];

const CREATORS: [&str; 4] = [
    "0A1B2C3D4E5F60718293A4B5@AdobeID",
    "5B4A39281706F5E4D3C2B1A0@AdobeID",
    "nightly-import@techacct.adobe.com",
    "data-platform@techacct.adobe.com",
];

/// So many connections in this sandbox, of no organization in particular, oldest first.
pub fn connections(count: usize, sandbox: &SandboxName) -> Vec<StoredConnection> {
    // They are older than the end of Basic Authentication.
    let sources = KnownSpecs::new(true);
    let patterns: Vec<Vec<_>> = sources
        .all()
        .iter()
        .take(SOURCES)
        .map(|source| {
            let auth_specs = source.spec.auth_specs.iter();
            auth_specs.filter_map(|auth| Pattern::new(source, auth, sandbox)).collect()
        })
        .collect();
    let made = (0..count).rev().filter_map(|number| {
        // The last sources of a round are the others, one each; what is before is the first.
        let place = (number % ROUND + patterns.len()).saturating_sub(ROUND);
        let pattern = pick(patterns.get(place)?, number / ROUND)?;
        pattern.connection(number)
    });
    made.collect()
}

/// What all connections of one source and auth spec have in common.
struct Pattern<'a> {
    source: &'a KnownSpec,
    auth: &'a AuthSpec,
    connection: Connection,
}

impl<'a> Pattern<'a> {
    fn new(source: &'a KnownSpec, auth: &'a AuthSpec, sandbox: &SandboxName) -> Option<Self> {
        let item = json!({
            "id": uuid(0, 0).to_string(),
            "sandboxName": sandbox.as_str(),
            "connectionSpec": { "id": source.spec.id, "version": source.spec.version },
            "auth": { "specName": auth.name },
        });
        Some(Self { source, auth, connection: Connection::from_json(&item)? })
    }

    /// Number 0 is the newest one.
    fn connection(&self, number: usize) -> Option<StoredConnection> {
        let created = NEWEST.saturating_sub(as_u64(number).saturating_mul(MINUTE));
        let state = state(number);
        let creator = |number| pick(&CREATORS, number).map(|&creator| creator.to_owned());
        let mut connection = self.connection.clone();
        connection.id = ConnectionId::parse(&uuid(number, 1).to_string())?;
        connection.name = name(number, self.source);
        connection.description = (!number.is_multiple_of(3))
            .then(|| format!("{} for the daily report", self.source.title));
        connection.state = Some(state.to_owned());
        connection.auth_params = Some(params(number, self.auth));
        connection.created_at = Some(created);
        connection.updated_at = Some(created + as_u64(number % 7) * HOUR);
        connection.created_by = creator(number);
        connection.updated_by = creator(number / 3);
        connection.created_client = connection.created_by.as_deref().map(client);
        connection.updated_client = connection.updated_by.as_deref().map(client);
        // Adobe's pages say that a connection may have no etag as long as it is initializing.
        connection.etag = (state != "initializing").then(|| format!("\"{}\"", uuid(number, 2)));
        let secret = self.auth.fields.iter().find(|field| field.kind.is_secret());
        let wrong = secret.filter(|_| number % 25 == 3).and_then(AuthField::path);
        Some(StoredConnection::new(connection, wrong.map(at_path::owned).into_iter().collect()))
    }
}

/// People use Adobe's own pages, which call themselves so; programs are clients of their own.
fn client(creator: &str) -> String {
    let (name, account) = creator.split_once('@').unwrap_or((creator, ""));
    if account == "AdobeID" { "exc_app".to_owned() } else { name.to_owned() }
}

/// Few have no name, a long one, or one that is written from right to left; a few are in use.
fn name(number: usize, source: &KnownSpec) -> Option<String> {
    let title = source.title;
    Some(match number % 1000 {
        999 => return None,
        404 => format!("اتصال خدمة العملاء {number:05}"),
        707 => format!("{} {number:05}", "A name that goes on and on".repeat(9)),
        rest if rest % 50 == 17 => format!("In use by the nightly import {number:05}"),
        _ => format!("{} {title} {number:05}", pick(&PURPOSES, number)?),
    })
}

fn state(number: usize) -> &'static str {
    match number % 40 {
        7 | 18 | 29 => "disabled",
        9 => "initializing",
        31 => "updating",
        _ => "enabled",
    }
}

fn params(number: usize, auth: &AuthSpec) -> Value {
    let mut params = Map::new();
    for field in auth.active(|field| field.default.as_deref().unwrap_or_default()) {
        if let (Some(path), Some(value)) = (field.path(), value(number, field)) {
            at_path::put(&mut params, &path, value);
        }
    }
    Value::Object(params)
}

/// Texts are all there; of the rest, what has a default.
fn value(number: usize, field: &AuthField) -> Option<Value> {
    let text = match (&*field.key, &field.kind) {
        (_, FieldKind::Secret | FieldKind::LimitedSecret(_)) => MASK.to_owned(),
        (_, FieldKind::Number(_) | FieldKind::Boolean | FieldKind::Json(_)) => {
            return serde_json::from_str(field.default.as_deref()?).ok();
        }
        (_, FieldKind::Choice(_)) => field.default.clone()?,
        ("environmentUrl", _) => format!("https://acme-{}.my.salesforce.com", number % 5),
        ("endpoint", _) => "https://acme.service-now.example".to_owned(),
        ("apiVersion", _) => "60.0".to_owned(),
        ("username" | "userName", _) => format!("integration-{}@acme.example", number % 9),
        ("host", _) => "sftp.acme.example".to_owned(),
        (key, _) => field.default.clone().unwrap_or_else(|| format!("{key}-{}", number % 9)),
    };
    Some(text.into())
}

/// A UUID that looks like a random one.
fn uuid(number: usize, salt: u64) -> Uuid {
    let high = scattered(as_u64(number) * 4 + salt);
    let low = scattered(high);
    let bytes = (u128::from(high) << 64 | u128::from(low)).to_be_bytes();
    Builder::from_random_bytes(bytes).into_uuid()
}

/// The finisher of `SplitMix64`: neighbours give numbers far apart.
const fn scattered(number: u64) -> u64 {
    let mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// One of them, in turn.
fn pick<T>(items: &[T], number: usize) -> Option<&T> {
    items.get(number % items.len().max(1))
}

fn as_u64(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
