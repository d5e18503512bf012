//! Why IMS makes no token.

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing under this path.
    PathUnknown,
    /// A token is asked for by `POST`.
    MethodUnsupported,
    /// The secret stands in the address, where proxies and histories keep it.
    SecretInAddress,
    /// The body is no form.
    ContentType,
    /// A member of the form comes twice.
    Repeated(&'static str),
    /// The form lacks this member.
    Lacks(&'static str),
    /// Another grant type than that of *OAuth Server-to-Server*, or none.
    GrantType,
    /// There is no such client.
    ClientUnknown,
    /// The secret is not that of the client.
    SecretWrong,
    /// A scope does not exist.
    ScopeUnknown,
}

impl Refusal {
    /// The HTTP status, and the code of RFC 6749.
    pub const fn code(self) -> (u16, &'static str) {
        match self {
            Self::PathUnknown => (404, "not_found"),
            Self::MethodUnsupported => (405, "method_not_allowed"),
            Self::SecretInAddress | Self::ContentType | Self::Repeated(_) | Self::Lacks(_) => {
                (400, "invalid_request")
            }
            Self::GrantType => (400, "unsupported_grant_type"),
            Self::ClientUnknown => (400, "invalid_client"),
            Self::SecretWrong => (401, "invalid_client"),
            Self::ScopeUnknown => (400, "invalid_scope"),
        }
    }

    /// The words for people. None of what was sent is in them.
    pub fn description(self) -> String {
        match self {
            Self::PathUnknown => "The local service has nothing under this path.".to_owned(),
            Self::MethodUnsupported => "A token is asked for by POST.".to_owned(),
            Self::SecretInAddress => {
                "The local service refuses a client_secret in the address: send it in the body."
                    .to_owned()
            }
            Self::ContentType => {
                "The content type has to be application/x-www-form-urlencoded.".to_owned()
            }
            Self::Repeated(name) => format!("The parameter {name} is there more than once."),
            Self::Lacks(name) => format!("The parameter {name} is missing."),
            Self::GrantType => "The parameter grant_type has to be client_credentials.".to_owned(),
            Self::ClientUnknown => "There is no client with this client_id.".to_owned(),
            Self::SecretWrong => "The client_secret is not that of the client.".to_owned(),
            Self::ScopeUnknown => "A scope does not exist.".to_owned(),
        }
    }
}
