//! Fields as a JSON Schema: what the reader of schemas makes the same fields of.
//!
//! The default of a part that is typed as JSON is left out, since there is no JSON reader here.

use serde_json::{Map, Number, Value, json};

use super::reader::NESTED;
use super::{AuthField, Choice, FieldKind, JsonPart, JsonShape, NumberLimits, Place, TextLimits};

/// The schema of the fields.
pub(super) fn schema(fields: &[AuthField]) -> Value {
    let mut schema = json!({ "$schema": "http://json-schema.org/draft-07/schema#" });
    let whole = fields.iter().find(|field| field.path().is_some_and(|path| path.is_empty()));
    let members = match whole {
        Some(field) => whole_schema(field),
        None => object(&fields.iter().collect::<Vec<_>>(), 0),
    };
    if let Some(into) = schema.as_object_mut() {
        into.extend(members);
    }
    schema
}

/// All parameters as one part. The reader takes them for needed where something is said of them.
fn whole_schema(field: &AuthField) -> Map<String, Value> {
    let mut members = kind(&field.kind);
    if field.required && members.len() == 1 {
        members.insert("minProperties".to_owned(), 1.into());
    }
    members
}

/// The path of the object that a field belongs to or chooses of.
fn object_path(field: &AuthField) -> &[String] {
    match &field.place {
        Place::Chooses(path) => path,
        Place::Path(path) => path.split_last().map_or(&[], |(_, path)| path),
        Place::Key => &[],
    }
}

/// The name of the member that a field is sent as.
fn last(field: &AuthField) -> Option<&str> {
    field.path()?.last().copied()
}

/// An object so many levels down, of all fields in it.
fn object(fields: &[&AuthField], level: usize) -> Map<String, Value> {
    let mut properties = Map::new();
    let mut required: Vec<Value> = Vec::new();
    let mut choices: Vec<Value> = Vec::new();
    let free = || fields.iter().copied().filter(|field| chooser(field, fields, level).is_none());
    for field in free() {
        let outer = object_path(field).get(level);
        let Some(name) = outer.map(String::as_str).or_else(|| last(field)) else {
            choices.push(alternatives(field, fields, level));
            continue;
        };
        if properties.contains_key(name) {
            continue;
        }
        let within: Vec<_> =
            free().filter(|it| object_path(it).get(level).is_some_and(|it| it == name)).collect();
        // An object has to be there unless it, or all in it, may be left out.
        let is_there = |it: &&AuthField| it.within.as_ref().is_none_or(|it| it.path.len() <= level);
        let needed = match &field.within {
            _ if !within.is_empty() => within.iter().any(is_there),
            Some(object) => object.needed,
            None => field.required,
        };
        if needed {
            required.push(name.into());
        }
        let chosen_by_it = within.is_empty() && fields.iter().any(|it| is_chosen_by(it, field));
        let member = if !within.is_empty() {
            let mut inner = Map::new();
            inner.insert("type".to_owned(), "object".into());
            inner.insert("title".to_owned(), segment(&field.label, level).into());
            inner.extend(object(&within, level + 1));
            inner
        } else if chosen_by_it {
            choices.push(alternatives(field, fields, level));
            described(field, level)
        } else {
            leaf(field, level)
        };
        properties.insert(name.to_owned(), member.into());
    }
    let mut object = Map::new();
    object.insert("type".to_owned(), "object".into());
    object.insert("properties".to_owned(), properties.into());
    object.insert("required".to_owned(), required.into());
    if !choices.is_empty() {
        object.insert("allOf".to_owned(), choices.into());
    }
    object
}

fn is_chosen_by(field: &AuthField, chooser: &AuthField) -> bool {
    field.when.as_ref().is_some_and(|when| when.key == chooser.key)
}

/// The outermost choice of this level among the fields on which a field depends, and the
/// values it depends on.
fn chooser<'a>(
    field: &'a AuthField,
    fields: &[&'a AuthField],
    level: usize,
) -> Option<(&'a str, &'a [String])> {
    let mut found = None;
    let mut field = field;
    while let Some(when) = &field.when {
        let Some(chooser) = fields.iter().find(|it| it.key == when.key) else { break };
        if object_path(chooser).len() == level {
            found = Some((&*chooser.key, when.values.as_slice()));
        }
        field = chooser;
    }
    found
}

/// What each value of a choice brings.
fn alternatives(choice: &AuthField, fields: &[&AuthField], level: usize) -> Value {
    let FieldKind::Choice(choices) = &choice.kind else { return json!({}) };
    let alternative = |it: &Choice| {
        let belongs = |field: &&&AuthField| {
            chooser(field, fields, level)
                .is_some_and(|(key, values)| key == choice.key && values.contains(&it.value))
        };
        let chosen: Vec<_> = fields.iter().filter(belongs).copied().collect();
        let mut alternative = object(&chosen, level);
        alternative.insert("title".to_owned(), it.label.clone().into());
        if let (Some(name), Some(properties)) =
            (last(choice), alternative.get_mut("properties").and_then(Value::as_object_mut))
        {
            properties.insert(name.to_owned(), json!({ "const": constant(it) }));
        }
        Value::Object(alternative)
    };
    json!({ "oneOf": choices.iter().map(alternative).collect::<Vec<_>>() })
}

/// What a person reads of a member so many levels down.
fn segment(label: &str, level: usize) -> &str {
    label.split(NESTED).nth(level).unwrap_or(label)
}

/// All that stands in a schema beside its kind.
fn described(field: &AuthField, level: usize) -> Map<String, Value> {
    let mut members = Map::new();
    let mut insert = |key: &str, value: Option<Value>| {
        members.extend(value.map(|value| (key.to_owned(), value)));
    };
    let label = field.label.splitn(level + 1, NESTED).last().unwrap_or(&field.label);
    insert("title", Some(label.into()));
    insert("description", field.description.clone().map(Value::from));
    insert("examples", field.example.clone().map(|example| json!([example])));
    insert("default", field.default.as_deref().and_then(|text| default(&field.kind, text)));
    members
}

fn leaf(field: &AuthField, level: usize) -> Map<String, Value> {
    let mut members = kind(&field.kind);
    members.extend(described(field, level));
    if let (true, FieldKind::Choice(choices)) = (field.hidden, &field.kind)
        && let [only] = choices.as_slice()
    {
        members.retain(|key, _| !matches!(key.as_str(), "default" | "enum" | "oneOf"));
        members.insert("const".to_owned(), constant(only));
        return members;
    }
    if field.hidden {
        members.insert("uiAttributes".to_owned(), json!({ "hidden": true }));
    }
    // As Adobe prints it: the format after the words.
    if let Some(format) = members.shift_remove("format") {
        members.insert("format".to_owned(), format);
    }
    members
}

fn kind(kind: &FieldKind) -> Map<String, Value> {
    let value = match kind {
        FieldKind::Text | FieldKind::EnvironmentUrl | FieldKind::ApiVersion => {
            json!({ "type": "string" })
        }
        FieldKind::Secret => json!({ "type": "string", "format": "password" }),
        FieldKind::LimitedSecret(limits) => {
            let mut schema = text(limits);
            if let Some(members) = schema.as_object_mut() {
                members.insert("format".to_owned(), "password".into());
            }
            schema
        }
        FieldKind::Limited(limits) => text(limits),
        FieldKind::Choice(choices) if choices.iter().all(|it| it.label == it.value) => {
            json!({ "enum": choices.iter().map(constant).collect::<Vec<_>>() })
        }
        FieldKind::Choice(choices) => {
            let one = |it: &Choice| json!({ "const": constant(it), "title": it.label });
            json!({ "oneOf": choices.iter().map(one).collect::<Vec<_>>() })
        }
        FieldKind::Number(limits) => number(*limits),
        FieldKind::Boolean => json!({ "type": "boolean" }),
        FieldKind::Json(part) => part_of_json(part),
    };
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn text(limits: &TextLimits) -> Value {
    let mut schema = json!({ "type": "string" });
    if let Some(members) = schema.as_object_mut() {
        let pairs = [
            ("pattern", limits.pattern.clone().map(Value::from)),
            ("minLength", limits.shortest.map(Value::from)),
            ("maxLength", limits.longest.map(Value::from)),
        ];
        members.extend(pairs.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    }
    schema
}

fn number(limits: NumberLimits) -> Value {
    let mut schema = json!({ "type": if limits.integer { "integer" } else { "number" } });
    if let Some(members) = schema.as_object_mut() {
        let pairs = [("minimum", limits.minimum), ("maximum", limits.maximum)];
        let present = |(key, limit): (&str, Option<i64>)| Some((key.to_owned(), limit?.into()));
        members.extend(pairs.into_iter().filter_map(present));
    }
    schema
}

fn part_of_json(part: &JsonPart) -> Value {
    let secret = json!({ "format": "password" });
    let mut schema = match part.shape {
        JsonShape::Any => json!({ "type": ["object", "array"] }),
        JsonShape::Object => json!({ "type": "object" }),
        JsonShape::Array => json!({ "type": "array" }),
    };
    if let Some(members) = schema.as_object_mut().filter(|_| part.holds_secret) {
        members.insert("items".to_owned(), secret);
    }
    if let Some(members) = schema.as_object_mut().filter(|_| !part.required.is_empty()) {
        members.insert("required".to_owned(), part.required.clone().into());
    }
    schema
}

fn constant(choice: &Choice) -> Value {
    if choice.bare { bare(&choice.value) } else { choice.value.clone().into() }
}

fn default(kind: &FieldKind, text: &str) -> Option<Value> {
    match kind {
        FieldKind::Secret | FieldKind::LimitedSecret(_) | FieldKind::Json(_) => None,
        FieldKind::Text
        | FieldKind::EnvironmentUrl
        | FieldKind::ApiVersion
        | FieldKind::Limited(_) => Some(text.into()),
        FieldKind::Choice(choices) => choices.iter().find(|it| it.value == text).map(constant),
        FieldKind::Number(_) | FieldKind::Boolean => Some(bare(text)),
    }
}

/// A number, `true` or `false`; a text where it is neither.
fn bare(text: &str) -> Value {
    if let Ok(truth) = text.parse::<bool>() {
        return truth.into();
    }
    if let Ok(whole) = text.parse::<i64>() {
        return whole.into();
    }
    let number = text.parse().ok().and_then(Number::from_f64);
    number.map_or_else(|| text.into(), Value::Number)
}
