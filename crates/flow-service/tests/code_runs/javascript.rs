//! JavaScript in Node.js.

use std::process::Command;

use flow_service::code::Language;

use crate::given::hard_request::{CONTROLS, TEXTS};
use crate::given::program::{program, run, write};
use crate::given::recorder::Recorder;
use crate::{check_all, codes, requests, variables};

#[test]
fn node_sends_the_request() {
    let Some(node) = program("NODE", "node", &["--eval", "fetch"]) else { return };
    let recorder = Recorder::start();
    let requests = requests(&[&TEXTS[..], &CONTROLS].concat(), |_| true);
    let codes = codes(&requests, &recorder.base(), Language::JavaScript);
    // Each declares the same constant.
    let blocks = codes.iter().map(|code| ["{\n", code, "}\n"].concat());
    let script = write("code.mjs", &blocks.collect::<String>());
    run(Command::new(node).arg(script), &variables(&requests));
    check_all(&recorder.take(), &requests);
}
