//! curl in bash.
//!
//! A secret may hold quotes and backslashes, so the command brings a function that escapes a
//! variable for JSON; all else is escaped here and stands in single quotes. Nothing is sent
//! while a variable is not set.

use super::{Code, Shown};
use crate::request_text::{self, Content, Layout, Leaves, json_string};
use crate::secret::SecretName;
use crate::text::Text;

/// Escapes its argument for the inside of a JSON text: backslash, quote, line breaks and tab.
/// Other control characters cannot be typed into an input, nor does a key in a file have them.
const FUNCTION: &str = concat!(
    r#"json() { local s=${1//\\/\\\\}; s=${s//\"/\\\"}; s=${s//$'\n'/\\n}; "#,
    r#"s=${s//$'\r'/\\r}; printf '%s' "${s//$'\t'/\\t}"; }"#
);

pub(super) fn write(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    if code.body_variables().iter().any(|(_, content)| *content == Content::Text) {
        out.push_all([FUNCTION, "\n"]);
    }
    let variables = code.variables();
    if !variables.is_empty() {
        // Within `$(…)` a variable that is not set would not keep curl from being run.
        out.push(":");
        for name in variables {
            out.push_all([" \"${", name.as_str(), ":?}\""]);
        }
        out.push(" &&\n");
    }
    out.push("curl ");
    if takes_a_pattern(code.address) {
        out.push("--globoff ");
    }
    out.push_all(["--request ", code.request.method.as_str(), " "]);
    single_quoted(code.address, out);
    let authorization = code.authorization_line();
    out.push(" \\\n  --header ");
    match code.shown {
        Shown::AsVariables => out.push_all(["\"", authorization.as_str(), "\""]),
        Shown::Values(_) => single_quoted(authorization.as_str(), out),
    }
    for (name, value) in &code.request.headers {
        out.push(" \\\n  --header ");
        single_quoted(&[name, ": ", value].concat(), out);
    }
    if let Some(body) = code.body() {
        out.push(" \\\n  --data-raw '");
        request_text::write(body, Layout::Spread, 0, (&InQuotes, code.shown), out)?;
        out.push("'");
    }
    out.push("\n");
    Ok(())
}

/// Whether curl would take a part of the address for a pattern of many addresses.
pub(super) fn takes_a_pattern(address: &str) -> bool {
    address.contains(['[', ']', '{', '}'])
}

/// JSON within single quotes.
struct InQuotes;

impl Leaves for InQuotes {
    fn string(&self, text: &str, out: &mut Text) {
        let mut json = Text::default();
        json_string(text, &mut json);
        // Before version 5, a bash that is typed into takes `!` for a command of before, also
        // within single quotes where they began on another line.
        for (index, part) in json.as_str().split('!').enumerate() {
            out.push(if index == 0 { "" } else { "\\u0021" });
            inside_quotes(part, out);
        }
    }

    fn json_variable(&self, name: &SecretName, out: &mut Text) {
        out.push_all(["'\"", &name.placeholder(), "\"'"]);
    }

    fn variable(&self, name: &SecretName, out: &mut Text) {
        out.push_all(["\"'\"$(json \"", &name.placeholder(), "\")\"'\""]);
    }
}

/// A text as one word.
pub(crate) fn single_quoted(text: &str, out: &mut Text) {
    out.push("'");
    inside_quotes(text, out);
    out.push("'");
}

fn inside_quotes(text: &str, out: &mut Text) {
    for character in text.chars() {
        match character {
            '\'' => out.push(r"'\''"),
            other => out.push_char(other),
        }
    }
}
