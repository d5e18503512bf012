//! A request's body as text. One writer serves what is sent, what is shown as code in any
//! language, and every other JSON text that the crate writes; what it leaves to [`Leaves`]
//! is how a text, a number and a secret look.

use zeroize::Zeroizing;

use crate::code::Shown;
use crate::json;
use crate::request::Body;
use crate::secret::{SecretName, Secrets};
use crate::text::Text;

/// What one level is indented by.
pub(crate) const INDENT: &str = "    ";

/// Where a text of JSON, or of a literal that looks like JSON, has white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// A line for each member and item.
    Spread,
    /// The same, and a comma after the last one too, as is usual in code.
    Code,
    /// Nowhere.
    Compact,
}

/// How the parts of a body look.
pub(crate) trait Leaves {
    /// A text, with its quotes.
    fn string(&self, text: &str, out: &mut Text);

    /// A secret in the place of a text, where it is not to be shown.
    fn variable(&self, name: &SecretName, out: &mut Text);

    /// Secret JSON, where it is not to be shown: no text, so it has no quotes.
    fn json_variable(&self, name: &SecretName, out: &mut Text);

    /// The name of a member.
    fn key(&self, key: &str, out: &mut Text) {
        self.string(key, out);
    }

    /// A number, `true`, `false` or `null`, as JSON writes it.
    fn bare(&self, text: &str, out: &mut Text) {
        out.push(text);
    }
}

/// Writes a body. Its first line begins where `out` ends; the others are indented by `level`
/// levels and their depth.
///
/// # Errors
/// The name of a secret that is to be shown and is not there.
pub(crate) fn write(
    body: &Body,
    layout: Layout,
    level: usize,
    (leaves, shown): (&dyn Leaves, Shown),
    out: &mut Text,
) -> Result<(), SecretName> {
    Writer { leaves, shown, layout, out }.body(body, level)
}

struct Writer<'a> {
    leaves: &'a dyn Leaves,
    shown: Shown<'a>,
    layout: Layout,
    out: &'a mut Text,
}

impl Writer<'_> {
    fn body(&mut self, body: &Body, level: usize) -> Result<(), SecretName> {
        match body {
            Body::Text(text) => self.leaves.string(text, self.out),
            Body::Secret(name) => match self.shown.value(name)? {
                Some(secret) => self.leaves.string(secret, self.out),
                None => self.leaves.variable(name, self.out),
            },
            Body::SecretJson(name) => match self.shown {
                Shown::AsVariables => self.leaves.json_variable(name, self.out),
                // What is there stands in its place already.
                Shown::Values(_) => return Err(name.clone()),
            },
            Body::Bare(text) => self.leaves.bare(text, self.out),
            Body::Array(items) => {
                self.nested(["[", "]"], items.iter().map(|item| (None, item)), level)?;
            }
            Body::Object(members) => {
                let members = members.iter().map(|(key, body)| (Some(key.as_str()), body));
                self.nested(["{", "}"], members, level)?;
            }
        }
        Ok(())
    }

    fn nested<'b>(
        &mut self,
        [open, close]: [&str; 2],
        parts: impl Iterator<Item = (Option<&'b str>, &'b Body)>,
        level: usize,
    ) -> Result<(), SecretName> {
        self.out.push(open);
        let mut empty = true;
        for (key, body) in parts {
            if !empty {
                self.out.push(",");
            }
            empty = false;
            self.line(level + 1);
            if let Some(key) = key {
                self.leaves.key(key, self.out);
                self.out.push(if self.layout == Layout::Compact { ":" } else { ": " });
            }
            self.body(body, level + 1)?;
        }
        if !empty {
            if self.layout == Layout::Code {
                self.out.push(",");
            }
            self.line(level);
        }
        self.out.push(close);
        Ok(())
    }

    fn line(&mut self, level: usize) {
        if self.layout != Layout::Compact {
            self.out.push("\n");
            for _ in 0..level {
                self.out.push(INDENT);
            }
        }
    }
}

/// A text of JSON, with its quotes.
pub(crate) fn json_string(text: &str, out: &mut Text) {
    out.push("\"");
    json::escape(text, out);
    out.push("\"");
}

/// Plain JSON.
pub(crate) struct Json;

impl Leaves for Json {
    fn string(&self, text: &str, out: &mut Text) {
        json_string(text, out);
    }

    /// The placeholder needs no escape.
    fn variable(&self, name: &SecretName, out: &mut Text) {
        json_string(&name.placeholder(), out);
    }

    fn json_variable(&self, name: &SecretName, out: &mut Text) {
        out.push(&name.placeholder());
    }
}

impl<'a> Shown<'a> {
    /// The secret, if it is to be shown; beside `Request::open` this is where one is opened.
    ///
    /// # Errors
    /// The name of a secret that is to be shown and is not there.
    pub(crate) fn value(self, name: &SecretName) -> Result<Option<&'a str>, SecretName> {
        match self {
            Self::AsVariables => Ok(None),
            Self::Values(secrets) => {
                let secret = secrets.get(name).ok_or_else(|| name.clone())?;
                Ok(Some(secret.open()))
            }
        }
    }
}

impl Body {
    /// The body as it is sent.
    pub(crate) fn open(&self, secrets: &Secrets) -> Result<Zeroizing<String>, SecretName> {
        let mut text = Text::default();
        let whole = self.filled(secrets);
        write(&whole, Layout::Spread, 0, (&Json, Shown::Values(secrets)), &mut text)?;
        Ok(text.into_zeroizing())
    }

    /// The body with those of its secrets that are JSON in their places. What is a text stays
    /// a name.
    pub(crate) fn filled(&self, secrets: &Secrets) -> Self {
        match self {
            Self::SecretJson(name) => secrets.part(name).unwrap_or(self).clone(),
            Self::Array(items) => {
                Self::Array(items.iter().map(|item| item.filled(secrets)).collect())
            }
            Self::Object(members) => {
                let member = |(key, body): &(String, Self)| (key.clone(), body.filled(secrets));
                Self::Object(members.iter().map(member).collect())
            }
            Self::Text(_) | Self::Secret(_) | Self::Bare(_) => self.clone(),
        }
    }

    /// The secrets in it, each once, in the order in which they are first needed, and what
    /// each of them is.
    pub(crate) fn secrets(&self) -> Vec<(&SecretName, Content)> {
        let mut names = Vec::new();
        self.add_secrets(&mut names);
        names
    }

    fn add_secrets<'a>(&'a self, names: &mut Vec<(&'a SecretName, Content)>) {
        let mut add = |name| {
            if !names.contains(&name) {
                names.push(name);
            }
        };
        match self {
            Self::Text(_) | Self::Bare(_) => {}
            Self::Secret(name) => add((name, Content::Text)),
            Self::SecretJson(name) => add((name, Content::Json)),
            Self::Array(items) => items.iter().for_each(|item| item.add_secrets(names)),
            Self::Object(members) => members.iter().for_each(|(_, body)| body.add_secrets(names)),
        }
    }
}

/// What a secret is in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// A text.
    Text,
    /// JSON.
    Json,
}

/// A body as JSON text with placeholders for its secrets.
pub(crate) fn shown(body: &Body, layout: Layout) -> String {
    let mut text = Text::default();
    // Only a secret that is to be shown can be missing.
    let _nothing_is_missing = write(body, layout, 0, (&Json, Shown::AsVariables), &mut text);
    text.into_plain()
}
