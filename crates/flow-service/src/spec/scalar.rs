//! The kind of a value that has no members of its own, and the text for its default.

use serde_json::{Number, Value};

use super::schema::{Schema, Stop};
use super::{Choice, FieldKind, JsonShape, NumberLimits, TextLimits};
use crate::json_text;

/// The kind of a value.
pub(super) fn kind(schema: &Schema<'_>) -> Result<FieldKind, Stop> {
    if schema.text("format") == Some("password") {
        let limits = text_limits(schema);
        let unlimited = limits == TextLimits::default();
        return Ok(if unlimited { FieldKind::Secret } else { FieldKind::LimitedSecret(limits) });
    }
    if let Some(value) = schema.get("const") {
        return Ok(FieldKind::Choice(vec![choice(value, None).ok_or(Stop::Part)?]));
    }
    if let Some(values) = schema.get("enum") {
        return choices(values.as_array().ok_or(Stop::Part)?.iter().map(|value| (value, None)));
    }
    match schema.types()[..] {
        [] => Ok(text(schema)),
        ["integer"] => Ok(FieldKind::Number(number_limits(schema, true))),
        ["boolean"] => Ok(FieldKind::Boolean),
        ref types if types.contains(&"string") => Ok(text(schema)),
        ref types if types.iter().all(|name| matches!(*name, "integer" | "number")) => {
            Ok(FieldKind::Number(number_limits(schema, false)))
        }
        _ => Err(Stop::Part),
    }
}

/// A choice of constants, each with the label that is said for it.
pub(super) fn choices<'a>(
    values: impl Iterator<Item = (&'a Value, Option<&'a str>)>,
) -> Result<FieldKind, Stop> {
    let mut choices: Vec<Choice> = Vec::new();
    // The empty text means the same as none: that nothing is chosen.
    for (value, label) in values.filter(|(value, _)| !value.is_null() && *value != "") {
        let choice = choice(value, label).ok_or(Stop::Part)?;
        if choices.iter().all(|held| held.value != choice.value) {
            choices.push(choice);
        }
    }
    if choices.is_empty() { Err(Stop::Part) } else { Ok(FieldKind::Choice(choices)) }
}

/// A constant as a choice. Objects and arrays are none, nor is the empty text: in an input
/// it means that nothing is chosen.
pub(super) fn choice(value: &Value, label: Option<&str>) -> Option<Choice> {
    let text = match value {
        Value::String(text) if !text.is_empty() => text.clone(),
        Value::Bool(_) | Value::Number(_) => json_text::compact(value),
        _ => return None,
    };
    let label = label.unwrap_or(&text).to_owned();
    Some(Choice { value: text, label, bare: !value.is_string() })
}

fn text_limits(schema: &Schema<'_>) -> TextLimits {
    let length = |keyword| schema.get(keyword).and_then(whole).and_then(|it| it.try_into().ok());
    TextLimits {
        pattern: schema.text("pattern").map(str::to_owned),
        shortest: length("minLength").filter(|length| *length > 1),
        longest: length("maxLength"),
    }
}

/// How a value looks, where the schema gives an example of it.
pub(super) fn example(kind: &FieldKind, schema: &Schema<'_>) -> Option<String> {
    if matches!(kind, FieldKind::Choice(_) | FieldKind::Boolean | FieldKind::Json(_)) {
        return None;
    }
    let first = schema.get("examples").and_then(|examples| examples.get(0));
    let text = match first.or_else(|| schema.get("example"))? {
        Value::String(text) => text.clone(),
        number @ Value::Number(_) => json_text::compact(number),
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

fn text(schema: &Schema<'_>) -> FieldKind {
    let limits = text_limits(schema);
    if limits == TextLimits::default() { FieldKind::Text } else { FieldKind::Limited(limits) }
}

fn number_limits(schema: &Schema<'_>, integer: bool) -> NumberLimits {
    let limit = |keyword| match schema.get(keyword)? {
        Value::Number(number) => Some(number),
        _ => None,
    };
    // Beside whole numbers only those of integers can be told from the limit itself.
    let step = i64::from(integer);
    let exclusive = |keyword| limit(keyword).filter(|number| !integer || number.as_i64().is_some());
    let above = exclusive("exclusiveMinimum").and_then(floor).map(|it| it.saturating_add(step));
    let below = exclusive("exclusiveMaximum").and_then(ceil).map(|it| it.saturating_sub(step));
    NumberLimits {
        integer,
        minimum: limit("minimum").and_then(floor).max(above),
        maximum: [limit("maximum").and_then(ceil), below].into_iter().flatten().min(),
    }
}

fn whole(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => floor(number),
        _ => None,
    }
}

/// Only numbers that a float holds exactly are taken; others are no limits of credentials.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked before")]
fn floor(number: &Number) -> Option<i64> {
    let float = || number.as_f64().filter(|it| it.abs() < 9.0e15).map(|it| it.floor() as i64);
    number.as_i64().or_else(float)
}

#[expect(clippy::cast_possible_truncation, reason = "the range is checked before")]
fn ceil(number: &Number) -> Option<i64> {
    let float = || number.as_f64().filter(|it| it.abs() < 9.0e15).map(|it| it.ceil() as i64);
    number.as_i64().or_else(float)
}

/// The text that stands in an input at first. A default that the kind cannot hold is left
/// out, and so is that of a secret: it would be known to all who read the spec.
pub(super) fn default_text(kind: &FieldKind, default: Option<&Value>) -> Option<String> {
    let default = default.filter(|value| !value.is_null())?;
    match kind {
        FieldKind::Secret | FieldKind::LimitedSecret(_) => None,
        FieldKind::Text
        | FieldKind::EnvironmentUrl
        | FieldKind::ApiVersion
        | FieldKind::Limited(_) => default.as_str().map(str::to_owned),
        FieldKind::Choice(choices) => {
            let wanted = choice(default, None)?;
            let is_it = |it: &&Choice| it.value == wanted.value && it.bare == wanted.bare;
            choices.iter().find(is_it).map(|_| wanted.value)
        }
        FieldKind::Number(_) => default.is_number().then(|| json_text::compact(default)),
        FieldKind::Boolean => default.is_boolean().then(|| json_text::compact(default)),
        FieldKind::Json(part) => {
            let fits = match part.shape {
                JsonShape::Any => true,
                JsonShape::Object => default.is_object(),
                JsonShape::Array => default.is_array(),
            };
            (fits && !part.holds_secret).then(|| json_text::pretty(default))
        }
    }
    .filter(|text| !text.is_empty())
}
