//! JavaScript with `fetch`, for Node.js. `JSON.stringify` escapes what is in the variables.
//!
//! Whole numbers above 2 to the power of 53 are rounded, as they are in every browser.

use super::literal::{Escape, members, quoted};
use super::{Code, Token};
use crate::request::{AUTHORIZATION, BEARER};
use crate::request_text::{self, Layout, Leaves};
use crate::secret::SecretName;
use crate::text::Text;

pub(super) fn write(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    out.push("// Node.js 18 or later, in a file that ends in .mjs\nconst response = await fetch(");
    string(code.address, out);
    out.push_all([", {\n    method: \"", code.request.method.as_str(), "\",\n    headers: {\n"]);
    out.push_all(["        \"", AUTHORIZATION, "\": "]);
    match &code.token {
        Token::Variable(name) => {
            out.push_all(["\"", BEARER, "\" + process.env.", name.as_str()]);
        }
        Token::Value(value) => string(value.as_str(), out),
    }
    out.push(",\n");
    members(&code.request.headers, Escape::Braces, out);
    out.push("    },\n");
    if let Some(body) = code.body() {
        out.push("    body: JSON.stringify(");
        request_text::write(body, Layout::Code, 1, (&Literals, code.shown), out)?;
        out.push("),\n");
    }
    out.push("});\nconsole.log(response.status, await response.text());\n");
    Ok(())
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
        out.push_all(["process.env.", name.as_str()]);
    }
}

fn string(text: &str, out: &mut Text) {
    quoted(text, Escape::Braces, out);
}
