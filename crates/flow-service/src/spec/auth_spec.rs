//! One kind of authentication of a source.

use serde_json::Value;

use super::{AuthField, Fields, reader, writer};
use crate::json;

/// One kind of authentication of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthSpec {
    /// The name, sent as `auth.specName`.
    pub name: String,
    /// The parameters, in the order in which they are drawn and sent.
    pub fields: Fields,
}

/// A chain of conditions is no longer than this. What is read has shorter ones.
const CHAIN_LIMIT: usize = 32;

impl AuthSpec {
    /// An auth spec of which nothing but the name is known.
    #[must_use]
    pub const fn without_fields(name: String) -> Self {
        Self { name, fields: Fields::built_in(&[]) }
    }

    /// The fields that count while these texts stand in the inputs, hidden ones among them.
    ///
    /// `text` gives what stands in the input of a field, or its default for a hidden one.
    pub fn active<'a>(
        &'a self,
        text: impl Fn(&'a AuthField) -> &'a str,
    ) -> impl Iterator<Item = &'a AuthField> {
        self.fields.iter().filter(move |field| self.is_active(field, &text))
    }

    /// The fields that are sent or asked for, each with whether it has to be there. Those in an
    /// object that may be left out count only when something in that object is given.
    ///
    /// `is_given` tells whether a person typed or chose something in a field.
    pub fn counted<'a>(
        &'a self,
        text: impl Fn(&'a AuthField) -> &'a str,
        is_given: impl Fn(&'a AuthField) -> bool,
    ) -> Vec<(&'a AuthField, bool)> {
        let active: Vec<_> = self.active(text).collect();
        let given: Vec<_> =
            active.iter().copied().filter(|it| !it.hidden && is_given(it)).collect();
        let count = |field: &'a AuthField| match &field.within {
            None => Some((field, field.required)),
            Some(object) => {
                let is_there = given.iter().any(|other| other.is_in(&object.path));
                is_there.then_some((field, object.needed))
            }
        };
        active.iter().copied().filter_map(count).collect()
    }

    fn is_active<'a>(
        &'a self,
        field: &'a AuthField,
        text: &impl Fn(&'a AuthField) -> &'a str,
    ) -> bool {
        let mut field = field;
        for _ in 0..CHAIN_LIMIT {
            let Some(when) = &field.when else { return true };
            let Some(chooser) = self.fields.iter().find(|other| other.key == when.key) else {
                return false;
            };
            let chosen = text(chooser);
            if !when.values.iter().any(|value| value == chosen) {
                return false;
            }
            field = chooser;
        }
        false
    }

    /// Reads one item of `authSpec`, whose `spec` is a JSON Schema. What cannot be drawn of
    /// it is a field for JSON.
    pub(super) fn from_json(item: &Value) -> Option<Self> {
        // One without a schema says nothing of its parameters, and may have some.
        let schema = item.get("spec").filter(|schema| schema.is_object()).unwrap_or(&Value::Null);
        Some(Self { name: json::text(item, "name")?, fields: reader::fields(schema).into() })
    }

    pub(super) fn to_json(&self) -> Value {
        json::object([
            ("name", Some(self.name.clone().into())),
            ("type", Some(self.name.replace(' ', "").into())),
            ("spec", Some(writer::schema(&self.fields))),
        ])
    }
}
