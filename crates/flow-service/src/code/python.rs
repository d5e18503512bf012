//! Python with `requests`. Its JSON writer escapes what is in the variables.

use super::literal::{Escape, members, quoted};
use super::{Code, Token};
use crate::request::{AUTHORIZATION, BEARER};
use crate::request_text::{self, Content, Layout, Leaves};
use crate::secret::SecretName;
use crate::text::Text;

/// How long the answer may take, in seconds: `requests` would wait for ever.
const TIMEOUT: &str = "60";

pub(super) fn write(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    if code.body_variables().iter().any(|(_, content)| *content == Content::Json) {
        out.push("import json\n");
    }
    if matches!(code.token, Token::Variable(_)) {
        out.push("import os\n\n");
    }
    out.push_all(["import requests\n\nresponse = requests.", code.function(), "(\n    "]);
    string(code.address, out);
    out.push_all([",\n    headers={\n        \"", AUTHORIZATION, "\": "]);
    match &code.token {
        Token::Variable(name) => {
            out.push_all(["\"", BEARER, "\" + os.environ[\"", name.as_str(), "\"]"]);
        }
        Token::Value(value) => string(value.as_str(), out),
    }
    out.push(",\n");
    members(&code.request.headers, Escape::Digits, out);
    out.push("    },\n");
    if let Some(body) = code.body() {
        out.push("    json=");
        request_text::write(body, Layout::Code, 1, (&Literals, code.shown), out)?;
        out.push(",\n");
    }
    out.push_all(["    timeout=", TIMEOUT, ",\n)\nprint(response.status_code, response.text)\n"]);
    Ok(())
}

struct Literals;

impl Leaves for Literals {
    fn string(&self, text: &str, out: &mut Text) {
        string(text, out);
    }

    fn variable(&self, name: &SecretName, out: &mut Text) {
        out.push_all(["os.environ[\"", name.as_str(), "\"]"]);
    }

    fn json_variable(&self, name: &SecretName, out: &mut Text) {
        out.push_all(["json.loads(os.environ[\"", name.as_str(), "\"])"]);
    }

    fn bare(&self, text: &str, out: &mut Text) {
        out.push(match text {
            "null" => "None",
            "true" => "True",
            "false" => "False",
            number => number,
        });
    }
}

fn string(text: &str, out: &mut Text) {
    quoted(text, Escape::Digits, out);
}
