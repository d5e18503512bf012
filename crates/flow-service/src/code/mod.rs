//! A request as code: what a person would write to send it, in several languages.
//!
//! One file for each language. What they share: texts are quoted so that the language reads
//! back exactly what stands in the request, and secrets are taken from variables of the
//! environment, in a way that is right for any secret, or stand in the text themselves when
//! a person asked for that.
//!
//! Deliberately absent: handling of answers beyond printing them, and libraries that not
//! everyone has.

mod ascii_json;
mod bash;
mod cmd;
mod http;
mod javascript;
mod literal;
mod postman;
mod powershell;
mod python;
mod rust;

pub(crate) use bash::single_quoted;
use zeroize::Zeroizing;

use crate::request::{AUTHORIZATION, BEARER, Body, Method, Request};
use crate::request_text::Content;
use crate::secret::{SecretName, Secrets};
use crate::text::Text;

/// What the code is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// HTTP as it is sent, with the whole address in the first line.
    Http,
    /// curl in bash.
    Bash,
    /// `Invoke-RestMethod`, in Windows PowerShell 5.1 and all later ones.
    PowerShell,
    /// curl in the command prompt of Windows, typed there or in a batch file.
    Cmd,
    /// Python with `requests`.
    Python,
    /// JavaScript with `fetch`, for Node.js.
    JavaScript,
    /// Rust with `reqwest`.
    Rust,
    /// A collection of one request, to be imported into Postman.
    Postman,
}

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Http,
        Self::Bash,
        Self::PowerShell,
        Self::Cmd,
        Self::Python,
        Self::JavaScript,
        Self::Rust,
        Self::Postman,
    ];

    /// What tells it from the others where a text does: no word for people.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Bash => "bash",
            Self::PowerShell => "powershell",
            Self::Cmd => "cmd",
            Self::Python => "python",
            Self::JavaScript => "javascript",
            Self::Rust => "rust",
            Self::Postman => "postman",
        }
    }

    /// The language with this key.
    #[must_use]
    pub fn with_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.key() == key)
    }
}

/// How secrets are shown.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// As variables: no secret is in the text.
    AsVariables,
    /// As they are, which a person has to ask for.
    Values(&'a Secrets),
}

impl Request {
    /// The request as code. The text is wiped when it is dropped; copies are the caller's.
    ///
    /// `base` is put before the request's target: scheme and host of Platform's APIs.
    ///
    /// # Errors
    /// The name of a secret that is to be shown and that is not among those given.
    pub fn to_code(
        &self,
        base: &str,
        language: Language,
        shown: Shown,
    ) -> Result<Zeroizing<String>, SecretName> {
        let address = &[base, &self.target].concat();
        let whole = match (shown, &self.body) {
            (Shown::Values(secrets), Some(body)) => {
                Some(Self { body: Some(body.filled(secrets)), ..self.clone() })
            }
            _ => None,
        };
        let request = whole.as_ref().unwrap_or(self);
        let code = Code { request, address, token: Token::shown(shown)?, shown };
        let mut out = Text::default();
        match language {
            Language::Http => http::write(&code, &mut out),
            Language::Bash => bash::write(&code, &mut out),
            Language::PowerShell => powershell::write(&code, &mut out),
            Language::Cmd => cmd::write(&code, &mut out),
            Language::Python => python::write(&code, &mut out),
            Language::JavaScript => javascript::write(&code, &mut out),
            Language::Rust => rust::write(&code, &mut out),
            Language::Postman => postman::write(&code, &mut out),
        }?;
        Ok(out.into_zeroizing())
    }

    /// The request as HTTP, with the whole address in its first line and without secrets.
    #[must_use]
    pub fn to_http(&self, api_base: &str) -> String {
        self.to_plain(api_base, Language::Http)
    }

    /// The request as a command for bash, without secrets.
    #[must_use]
    pub fn to_curl(&self, api_base: &str) -> String {
        self.to_plain(api_base, Language::Bash)
    }

    fn to_plain(&self, base: &str, language: Language) -> String {
        // Only a secret that is to be shown can be missing.
        let text = self.to_code(base, language, Shown::AsVariables);
        text.map(|mut text| core::mem::take(&mut *text)).unwrap_or_default()
    }
}

/// What is written as code.
struct Code<'a> {
    request: &'a Request,
    /// Base and target.
    address: &'a str,
    token: Token,
    shown: Shown<'a>,
}

/// The value of the header `Authorization`.
enum Token {
    /// The variable with this name holds what follows `Bearer `.
    Variable(SecretName),
    /// All of it, as it is sent.
    Value(Text),
}

impl Token {
    fn shown(shown: Shown) -> Result<Self, SecretName> {
        let name = SecretName::access_token();
        let Some(secret) = shown.value(&name)? else { return Ok(Self::Variable(name)) };
        let mut value = Text::default();
        value.push_all([BEARER, secret]);
        Ok(Self::Value(value))
    }
}

impl Code<'_> {
    /// What libraries call their function for this method.
    const fn function(&self) -> &'static str {
        match self.request.method {
            Method::Get => "get",
            Method::Post => "post",
            Method::Patch => "patch",
            Method::Delete => "delete",
        }
    }

    /// The line of the header `Authorization`, the token as a shell's variable.
    fn authorization_line(&self) -> Text {
        let mut line = Text::default();
        line.push_all([AUTHORIZATION, ": "]);
        match &self.token {
            Token::Variable(name) => line.push_all([BEARER, &name.placeholder()]),
            Token::Value(value) => line.push(value.as_str()),
        }
        line
    }

    /// The variables that the body needs, and what each of them holds.
    fn body_variables(&self) -> Vec<(&SecretName, Content)> {
        match (self.shown, &self.request.body) {
            (Shown::AsVariables, Some(body)) => body.secrets(),
            _ => Vec::new(),
        }
    }

    /// The names of all variables, that of the token first.
    fn variables(&self) -> Vec<&SecretName> {
        let token = match &self.token {
            Token::Variable(name) => Some(name),
            Token::Value(_) => None,
        };
        token.into_iter().chain(self.body_variables().into_iter().map(|(name, _)| name)).collect()
    }

    fn body(&self) -> Option<&Body> {
        self.request.body.as_ref()
    }
}
