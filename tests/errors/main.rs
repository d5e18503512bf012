//! The table of errors against the local service (native; real HTTP on loopback): each
//! documented refusal is reachable, and reads as it is written.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use flow_connect::screen::Field;
use flow_connect::screen::words::errors::{CATALOGUE, Entry, Layer, Sign};
use flow_connect::screen::words::failure;
use flow_service::error::CallError;
use flow_service::operation::{create_connection, list_connections};
use flow_service::response::{Response, ResponseBody};
use flow_service::spec::{
    AuthSpec, BASIC_AUTHENTICATION, ConnectionSpec, OAUTH2_CLIENT_CREDENTIAL,
};
use flow_service_sim::{Documented, Options, Reply, ScriptedAnswer, Service, start};

const CONNECTIONS: &str = "/data/foundation/flowservice/connections";

fn entries() -> impl Iterator<Item = (Layer, &'static Entry)> {
    CATALOGUE.iter().flat_map(|(layer, entries)| entries.iter().map(|entry| (*layer, entry)))
}

fn basic() -> AuthSpec {
    ConnectionSpec::service_cloud().auth_spec(BASIC_AUTHENTICATION).unwrap().clone()
}

/// The documented refusal that the local service has for an entry.
fn documented(sign: Sign) -> Documented {
    let is_it = |documented: &&Documented| match sign {
        Sign::Code(code) => documented.code() == Some(code),
        Sign::Words(words) => documented.code().is_none() && documented.message() == words,
    };
    let mut all = Documented::ALL.iter().filter(is_it);
    let found = *all.next().unwrap();
    assert_eq!(all.next(), None, "{sign:?}");
    found
}

/// A real request that the local service refuses with this.
async fn refused(service: &Service, documented: Documented, method: reqwest::Method) -> Response {
    let reply = Reply::Documented(documented);
    service.script(ScriptedAnswer { reply, ..ScriptedAnswer::default() });
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let address = [&service.base_url(), CONNECTIONS].concat();
    let answer = client.request(method, address).send().await.unwrap();
    let status = answer.status().as_u16();
    let body = serde_json::from_slice(&answer.bytes().await.unwrap()).unwrap();
    Response { status, body: ResponseBody::Json(body) }
}

/// The page shows what stands in the table, and marks the field.
fn reads_as_written(layer: Layer, entry: &Entry, documented: Documented, error: &CallError) {
    let from_gateway = layer == Layer::Gateway && documented.code().is_some();
    assert_eq!(matches!(error, CallError::RefusedByGateway(_)), from_gateway, "{entry:?}");
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.code.as_deref(), documented.code());
    assert_eq!(refusal.status, documented.status());
    let has_request_id = documented.code().is_some() && layer != Layer::Gateway;
    assert_eq!(refusal.request_id.is_some(), has_request_id, "{entry:?}");

    for auth_name in [BASIC_AUTHENTICATION, OAUTH2_CLIENT_CREDENTIAL, ""] {
        let advice = failure(error, auth_name);
        assert_eq!(advice.meaning, Some(entry.meaning));
        assert_eq!((advice.cause, advice.next), entry.advice(auth_name));
        assert_eq!(advice.server_words.as_deref(), Some(documented.message()));
    }
    let advice = failure(error, OAUTH2_CLIENT_CREDENTIAL);
    assert_eq!((advice.cause, advice.next), (entry.cause, entry.next));

    let marked = refusal.fault().and_then(|fault| Field::of_fault(fault, &basic()));
    let written = entry.fault(documented.message());
    assert_eq!(marked, written.and_then(|fault| Field::of_fault(fault, &basic())), "{entry:?}");
}

#[tokio::test]
async fn each_entry_is_reachable_and_reads_as_written() {
    let service = start(Options::default()).await.unwrap();
    for (layer, entry) in entries() {
        let documented = documented(entry.sign);
        let answer = refused(&service, documented, reqwest::Method::POST).await;
        let created = create_connection::response(answer).unwrap_err();
        reads_as_written(layer, entry, documented, &created);
        let answer = refused(&service, documented, reqwest::Method::GET).await;
        let listed = list_connections::response(answer).unwrap_err();
        reads_as_written(layer, entry, documented, &listed);
    }
    assert_eq!(service.requests().len(), 2 * entries().count());
    assert!(service.connections().is_empty());
}

/// No more, no less.
#[test]
fn the_local_service_documents_what_the_table_explains() {
    let explained: BTreeSet<_> = entries()
        .map(|(_, entry)| match entry.sign {
            Sign::Code(code) => code,
            Sign::Words(_) => "content-type",
        })
        .collect();
    let documented: BTreeSet<_> = Documented::ALL.iter().map(|it| it.name()).collect();
    assert_eq!(explained, documented);
}

/// The field of each code, once more by hand: whoever changes it says so here.
#[test]
fn each_field_is_the_one_that_is_meant() {
    let expect = [
        (Field::AccessToken, vec!["403010", "401013", "2114-400", "2115-400"]),
        (Field::ApiKey, vec!["403000", "403003"]),
        (
            Field::OrganizationId,
            vec!["400003", "403025", "2000-401", "2001-401", "2002-401", "1339-400"],
        ),
        (Field::Sandbox, vec!["2100-404", "2105-400"]),
        (Field::SpecId, vec!["1413-400"]),
        (Field::Authentication, vec!["1415-400", "1301-400", "1302-400"]),
        (Field::Param("username".to_owned()), vec!["1304-400"]),
    ];
    for (_, entry) in entries() {
        let documented = documented(entry.sign);
        let fault = entry.fault(documented.message());
        let field = fault.and_then(|fault| Field::of_fault(fault, &basic()));
        let meant = expect.iter().find(|(_, codes)| codes.contains(&documented.name()));
        assert_eq!(field.as_ref(), meant.map(|(field, _)| field), "{entry:?}");
    }
}
