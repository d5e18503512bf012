//! Reads the JSON Schema of an auth spec into a flat list of fields.
//!
//! Objects are flattened, alternatives become a choice (`alternatives.rs`). What has no
//! inputs of its own is one field for JSON, at worst all parameters. An object with a secret
//! is drawn as long as its properties are all that it may have: a secret in JSON is hard to
//! type, but a parameter without an input cannot be sent at all.

use serde_json::Value;

use super::alternatives::{Group, Member, members};
use super::label::label_of;
use super::scalar;
use super::schema::{Document, Property, Schema, Stop};
use super::{AuthField, FieldKind, JsonPart, JsonShape, OptionalObject, Place, When};
use crate::secret::SecretName;
use crate::secretlike::names_a_secret;

/// An auth spec has no more fields than this; a longer one is typed as JSON.
const FIELD_LIMIT: usize = 200;
/// A path has no more names than this; what is deeper is typed as JSON.
const DEPTH_LIMIT: usize = 8;

/// How all parameters together are called.
const PARAMETERS: &str = "Parameters";

/// What stands between the label of an object and that of its member.
pub(super) const NESTED: &str = ": ";

/// The fields of a schema.
pub(super) fn fields(schema: &Value) -> Vec<AuthField> {
    let mut reader = Reader { document: Document::new(schema), fields: Vec::new() };
    let top = Here {
        path: Vec::new(),
        label: String::new(),
        required: true,
        optional: None,
        needed: true,
        when: None,
        refs: Vec::new(),
    };
    if reader.top(schema, &top).is_ok() {
        return reader.fields;
    }
    let kind = reader.json(&[schema], Some(JsonShape::Object));
    // Where none is named, none may be needed.
    let required = schema.as_object().is_some_and(|members| {
        members.keys().any(|keyword| !matches!(keyword.as_str(), "$schema" | "type" | "title"))
    });
    let whole = Here { label: PARAMETERS.to_owned(), required, ..top };
    vec![whole.field(kind)]
}

pub(super) struct Reader<'a> {
    pub document: Document<'a>,
    pub fields: Vec<AuthField>,
}

/// The place that is read.
#[derive(Clone)]
pub(super) struct Here<'a> {
    pub path: Vec<String>,
    pub label: String,
    pub required: bool,
    /// The path of the innermost object around it that may be left out.
    pub optional: Option<Vec<String>>,
    /// Whether it has to be there when that object is.
    pub needed: bool,
    pub when: Option<When>,
    /// The references that led here.
    pub refs: Vec<&'a str>,
}

impl Here<'_> {
    /// The place of a member.
    pub fn member(&self, name: &str, label: Option<&str>, required: bool) -> Self {
        let label = label.map_or_else(|| label_of(name), str::to_owned);
        let label = match self.label.as_str() {
            "" => label,
            outer => [outer, NESTED, &label].concat(),
        };
        let mut path = self.path.clone();
        path.push(name.to_owned());
        let needed = self.needed && required;
        Self { path, label, required: self.required && required, needed, ..self.clone() }
    }

    /// The place of an object's members.
    fn as_object(&self) -> Self {
        if self.needed {
            return self.clone();
        }
        Self { optional: Some(self.path.clone()), needed: true, ..self.clone() }
    }

    /// A field at this place; its key is not final yet.
    pub fn field(&self, kind: FieldKind) -> AuthField {
        AuthField {
            place: Place::Path(self.path.clone()),
            within: self.optional.clone().map(|path| OptionalObject { path, needed: self.needed }),
            when: self.when.clone(),
            // An `id` is made of it, in which no space may be.
            ..AuthField::plain(
                &self.path.join(".").replace(char::is_whitespace, "_"),
                &self.label,
                self.required,
                kind,
            )
        }
    }
}

/// Adds what is required and described nowhere: some specs say no more of a parameter. It has no
/// schemas, and is a text or a secret by its name.
pub(super) fn add_undescribed<'a>(
    schema: &Schema<'a>,
    members: &mut Vec<Member<'a>>,
    groups: &[Group<'a>],
    outer: &[&'a str],
) {
    for name in schema.required() {
        let is_known = outer.contains(&name)
            || members.iter().any(|((held, _), _)| *held == name)
            || groups.iter().any(|group| group.has(name));
        if !is_known {
            members.push(((name, Vec::new()), true));
        }
    }
}

impl<'a> Reader<'a> {
    fn top(&mut self, schema: &'a Value, top: &Here<'a>) -> Result<(), Stop> {
        let schema = self.resolved(&[schema], &[])?;
        let nothing_said = schema.properties()?.is_none() && schema.alternatives().next().is_none();
        if nothing_said || !matches!(schema.types()[..], [] | ["object"]) {
            return Err(Stop::Part);
        }
        self.object(&schema, top)
    }

    /// Reads the members of an object.
    pub fn object(&mut self, schema: &Schema<'a>, here: &Here<'a>) -> Result<(), Stop> {
        let mut members = members(schema)?;
        if self.stops_at_conditions(schema, &members, &[]) {
            return Err(Stop::Part);
        }
        let groups = self.groups(schema, &mut members, &[])?;
        add_undescribed(schema, &mut members, &groups, &[]);
        for (property, required) in members {
            self.property(property, here, required)?;
        }
        groups.into_iter().try_for_each(|group| self.group(group, here))
    }

    /// Whether its members depend on each other so that no inputs can stand for it.
    pub fn stops_at_conditions(
        &self,
        schema: &Schema<'a>,
        members: &[Member<'a>],
        outer: &[&'a str],
    ) -> bool {
        let is_known = |name: &str| {
            outer.contains(&name) || members.iter().any(|((held, _), _)| *held == name)
        };
        schema.has_conditions()
            && (!self.document.holds_secret(schema.values())
                || schema.conditions_name_others(&is_known))
    }

    /// Reads one member of an object: what it is, else a field for JSON.
    pub fn property(
        &mut self,
        (name, values): Property<'a>,
        outer: &Here<'a>,
        required: bool,
    ) -> Result<(), Stop> {
        let before = self.fields.len();
        match self.drawn(name, &values, outer, required) {
            Err(Stop::Part) => {
                self.fields.truncate(before);
                let title = values.iter().find_map(|value| value.get("title")?.as_str());
                let description =
                    values.iter().find_map(|value| value.get("description")?.as_str());
                let kind = self.json(&values, None);
                let default = values.iter().find_map(|value| value.get("default"));
                self.push(AuthField {
                    default: scalar::default_text(&kind, default),
                    description: description.map(str::to_owned),
                    ..outer.member(name, title, required).field(kind)
                })
            }
            read => read,
        }
    }

    fn drawn(
        &mut self,
        name: &'a str,
        values: &[&'a Value],
        outer: &Here<'a>,
        required: bool,
    ) -> Result<(), Stop> {
        let schema = self.resolved(values, &outer.refs)?;
        let mut here = outer.member(name, schema.text("title"), required);
        here.refs.clone_from(&schema.refs);
        if schema.is_object() || self.chooses_objects(&schema)? {
            let has_members = schema.properties()?.is_some_and(|members| !members.is_empty());
            let has_any = has_members || schema.alternatives().next().is_some();
            if !has_any || here.path.len() >= DEPTH_LIMIT {
                return Err(Stop::Part);
            }
            return self.object(&schema, &here.as_object());
        }
        let kind = match self.constants(&schema)? {
            Some(kind) => kind,
            None if values.is_empty() && names_a_secret(name) => FieldKind::Secret,
            None => scalar::kind(&schema)?,
        };
        let constant = schema.get("const");
        self.push(AuthField {
            description: schema.text("description").map(str::to_owned),
            example: scalar::example(&kind, &schema),
            default: scalar::default_text(&kind, constant.or_else(|| schema.get("default"))),
            hidden: schema.is_hidden() || constant.is_some(),
            ..here.field(kind)
        })
    }

    /// A part that has no inputs of its own.
    fn json(&self, values: &[&Value], shape: Option<JsonShape>) -> FieldKind {
        let named = |value: &&Value| match value.get("type")?.as_str()? {
            "object" => Some(JsonShape::Object),
            "array" => Some(JsonShape::Array),
            _ => None,
        };
        let shape = shape.or_else(|| values.iter().find_map(named)).unwrap_or(JsonShape::Any);
        let lists = values.iter().filter_map(|value| value.get("required")?.as_array());
        let mut required: Vec<String> = Vec::new();
        for name in lists.flatten().filter_map(Value::as_str) {
            if shape == JsonShape::Object && required.iter().all(|held| held != name) {
                required.push(name.to_owned());
            }
        }
        let holds_secret = self.document.holds_secret(values);
        FieldKind::Json(JsonPart { shape, holds_secret, required })
    }

    /// Adds a field under a key of its own. One that several variants of an object have
    /// alike is one field.
    fn push(&mut self, field: AuthField) -> Result<(), Stop> {
        let alike = |held: &&mut AuthField| {
            let (Some(held_when), Some(when)) = (&held.when, &field.when) else { return false };
            held_when.key == when.key
                && held.path() == field.path()
                && held.label == field.label
                && held.description == field.description
                && held.example == field.example
                && held.required == field.required
                && held.within == field.within
                && held.kind == field.kind
                && held.default == field.default
                && held.hidden == field.hidden
        };
        if let Some(AuthField { when: Some(held), .. }) = self.fields.iter_mut().find(alike) {
            held.values.extend(field.when.into_iter().flat_map(|when| when.values));
            return Ok(());
        }
        self.push_new(field).map(|_| ())
    }

    /// Adds a field under a key of its own, which is given back.
    pub fn push_new(&mut self, mut field: AuthField) -> Result<String, Stop> {
        if self.fields.len() == FIELD_LIMIT {
            return Err(Stop::TooMuch);
        }
        let wanted = field.key.clone();
        let mut number = 1_u32;
        while self.is_taken(&field) {
            number += 1;
            field.key = [&*wanted, "-", &number.to_string()].concat().into();
        }
        if field.path().is_some_and(|path| path == [&*field.key]) {
            field.place = Place::Key;
        }
        let key = field.key.to_string();
        self.fields.push(field);
        Ok(key)
    }

    /// A secret is filled in by its name, so no two may have one that is alike.
    fn is_taken(&self, field: &AuthField) -> bool {
        let secret = (field.kind.is_secret()).then(|| SecretName::of_param(&field.key));
        self.fields.iter().any(|held| {
            held.key == field.key
                || (held.kind.is_secret()
                    && secret.as_ref() == Some(&SecretName::of_param(&held.key)))
        })
    }
}
