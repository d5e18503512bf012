//! Python with `requests`.

use std::process::Command;

use flow_service::code::{Language, Shown};

use crate::given::hard_request::{CONTROLS, TEXTS, large_numbers};
use crate::given::local_service::LocalService;
use crate::given::program::{program, run, run_in_vain, write};
use crate::{check_all, codes, creation, requests, variables};

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
    let service = LocalService::start();
    let creation = creation();
    let code = creation.request.to_code(&service.base(), Language::Python, Shown::AsVariables);
    let script = write("unset.py", &code.unwrap());
    for missing in ["ACCESS_TOKEN", "SECURITY_TOKEN"] {
        let mut variables = creation.variables();
        variables.retain(|(name, _)| name != missing);
        run_in_vain(Command::new(&python).arg(&script), &variables);
    }
    assert_eq!(service.requests().len(), 0);
}
