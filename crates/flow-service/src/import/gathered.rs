//! Values on their way out: which are taken, and why the others are not.

use zeroize::Zeroizing;

use super::found::{Format, Ignored, Import, NothingFound, Taken, Target, Why};
use super::{COUNT_LIMIT, VALUE_LIMIT, origin, placeholder};
use crate::request::BEARER;

/// The longest name that is told, in characters.
const NAME_LIMIT: usize = 64;

/// What one text gave so far.
#[derive(Default)]
pub(super) struct Gathered {
    taken: Vec<Taken>,
    objects: Vec<Taken>,
    ignored: Vec<Ignored>,
}

impl Gathered {
    /// Takes a value, or tells why not.
    pub fn offer(&mut self, name: &str, target: Target, value: &str) {
        match settled(&target, value) {
            Ok(_) if self.taken.iter().any(|taken| taken.target == target) => {
                self.ignore(name, Why::Duplicate);
            }
            Ok(_) if self.taken.len() >= COUNT_LIMIT => self.ignore(name, Why::TooMany),
            Ok(value) => self.taken.push(Taken { target, name: capped(name), value }),
            Err(why) => self.ignore(name, why),
        }
    }

    /// Takes an object among the parameters, as JSON text.
    pub fn offer_object(&mut self, name: &str, target: Target, json: Zeroizing<String>) {
        if json.len() <= VALUE_LIMIT && self.objects.len() < COUNT_LIMIT {
            self.objects.push(Taken { target, name: capped(name), value: json });
        }
    }

    /// Tells that something was left out.
    pub fn ignore(&mut self, name: &str, why: Why) {
        if self.ignored.len() < COUNT_LIMIT {
            self.ignored.push(Ignored { name: capped(name), why });
        }
    }

    /// Takes what another text gave, where this one has nothing for the same.
    pub fn absorb(&mut self, other: Self) {
        for Taken { target, name, value } in other.taken {
            self.offer(&name, target, &value);
        }
        self.objects.extend(other.objects);
        self.objects.truncate(COUNT_LIMIT);
        self.ignored.extend(other.ignored);
        self.ignored.truncate(COUNT_LIMIT);
    }

    /// Whether there is a value.
    pub fn is_usable(&self) -> bool {
        !self.taken.is_empty()
    }

    /// All of it.
    pub fn finish(self, format: Format) -> Result<Import, NothingFound> {
        if self.is_usable() {
            let Self { taken, objects, ignored } = self;
            Ok(Import { format, taken, objects, ignored })
        } else {
            Err(NothingFound::NothingUsable(format, self.ignored))
        }
    }
}

/// Whether a value is one, and not what stands in the place of one.
pub(super) fn is_usable(target: &Target, value: &str) -> bool {
    settled(target, value).is_ok()
}

fn capped(name: &str) -> String {
    match name.char_indices().nth(NAME_LIMIT) {
        Some((end, _)) => [name.get(..end).unwrap_or_default(), "…"].concat(),
        None => name.to_owned(),
    }
}

/// The value as the form takes it.
fn settled(target: &Target, value: &str) -> Result<Zeroizing<String>, Why> {
    if value.len() > VALUE_LIMIT {
        return Err(Why::TooLong);
    }
    let value = match target {
        // Sent exactly as they were given.
        Target::ClientSecret => first_listed(value).unwrap_or(value),
        Target::Param(_) => value,
        Target::Name | Target::Description if !value.trim().is_empty() => value,
        Target::AccessToken => without_bearer(value.trim()),
        _ => value.trim(),
    };
    if value.is_empty() {
        return Err(Why::Empty);
    }
    let prose = matches!(target, Target::Name | Target::Description);
    if placeholder::stands_in(value) || (!prose && placeholder::is_sample(value)) {
        return Err(Why::Placeholder);
    }
    let owned = |text: &str| Ok(Zeroizing::new(text.to_owned()));
    match target {
        Target::AccessToken if value.contains(char::is_whitespace) => Err(Why::NotABearerToken),
        Target::ApiBase if value == "/" => owned(value),
        Target::ApiBase => origin::of(value).map(Zeroizing::new),
        Target::ImsBase => match origin::of(value) {
            Ok(origin) if origin.starts_with("http:") => Err(Why::NotHttps),
            other => other.map(Zeroizing::new),
        },
        Target::Scopes => {
            let scopes = value.chars().filter(|it| !matches!(it, '[' | ']' | '"' | '\''));
            let scopes: String = scopes.collect();
            if scopes.trim().is_empty() { Err(Why::Empty) } else { owned(scopes.trim()) }
        }
        _ => owned(value),
    }
}

/// The first text of a list in JSON: so the settings of App Builder have it.
fn first_listed(value: &str) -> Option<&str> {
    let first = value.strip_prefix("[\"")?.strip_suffix("\"]")?;
    first.split('"').next().filter(|first| !first.contains('\\'))
}

fn without_bearer(token: &str) -> &str {
    let word = BEARER.trim_end();
    match token.get(..word.len()) {
        Some(start) if start.eq_ignore_ascii_case(word) => {
            let rest = token.get(word.len()..).unwrap_or_default();
            if rest.is_empty() || rest.starts_with(char::is_whitespace) {
                rest.trim_start()
            } else {
                token
            }
        }
        _ => token,
    }
}
