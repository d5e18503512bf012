//! What is typed into a field, read by its kind.

use serde_json::Value;

use super::{Choice, FieldKind, JsonPart, JsonShape, NumberLimits, TextLimits};
use crate::operation::create_connection::Param;
use crate::response::{DEPTH_LIMIT, depth};
use crate::value::{ApiVersion, EnvironmentUrl, Mismatch, Problem};

/// What a browser does and this crate does not.
#[derive(Debug, Clone, Copy)]
pub struct Means {
    /// Reads a JSON text.
    pub json: fn(&str) -> Option<Value>,
    /// Whether a regular expression of JavaScript, the first, matches somewhere in a text.
    /// None where the expression is none.
    pub matches: fn(&str, &str) -> Option<bool>,
}

impl PartialEq for Means {
    /// A program has one browser, and its means are no part of what it knows.
    fn eq(&self, _other: &Self) -> bool {
        true
    }
}

impl Means {
    /// No means: no text is JSON, and patterns are left to the service.
    pub const NONE: Self = Self { json: |_| None, matches: |_, _| None };
}

/// The value for a text. Blank texts are [`Problem::Missing`], also for optional fields.
///
/// The text of a secret is not read here, but by [`Secret::parse`](crate::secret::Secret):
/// a secret is missing from here.
///
/// # Errors
/// What keeps the text from being a value of this kind.
pub fn parse(kind: &FieldKind, text: &str, means: &Means) -> Result<Param, Problem> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(Problem::Missing);
    }
    match kind {
        FieldKind::Secret | FieldKind::LimitedSecret(_) => Err(Problem::Missing),
        FieldKind::Text => Ok(Param::Text(text.to_owned())),
        FieldKind::EnvironmentUrl => {
            Ok(Param::Text(EnvironmentUrl::parse(text)?.value.as_str().to_owned()))
        }
        FieldKind::ApiVersion => Ok(Param::Text(ApiVersion::parse(text)?.as_str().to_owned())),
        FieldKind::Limited(limits) => {
            within(limits, text, means)?;
            Ok(Param::Text(text.to_owned()))
        }
        FieldKind::Choice(choices) => {
            let found = choices.iter().find(|choice| choice.value == text);
            found.map(Choice::param).ok_or(Problem::NotOffered)
        }
        FieldKind::Boolean if matches!(trimmed, "true" | "false") => Ok(bare(trimmed)),
        FieldKind::Boolean => Err(Problem::NotOffered),
        FieldKind::Number(limits) => number(*limits, trimmed),
        FieldKind::Json(part) => json(part, trimmed, means),
    }
}

impl Choice {
    fn param(&self) -> Param {
        if self.bare { bare(&self.value) } else { Param::Text(self.value.clone()) }
    }
}

fn bare(text: &str) -> Param {
    Param::Bare(text.to_owned())
}

/// Whether a text keeps its limits; a secret is asked about where it is read.
///
/// # Errors
/// Which it does not keep.
pub fn within(limits: &TextLimits, text: &str, means: &Means) -> Result<(), Problem> {
    let length = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
    if limits.shortest.is_some_and(|shortest| length < shortest) {
        return Err(Mismatch::TooShort.into());
    }
    if limits.longest.is_some_and(|longest| length > longest) {
        return Err(Mismatch::TooLong.into());
    }
    let matches = limits.pattern.as_deref().and_then(|pattern| (means.matches)(pattern, text));
    if matches == Some(false) {
        return Err(Mismatch::NoMatch.into());
    }
    Ok(())
}

/// The number is sent as it is typed, so that none of its digits are lost.
fn number(limits: NumberLimits, text: &str) -> Result<Param, Problem> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let leads = |text: &str| text.len() > 1 && text.starts_with('0');
    let signless = |text: &'_ str| digits(text.strip_prefix(['+', '-']).unwrap_or(text));
    let is_number = digits(whole)
        && !leads(whole)
        && fraction.is_none_or(digits)
        && exponent.is_none_or(signless);
    if !is_number {
        return Err(Mismatch::NotANumber.into());
    }
    let has_fraction = fraction.is_some_and(|digits| digits.bytes().any(|digit| digit != b'0'));
    // With an exponent it may be whole and large all the same; the service decides.
    if exponent.is_none() {
        if limits.integer && has_fraction {
            return Err(Mismatch::NotWhole.into());
        }
        // What is too long for this type is farther out than any limit.
        let negative = text.starts_with('-');
        let whole = whole.parse().unwrap_or(i64::MAX);
        let whole = if negative { -whole } else { whole };
        let (below, above) = (has_fraction && negative, has_fraction && !negative);
        if limits.minimum.is_some_and(|it| whole < it || (whole == it && below)) {
            return Err(Mismatch::TooSmall.into());
        }
        if limits.maximum.is_some_and(|it| whole > it || (whole == it && above)) {
            return Err(Mismatch::TooLarge.into());
        }
    }
    Ok(bare(text))
}

fn json(part: &JsonPart, text: &str, means: &Means) -> Result<Param, Problem> {
    if part.holds_secret {
        return Err(Problem::Missing);
    }
    json_value(part, text, means).map(|value| Param::of_json(&value))
}

/// The JSON of a part, also of one that may hold a secret: where that is sent, it goes on to
/// [`Secrets::insert_json`](crate::secret::Secrets::insert_json).
///
/// # Errors
/// What keeps the text from being such JSON. A blank one is [`Problem::Missing`].
pub fn json_value(part: &JsonPart, text: &str, means: &Means) -> Result<Value, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::Missing);
    }
    // The parser is not asked for what nests deeper than anything that an answer may have.
    let parsed = if depth(text) > DEPTH_LIMIT { None } else { (means.json)(text) };
    let value = parsed.ok_or(Mismatch::NotJson)?;
    match part.shape {
        JsonShape::Object if !value.is_object() => Err(Mismatch::NotAnObject.into()),
        JsonShape::Array if !value.is_array() => Err(Mismatch::NotAnArray.into()),
        _ if part.required.iter().any(|name| value.get(name).is_none()) => {
            Err(Mismatch::LacksMembers.into())
        }
        JsonShape::Any | JsonShape::Object | JsonShape::Array => Ok(value),
    }
}
