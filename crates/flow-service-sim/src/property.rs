//! The query parameter `property`: which items a list shall have.
//!
//! Source: Adobe's page on sorting and filtering. `name==a,b` is any of the values, a
//! path may be nested (`auth.params.username==x`) and go through arrays
//! (`authSpec[].name==x`), and the parameter may be repeated: all have to hold.

use std::cmp::Ordering;

use form_urlencoded::parse;
use serde_json::Value;

use crate::problem::Problem;

/// The operators; of two that begin alike the longer one stands first.
const OPERATORS: [(&str, Operator); 5] = [
    ("==", Operator::Equal),
    (">=", Operator::AtLeast),
    ("<=", Operator::AtMost),
    (">", Operator::Above),
    ("<", Operator::Below),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Equal,
    AtLeast,
    AtMost,
    Above,
    Below,
}

/// One condition, such as `connectionSpec.id==cb66ab34-8619-49cb-96d1-39b37ede86ea`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    path: Vec<String>,
    /// The path as it was written, without spaces.
    written: String,
    operator: Operator,
    values: Vec<String>,
}

impl Property {
    /// The conditions of a query.
    pub fn all_of(query: &str) -> Result<Vec<Self>, Problem> {
        parse(query.as_bytes())
            .filter(|(name, _)| name == "property")
            .map(|(_, text)| Self::parse(&text))
            .collect()
    }

    /// Reads a condition, already percent-decoded.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let bad = || Problem::BadFilter(text.to_owned());
        let start = text.find(['=', '<', '>']).ok_or_else(bad)?;
        let (path, rest) = text.split_at(start);
        let (operator, values) = OPERATORS
            .iter()
            .find_map(|(sign, operator)| Some((*operator, rest.strip_prefix(sign)?)))
            .ok_or_else(bad)?;
        let path: Vec<_> = path.split('.').map(|part| part.trim().to_owned()).collect();
        let values: Vec<_> =
            values.split(',').map(|value| unquoted(value.trim()).to_owned()).collect();
        if path.iter().any(|part| part.is_empty() || part.contains('!')) {
            return Err(bad());
        }
        if values.iter().any(String::is_empty) {
            return Err(bad());
        }
        Ok(Self { written: path.join("."), path, operator, values })
    }

    /// The path, such as `connectionSpec.id`.
    pub fn path(&self) -> &str {
        &self.written
    }

    /// Whether the condition holds for an item that has this text under the path, or nothing.
    pub fn holds_for_text(&self, text: Option<&str>) -> bool {
        text.is_some_and(|text| self.is_met_by(|wanted| Some(text.cmp(wanted))))
    }

    /// Whether the condition holds for an item.
    pub fn holds_for(&self, item: &Value) -> bool {
        let found = found(item, &self.path);
        found.iter().any(|value| self.is_met_by(|wanted| compared(value, wanted)))
    }

    /// Whether the order of something and one of the values is that of the operator.
    fn is_met_by(&self, order: impl Fn(&str) -> Option<Ordering>) -> bool {
        self.values.iter().any(|wanted| match self.operator {
            Operator::Equal => order(wanted) == Some(Ordering::Equal),
            Operator::AtLeast => order(wanted).is_some_and(Ordering::is_ge),
            Operator::AtMost => order(wanted).is_some_and(Ordering::is_le),
            Operator::Above => order(wanted) == Some(Ordering::Greater),
            Operator::Below => order(wanted) == Some(Ordering::Less),
        })
    }
}

/// The values under a path; a part that ends in `[]` goes through all items of an array.
fn found<'a>(item: &'a Value, path: &[String]) -> Vec<&'a Value> {
    let Some((part, rest)) = path.split_first() else { return vec![item] };
    match part.strip_suffix("[]") {
        Some(key) => {
            let items = item.get(key).and_then(Value::as_array);
            items.into_iter().flatten().flat_map(|item| found(item, rest)).collect()
        }
        None => item.get(part).map(|value| found(value, rest)).unwrap_or_default(),
    }
}

/// Numbers are compared as numbers, all else as texts.
fn compared(value: &Value, wanted: &str) -> Option<Ordering> {
    match value {
        Value::Number(number) => number.as_f64()?.partial_cmp(&wanted.parse().ok()?),
        Value::String(text) => Some(text.as_str().cmp(wanted)),
        Value::Bool(flag) => Some(flag.to_string().as_str().cmp(wanted)),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Adobe's pages write values with and without double quotes.
fn unquoted(value: &str) -> &str {
    value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value)
}
