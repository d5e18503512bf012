//! `Invoke-RestMethod`, for Windows PowerShell 5.1 and all later ones.
//!
//! Not `curl.exe`: before 7.3, PowerShell drops the quotes in the arguments of a program.
//! The text is ASCII, because 5.1 reads a script in the code page of the machine, and the
//! body is sent as bytes, because 5.1 sends a text in Latin-1.
//!
//! A variable that is not set would be sent as `null`. All of it is one block, so that what
//! stops there stops it whole, also where its lines are pasted one after the other.

use super::{Code, Token, ascii_json};
use crate::request::{AUTHORIZATION, BEARER};
use crate::request_text::{self, Layout, Leaves};
use crate::secret::SecretName;
use crate::text::Text;

/// `Invoke-RestMethod` has a parameter of its own for this header, and 5.1 takes it there only.
const CONTENT_TYPE: &str = "Content-Type";

/// Later ones refuse a value that is not of its header's form; 5.1 neither refuses it nor
/// knows how to be told.
const ANY_HEADER: &str =
    "if ($PSVersionTable.PSVersion.Major -ge 6) { $request.SkipHeaderValidation = $true }\n";

pub(super) fn write(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    let variables = code.variables();
    if variables.is_empty() {
        return write_lines(code, out);
    }
    out.push("& {\n");
    for name in variables {
        let name = name.as_str();
        out.push_all(["if (-not $env:", name, ") { throw 'Set the variable ", name, " first' }\n"]);
    }
    write_lines(code, out)?;
    out.push("}\n");
    Ok(())
}

fn write_lines(code: &Code, out: &mut Text) -> Result<(), SecretName> {
    if let Some(body) = code.body() {
        out.push("$body = '");
        request_text::write(body, Layout::Spread, 0, (&InQuotes, code.shown), out)?;
        out.push("'\n");
    }
    out.push_all(["$request = @{\n    Method = '", code.request.method.as_str(), "'\n    Uri = "]);
    quoted(code.address, out);
    out.push("\n    Headers = @{\n");
    out.push_all(["        '", AUTHORIZATION, "' = "]);
    match &code.token {
        Token::Variable(name) => out.push_all(["\"", BEARER, "$env:", name.as_str(), "\""]),
        Token::Value(value) => quoted(value.as_str(), out),
    }
    let mut content_type = None;
    for (name, value) in &code.request.headers {
        if *name == CONTENT_TYPE {
            content_type = Some(value);
            continue;
        }
        out.push("\n        ");
        quoted(name, out);
        out.push(" = ");
        quoted(value, out);
    }
    out.push("\n    }\n");
    if let Some(value) = content_type {
        out.push("    ContentType = ");
        quoted(value, out);
        out.push("\n");
    }
    if code.body().is_some() {
        out.push("    Body = [Text.Encoding]::UTF8.GetBytes($body)\n");
    }
    out.push("}\n");
    let mut headers = code.request.headers.iter();
    if headers.any(|(name, value)| *name == "If-Match" && !is_quoted_etag(value)) {
        out.push(ANY_HEADER);
    }
    out.push("Invoke-RestMethod @request\n");
    Ok(())
}

/// Whether an etag has the form of RFC 9110.
fn is_quoted_etag(value: &str) -> bool {
    let inner = value.strip_prefix("W/").unwrap_or(value);
    let inner = inner.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.is_some_and(|inner| !inner.contains('"'))
}

/// JSON within single quotes, which may span lines.
struct InQuotes;

impl Leaves for InQuotes {
    fn string(&self, text: &str, out: &mut Text) {
        out.push("\"");
        ascii_json::escaped(text, |character| character != '\'', out);
        out.push("\"");
    }

    fn json_variable(&self, name: &SecretName, out: &mut Text) {
        out.push_all(["' + $env:", name.as_str(), " + '"]);
    }

    fn variable(&self, name: &SecretName, out: &mut Text) {
        out.push_all(["' + (ConvertTo-Json $env:", name.as_str(), ") + '"]);
    }
}

/// A text in single quotes. PowerShell takes typographic ones for the same.
fn quoted(text: &str, out: &mut Text) {
    out.push("'");
    for character in text.chars() {
        if matches!(character, '\'' | '‘' | '’' | '‚' | '‛') {
            out.push_char(character);
        }
        out.push_char(character);
    }
    out.push("'");
}
