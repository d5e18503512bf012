//! A request as text: its body as it is sent, and the whole with placeholders for its
//! secrets, as HTTP and as a curl command. One writer serves all three, and every other
//! JSON text that the crate writes.
//!
//! The curl command runs in bash with the placeholders set as variables. A secret may
//! hold quotes and backslashes, so the command brings a function that escapes it for
//! JSON; the plain texts are escaped here.

use zeroize::Zeroizing;

use crate::json;
use crate::request::{AUTHORIZATION, BEARER, Body, Request};
use crate::secret::{SecretName, Secrets};

/// What one level of JSON is indented by.
const INDENT: &str = "    ";

/// Escapes its argument for the inside of a JSON text: backslash, quote and tab.
const SHELL_FUNCTION: &str =
    r#"json() { local s=${1//\\/\\\\}; s=${s//\"/\\\"}; printf '%s' "${s//$'\t'/\\t}"; }"#;

impl Body {
    /// The body as it is sent.
    pub(crate) fn open(&self, secrets: &Secrets) -> Result<Zeroizing<String>, SecretName> {
        let pieces = pieces(self, Layout::Spread);
        // All of it is reserved at once: growing would leave copies of secrets behind.
        let mut opened = Vec::with_capacity(pieces.len());
        for piece in &pieces {
            opened.push(Zeroizing::new(match piece {
                Piece::Text(text) => text.clone(),
                Piece::Secret(name) => {
                    json::escaped(secrets.get(name).ok_or_else(|| name.clone())?.open())
                }
            }));
        }
        let length = opened.iter().map(|text| text.len()).sum();
        let mut whole = Zeroizing::new(String::with_capacity(length));
        for text in &opened {
            whole.push_str(text);
        }
        Ok(whole)
    }
}

impl Request {
    /// The request as HTTP, with the whole address in its first line.
    #[must_use]
    pub fn to_http(&self, api_base: &str) -> String {
        let mut text = [self.method.as_str(), " ", api_base, &self.target, "\n"].concat();
        for (name, value) in self.header_lines() {
            text.extend([name, ": ", value.as_str(), "\n"]);
        }
        if let Some(body) = &self.body {
            text.extend(["\n", &shown(body, Layout::Spread), "\n"]);
        }
        text
    }

    /// The request as a command for bash.
    #[must_use]
    pub fn to_curl(&self, api_base: &str) -> String {
        let body = self.body.as_ref();
        let pieces = body.map(|body| pieces(body, Layout::Spread)).unwrap_or_default();
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

/// Where a JSON text has white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A line for each member and item.
    Spread,
    /// Nowhere.
    Compact,
}

/// A body as JSON text with placeholders for its secrets.
pub(crate) fn shown(body: &Body, layout: Layout) -> String {
    let mut text = String::new();
    for piece in pieces(body, layout) {
        match piece {
            Piece::Text(json) => text.push_str(&json),
            Piece::Secret(name) => text.push_str(&name.placeholder()),
        }
    }
    text
}

fn pieces(body: &Body, layout: Layout) -> Vec<Piece> {
    let mut writer = Writer { pieces: Vec::new(), text: String::new(), layout };
    writer.body(body, 0);
    writer.pieces.push(Piece::Text(writer.text));
    writer.pieces
}

struct Writer {
    pieces: Vec<Piece>,
    text: String,
    layout: Layout,
}

impl Writer {
    fn body(&mut self, body: &Body, level: usize) {
        match body {
            Body::Text(text) => self.string(text),
            Body::Secret(name) => {
                self.text.push('"');
                self.pieces.push(Piece::Text(core::mem::take(&mut self.text)));
                self.pieces.push(Piece::Secret(name.clone()));
                self.text.push('"');
            }
            Body::Bare(text) => self.text.push_str(text),
            Body::Array(items) => {
                let items: Vec<_> = items.iter().map(|item| (None, item)).collect();
                self.nested(['[', ']'], &items, level);
            }
            Body::Object(members) => {
                let members: Vec<_> =
                    members.iter().map(|(key, body)| (Some(key.as_str()), body)).collect();
                self.nested(['{', '}'], &members, level);
            }
        }
    }

    fn nested(&mut self, [open, close]: [char; 2], parts: &[(Option<&str>, &Body)], level: usize) {
        self.text.push(open);
        for (index, (key, body)) in parts.iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.line(level + 1);
            if let Some(key) = key {
                self.string(key);
                self.text.push_str(if self.layout == Layout::Spread { ": " } else { ":" });
            }
            self.body(body, level + 1);
        }
        if !parts.is_empty() {
            self.line(level);
        }
        self.text.push(close);
    }

    fn line(&mut self, level: usize) {
        if self.layout == Layout::Spread {
            self.text.push('\n');
            for _ in 0..level {
                self.text.push_str(INDENT);
            }
        }
    }

    fn string(&mut self, text: &str) {
        self.text.extend(["\"", &json::escaped(text), "\""]);
    }
}

/// A text as one word of a POSIX shell.
pub(crate) fn single_quoted(text: &str) -> String {
    ["'", &text.replace('\'', r"'\''"), "'"].concat()
}
