//! Alternatives: `oneOf` and `anyOf` become a choice, and what each of them adds is shown
//! while it is chosen.
//!
//! Often a member with a constant tells the alternatives apart, such as
//! `"authType": {"const": "key"}`. Then that member is the choice and is sent. Else the
//! choice is only the form's. Of `anyOf` one alternative can be chosen, too: that is valid.

use serde_json::Value;

use super::label::label_of;
use super::reader::{Here, Reader, add_undescribed};
use super::scalar;
use super::schema::{Property, Schema, Stop};
use super::{AuthField, Choice, FieldKind, Place, When};

/// A member of an object, and whether it is required.
pub(super) type Member<'a> = (Property<'a>, bool);

/// One `oneOf` or `anyOf` of an object.
pub(super) struct Group<'a> {
    /// The member that tells the alternatives apart, with what is said of it elsewhere.
    teller: Option<Property<'a>>,
    alternatives: Vec<Alternative<'a>>,
}

impl Group<'_> {
    /// Whether this is a member of any of them.
    pub fn has(&self, name: &str) -> bool {
        self.teller.as_ref().is_some_and(|(held, _)| *held == name)
            || self.alternatives.iter().any(|alternative| {
                alternative.members.iter().any(|((held, _), _)| *held == name)
                    || alternative.groups.iter().any(|group| group.has(name))
            })
    }
}

/// What one of them has.
struct Alternative<'a> {
    choice: Choice,
    members: Vec<Member<'a>>,
    groups: Vec<Group<'a>>,
    refs: Vec<&'a str>,
}

/// How a choice is called that is only the form's and belongs to no named object.
pub(super) const VARIANT: &str = "Variant";

impl<'a> Reader<'a> {
    /// The alternatives of an object. Members that they tell more about are taken out of
    /// `base`, which holds what is said without regard to them. `outer` names the members of
    /// what this is an alternative of.
    pub fn groups(
        &mut self,
        schema: &Schema<'a>,
        base: &mut Vec<Member<'a>>,
        outer: &[&'a str],
    ) -> Result<Vec<Group<'a>>, Stop> {
        let mut groups = Vec::new();
        let outer: Vec<&'a str> =
            outer.iter().copied().chain(base.iter().map(|((name, _), _)| *name)).collect();
        for values in schema.alternatives() {
            let mut opened = Vec::new();
            for value in values {
                let schema = self.resolved(&[value], &schema.refs)?;
                if schema.types() == ["null"] {
                    continue;
                }
                if !value.is_object() || !matches!(schema.types()[..], [] | ["object"]) {
                    return Err(Stop::Part);
                }
                let mut members = members(&schema)?;
                if self.stops_at_conditions(&schema, &members, &outer) {
                    return Err(Stop::Part);
                }
                let groups = self.groups(&schema, &mut members, &outer)?;
                add_undescribed(&schema, &mut members, &groups, &outer);
                opened.push(Opened { schema, members, groups });
            }
            if !opened.is_empty() {
                groups.push(group(opened, base));
            }
        }
        Ok(groups)
    }

    /// Adds the choice and what each alternative has.
    pub fn group(&mut self, group: Group<'a>, here: &Here<'a>) -> Result<(), Stop> {
        let choices = group.alternatives.iter().map(|alternative| alternative.choice.clone());
        let kind = FieldKind::Choice(choices.collect());
        let field = if let Some((name, values)) = &group.teller {
            let schema = self.document.joined(values, &here.refs)?;
            let mut field = here.member(name, schema.text("title"), true).field(kind);
            field.description = schema.text("description").map(str::to_owned);
            field.default = scalar::default_text(&field.kind, schema.get("default"));
            field
        } else {
            let label = if here.label.is_empty() { VARIANT } else { &here.label };
            let names = here.path.iter().map(String::as_str).chain(["variant"]);
            AuthField {
                key: names.collect::<Vec<_>>().join(".").replace(char::is_whitespace, "_").into(),
                label: label.to_owned().into(),
                place: Place::Chooses(here.path.clone()),
                ..here.field(kind)
            }
        };
        let key = self.push_new(field)?;
        for alternative in group.alternatives {
            let values = vec![alternative.choice.value];
            let when = Some(When { key: key.clone(), values });
            // Once it is chosen, what it needs is needed, whatever is around it.
            let refs = alternative.refs;
            let here = Here { required: true, needed: true, when, refs, ..here.clone() };
            for (property, required) in alternative.members {
                self.property(property, &here, required)?;
            }
            for group in alternative.groups {
                self.group(group, &here)?;
            }
        }
        Ok(())
    }

    /// Whether the value is an object by all its alternatives.
    pub fn chooses_objects(&mut self, schema: &Schema<'a>) -> Result<bool, Stop> {
        let mut there = false;
        if !schema.types().is_empty() {
            return Ok(false);
        }
        for value in schema.alternatives().flatten() {
            let schema = self.document.joined(&[value], &schema.refs)?;
            there = true;
            if !schema.is_object() && schema.types() != ["null"] {
                return Ok(false);
            }
        }
        Ok(there)
    }

    /// The choice of a value whose alternatives are constants.
    pub fn constants(&mut self, schema: &Schema<'a>) -> Result<Option<FieldKind>, Stop> {
        let Some(values) = schema.alternatives().next() else { return Ok(None) };
        let mut constants = Vec::new();
        for value in values {
            let schema = self.document.joined(&[value], &schema.refs)?;
            if schema.types() != ["null"] {
                constants.push((only(schema.values()).ok_or(Stop::Part)?, schema.text("title")));
            }
        }
        scalar::choices(constants.into_iter()).map(Some)
    }

    /// The schemas that hold together. Where all alternatives but one are `null`, that one
    /// is among them.
    pub fn resolved(&mut self, values: &[&'a Value], refs: &[&'a str]) -> Result<Schema<'a>, Stop> {
        let schema = self.document.joined(values, refs)?;
        let lists: Vec<_> = schema.alternatives().collect();
        let [list] = lists[..] else { return Ok(schema) };
        let is_null = |value: &&Value| value.get("type").is_some_and(|name| name == "null");
        let mut real = list.iter().filter(|value| !is_null(value));
        let (Some(only), None) = (real.next(), real.next()) else { return Ok(schema) };
        if self.document.joined(&[only], &schema.refs)?.alternatives().next().is_some() {
            return Ok(schema);
        }
        let all: Vec<&'a Value> = values.iter().copied().chain([only]).collect();
        Ok(self.document.joined(&all, refs)?.settled())
    }
}

/// The members that a schema names.
pub(super) fn members<'a>(schema: &Schema<'a>) -> Result<Vec<Member<'a>>, Stop> {
    let properties = schema.properties()?.unwrap_or_default();
    let member = |property: Property<'a>| {
        let required = schema.requires(property.0);
        (property, required)
    };
    Ok(properties.into_iter().map(member).collect())
}

/// The constant that schemas allow, if it is one alone.
fn only<'a>(values: &[&'a Value]) -> Option<&'a Value> {
    let constant = values.iter().find_map(|value| value.get("const"));
    constant.or_else(|| {
        let list = values.iter().find_map(|value| value.get("enum")?.as_array())?;
        if let [value] = list.as_slice() { Some(value) } else { None }
    })
}

/// An alternative before it is put beside the others.
struct Opened<'a> {
    schema: Schema<'a>,
    members: Vec<Member<'a>>,
    groups: Vec<Group<'a>>,
}

impl<'a> Opened<'a> {
    fn member(&self, name: &str) -> Option<&Member<'a>> {
        self.members.iter().find(|((held, _), _)| *held == name)
    }

    /// The constant that a member has in this alternative.
    fn constant(&self, name: &str) -> Option<Choice> {
        let ((_, values), _) = self.member(name)?;
        scalar::choice(only(values)?, self.schema.text("title"))
    }
}

/// The member that has another constant in each alternative.
fn teller<'a>(opened: &[Opened<'a>]) -> Option<&'a str> {
    let names = opened.first()?.members.iter().map(|((name, _), _)| *name);
    names.into_iter().find(|name| {
        let constants: Option<Vec<_>> = opened.iter().map(|it| it.constant(name)).collect();
        constants.is_some_and(|constants| {
            let is_new = |(index, it): (usize, &Choice)| {
                constants.iter().take(index).all(|held| held.value != it.value)
            };
            constants.len() > 1 && constants.iter().enumerate().all(is_new)
        })
    })
}

/// Puts alternatives beside each other, and to each of them what is said of its members
/// elsewhere.
fn group<'a>(mut opened: Vec<Opened<'a>>, base: &mut Vec<Member<'a>>) -> Group<'a> {
    let teller = teller(&opened);
    let choices: Vec<Choice> =
        (0..opened.len()).map(|index| choice(&opened, index, teller)).collect();
    let mut teller_values = Vec::new();
    for one in &mut opened {
        one.members.retain(|((name, values), _)| {
            let tells = Some(*name) == teller;
            if tells {
                teller_values.extend(values);
            }
            !tells
        });
    }
    base.retain_mut(|((name, values), required)| {
        if Some(*name) == teller {
            // What is said without regard to the alternatives is about all of them.
            values.append(&mut teller_values);
            teller_values.append(values);
            return false;
        }
        let told = opened.iter().any(|one| one.member(name).is_some());
        let needed = opened.iter().filter(|one| one.schema.requires(name)).count();
        *required |= needed == opened.len();
        if !told && (needed == 0 || needed == opened.len()) {
            return true;
        }
        for one in &mut opened {
            let here = one.schema.requires(name);
            match one.members.iter_mut().find(|((held, _), _)| held == name) {
                Some(((_, held), member_required)) => {
                    held.extend(values.iter());
                    *member_required |= *required;
                }
                None if told || here => {
                    one.members.push(((*name, values.clone()), *required || here));
                }
                None => {}
            }
        }
        false
    });
    let alternative = |(one, choice): (Opened<'a>, Choice)| Alternative {
        choice,
        members: one.members,
        groups: one.groups,
        refs: one.schema.refs,
    };
    Group {
        teller: teller.map(|name| (name, teller_values)),
        alternatives: opened.into_iter().zip(choices).map(alternative).collect(),
    }
}

/// What stands for an alternative in the choice.
fn choice(opened: &[Opened<'_>], index: usize, teller: Option<&str>) -> Choice {
    let Some(one) = opened.get(index) else { return numbered(index) };
    if let Some(choice) = teller.and_then(|name| one.constant(name)) {
        return choice;
    }
    let others = || opened.iter().enumerate().filter(|(other, _)| *other != index);
    let required = one.schema.required();
    let peculiar = required.filter(|name| others().all(|(_, it)| !it.schema.requires(name)));
    let peculiar: Vec<_> = peculiar.map(label_of).collect();
    let titles = one.schema.text("title").map(str::to_owned);
    let label = titles.or_else(|| (!peculiar.is_empty()).then(|| peculiar.join(", ")));
    let choice = numbered(index);
    Choice { label: label.unwrap_or(choice.label), ..choice }
}

fn numbered(index: usize) -> Choice {
    let value = (index + 1).to_string();
    Choice { label: [VARIANT, " ", &value].concat(), value, bare: false }
}
