//! Python with `requests`.

use std::process::Command;

use flow_service::code::Language;

use crate::given::hard_request::{CONTROLS, TEXTS, large_numbers};
use crate::given::program::{program, run, write};
use crate::given::recorder::Recorder;
use crate::{check_all, codes, requests, variables};

#[test]
fn python_sends_the_request() {
    let Some(python) = program("PYTHON", "python3", &["-c", "import requests"]) else { return };
    let recorder = Recorder::start();
    let mut requests = requests(&[&TEXTS[..], &CONTROLS].concat(), |_| true);
    requests.push(large_numbers());
    let codes = codes(&requests, &recorder.base(), Language::Python);
    let script = write("code.py", &codes.concat());
    // A warning would be one of the code's.
    let mut command = Command::new(python);
    run(command.args(["-W", "error::SyntaxWarning"]).arg(script), &variables(&requests));
    check_all(&recorder.take(), &requests);
}
