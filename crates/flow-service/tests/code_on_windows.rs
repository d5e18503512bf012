//! Code for Windows, read by models of what would read it there: it is the request that is
//! sent, whatever the texts and the secrets hold.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use flow_service::code::{Language, Shown};
use flow_service::operation::list_connections;

mod given {
    pub mod access;
    pub mod cmd;
    pub mod hard_request;
    pub mod powershell;
    pub mod received;
    pub mod received_equals;
    pub mod secrets;
    pub mod text;
}

use given::access::access;
use given::cmd::{self, Place};
use given::hard_request::{
    CONTROLS, HardRequest, TEXTS, any_requests, each_method, everything, large_numbers,
};
use given::powershell;
use given::received_equals::check;

const BASE: &str = "https://platform.example";

/// An address that the local service does not take.
fn quoted_address() -> HardRequest {
    let next = list_connections::next_request(&access(), "/connections?a=\"b\"&c=d").unwrap();
    HardRequest { request: next, params: Vec::new(), json: Vec::new() }
}

fn requests() -> Vec<HardRequest> {
    let mut requests =
        vec![everything(&[&TEXTS[..], &CONTROLS].concat()), large_numbers(), quoted_address()];
    requests.extend(each_method());
    requests
}

#[track_caller]
fn check_in_cmd(hard: &HardRequest) {
    let secrets = hard.secrets();
    for shown in [Shown::AsVariables, Shown::Values(&secrets)] {
        let code = hard.request.to_code(BASE, Language::Cmd, shown).unwrap();
        for place in [Place::Prompt, Place::BatchFile] {
            check(&cmd::run(&code, place, &hard.variables()), hard);
        }
    }
}

#[track_caller]
fn check_in_powershell(hard: &HardRequest) {
    let secrets = hard.secrets();
    for shown in [Shown::AsVariables, Shown::Values(&secrets)] {
        let code = hard.request.to_code(BASE, Language::PowerShell, shown).unwrap();
        let ran = powershell::run(&code, &hard.variables()).ok().unwrap();
        check(&ran.received, hard);
        let etag = ran.received.header("If-Match");
        let refused = etag.is_some_and(|etag| !etag.trim_start_matches("W/").starts_with('"'));
        assert_eq!(ran.any_header, refused, "{etag:?}");
    }
}

#[test]
fn cmd_sends_the_request() {
    requests().iter().for_each(check_in_cmd);
}

#[test]
fn powershell_sends_the_request() {
    requests().iter().for_each(check_in_powershell);
}

/// PowerShell would send `null` for it.
#[test]
fn powershell_sends_nothing_without_a_variable() {
    for hard in requests() {
        let code = hard.request.to_code(BASE, Language::PowerShell, Shown::AsVariables).unwrap();
        for (missing, _) in hard.variables() {
            let mut variables = hard.variables();
            variables.retain(|(name, _)| *name != missing);
            let stopped = powershell::run(&code, &variables).err();
            assert_eq!(stopped, Some(format!("Set the variable {missing} first")));
        }
    }
}

#[test]
fn windows_sends_any_request() {
    for hard in (0..6).flat_map(|_| any_requests(|text| text)) {
        check_in_cmd(&hard);
        check_in_powershell(&hard);
    }
}

/// What the models are for: they tell code that is right from code that is not.
#[test]
fn the_model_of_cmd_reads_as_cmd_does() {
    let sent = |code: &str, place| {
        let variables = [("A".to_owned(), "x&y".to_owned())];
        cmd::run(
            &["curl --header \"h: ", code, "\" https://platform.example/"].concat(),
            place,
            &variables,
        )
        .headers[0]
            .1
            .clone()
    };
    for (code, prompt, batch) in [
        ("100%%", "100%%", "100%"),
        ("%A%", "x&y", "x&y"),
        ("%A:~0,1%", "x", "x"),
        ("%B%", "%B%", ""),
        ("a%3Db", "a%3Db", "aDb"),
        ("^&", "^&", "^&"),
        (r#"\"^&\""#, r#""&""#, r#""&""#),
        (r"a\\b\\", r"a\\b\", r"a\\b\"),
    ] {
        assert_eq!(sent(code, Place::Prompt), prompt);
        assert_eq!(sent(code, Place::BatchFile), batch);
    }
}

#[test]
#[should_panic(expected = "cmd would take & for its own")]
fn the_model_of_cmd_knows_its_signs() {
    cmd::run("curl --data-raw \"\\\"a&b\\\"\"", Place::Prompt, &[]);
}

#[test]
#[should_panic(expected = "more on the line")]
fn the_model_of_powershell_knows_its_quotes() {
    let _ = powershell::run("$request = @{\n    Uri = 'it's'\n}\n", &[]);
}
