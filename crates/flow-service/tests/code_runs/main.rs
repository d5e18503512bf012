//! Code, run by what it is written for, against the local service: it is the request that is
//! sent, whatever the texts and the secrets hold.

#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod bash;
mod javascript;
mod postman;
mod python;
mod rust;

#[path = "../given"]
mod given {
    pub mod access;
    pub mod connection_request;
    pub mod hard_request;
    pub mod local_service;
    pub mod program;
    pub mod received;
    pub mod received_equals;
    pub mod secrets;
    pub mod text;
}

use std::process::Command;

use flow_service::code::{Language, Shown};
use given::connection_request::connection;
use given::hard_request::{HardRequest, any_requests, each_method, everything};
use given::local_service::LocalService;
use given::program::run_in_vain;
use given::received_equals::check;

/// The requests, with secrets of this kind: a variable cannot hold NUL.
fn requests(everything_of: &[&str], secret: impl Fn(char) -> bool) -> Vec<HardRequest> {
    let filtered = |text: String| text.chars().filter(|c| *c != '\0' && secret(*c)).collect();
    let mut requests = vec![everything(everything_of)];
    requests.extend(each_method());
    requests.extend(any_requests(filtered));
    requests.push(creation());
    requests
}

/// The request of the app, with which the local service creates a connection.
fn creation() -> HardRequest {
    let secret = |key: &str, text: &str| (key.to_owned(), text.to_owned());
    HardRequest {
        request: connection("Zoë's \"100%\" {{& more}}!", "$HOME `x` \\", "it's"),
        params: vec![secret("password", "p!\"'\\$w{{x}}"), secret("securityToken", "%PATH% & x")],
        json: Vec::new(),
    }
}

/// Each request as code, once with variables and once with the secrets.
fn codes(requests: &[HardRequest], base: &str, language: Language) -> Vec<String> {
    let codes = requests.iter().flat_map(|hard| {
        let secrets = hard.secrets();
        let shown = [Shown::AsVariables, Shown::Values(&secrets)];
        shown.map(|shown| hard.request.to_code(base, language, shown).unwrap().to_string())
    });
    codes.collect()
}

/// Holds what came against what is sent when all of [`codes`] are run.
#[track_caller]
fn check_all(service: &LocalService, requests: &[HardRequest]) {
    let received = service.requests();
    let sent: Vec<_> = requests.iter().flat_map(|hard| [hard, hard]).collect();
    for (received, sent) in received.iter().zip(&sent) {
        check(received, sent);
    }
    assert_eq!(received.len(), sent.len());
    assert_eq!(service.created(), 2, "once with variables, once with the secrets");
}

/// Runs the code without one of its variables after the other: it fails, and sends nothing.
#[track_caller]
fn sends_nothing_without_a_variable(language: Language, command: impl Fn(&str) -> Command) {
    let service = LocalService::start();
    let creation = creation();
    let code = creation.request.to_code(&service.base(), language, Shown::AsVariables).unwrap();
    for missing in ["ACCESS_TOKEN", "SECURITY_TOKEN"] {
        let mut variables = creation.variables();
        variables.retain(|(name, _)| name != missing);
        run_in_vain(&mut command(&code), &variables);
    }
    assert_eq!(service.requests().len(), 0);
}

fn variables(requests: &[HardRequest]) -> Vec<(String, String)> {
    requests.iter().flat_map(HardRequest::variables).collect()
}
