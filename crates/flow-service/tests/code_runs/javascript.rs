//! JavaScript in Node.js.

use std::process::Command;

use flow_service::code::Language;

use crate::given::hard_request::{CONTROLS, TEXTS, large_numbers};
use crate::given::local_service::LocalService;
use crate::given::program::{program, run, write};
use crate::{check_all, codes, requests, sends_nothing_without_a_variable, variables};

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
    sends_nothing_without_a_variable(Language::JavaScript, |code| {
        let mut command = Command::new(&node);
        command.arg(write("unset.mjs", code));
        command
    });
}
