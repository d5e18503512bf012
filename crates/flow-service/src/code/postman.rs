//! A collection for Postman in its format v2.1, with the one request.
//!
//! Postman puts the content of a variable into the body as it stands, so a script that runs
//! before the request escapes the secrets, and stops where one is not filled in. Two braces would begin a variable wherever they
//! stand: in a text the second is written by its code.

use super::{Code, Token};
use crate::request::{AUTHORIZATION, BEARER};
use crate::request_text::{self, Content, Layout, Leaves, json_string};
use crate::secret::SecretName;
use crate::text::Text;

const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/// What a secret's name has at its end where the secret is escaped, quotes included.
const AS_JSON: &str = "_AS_JSON";

pub(super) fn write(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    let method = code.request.method.as_str();
    let (path, _) = code.request.target.split_once('?').unwrap_or((&code.request.target, ""));
    let name = [method, " ", path].concat();
    let secrets = code.body_variables();

    out.push("{\n    \"info\": {\n        \"name\": ");
    json_string(&name, out);
    out.push_all([",\n        \"schema\": \"", SCHEMA, "\"\n    },\n    \"item\": [\n        {\n"]);
    out.push("            \"name\": ");
    json_string(&name, out);
    out.push(",\n");
    if !secrets.is_empty() {
        script(&code.variables(), &secrets, out);
    }
    out.push_all(["            \"request\": {\n                \"method\": \"", method, "\",\n"]);
    out.push("                \"header\": [\n");
    let variable = matches!(code.token, Token::Variable(_));
    match &code.token {
        Token::Variable(name) => {
            header(AUTHORIZATION, &[BEARER, "{{", name.as_str(), "}}"].concat(), out);
        }
        Token::Value(value) => header(AUTHORIZATION, value.as_str(), out),
    }
    for (name, value) in &code.request.headers {
        out.push(",\n");
        header(name, value, out);
    }
    out.push("\n                ],\n                \"url\": ");
    json_string(&code.address.replace('{', "%7B"), out);
    if let Some(body) = code.body() {
        let mut raw = Text::default();
        request_text::write(body, Layout::Spread, 0, (&InBody, code.shown), &mut raw)?;
        out.push(",\n                \"body\": {\n                    \"mode\": \"raw\",\n");
        out.push("                    \"raw\": ");
        json_string(raw.as_str(), out);
        out.push(",\n                    \"options\": { \"raw\": { \"language\": \"json\" } }\n");
        out.push("                }");
    }
    out.push("\n            }\n        }\n    ]");
    if variable {
        out.push(",\n    \"variable\": [");
        for (index, name) in code.variables().into_iter().enumerate() {
            out.push(if index == 0 { "\n" } else { ",\n" });
            out.push_all(["        { \"key\": \"", name.as_str(), "\", \"value\": \"\" }"]);
        }
        out.push("\n    ]");
    }
    out.push("\n}\n");
    Ok(())
}

fn header(name: &str, value: &str, out: &mut Text) {
    out.push("                    { \"key\": ");
    json_string(name, out);
    out.push(", \"value\": ");
    json_string(value, out);
    out.push(" }");
}

/// Escapes the secrets before the request is sent. In JSON two braces in a row can only be
/// in a text.
fn script(all: &[&SecretName], secrets: &[(&SecretName, Content)], out: &mut Text) {
    let list = |names: &[&SecretName]| {
        let names: Vec<_> = names.iter().map(|name| ["\"", name.as_str(), "\""].concat()).collect();
        names.join(", ")
    };
    let mut lines = vec![
        ["for (const name of [", &list(all), "]) {"].concat(),
        "    if (!pm.variables.get(name)) throw new Error(`Fill in the variable ${name} first`);"
            .to_owned(),
        "}".to_owned(),
    ];
    for (content, json) in [
        (Content::Text, "JSON.stringify(pm.variables.get(name))"),
        (Content::Json, "pm.variables.get(name)"),
    ] {
        let names = secrets.iter().filter(|(_, it)| *it == content).map(|(name, _)| *name);
        let names: Vec<_> = names.collect();
        if !names.is_empty() {
            lines.push(["for (const name of [", &list(&names), "]) {"].concat());
            lines.push(["    const json = ", json, ";"].concat());
            let escaped = r#"", json.replaceAll("{{", "{\\u007b"));"#;
            lines.push(["    pm.variables.set(name + \"", AS_JSON, escaped].concat());
            lines.push("}".to_owned());
        }
    }
    out.push("            \"event\": [\n                {\n");
    out.push(
        "                    \"listen\": \"prerequest\",\n                    \"script\": {\n",
    );
    out.push("                        \"type\": \"text/javascript\",\n");
    out.push("                        \"exec\": [");
    for (index, line) in lines.into_iter().enumerate() {
        out.push(if index == 0 { "\n" } else { ",\n" });
        out.push("                            ");
        json_string(&line, out);
    }
    out.push(
        "\n                        ]\n                    }\n                }\n            ],\n",
    );
}

/// JSON in which `{{` begins a variable.
struct InBody;

impl Leaves for InBody {
    fn string(&self, text: &str, out: &mut Text) {
        let mut json = Text::default();
        json_string(text, &mut json);
        let mut after_brace = false;
        for character in json.as_str().chars() {
            if character == '{' && after_brace {
                out.push("\\u007b");
                after_brace = false;
            } else {
                out.push_char(character);
                after_brace = character == '{';
            }
        }
    }

    fn variable(&self, name: &SecretName, out: &mut Text) {
        out.push_all(["{{", name.as_str(), AS_JSON, "}}"]);
    }

    fn json_variable(&self, name: &SecretName, out: &mut Text) {
        self.variable(name, out);
    }
}
