//! curl in bash.

use std::process::Command;

use flow_service::code::Language;

use crate::given::hard_request::{CONTROLS, TEXTS, large_numbers};
use crate::given::local_service::LocalService;
use crate::given::program::{program, run, write};
use crate::{check_all, codes, requests, sends_nothing_without_a_variable, variables};

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
    sends_nothing_without_a_variable(Language::Bash, |code| {
        let mut command = Command::new(&bash);
        command.args(["--norc", "--noprofile"]).arg(write("unset.sh", code));
        command
    });
}
