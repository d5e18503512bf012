//! A request as text, with placeholders for its secrets: as HTTP, and as a curl command.
//!
//! The curl command runs in bash with the placeholders set as variables. A secret may
//! hold quotes and backslashes, so the command brings a function that escapes it for
//! JSON; the plain texts are escaped here.

use serde_json::Value;

use crate::json;
use crate::request::{AUTHORIZATION, BEARER, Body, Request};
use crate::secret::SecretName;

/// What one level of JSON is indented by.
const INDENT: &str = "    ";

/// Escapes its argument for the inside of a JSON text: backslash, quote and tab.
const SHELL_FUNCTION: &str =
    r#"json() { local s=${1//\\/\\\\}; s=${s//\"/\\\"}; printf '%s' "${s//$'\t'/\\t}"; }"#;

impl Request {
    /// The request as HTTP, with the whole address in its first line.
    #[must_use]
    pub fn to_http(&self, api_base: &str) -> String {
        let mut text = [self.method.as_str(), " ", api_base, &self.target, "\n"].concat();
        for (name, value) in self.header_lines() {
            text.extend([name, ": ", value.as_str(), "\n"]);
        }
        if let Some(body) = &self.body {
            text.push('\n');
            for piece in pieces(body) {
                match piece {
                    Piece::Text(json) => text.push_str(&json),
                    Piece::Secret(name) => text.push_str(&name.placeholder()),
                }
            }
            text.push('\n');
        }
        text
    }

    /// The request as a command for bash.
    #[must_use]
    pub fn to_curl(&self, api_base: &str) -> String {
        let pieces = self.body.as_ref().map(pieces).unwrap_or_default();
        let mut text = String::new();
        if pieces.iter().any(|piece| matches!(piece, Piece::Secret(_))) {
            text.extend([SHELL_FUNCTION, "\n"]);
        }
        text.extend(["curl --request ", self.method.as_str(), " "]);
        text.push_str(&single_quoted(&[api_base, &self.target].concat()));
        for (name, value) in self.header_lines() {
            let line = [name, ": ", &value].concat();
            let quoted = if name == AUTHORIZATION {
                ["\"", &line, "\""].concat()
            } else {
                single_quoted(&line)
            };
            text.extend([" \\\n  --header ", &quoted]);
        }
        if !pieces.is_empty() {
            text.push_str(" \\\n  --data-raw ");
            for piece in &pieces {
                match piece {
                    Piece::Text(json) => text.push_str(&single_quoted(json)),
                    Piece::Secret(name) => {
                        text.extend(["\"$(json \"", &name.placeholder(), "\")\""]);
                    }
                }
            }
        }
        text.push('\n');
        text
    }

    fn header_lines(&self) -> impl Iterator<Item = (&'static str, String)> {
        let token = [BEARER, &SecretName::access_token().placeholder()].concat();
        let rest = self.headers.iter().map(|(name, value)| (*name, value.clone()));
        core::iter::once((AUTHORIZATION, token)).chain(rest)
    }
}

/// A stretch of JSON text, or a secret in the midst of a JSON text.
enum Piece {
    Text(String),
    Secret(SecretName),
}

fn pieces(body: &Body) -> Vec<Piece> {
    let mut writer = Writer::default();
    writer.body(body, 0);
    writer.pieces.push(Piece::Text(writer.text));
    writer.pieces
}

#[derive(Default)]
struct Writer {
    pieces: Vec<Piece>,
    text: String,
}

impl Writer {
    fn body(&mut self, body: &Body, level: usize) {
        match body {
            Body::Plain(value) => self.value(value, level),
            Body::Secret(name) => {
                self.text.push('"');
                self.pieces.push(Piece::Text(core::mem::take(&mut self.text)));
                self.pieces.push(Piece::Secret(name.clone()));
                self.text.push('"');
            }
            Body::Object(members) => {
                let members = members.iter().map(|(key, body)| (Some(key.as_str()), body));
                self.block(['{', '}'], members, level, Self::body);
            }
        }
    }

    fn value(&mut self, value: &Value, level: usize) {
        match value {
            Value::Null => self.text.push_str("null"),
            Value::Bool(value) => self.text.push_str(if *value { "true" } else { "false" }),
            Value::Number(number) => self.text.push_str(&number.to_string()),
            Value::String(text) => self.string(text),
            Value::Array(items) => {
                self.block(['[', ']'], items.iter().map(|item| (None, item)), level, Self::value);
            }
            Value::Object(members) => {
                let members = members.iter().map(|(key, value)| (Some(key.as_str()), value));
                self.block(['{', '}'], members, level, Self::value);
            }
        }
    }

    fn block<'a, T: 'a>(
        &mut self,
        [open, close]: [char; 2],
        items: impl Iterator<Item = (Option<&'a str>, &'a T)>,
        level: usize,
        write: impl Fn(&mut Self, &T, usize),
    ) {
        self.text.push(open);
        let mut empty = true;
        for (key, item) in items {
            self.text.push_str(if empty { "\n" } else { ",\n" });
            empty = false;
            self.text.extend(core::iter::repeat_n(INDENT, level + 1));
            if let Some(key) = key {
                self.string(key);
                self.text.push_str(": ");
            }
            write(self, item, level + 1);
        }
        if !empty {
            self.text.push('\n');
            self.text.extend(core::iter::repeat_n(INDENT, level));
        }
        self.text.push(close);
    }

    fn string(&mut self, text: &str) {
        self.text.extend(["\"", &json::escaped(text), "\""]);
    }
}

/// A text as one word of a POSIX shell.
fn single_quoted(text: &str) -> String {
    ["'", &text.replace('\'', r"'\''"), "'"].concat()
}
