//! curl in bash.

use std::process::Command;

use flow_service::code::{Language, Shown};

use crate::given::hard_request::{CONTROLS, TEXTS, large_numbers};
use crate::given::local_service::LocalService;
use crate::given::program::{program, run, run_in_vain, write};
use crate::{check_all, codes, creation, requests, variables};

#[test]
fn bash_sends_the_request() {
    let Some(bash) = program("BASH", "bash", &["-c", "curl --version"]) else { return };
    let service = LocalService::start();
    let escaped = ['\t', '\n', '\r'];
    let secrets = [&TEXTS[..], &CONTROLS[..1]].concat();
    let mut requests = requests(&secrets, |it| escaped.contains(&it) || !it.is_control());
    requests.push(large_numbers());
    let codes = codes(&requests, &service.base(), Language::Bash);
    let script = write("code.sh", &["set -e\n", &codes.concat()].concat());
    run(Command::new(bash).args(["--norc", "--noprofile"]).arg(script), &variables(&requests));
    check_all(&service, &requests);
}

#[test]
fn bash_sends_nothing_without_a_variable() {
    let Some(bash) = program("BASH", "bash", &["-c", "curl --version"]) else { return };
    let service = LocalService::start();
    let creation = creation();
    let code = creation.request.to_code(&service.base(), Language::Bash, Shown::AsVariables);
    let script = write("unset.sh", &code.unwrap());
    for missing in ["ACCESS_TOKEN", "SECURITY_TOKEN"] {
        let mut variables = creation.variables();
        variables.retain(|(name, _)| name != missing);
        run_in_vain(Command::new(&bash).args(["--norc", "--noprofile"]).arg(&script), &variables);
    }
    assert_eq!(service.requests().len(), 0);
}
