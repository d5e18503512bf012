//! A JSON Schema (draft-07) while it is read: the objects that hold together for one value.
//!
//! `$ref` within the document and `allOf` are followed here; nothing is copied. A schema
//! that says the same thing twice is taken at its first word.

use core::cell::OnceCell;

use serde_json::Value;

/// Why a schema is not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// This part of it has no inputs of its own.
    Part,
    /// There is too much of it.
    TooMuch,
}

/// So many schemas are looked into, however often they refer to each other.
const STEPS: usize = 4000;

/// So many references are followed on the way to one value.
const REFERENCES: usize = 32;

/// What one document may cost.
pub(super) struct Document<'a> {
    root: &'a Value,
    steps_left: usize,
    /// Whether it speaks of a secret anywhere.
    secret: OnceCell<bool>,
}

/// All that is said of one value.
#[derive(Clone)]
pub(super) struct Schema<'a> {
    /// Objects all of them.
    parts: Vec<&'a Value>,
    /// Whether what is said in alternatives is among the parts.
    settled: bool,
    /// The references that led here: one of them again would go on for ever.
    pub refs: Vec<&'a str>,
}

/// A property with all schemas for it.
pub(super) type Property<'a> = (&'a str, Vec<&'a Value>);

impl<'a> Document<'a> {
    pub const fn new(root: &'a Value) -> Self {
        Self { root, steps_left: STEPS, secret: OnceCell::new() }
    }

    /// The schemas that hold together, with what they refer to.
    pub fn joined(&mut self, values: &[&'a Value], refs: &[&'a str]) -> Result<Schema<'a>, Stop> {
        let mut schema = Schema { parts: Vec::new(), settled: false, refs: refs.to_vec() };
        let mut waiting: Vec<&'a Value> = values.iter().rev().copied().collect();
        while let Some(value) = waiting.pop() {
            self.steps_left = self.steps_left.checked_sub(1).ok_or(Stop::TooMuch)?;
            // `true` and what is malformed say nothing about the value.
            if !value.is_object() {
                continue;
            }
            let part = value;
            schema.parts.push(part);
            let mut more = Vec::new();
            if let Some(reference) = part.get("$ref") {
                let reference = reference.as_str().ok_or(Stop::Part)?;
                if schema.refs.contains(&reference) || schema.refs.len() == REFERENCES {
                    return Err(Stop::Part);
                }
                more.push(self.target(reference).ok_or(Stop::Part)?);
                schema.refs.push(reference);
            }
            more.extend(part.get("allOf").and_then(Value::as_array).into_iter().flatten());
            waiting.extend(more.into_iter().rev());
        }
        Ok(schema)
    }

    /// Only references within the document are followed.
    fn target(&self, reference: &str) -> Option<&'a Value> {
        self.root.pointer(reference.strip_prefix('#')?)
    }

    /// Whether these schemas speak of a secret anywhere. One that refers to others may do so
    /// by any part of the document.
    pub fn holds_secret(&self, values: &[&Value]) -> bool {
        let refers = |value: &&Value| any_within(value, &|key, _| key == "$ref");
        if values.iter().any(refers) {
            return *self.secret.get_or_init(|| speaks_of_secret(self.root));
        }
        values.iter().any(|value| speaks_of_secret(value))
    }
}

fn speaks_of_secret(value: &Value) -> bool {
    any_within(value, &|key, value| key == "format" && value == "password")
}

/// Whether any member of the JSON is such a one.
fn any_within(value: &Value, is_it: &impl Fn(&str, &Value) -> bool) -> bool {
    match value {
        Value::Object(members) => {
            members.iter().any(|(key, value)| is_it(key, value) || any_within(value, is_it))
        }
        Value::Array(items) => items.iter().any(|item| any_within(item, is_it)),
        _ => false,
    }
}

/// Keywords by which the members of an object depend on each other in ways that no form shows.
const CONDITIONS: [&str; 8] = [
    "if",
    "not",
    "patternProperties",
    "dependencies",
    "dependentSchemas",
    "dependentRequired",
    "propertyNames",
    "unevaluatedProperties",
];

/// Those of them that hold schemas or names of members.
const CONDITIONAL: [&str; 7] =
    ["if", "then", "else", "not", "dependencies", "dependentSchemas", "dependentRequired"];

/// Whether a schema that holds on a condition names members that are not known.
fn names_others(schema: &Value, is_known: &impl Fn(&str) -> bool) -> bool {
    let Some(members) = schema.as_object() else { return false };
    members.iter().any(|(keyword, said)| match (keyword.as_str(), said) {
        ("$ref" | "patternProperties", _) => true,
        ("properties", Value::Object(properties)) => properties.keys().any(|name| !is_known(name)),
        ("required", Value::Array(names)) => {
            names.iter().filter_map(Value::as_str).any(|name| !is_known(name))
        }
        ("allOf" | "anyOf" | "oneOf", Value::Array(schemas)) => {
            schemas.iter().any(|schema| names_others(schema, is_known))
        }
        ("if" | "then" | "else" | "not", said) => names_others(said, is_known),
        _ => false,
    })
}

/// The same of what each member asks for: a list of others, or a schema.
fn depends_on_others(said: &Value, is_known: &impl Fn(&str) -> bool) -> bool {
    said.as_object().into_iter().flat_map(|members| members.values()).any(|asked| match asked {
        Value::Array(names) => names.iter().filter_map(Value::as_str).any(|name| !is_known(name)),
        schema => names_others(schema, is_known),
    })
}

impl<'a> Schema<'a> {
    /// The schemas that hold together.
    pub fn values(&self) -> &[&'a Value] {
        &self.parts
    }

    /// The same, where its alternatives are among its parts.
    pub fn settled(self) -> Self {
        Self { settled: true, ..self }
    }

    /// What is said first under a keyword.
    pub fn get(&self, keyword: &str) -> Option<&'a Value> {
        self.parts.iter().find_map(|part| part.get(keyword))
    }

    /// The text that is said first under a keyword.
    pub fn text(&self, keyword: &str) -> Option<&'a str> {
        self.parts.iter().find_map(|part| part.get(keyword)?.as_str())
    }

    /// The types that the value may have, but for `null`.
    pub fn types(&self) -> Vec<&'a str> {
        let types: Vec<&str> = match self.get("type") {
            Some(Value::String(name)) => vec![name],
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        if types == ["null"] {
            return types;
        }
        types.into_iter().filter(|name| *name != "null").collect()
    }

    /// The alternatives of `oneOf` and `anyOf`, a list for each time the keyword is said.
    pub fn alternatives(&self) -> impl Iterator<Item = &'a Vec<Value>> {
        let of = |keyword: &'static str| {
            let parts = self.parts.iter().filter(|_| !self.settled);
            parts.filter_map(move |part| part.get(keyword)?.as_array())
        };
        of("oneOf").chain(of("anyOf"))
    }

    /// Whether it is about the members of an object.
    pub fn is_object(&self) -> bool {
        let types = self.types();
        types == ["object"] || (types.is_empty() && self.get("properties").is_some())
    }

    /// The members of the object, in the order in which they are said first. None where the
    /// schema names none.
    pub fn properties(&self) -> Result<Option<Vec<Property<'a>>>, Stop> {
        let mut found: Option<Vec<Property<'a>>> = None;
        for part in &self.parts {
            let Some(properties) = part.get("properties") else { continue };
            let list = found.get_or_insert_default();
            for (name, value) in properties.as_object().ok_or(Stop::Part)? {
                match list.iter_mut().find(|(held, _)| held == name) {
                    Some((_, values)) => values.push(value),
                    None => list.push((name, vec![value])),
                }
            }
        }
        Ok(found)
    }

    /// Whether a member has to be there.
    pub fn requires(&self, name: &str) -> bool {
        let lists = self.parts.iter().filter_map(|part| part.get("required")?.as_array());
        lists.flatten().any(|item| item.as_str() == Some(name))
    }

    /// The members that have to be there.
    pub fn required(&self) -> impl Iterator<Item = &'a str> {
        let lists = self.parts.iter().filter_map(|part| part.get("required")?.as_array());
        lists.flatten().filter_map(Value::as_str)
    }

    /// Whether its members depend on each other in ways that no form shows.
    pub fn has_conditions(&self) -> bool {
        CONDITIONS.iter().any(|keyword| self.get(keyword).is_some())
    }

    /// Whether the conditions speak of members besides the known ones, which then would have no
    /// inputs. What is referred to is not looked at, and may be any.
    pub fn conditions_name_others(&self, is_known: &impl Fn(&str) -> bool) -> bool {
        let names_others = |keyword: &&str| match self.get(keyword) {
            Some(said) if keyword.starts_with("depend") => depends_on_others(said, is_known),
            Some(said) => names_others(said, is_known),
            None => false,
        };
        self.get("patternProperties").is_some() || CONDITIONAL.iter().any(names_others)
    }

    /// Whether the pages of Adobe do not show it either.
    pub fn is_hidden(&self) -> bool {
        let hidden = |part: &&Value| {
            part.get("uiAttributes").and_then(|ui| ui.get("hidden")) == Some(&Value::Bool(true))
        };
        self.parts.iter().any(hidden)
    }
}
