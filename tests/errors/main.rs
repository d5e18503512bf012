//! The table of errors against the local service (native; real HTTP on loopback): each
//! documented refusal is reachable, and reads as it is written. And the table of faults, which
//! the browsers' trials go through, against the rules that decide.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod faults;

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
        let written = entry.advice(documented.message(), auth_name);
        assert_eq!((advice.cause, advice.next), written);
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

/// The codes that the facts about Adobe's API name, of its pages on troubleshooting, on errors of
/// Flow Service and on errors of sources. `1439` is in a table with 400 and in bodies with 404.
const FACTS: [&str; 59] = [
    "403010", "401013", "403000", "403003", "400003", "403025", "403027", "429050", "1100-400",
    "1101-404", "1102-500", "1103-503", "1104-504", "1401-400", "1402-400", "1403-400", "1404-412",
    "1405-400", "1413-400", "1414-400", "1415-400", "1416-400", "1417-400", "1418-400", "1434-400",
    "1439-400", "1439-404", "1440-400", "1445-400", "1448-400", "1449-400", "1450-400", "1451-400",
    "1452-400", "1453-400", "1454-400", "1455-400", "1456-400", "2000-401", "2001-401", "2002-401",
    "2100-404", "2105-400", "2110-400", "2114-400", "2115-400", "2118-403", "2120-403", "2121-403",
    "1006-408", "1300-400", "1301-400", "1302-400", "1304-400", "1308-400", "1336-400", "1337-400",
    "1339-400", "1358-400",
];

/// No more, no less: a code that is lost from the table is missed here.
#[test]
fn the_table_has_the_codes_of_the_facts() {
    let codes = entries().filter_map(|(_, entry)| match entry.sign {
        Sign::Code(code) => Some(code),
        Sign::Words(_) => None,
    });
    let facts: BTreeSet<_> = FACTS.into_iter().collect();
    assert_eq!(facts.len(), FACTS.len());
    assert_eq!(codes.collect::<BTreeSet<_>>(), facts);
}

/// The field of each code, once more by hand: whoever changes it says so here.
#[test]
fn each_field_is_the_one_that_is_meant() {
    let expect = [
        (Field::AccessToken, vec!["401013", "2115-400"]),
        (Field::ApiKey, vec!["403003"]),
        (Field::OrganizationId, vec!["403025", "2000-401", "1339-400"]),
        (Field::Sandbox, vec!["2100-404"]),
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
