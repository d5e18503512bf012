//! JavaScript with `fetch`, for Node.js. `JSON.stringify` escapes what is in the variables.
//!
//! It rounds numbers that a double does not hold exactly. A body with a whole number from 2 to
//! the power of 53 on is written as a text.

use super::literal::{Escape, members, quoted};
use super::{Code, Token};
use crate::request::{AUTHORIZATION, BEARER, Body};
use crate::request_text::{self, Layout, Leaves, json_string};
use crate::secret::SecretName;
use crate::text::Text;

pub(super) fn write(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    out.push("// Node.js 18 or later, in a file that ends in .mjs\n");
    if matches!(code.token, Token::Variable(_)) {
        out.push(FUNCTION);
    }
    out.push("const response = await fetch(");
    string(code.address, out);
    out.push_all([", {\n    method: \"", code.request.method.as_str(), "\",\n    headers: {\n"]);
    out.push_all(["        \"", AUTHORIZATION, "\": "]);
    match &code.token {
        Token::Variable(name) => {
            out.push_all(["\"", BEARER, "\" + "]);
            Literals.variable(name, out);
        }
        Token::Value(value) => string(value.as_str(), out),
    }
    out.push(",\n");
    members(&code.request.headers, Escape::Braces, out);
    out.push("    },\n");
    if let Some(body) = code.body() {
        if holds_a_large_number(body) {
            out.push("    body: `");
            request_text::write(body, Layout::Spread, 0, (&InTemplate, code.shown), out)?;
            out.push("`,\n");
        } else {
            out.push("    body: JSON.stringify(");
            request_text::write(body, Layout::Code, 1, (&Literals, code.shown), out)?;
            out.push("),\n");
        }
    }
    out.push("});\nconsole.log(response.status, await response.text());\n");
    Ok(())
}

/// Nothing is sent while a variable is not set: its member would be left out.
const FUNCTION: &str = "function variable(name) {
    const value = process.env[name];
    if (!value) throw new Error(`Set the variable ${name} first`);
    return value;
}
";

/// The largest whole number up to which all are exact.
const LARGEST: u128 = (1 << 53) - 1;

fn holds_a_large_number(body: &Body) -> bool {
    match body {
        Body::Text(_) | Body::Secret(_) | Body::SecretJson(_) => false,
        Body::Bare(text) => {
            let number = text.strip_prefix('-').unwrap_or(text).parse::<u128>();
            number.is_ok_and(|number| number > LARGEST)
        }
        Body::Array(items) => items.iter().any(holds_a_large_number),
        Body::Object(members) => members.iter().any(|(_, body)| holds_a_large_number(body)),
    }
}

struct Literals;

impl Leaves for Literals {
    fn string(&self, text: &str, out: &mut Text) {
        string(text, out);
    }

    /// Without brackets this one would set the object's prototype instead of a member.
    fn key(&self, key: &str, out: &mut Text) {
        match key {
            "__proto__" => out.push("[\"__proto__\"]"),
            other => string(other, out),
        }
    }

    fn variable(&self, name: &SecretName, out: &mut Text) {
        out.push_all(["variable(\"", name.as_str(), "\")"]);
    }

    fn json_variable(&self, name: &SecretName, out: &mut Text) {
        out.push("JSON.parse(");
        self.variable(name, out);
        out.push(")");
    }
}

/// JSON within a template.
struct InTemplate;

impl Leaves for InTemplate {
    fn string(&self, text: &str, out: &mut Text) {
        let mut json = Text::default();
        json_string(text, &mut json);
        for character in json.as_str().chars() {
            if matches!(character, '\\' | '`' | '$') {
                out.push("\\");
            }
            out.push_char(character);
        }
    }

    fn variable(&self, name: &SecretName, out: &mut Text) {
        out.push("${JSON.stringify(");
        Literals.variable(name, out);
        out.push(")}");
    }

    fn json_variable(&self, name: &SecretName, out: &mut Text) {
        out.push("${");
        Literals.variable(name, out);
        out.push("}");
    }
}

fn string(text: &str, out: &mut Text) {
    quoted(text, Escape::Braces, out);
}
