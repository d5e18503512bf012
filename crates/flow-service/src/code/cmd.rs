//! curl in the command prompt of Windows: typed there, or in a batch file.
//!
//! Two programs read the line. cmd knows nothing of `\"` and takes every quote for the
//! beginning or the end of a stretch in which its signs mean nothing; then curl's start-up
//! takes the arguments apart. In JSON all that either gives a meaning to is written by its
//! code (`\u0026`), so that it does not matter where cmd believes a quote to be. Elsewhere
//! cmd's signs have a caret where cmd believes to be outside of quotes. A percent sign is a
//! variable of that content, since a batch file and a typed line double it differently.
//!
//! Secrets are read from the environment by curl itself, from 8.3 on, which escapes them for
//! JSON too: `%NAME%` would let cmd take the signs in a secret for its own.
//!
//! What is left: a line has at most 8191 characters; curl reads the environment in the code
//! page of the machine, so a secret outside of ASCII may arrive changed; and where delayed
//! expansion was switched on, an exclamation mark in an address or header is lost.

use super::bash::takes_a_pattern;
use super::{Code, Token, ascii_json};
use crate::request::{AUTHORIZATION, BEARER};
use crate::request_text::{self, Layout, Leaves};
use crate::secret::SecretName;
use crate::text::Text;

/// Makes `%PCT%` a percent sign, typed or in a batch file: the latter halves `%%`.
const PERCENT: &str = "set \"PCT=%%\"\nset \"PCT=%PCT:~0,1%\"\n";

pub(super) fn write(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    let mut command = Text::default();
    write_command(code, &mut command)?;
    if matches!(code.token, Token::Variable(_)) {
        out.push("rem curl 8.3 or later takes the secrets from the environment.\n");
    }
    if command.as_str().contains('%') {
        out.push(PERCENT);
    }
    out.push(command.as_str());
    Ok(())
}

fn write_command(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    out.push("curl ");
    if takes_a_pattern(code.address) {
        out.push("--globoff ");
    }
    out.push_all(["--request ", code.request.method.as_str(), " "]);
    argument(code.address, out);
    let variables = code.body_variables();
    match &code.token {
        Token::Variable(name) => {
            for name in code.variables() {
                out.push_all([" ^\n  --variable %PCT%", name.as_str()]);
            }
            let header = [AUTHORIZATION, ": ", BEARER, "{{", name.as_str(), "}}"].concat();
            out.push(" ^\n  --expand-header ");
            argument(&header, out);
        }
        Token::Value(value) => {
            let mut header = Text::default();
            header.push_all([AUTHORIZATION, ": ", value.as_str()]);
            out.push(" ^\n  --header ");
            argument(header.as_str(), out);
        }
    }
    for (name, value) in &code.request.headers {
        out.push(" ^\n  --header ");
        argument(&[name, ": ", value].concat(), out);
    }
    if let Some(body) = code.body() {
        out.push(" ^\n  --");
        if !variables.is_empty() {
            out.push("expand-");
        }
        out.push("data-raw \"");
        request_text::write(body, Layout::Compact, 0, (&InArgument, code.shown), out)?;
        out.push("\"");
    }
    out.push("\n");
    Ok(())
}

/// JSON within the quotes of an argument. Each text has two quotes, so that cmd's count of
/// them comes out even.
struct InArgument;

impl Leaves for InArgument {
    fn string(&self, text: &str, out: &mut Text) {
        out.push("\\\"");
        ascii_json::escaped(text, means_nothing, out);
        out.push("\\\"");
    }

    fn json_variable(&self, name: &SecretName, out: &mut Text) {
        out.push_all(["{{", name.as_str(), "}}"]);
    }

    fn variable(&self, name: &SecretName, out: &mut Text) {
        out.push_all(["\\\"{{", name.as_str(), ":json}}\\\""]);
    }
}

/// Whether cmd, the start-up of programs and curl's expansion all leave the character alone.
fn means_nothing(character: char) -> bool {
    character.is_ascii_alphanumeric() || " -_.,:;/@+=#$~'[]`".contains(character)
}

/// A text as one argument.
///
/// Control characters, which neither an address nor a header has, become spaces: a line break
/// would begin another command.
fn argument(text: &str, out: &mut Text) {
    out.push("\"");
    let mut in_quotes = true;
    let mut backslashes = 0;
    for character in text.chars() {
        let before = core::mem::replace(&mut backslashes, 0);
        match character {
            '"' => {
                // Those before a quote count double, and one more is for the quote itself.
                (0..=before).for_each(|_| out.push("\\"));
                out.push("\"");
                in_quotes = !in_quotes;
            }
            '\\' => {
                out.push("\\");
                backslashes = before + 1;
            }
            '%' => out.push("%PCT%"),
            control if control.is_control() => out.push(" "),
            '&' | '|' | '<' | '>' | '(' | ')' | '^' if !in_quotes => {
                out.push("^");
                out.push_char(character);
            }
            other => out.push_char(other),
        }
    }
    (0..backslashes).for_each(|_| out.push("\\"));
    // cmd has to believe to be outside when the argument ends.
    out.push(if in_quotes { "\"" } else { "^\"" });
}
