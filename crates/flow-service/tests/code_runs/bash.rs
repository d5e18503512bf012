//! curl in bash.

use std::process::Command;

use flow_service::code::Language;

use crate::given::hard_request::{CONTROLS, TEXTS, large_numbers};
use crate::given::program::{program, run, write};
use crate::given::recorder::Recorder;
use crate::{check_all, codes, requests, variables};

#[test]
fn bash_sends_the_request() {
    let Some(bash) = program("BASH", "bash", &["-c", "curl --version"]) else { return };
    let recorder = Recorder::start();
    let escaped = ['\t', '\n', '\r'];
    let secrets = [&TEXTS[..], &CONTROLS[..1]].concat();
    let mut requests = requests(&secrets, |it| escaped.contains(&it) || !it.is_control());
    requests.push(large_numbers());
    let codes = codes(&requests, &recorder.base(), Language::Bash);
    let script = write("code.sh", &["set -e\n", &codes.concat()].concat());
    run(Command::new(bash).args(["--norc", "--noprofile"]).arg(script), &variables(&requests));
    check_all(&recorder.take(), &requests);
}
