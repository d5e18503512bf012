//! What was found in a text, and what was left out.

use core::fmt;

use zeroize::Zeroizing;

/// The values that were found. At least one is there.
#[derive(Debug)]
pub struct Import {
    /// What the text is.
    pub format: Format,
    /// The values, at most one for each target, in the order of the text.
    pub taken: Vec<Taken>,
    /// Objects among the parameters as JSON texts, each with what is taken of it, which is in
    /// `taken` too, and nothing else: a form may have one input for all of it.
    pub objects: Vec<Taken>,
    /// What was left out, in the order of the text.
    pub ignored: Vec<Ignored>,
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// An environment, or globals, as Postman exports them.
    PostmanEnvironment,
    /// Lines of `KEY=value`, or what sets variables in bash, cmd or PowerShell.
    DotEnv,
    /// A JSON object: settings, headers, or the body of `POST /connections`.
    Json,
    /// One curl command or several.
    Curl,
    /// An HTTP request, or its headers.
    HttpRequest,
    /// An access token and nothing else.
    AccessToken,
}

/// A value and where it belongs. Any of them may be a secret; none is shown by `Debug`.
pub struct Taken {
    /// Where it belongs.
    pub target: Target,
    /// The name under which it stood, capped.
    pub name: String,
    /// The value. It is never empty.
    pub value: Zeroizing<String>,
}

impl fmt::Debug for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Taken")
            .field("target", &self.target)
            .field("name", &self.name)
            .field("value", &"[redacted]")
            .finish()
    }
}

/// Where a value belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The access token, without the word `Bearer`.
    AccessToken,
    /// The API key: the client ID of the Adobe project.
    ApiKey,
    /// The organization ID.
    OrganizationId,
    /// The name of the sandbox.
    Sandbox,
    /// Where Platform's APIs are: an origin without a slash at its end, or `/`.
    ApiBase,
    /// Where Adobe's identity service is: an `https` origin without a slash at its end.
    ImsBase,
    /// The client secret of the Adobe project, which gets a token.
    ClientSecret,
    /// The scopes of a token, separated by commas or spaces.
    Scopes,
    /// The name of the connection.
    Name,
    /// The description of the connection.
    Description,
    /// The ID of the connection spec.
    SpecId,
    /// The version of the connection spec.
    SpecVersion,
    /// The name of the auth spec.
    AuthSpec,
    /// A parameter of the auth spec, by its key in `auth.params`. Keys of nested ones are
    /// joined by dots; a value that is no text is JSON text.
    Param(String),
}

impl Target {
    /// The key of the parameter, where it is one.
    #[must_use]
    pub fn param(&self) -> Option<&str> {
        match self {
            Self::Param(key) => Some(key),
            _ => None,
        }
    }
}

/// Something that was left out. There is no value in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// The name under which it stood, capped.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// Why something was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The form has no place for it.
    Unknown,
    /// There is no value.
    Empty,
    /// It is switched off in Postman.
    Disabled,
    /// A variable or a sample stands where the value would be: `{{x}}`, `{X}`, `$X`,
    /// `${X}`, `%X%`, `<x>`, `your-…`, `***`.
    Placeholder,
    /// An earlier one of the same target was taken.
    Duplicate,
    /// It is longer than [`VALUE_LIMIT`](super::VALUE_LIMIT).
    TooLong,
    /// It is no text, where a text is expected.
    NotAText,
    /// A quotation mark is not closed.
    NotClosed,
    /// Adobe and Salesforce both have one of this name, and the text does not tell whose it is.
    OfWhom,
    /// It is for the credentials (JWT) that Adobe's OAuth credentials replaced.
    OnlyForOldTokens,
    /// It belongs to another request than the creation of a connection.
    AnotherRequest,
    /// It was sent to a host that is not known as one of Adobe's, so it is not Adobe's token.
    AnotherService,
    /// It is in a file, which is not read.
    File,
    /// A body that is no JSON object.
    NotJson,
    /// The header `Authorization` with another scheme than `Bearer`, or a token with spaces.
    NotABearerToken,
    /// No address of the form `https://host`.
    NotAnAddress,
    /// An address that is not encrypted, and not this very machine.
    NotHttps,
    /// More than [`COUNT_LIMIT`](super::COUNT_LIMIT) values were found before it.
    TooMany,
}

/// Why a text gave no value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NothingFound {
    /// There is no text.
    #[error("the text is empty")]
    Empty,
    /// The text is longer than [`TEXT_LIMIT`](super::TEXT_LIMIT).
    #[error("the text is longer than 1 MiB")]
    TooLarge,
    /// The text is of no kind that is known here.
    #[error("the text is neither settings nor a request")]
    NotUnderstood,
    /// The text begins as JSON does, and is none.
    #[error("the text begins as JSON does, and is none")]
    NotJson,
    /// A Postman collection: it has requests, and its environment has the values.
    #[error("a Postman collection has no values, its environment has")]
    PostmanCollection,
    /// The text is understood and has nothing that the form takes.
    #[error("the text has nothing that the form takes")]
    NothingUsable(Format, Vec<Ignored>),
}
