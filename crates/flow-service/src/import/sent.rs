//! What a request tells that was written down to be sent.
//!
//! Its address says what is taken: all of the creation of a connection, the credentials of
//! a request for a token, the headers of any other request to Platform's APIs. A token that
//! goes to somebody else is not Adobe's and is left out.

use zeroize::Zeroizing;

use super::ParseJson;
use super::found::{Target, Why};
use super::gathered::Gathered;
use super::key::{self, Names};
use super::placeholder::{self, EXPANSION};
use super::wiped::Wiped;
use super::{bare, cmd, form, object, origin};
use crate::find::{find, split_once};

/// The parts of a request.
#[derive(Default)]
pub(super) struct Sent<'a> {
    pub method: Option<&'a str>,
    /// The address, or the path on `host`.
    pub url: Option<&'a str>,
    pub headers: Vec<(&'a str, &'a str)>,
    pub data: Vec<Data<'a>>,
}

/// A piece of a body.
pub(super) enum Data<'a> {
    /// As it is sent.
    Text(&'a str),
    /// A pair of a form, not encoded yet.
    Pair(&'a str),
}

/// What the address says of a request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The connections of the Flow Service.
    Connections,
    /// Another one of Platform's APIs, or of Adobe.
    Platform,
    /// Adobe's identity service, asked for a token.
    Token,
    /// A variable stands for it, or there is none.
    Unknown,
    /// Somebody else.
    Elsewhere,
}

/// The name of the address where it is told.
const URL: &str = "URL";
/// The name of the body where it is told.
const BODY: &str = "body";
/// What all paths of Platform's APIs begin with that are of interest here.
const PLATFORM: &str = "/data/foundation/";

impl Sent<'_> {
    /// Takes what is to be had.
    pub fn gather(&self, parse_json: ParseJson<'_>, gathered: &mut Gathered) {
        let place = self.place();
        self.gather_address(place, gathered);
        self.gather_headers(place, gathered);
        if place == Place::Token {
            self.gather_form(gathered);
        } else if !self.data.is_empty() {
            self.gather_body(place, parse_json, gathered);
        }
    }

    /// Whether a token is asked for.
    pub fn is_for_token(&self) -> bool {
        self.place() == Place::Token
    }

    fn place(&self) -> Place {
        let Some(url) = self.url else { return Place::Unknown };
        let path = origin::path_of(url);
        let is = |end: &str| path.trim_end_matches('/').ends_with(end);
        if find(path, PLATFORM).is_some() {
            if is("/flowservice/connections") { Place::Connections } else { Place::Platform }
        } else if find(path, "/ims/token").is_some() {
            Place::Token
        } else if url.contains(EXPANSION) || url.contains(['{', '<']) || url.starts_with('$') {
            Place::Unknown
        } else if self.header("x-gw-ims-org-id").is_some() {
            Place::Platform
        } else {
            let host = if url.starts_with('/') { self.header("Host") } else { Some(url) };
            match host {
                Some(host) if origin::is_adobes(host) => Place::Platform,
                Some(_) => Place::Elsewhere,
                None => Place::Unknown,
            }
        }
    }

    fn gather_address(&self, place: Place, gathered: &mut Gathered) {
        let Some(url) = self.url else { return };
        let (target, mark) = match place {
            Place::Connections | Place::Platform => (Target::ApiBase, PLATFORM),
            Place::Token => (Target::ImsBase, "/ims/token"),
            Place::Unknown if url.starts_with('/') => {
                return gathered.ignore(URL, Why::AnotherRequest);
            }
            Place::Unknown => return gathered.ignore(URL, Why::Placeholder),
            Place::Elsewhere => return gathered.ignore(URL, Why::AnotherService),
        };
        match split_once(url, mark) {
            // A path alone: the host is in a header.
            Some(("", _)) => {
                if let Some(host) = self.header("Host") {
                    gathered.offer("Host", target, host);
                }
            }
            Some((base, _)) if !placeholder::stands_in(base) && has_path(base) => {
                gathered.ignore(URL, Why::NotAnAddress);
            }
            Some((base, _)) => gathered.offer(URL, target, base),
            None => gathered.ignore(URL, Why::AnotherRequest),
        }
    }

    fn gather_headers(&self, place: Place, gathered: &mut Gathered) {
        for (name, value) in &self.headers {
            match key::of_header(name) {
                // It was taken with the address.
                None if name.eq_ignore_ascii_case("Host") => {}
                None => gathered.ignore(name, Why::Unknown),
                Some(_) if place == Place::Elsewhere => gathered.ignore(name, Why::AnotherService),
                Some(target) => gathered.offer(name, target, value),
            }
        }
    }

    fn gather_body(&self, place: Place, parse_json: ParseJson<'_>, gathered: &mut Gathered) {
        let posts = self.method.is_none_or(|method| method.eq_ignore_ascii_case("POST"));
        if !posts || !matches!(place, Place::Connections | Place::Unknown) {
            return gathered.ignore(BODY, Why::AnotherRequest);
        }
        let text = self.body();
        let parsed = Wiped::parse(&text, parse_json).or_else(|| {
            // Shells of Windows want quotation marks escaped where others would not.
            Wiped::parse(&cmd::without_escapes(&text), parse_json)
        });
        let parsed = parsed.or_else(|| Wiped::parse(&bare::quoted(&text), parse_json));
        match parsed.as_ref().map(Wiped::value).and_then(serde_json::Value::as_object) {
            Some(members) if place == Place::Connections || object::is_connection(members) => {
                object::connection(members, gathered);
            }
            Some(_) => gathered.ignore(BODY, Why::AnotherRequest),
            None if placeholder::stands_in(text.trim()) => {
                gathered.ignore(BODY, Why::Placeholder);
            }
            None => gathered.ignore(BODY, Why::NotJson),
        }
    }

    fn gather_form(&self, gathered: &mut Gathered) {
        let query = self.url.and_then(origin::query_of).map(Data::Text);
        for data in self.data.iter().chain(&query) {
            match data {
                Data::Text(text) => {
                    for (name, value) in form::pairs(text) {
                        gather_pair(name, &value, gathered);
                    }
                }
                Data::Pair(pair) => {
                    let (name, value) = pair.split_once('=').unwrap_or(("", pair));
                    gather_pair(name, value, gathered);
                }
            }
        }
    }

    fn body(&self) -> Zeroizing<String> {
        let texts = self.data.iter().map(|data| match data {
            Data::Text(text) | Data::Pair(text) => *text,
        });
        // All of it is reserved at once.
        Zeroizing::new(texts.collect::<Vec<_>>().join("&"))
    }

    fn header(&self, wanted: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| *value)
    }
}

/// Whether more than scheme and host stands before the path that is known.
fn has_path(base: &str) -> bool {
    !origin::path_of(base).is_empty()
}

/// Whether a text can be the name of a header or of a member of a form (RFC 9110, section
/// 5.6.2). What cannot be one is not told as a name: it may be a value.
pub(super) fn is_name(text: &str) -> bool {
    let is_mark = |it: u8| b"!#$%&'*+-.^_`|~".contains(&it);
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_alphanumeric() || is_mark(it))
}

fn gather_pair(name: &str, value: &str, gathered: &mut Gathered) {
    match key::of_setting(name, Names::ADOBES) {
        Ok(target) => gathered.offer(name, target, value),
        Err(why) if is_name(name) => gathered.ignore(name, why),
        // Not a form: what stands there may be a value.
        Err(why) => gathered.ignore(BODY, why),
    }
}
