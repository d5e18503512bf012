//! What each documented code of a refusal means: the one table that both the page and
//! `docs/errors.md` are made from.
//!
//! Sources: Adobe's troubleshooting page (gateway), its table of Flow Service errors, its
//! table of errors of sources (connectors), and its notice about the end of Basic
//! Authentication. A text is for any call, be it a creation, a list or an edit. A cause is
//! there only where it is known. Which input a code is about is not here: that is
//! [`Fault::of`], and it is the only place that says so.

mod gateway;

mod service;

mod access;

mod connector;

use flow_service::error::{Fault, Refusal};
use flow_service::spec::BASIC_AUTHENTICATION;

/// What is known of one refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// How it is recognised.
    pub sign: Sign,
    /// What it means. Where two layers use one code, both meanings.
    pub meaning: &'static str,
    /// The likely cause, only where it is known.
    pub cause: Option<&'static str>,
    /// What to do next.
    pub next: &'static str,
}

/// The code of a failure within a source, which may be any.
pub const OF_THE_SOURCE: &str = "1308-400";

/// With these, in whatever case, the words of a source speak of a refused login; only then its
/// cause is known.
pub const OF_A_LOGIN: [&str; 7] = [
    "invalid_login",
    "invalid_client",
    "invalid_grant",
    "login_restricted",
    "invalid username",
    "invalid password",
    "authentication fail",
];

/// How a refusal is recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Its code.
    Code(&'static str),
    /// Its words, where it has no code.
    Words(&'static str),
}

/// Who refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Adobe's API gateway.
    Gateway,
    /// Flow Service, about what is asked.
    Service,
    /// Flow Service, about who asks, and where.
    ServiceAccess,
    /// The connector of a source, behind Flow Service.
    Connector,
}

/// All entries, by layer, from the outside in.
pub static CATALOGUE: [(Layer, &[Entry]); 4] = [
    (Layer::Gateway, &gateway::ENTRIES),
    (Layer::Service, &service::ENTRIES),
    (Layer::ServiceAccess, &access::ENTRIES),
    (Layer::Connector, &connector::ENTRIES),
];

/// The cause and the next step where the kind of authentication is refused and it was
/// Basic Authentication of the built-in source. Other sources have one of that name too, of
/// which nothing was announced.
pub const BASIC_ENDED: (&str, &str) = (
    "Adobe announced the end of Basic Authentication for this source for January 2026.",
    "Switch to OAuth2 Client Credential and press again.",
);

/// The entry of a refusal, if it is a documented one.
#[must_use]
pub fn entry(refusal: &Refusal) -> Option<&'static Entry> {
    let mut entries = CATALOGUE.iter().flat_map(|(_, entries)| entries.iter());
    entries.find(|entry| entry.sign.is_of(refusal))
}

impl Entry {
    /// The likely cause and the next step, where these are the words of the refusal, and this
    /// auth spec of the built-in source was sent; none, or one of another source, is empty.
    #[must_use]
    pub fn advice(&self, words: &str, auth_name: &str) -> (Option<&'static str>, &'static str) {
        if auth_name == BASIC_AUTHENTICATION && self.fault("") == Some(Fault::AuthSpec) {
            return (Some(BASIC_ENDED.0), BASIC_ENDED.1);
        }
        let is_open = self.sign == Sign::Code(OF_THE_SOURCE) && !is_of_a_login(words);
        (self.cause.filter(|_| !is_open), self.next)
    }

    /// The input that it is about, with these words of the service.
    #[must_use]
    pub fn fault(&self, words: &str) -> Option<Fault> {
        match self.sign {
            Sign::Code(code) => Fault::of(code, words),
            Sign::Words(_) => None,
        }
    }
}

impl Sign {
    fn is_of(self, refusal: &Refusal) -> bool {
        match self {
            Self::Code(code) => refusal.code.as_deref() == Some(code),
            Self::Words(words) => refusal.code.is_none() && refusal.message == words,
        }
    }
}

fn is_of_a_login(words: &str) -> bool {
    let words = words.to_ascii_lowercase();
    OF_A_LOGIN.iter().any(|sign| words.contains(sign))
}

/// The next step where something between the page and Adobe changed the request.
const CHECK_PROXY: &str = "Check the proxy between this page and Adobe, then try again.";

/// The next step where the page itself asked for what there is not.
const SEND_REPORT: &str = "Nothing that you typed mends this. Send the code, the request ID and the service's own words to whoever runs this page.";

/// The next step where the service is at fault.
pub(super) const ADOBES_SIDE: &str = "This is on Adobe's side. A change may have been carried out all the same: look before you send it again. What only reads can be tried again in a while.";

/// The next step where the kind of authentication is refused.
const OTHER_AUTHENTICATION: &str = "Choose another one under Authentication, where the source has one. A connection that exists keeps its kind: create a new one in its place.";
