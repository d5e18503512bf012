//! What Prism says of one call, in the header `sl-violations` of its answer.

use std::fmt;

use serde_json::Value;

/// One place where a request or an answer does not conform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Where, such as `response.body.items.0.id`.
    pub location: String,
    /// What is wrong, in Prism's words.
    pub message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.location, self.message)
    }
}

/// What was seen of one call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The name that the call has in `calls`.
    pub call: &'static str,
    /// All that does not conform, warnings too.
    pub violations: Vec<Violation>,
}

/// Reads the value of the header.
pub fn read(header: &str) -> Vec<Violation> {
    let list: Vec<Value> = serde_json::from_str(header).expect("sl-violations is a JSON list");
    list.iter().map(one).collect()
}

fn one(item: &Value) -> Violation {
    let member = |key| item.get(key).unwrap_or_default();
    let steps = member("location").as_array().expect("a violation has a location");
    let step = |step: &Value| step.as_str().map_or_else(|| step.to_string(), str::to_owned);
    let steps: Vec<_> = steps.iter().map(step).collect();
    let message = member("message").as_str().expect("a violation has a message");
    Violation { location: steps.join("."), message: message.to_owned() }
}
