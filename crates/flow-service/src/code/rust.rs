//! Rust with `reqwest`: a whole `main.rs`, and the lines of its `Cargo.toml` as a comment.
//! `serde_json` escapes what is in the variables.

use super::literal::{Escape, quoted};
use super::{Code, Token};
use crate::request::{AUTHORIZATION, BEARER, Body};
use crate::request_text::{self, Layout, Leaves};
use crate::secret::SecretName;
use crate::text::Text;

/// How deep macros may nest in Rust, where nothing else is said.
const USUAL_DEPTH: usize = 128;

/// How deep `json!` nests for each part of a body, at most: three for each member of one
/// object, five for an array within an array, measured.
const DEPTH_OF_PART: usize = 5;

/// How deep it nests besides.
const DEPTH_AROUND: usize = 24;

pub(super) fn write(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    out.push("// [dependencies]\n// reqwest = { version = \"0.13\", features = [\"blocking\"");
    if let Some(body) = code.body() {
        out.push(", \"json\"] }\n// serde_json = \"1.0\"\n\n");
        let depth = parts(body) * DEPTH_OF_PART + DEPTH_AROUND;
        if depth > USUAL_DEPTH {
            out.push_all(["#![recursion_limit = \"", &depth.to_string(), "\"]\n\n"]);
        }
        out.push("use serde_json::json;\n");
    } else {
        out.push("] }\n");
    }
    out.push("\nfn main() -> Result<(), Box<dyn std::error::Error>> {\n");
    out.push("    let response = reqwest::blocking::Client::new()\n");
    out.push_all(["        .", code.function(), "("]);
    string(code.address, out);
    out.push_all([")\n        .header(\"", AUTHORIZATION, "\", "]);
    match &code.token {
        Token::Variable(name) => {
            out.push_all(["[\"", BEARER, "\", &std::env::var(\"", name.as_str(), "\")?].concat()"]);
        }
        Token::Value(value) => string(value.as_str(), out),
    }
    out.push(")\n");
    for (name, value) in &code.request.headers {
        out.push("        .header(");
        string(name, out);
        out.push(", ");
        string(value, out);
        out.push(")\n");
    }
    if let Some(body) = code.body() {
        out.push("        .json(&json!(");
        request_text::write(body, Layout::Code, 2, (&Literals, code.shown), out)?;
        out.push("))\n");
    }
    out.push("        .send()?;\n");
    out.push("    println!(\"{} {}\", response.status(), response.text()?);\n    Ok(())\n}\n");
    Ok(())
}

/// How many members, items and leaves there are.
fn parts(body: &Body) -> usize {
    1 + match body {
        Body::Text(_) | Body::Secret(_) | Body::SecretJson(_) | Body::Bare(_) => 0,
        Body::Array(items) => items.iter().map(parts).sum(),
        Body::Object(members) => members.iter().map(|(_, body)| parts(body)).sum(),
    }
}

struct Literals;

impl Leaves for Literals {
    fn string(&self, text: &str, out: &mut Text) {
        string(text, out);
    }

    fn variable(&self, name: &SecretName, out: &mut Text) {
        out.push_all(["std::env::var(\"", name.as_str(), "\")?"]);
    }

    fn json_variable(&self, name: &SecretName, out: &mut Text) {
        out.push("serde_json::from_str::<serde_json::Value>(&");
        self.variable(name, out);
        out.push(")?");
    }

    /// A whole number without a type would have to fit into an `i32`.
    fn bare(&self, text: &str, out: &mut Text) {
        out.push(text);
        if text.parse::<i32>().is_err() {
            if text.parse::<i64>().is_ok() {
                out.push("_i64");
            } else if text.parse::<u64>().is_ok() {
                out.push("_u64");
            }
        }
    }
}

fn string(text: &str, out: &mut Text) {
    quoted(text, Escape::Braces, out);
}
