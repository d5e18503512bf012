//! The app's requests and the local service's answers, held against Adobe's `OpenAPI` document:
//! Prism, a validating proxy, stands between the two and reports what does not conform.
//!
//! `cargo xtask test contract` sets the environment that this needs and runs it; a plain
//! `cargo test` does not. Reading order: `calls` is what is sent, `differences` is what may
//! differ and why. Not here: what the answers mean, which the tests of `service` are about.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test ends at the first surprise"
)]

mod calls;
mod client;
mod connectors;
mod differences;
mod prism;
mod violation;

use calls::Caller;
use client::Client;
use differences::{DIFFERENCES, Difference, complaints};
use flow_service::operation::get_connection;
use flow_service_sim::{Options, Reply, ScriptedAnswer, Service, start};
use prism::Prism;
use violation::{Seen, Violation};

/// Enough made-up connections for several pages, and for one of each kind.
const CONNECTIONS: usize = 60;

async fn service() -> Service {
    start(Options { seed: CONNECTIONS, ..Options::default() }).await.unwrap()
}

#[tokio::test]
async fn all_calls_conform_but_for_the_documented_differences() {
    let service = service().await;
    let prism = Prism::start(&service).await;
    let mut caller = Caller::new(Client::of(&prism));
    calls::all(&mut caller).await;
    let complaints = complaints(&caller.seen, &DIFFERENCES);
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
    // The proxy is what was asked, and it asked the service.
    assert_eq!(service.requests().len(), caller.seen.len());
}

#[tokio::test]
async fn an_answer_that_does_not_conform_is_reported() {
    let service = service().await;
    let prism = Prism::start(&service).await;
    let mut caller = Caller::new(Client::of(&prism));
    let id = service.connections().remove(0).connection.id;
    service.script(ScriptedAnswer {
        reply: Reply::json(200, r#"{ "items": [{ "id": 7 }] }"#),
        ..ScriptedAnswer::default()
    });
    caller.send("a number for the ID", &get_connection::request(&caller.access, &id)).await;
    caller.send("the real answer", &get_connection::request(&caller.access, &id)).await;
    let complaints = complaints(&caller.seen, &[]);
    let [complaint] = complaints.as_slice() else { panic!("{complaints:#?}") };
    assert!(complaint.starts_with("a number for the ID: response.body.items"), "{complaint}");
}

/// A difference in the second of two calls.
const LISTED: Difference = Difference {
    calls: &["second"],
    location: "response.body",
    message: "Response body must be",
    why: "a reason",
};

fn seen(call: &'static str, violations: &[(&str, &str)]) -> Seen {
    let violation = |&(location, message): &(&str, &str)| Violation {
        location: location.to_owned(),
        message: message.to_owned(),
    };
    Seen { call, violations: violations.iter().map(violation).collect() }
}

#[test]
fn what_is_listed_is_no_complaint() {
    let all =
        [seen("first", &[]), seen("second", &[("response.body", "Response body must be array")])];
    assert_eq!(complaints(&all, &[LISTED]), Vec::<String>::new());
}

#[test]
fn what_is_not_listed_is_a_complaint() {
    let listed = ("response.body", "Response body must be array");
    for other in [
        seen("first", &[listed]),
        seen("second", &[listed, ("response", "Response body must be array")]),
        seen("second", &[listed, ("response.body", "another message")]),
    ] {
        let all = [other, seen("second", &[listed])];
        assert_eq!(complaints(&all, &[LISTED]).len(), 1);
    }
}

#[test]
fn what_no_longer_differs_is_a_complaint() {
    for all in [&[][..], &[seen("second", &[])]] {
        let complaints = complaints(all, &[LISTED]);
        assert_eq!(complaints.len(), 1);
        assert!(complaints.concat().ends_with("a reason"), "{complaints:?}");
    }
}
