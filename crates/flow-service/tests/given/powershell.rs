//! A small model of PowerShell: strings, tables and environment variables, as far as our code
//! uses them. It panics at all else.

use std::collections::BTreeMap;

use super::received::Received;

/// What stands to the right of `=`.
enum Expression {
    Text(String),
    /// Names and what they are, in order.
    Table(Vec<(String, Expression)>),
}

impl Expression {
    fn text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Table(_) => panic!("a table instead of a text"),
        }
    }

    fn table(self) -> Vec<(String, Self)> {
        match self {
            Self::Table(table) => table,
            Self::Text(text) => panic!("a text instead of a table: {text}"),
        }
    }
}

/// What would be sent, and whether later versions are told to take any header.
pub struct Ran {
    pub received: Received,
    pub any_header: bool,
}

/// Runs the code with these variables. The error is what it stops with.
pub fn run(code: &str, variables: &[(String, String)]) -> Result<Ran, String> {
    assert!(code.is_ascii(), "5.1 reads a script in the code page of the machine: {code}");
    let environment = variables.iter().cloned().collect();
    // Lines that are pasted are run one by one, whatever came of those before, but for a block.
    let block = code.strip_prefix("& {\n").map(|block| block.strip_suffix("}\n").unwrap());
    let mut script = Script { rest: block.unwrap_or(code), environment: &environment, body: None };
    while script.takes("if (-not $env:") {
        assert!(block.is_some(), "the lines below would be run all the same");
        let name = script.until(") { throw '");
        let words = script.until("' }\n");
        if environment.get(name).is_none_or(String::is_empty) {
            return Err(words.to_owned());
        }
    }
    let mut body = None;
    if script.takes("$body = ") {
        body = Some(script.sum());
        assert!(script.takes("\n"));
    }
    script.body = body.as_deref();
    assert!(script.takes("$request = "));
    let request = script.expression();
    let rest = script.rest.strip_prefix('\n').unwrap();
    let any_header =
        "if ($PSVersionTable.PSVersion.Major -ge 6) { $request.SkipHeaderValidation = $true }\n";
    let (any_header, rest) = match rest.strip_prefix(any_header) {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    assert_eq!(rest, "Invoke-RestMethod @request\n");
    Ok(Ran { received: received(request), any_header })
}

fn received(request: Expression) -> Received {
    let mut received = Received {
        method: String::new(),
        target: String::new(),
        headers: vec![],
        body: String::new(),
    };
    for (name, value) in request.table() {
        match name.as_str() {
            "Method" => received.method = value.text(),
            "Uri" => {
                let address = value.text();
                let target = address.strip_prefix("https://platform.example").unwrap();
                target.clone_into(&mut received.target);
            }
            "Headers" => {
                let headers = value.table().into_iter();
                received.headers.extend(headers.map(|(name, value)| (name, value.text())));
                assert!(received.header("Content-Type").is_none(), "5.1 refuses it there");
            }
            "ContentType" => received.headers.push(("Content-Type".to_owned(), value.text())),
            "Body" => received.body = value.text(),
            other => panic!("no such parameter: {other}"),
        }
    }
    received
}

struct Script<'a> {
    rest: &'a str,
    environment: &'a BTreeMap<String, String>,
    body: Option<&'a str>,
}

impl<'a> Script<'a> {
    fn takes(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn until(&mut self, end: &str) -> &'a str {
        let (before, after) = self.rest.split_once(end).unwrap();
        self.rest = after;
        before
    }

    fn expression(&mut self) -> Expression {
        if self.takes("@{") {
            return self.table();
        }
        if self.takes("[Text.Encoding]::UTF8.GetBytes($body)") {
            return Expression::Text(self.body.unwrap().to_owned());
        }
        Expression::Text(self.sum())
    }

    fn table(&mut self) -> Expression {
        let mut entries = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if self.takes("}") {
                return Expression::Table(entries);
            }
            let name = if self.takes("'") {
                let name = self.single_quoted();
                assert!(self.takes(" = "), "no value: {}", self.rest);
                name
            } else {
                self.until(" = ").to_owned()
            };
            let value = self.expression();
            assert!(self.rest.starts_with('\n'), "more on the line: {}", self.rest);
            entries.push((name, value));
        }
    }

    /// Texts with `+` between them.
    fn sum(&mut self) -> String {
        let mut text = self.term();
        while self.takes(" + ") {
            text.push_str(&self.term());
        }
        text
    }

    fn term(&mut self) -> String {
        if self.takes("'") {
            return self.single_quoted();
        }
        if self.takes("(ConvertTo-Json $env:") {
            let name = self.until(")");
            return serde_json::to_string(&self.environment[name]).unwrap();
        }
        if self.takes("$env:") {
            let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let after = self.rest.trim_start_matches(is_name);
            let name = &self.rest[..self.rest.len() - after.len()];
            self.rest = after;
            return self.environment[name].clone();
        }
        assert!(self.takes("\""), "no text: {}", self.rest);
        let text = self.until("\"");
        assert!(!text.contains('`'), "an escape: {text}");
        let (before, name) = text.split_once("$env:").unwrap();
        let name_characters = |c: char| c.is_ascii_alphanumeric() || c == '_';
        assert!(!before.contains('$') && name.chars().all(name_characters), "{text}");
        [before, &self.environment[name]].concat()
    }

    /// What follows an opening quote. Two quotes are one that does not close.
    fn single_quoted(&mut self) -> String {
        let mut text = self.until("'").to_owned();
        while self.takes("'") {
            text.push('\'');
            text.push_str(self.until("'"));
        }
        text
    }
}
