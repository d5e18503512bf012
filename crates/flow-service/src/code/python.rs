//! Python with `requests`. Its JSON writer escapes what is in the variables.

use super::literal::{Escape, quoted};
use super::{Code, Shown, Token};
use crate::request::{AUTHORIZATION, BEARER, Method};
use crate::request_text::{self, Layout, Leaves};
use crate::secret::SecretName;
use crate::text::Text;

/// How long the answer may take, in seconds: `requests` would wait for ever.
const TIMEOUT: &str = "60";

pub(super) fn write(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    if matches!(code.token, Token::Variable(_)) {
        out.push("import os\n\n");
    }
    let function = match code.request.method {
        Method::Get => "get",
        Method::Post => "post",
        Method::Patch => "patch",
        Method::Delete => "delete",
    };
    out.push_all(["import requests\n\nresponse = requests.", function, "(\n    "]);
    string(code.address, out);
    out.push_all([",\n    headers={\n        \"", AUTHORIZATION, "\": "]);
    match &code.token {
        Token::Variable(name) => {
            out.push_all(["\"", BEARER, "\" + os.environ[\"", name.as_str(), "\"]"]);
        }
        Token::Value(value) => string(value.as_str(), out),
    }
    out.push(",\n");
    for (name, value) in &code.request.headers {
        out.push("        ");
        string(name, out);
        out.push(": ");
        string(value, out);
        out.push(",\n");
    }
    out.push("    },\n");
    if let Some(body) = code.body() {
        out.push("    json=");
        request_text::write(body, Layout::Code, 1, &Literals(code.shown), out)?;
        out.push(",\n");
    }
    out.push_all(["    timeout=", TIMEOUT, ",\n)\nprint(response.status_code, response.text)\n"]);
    Ok(())
}

struct Literals<'a>(Shown<'a>);

impl Leaves for Literals<'_> {
    fn string(&self, text: &str, out: &mut Text) {
        string(text, out);
    }

    fn secret(&self, name: &SecretName, out: &mut Text) -> Result<(), SecretName> {
        match self.0.value(name)? {
            Some(secret) => string(secret, out),
            None => out.push_all(["os.environ[\"", name.as_str(), "\"]"]),
        }
        Ok(())
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
