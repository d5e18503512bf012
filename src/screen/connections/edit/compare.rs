//! An edit beside the version that the service has by now: what differs, and how the edit is
//! put on it.

use flow_service::connection::Connection;
use flow_service::json_text;
use serde_json::Value;

use super::asked::text_of;
use super::{Edit, Rotation};
use crate::screen::connections::one::Spec;

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub named: Named,
    /// What was typed.
    pub yours: Yours,
    /// What the service has by now, if anything; secrets as it masks them.
    pub theirs: Option<String>,
    /// What the service had when the edit was begun, if anything.
    pub before: Option<String>,
}

/// What differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// The name.
    Name,
    /// The description.
    Description,
    /// The auth spec, which is not edited here.
    AuthSpec,
    /// The state, which is not edited here.
    State,
    /// A parameter of the auth spec, by its label.
    Param(String),
}

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Yours {
    /// Nothing else than what was stored.
    Unchanged,
    /// This text; none where it is empty.
    Text(Option<String>),
    /// A secret, whose text is not known here.
    Secret,
}

/// What differs between the edit, the newer version, and the one that the edit began with.
#[must_use]
pub fn rows(edit: &Edit, newer: &Connection) -> Vec<Row> {
    let before = &edit.before;
    let yours = |differs: bool, text: &str| {
        if differs { Yours::Text(filled(text)) } else { Yours::Unchanged }
    };
    let mut rows = vec![
        Row {
            named: Named::Name,
            yours: yours(edit.name_differs(), &edit.name),
            theirs: newer.name.clone(),
            before: before.name.clone(),
        },
        Row {
            named: Named::Description,
            yours: yours(edit.description_differs(), &edit.description),
            theirs: newer.description.clone(),
            before: before.description.clone(),
        },
        Row {
            named: Named::AuthSpec,
            yours: Yours::Unchanged,
            theirs: newer.auth_spec.clone(),
            before: before.auth_spec.clone(),
        },
        Row {
            named: Named::State,
            yours: Yours::Unchanged,
            theirs: newer.state.clone(),
            before: before.state.clone(),
        },
    ];
    rows.extend(keys(edit, newer).into_iter().map(|key| param(edit, newer, &key)));
    rows.retain(|row| row.yours != Yours::Unchanged || row.theirs != row.before);
    rows
}

/// The keys of all parameters, each once.
fn keys(edit: &Edit, newer: &Connection) -> Vec<String> {
    let of = |connection: &Connection| -> Vec<String> {
        let members = connection.auth_params.as_ref().and_then(Value::as_object);
        members.into_iter().flatten().map(|(key, _)| key.clone()).collect()
    };
    let typed = edit.rotation.iter().flat_map(|rotation| &rotation.params);
    let mut keys: Vec<String> = typed.map(|param| param.field.key.to_string()).collect();
    for key in of(&edit.before).into_iter().chain(of(newer)) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

fn param(edit: &Edit, newer: &Connection, key: &str) -> Row {
    let text = |connection: &Connection| {
        let value = connection.auth_params.as_ref()?.get(key)?;
        filled(&text_of(value).unwrap_or_else(|| json_text::pretty(value)))
    };
    let held =
        |rotation: &Rotation| rotation.params.iter().find(|param| param.field.key == key).cloned();
    let typed = edit.rotation.as_ref().and_then(held);
    let is_edited = |rotation: &Rotation| rotation.edited.iter().any(|held| held == key);
    let yours = match &typed {
        Some(param) if param.is_secret() => {
            if edit.rotation.as_ref().is_some_and(is_edited) {
                Yours::Secret
            } else {
                Yours::Unchanged
            }
        }
        Some(param) if param.differs() => Yours::Text(filled(&param.text)),
        Some(_) | None => Yours::Unchanged,
    };
    let label = typed.map_or_else(|| key.to_owned(), |param| param.field.label.into_owned());
    Row { named: Named::Param(label), yours, theirs: text(newer), before: text(&edit.before) }
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Whether a version has all that can be edited as the edit began with it.
pub(super) fn is_as_before(edit: &Edit, newer: &Connection) -> bool {
    let before = &edit.before;
    let same_text = |one: &Option<String>, other: &Option<String>| {
        one.as_deref().unwrap_or_default() == other.as_deref().unwrap_or_default()
    };
    same_text(&newer.name, &before.name)
        && same_text(&newer.description, &before.description)
        && newer.auth_spec == before.auth_spec
        && newer.auth_params == before.auth_params
}

/// Whether a version surely has all that was typed. Whether a secret is the new one cannot be
/// seen.
pub(super) fn is_held_by(edit: &Edit, newer: &Connection) -> bool {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let description = if edit.description.trim().is_empty() { "" } else { &edit.description };
    edit.rotation.is_none()
        && text(&newer.name) == edit.name
        && text(&newer.description) == description
}

/// What was typed stays, and all else becomes what the newer version has.
pub(super) fn put_on(edit: &mut Edit, newer: Connection, spec: &Spec) {
    if !edit.name_differs() {
        edit.name = newer.name.clone().unwrap_or_default();
    }
    if !edit.description_differs() {
        edit.description = newer.description.clone().unwrap_or_default();
    }
    edit.before = newer;
    let rebased = edit.rotation.as_ref().and_then(|rotation| {
        let auth = super::auth_spec(edit, spec).ok()?;
        Some(rotation.rebased(auth, edit.before.auth_params.as_ref()))
    });
    if rebased.is_some() {
        edit.rotation = rebased;
    }
}
