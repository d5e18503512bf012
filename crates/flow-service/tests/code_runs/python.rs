//! Python with `requests`.

use std::process::Command;

use flow_service::code::Language;

use crate::given::hard_request::{CONTROLS, TEXTS, large_numbers};
use crate::given::local_service::LocalService;
use crate::given::program::{program, run, write};
use crate::{check_all, codes, requests, sends_nothing_without_a_variable, variables};

#[test]
fn python_sends_the_request() {
    let Some(python) = program("PYTHON", "python3", &["-c", "import requests"]) else { return };
    let service = LocalService::start();
    let mut requests = requests(&[&TEXTS[..], &CONTROLS].concat(), |_| true);
    requests.push(large_numbers());
    let codes = codes(&requests, &service.base(), Language::Python);
    let script = write("code.py", &codes.concat());
    // A warning would be one of the code's.
    let mut command = Command::new(python);
    run(command.args(["-W", "error::SyntaxWarning"]).arg(script), &variables(&requests));
    check_all(&service, &requests);
}

#[test]
fn python_sends_nothing_without_a_variable() {
    let Some(python) = program("PYTHON", "python3", &["-c", "import requests"]) else { return };
    sends_nothing_without_a_variable(Language::Python, |code| {
        let mut command = Command::new(&python);
        command.arg(write("unset.py", code));
        command
    });
}
