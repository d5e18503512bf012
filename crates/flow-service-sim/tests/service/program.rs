//! The program: its help, its address, and what it says when it cannot start.

use std::process::Stdio;

use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

use crate::client::service;

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_flow-service-sim"));
    command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    command
}

#[tokio::test]
async fn help() {
    let output = program(&["--help"]).output().await.unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().contains("--no-ims-cors"));
}

#[tokio::test]
async fn a_taken_port_is_one_clear_sentence() {
    let service = service().await;
    let port = service.address().port().to_string();
    let output = program(&["--port", &port]).output().await.unwrap();
    assert!(!output.status.success());
    let expected = format!(
        "Port {port} on 127.0.0.1 is taken: end the program that uses it, or choose another \
         port with --port.\n"
    );
    assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);
}

#[tokio::test]
async fn arguments_that_it_does_not_know() {
    for arguments in
        [&["--cors"][..], &["--port", "many"], &["--sandbox", "Not One"], &["--connections", "-1"]]
    {
        let output = program(arguments).output().await.unwrap();
        assert!(!output.status.success());
        let text = String::from_utf8(output.stderr).unwrap();
        assert!(text.ends_with("See --help.\n") && text.lines().count() == 1, "{text}");
    }
}

#[tokio::test]
async fn it_says_where_it_listens() {
    let mut child = program(&[
        "--port",
        "0",
        "--no-cors",
        "--no-ims-cors",
        "--sandbox",
        "own",
        "--connections",
        "3",
        "--no-basic",
    ])
    .spawn()
    .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines.next_line().await.unwrap().unwrap();
    let address = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap();
    let answer = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer = answer.get(format!("{address}/config.json")).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let connections = reqwest::Client::builder().no_proxy().build().unwrap();
    let connections = connections.get(format!("{address}/control/connections")).send().await;
    let connections: Value = connections.unwrap().json().await.unwrap();
    assert_eq!(connections["connections"].as_array().unwrap().len(), 3);
    child.kill().await.unwrap();
}
