//! JavaScript in Node.js.

use std::process::Command;

use flow_service::code::{Language, Shown};

use crate::given::hard_request::{CONTROLS, TEXTS, large_numbers};
use crate::given::local_service::LocalService;
use crate::given::program::{program, run, run_in_vain, write};
use crate::{check_all, codes, creation, requests, variables};

#[test]
fn node_sends_the_request() {
    let Some(node) = program("NODE", "node", &["--eval", "fetch"]) else { return };
    let service = LocalService::start();
    let mut requests = requests(&[&TEXTS[..], &CONTROLS].concat(), |_| true);
    requests.push(large_numbers());
    let codes = codes(&requests, &service.base(), Language::JavaScript);
    // Each declares the same constant.
    let blocks = codes.iter().map(|code| ["{\n", code, "}\n"].concat());
    let script = write("code.mjs", &blocks.collect::<String>());
    run(Command::new(node).arg(script), &variables(&requests));
    check_all(&service, &requests);
}

#[test]
fn node_sends_nothing_without_a_variable() {
    let Some(node) = program("NODE", "node", &["--eval", "fetch"]) else { return };
    let service = LocalService::start();
    let creation = creation();
    let code = creation.request.to_code(&service.base(), Language::JavaScript, Shown::AsVariables);
    let script = write("unset.mjs", &code.unwrap());
    for missing in ["ACCESS_TOKEN", "SECURITY_TOKEN"] {
        let mut variables = creation.variables();
        variables.retain(|(name, _)| name != missing);
        run_in_vain(Command::new(&node).arg(&script), &variables);
    }
    assert_eq!(service.requests().len(), 0);
}
