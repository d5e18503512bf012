//! A collection for Postman, sent by a small model of it in Node.js, which runs its script.

use std::process::Command;

use flow_service::code::Language;

use crate::given::hard_request::{CONTROLS, TEXTS, large_numbers};
use crate::given::local_service::LocalService;
use crate::given::program::{program, run, write};
use crate::{check_all, codes, requests, sends_nothing_without_a_variable, variables};

/// Reads collections from a file and sends their requests. The pattern of a variable, and that
/// a variable's content may hold others, is Postman's.
const MODEL: &str = r#"
import { readFileSync } from "node:fs";
for (const collection of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
    const { item: [{ event = [], request }], variable = [] } = collection;
    const values = new Map();
    for (const { key, value } of variable) {
        if (value !== "") throw new Error(key + " is filled in");
        values.set(key, process.env[key]);
    }
    const pm = { variables: { get: (name) => values.get(name), set: (name, value) => values.set(name, value) } };
    for (const { script } of event) new Function("pm", script.exec.join("\n"))(pm);
    const filled = (text) => {
        for (let pass = 0; pass < 20; pass += 1) {
            text = text.replace(/\{\{([^{}]*[.`]?)\}\}/g, (whole, name) =>
                name.startsWith("$") ? "generated" : values.get(name) ?? whole);
        }
        return text;
    };
    await fetch(filled(request.url), {
        method: request.method,
        headers: request.header.map(({ key, value }) => [key, filled(value)]),
        body: request.body && filled(request.body.raw),
    });
}
"#;

#[test]
fn postman_sends_the_request() {
    let Some(node) = program("NODE", "node", &["--eval", "fetch"]) else { return };
    let service = LocalService::start();
    let mut requests = requests(&[&TEXTS[..], &CONTROLS].concat(), |_| true);
    requests.push(large_numbers());
    let codes = codes(&requests, &service.base(), Language::Postman);
    let model = write("postman.mjs", MODEL);
    let collections = write("postman.json", &["[", &codes.join(","), "]"].concat());
    run(Command::new(node).arg(model).arg(collections), &variables(&requests));
    check_all(&service, &requests);
}

#[test]
fn postman_sends_nothing_without_a_variable() {
    let Some(node) = program("NODE", "node", &["--eval", "fetch"]) else { return };
    let model = write("unset-postman.mjs", MODEL);
    sends_nothing_without_a_variable(Language::Postman, |code| {
        let mut command = Command::new(&node);
        command.arg(&model).arg(write("unset-postman.json", &["[", code, "]"].concat()));
        command
    });
}
