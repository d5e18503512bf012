//! Edits that are not saved are kept for this tab, so that a page that is loaded again loses
//! nothing of them but their secrets. Each is there again when its connection is opened; one
//! that was made for an older version is compared with the newest, as ever.

use flow_service::connection::Connection;
use flow_service::value::ConnectionId;
use serde_json::{Map, Value, json};

use super::{Doubt, Edit, Phase, Rotation, auth_spec};
use crate::screen::connections::message::Effect;
use crate::screen::connections::model::Model;
use crate::screen::connections::one::{One, Tab};
use crate::screen::connections::words::edit as words;
use crate::screen::secretlike::is_secretlike;

/// The version of the shape that is written, and the only one that is read.
const VERSION: u64 = 1;

/// An edit as it was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    id: ConnectionId,
    /// Of the version that was edited, as far as it is kept.
    etag: Option<String>,
    name_before: Option<String>,
    description_before: Option<String>,
    name: String,
    description: String,
    /// New parameters by key.
    params: Texts,
}

/// An edit that was begun before the page was loaded.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    /// What was typed into parameters, by key, until the connection spec is known.
    pub(super) awaiting: Texts,
}

type Texts = Vec<(String, String)>;

impl Edit {
    /// Whether something that was typed waits for its input.
    pub(super) fn awaits(&self) -> bool {
        self.restored.as_ref().is_some_and(|restored| !restored.awaiting.is_empty())
    }
}

impl Kept {
    fn of(one: &One) -> Option<Self> {
        let edit = one.edit.as_ref().filter(|edit| edit.has_input())?;
        let before = &edit.before;
        let safe = |text: &str, before: &Option<String>| {
            let before = before.as_deref().unwrap_or_default();
            if is_secretlike("", text) { before.to_owned() } else { text.to_owned() }
        };
        let typed = edit.rotation.iter().flat_map(|rotation| &rotation.params);
        let typed = typed.filter(|param| param.differs());
        let typed = typed.map(|param| (param.field.key.to_string(), param.text.clone()));
        let awaiting = edit.restored.iter().flat_map(|restored| restored.awaiting.clone());
        Some(Self {
            id: one.id.clone(),
            etag: before.etag.clone(),
            name_before: before.name.clone(),
            description_before: before.description.clone(),
            name: safe(&edit.name, &before.name),
            description: safe(&edit.description, &before.description),
            params: typed.chain(awaiting).filter(|(key, text)| !is_secretlike(key, text)).collect(),
        })
    }

    fn to_json(&self) -> Value {
        let params = self.params.iter().map(|(key, text)| (key.clone(), text.as_str().into()));
        json!({
            "id": self.id.as_str(),
            "etag": self.etag,
            "nameBefore": self.name_before,
            "descriptionBefore": self.description_before,
            "name": self.name,
            "description": self.description,
            "params": params.collect::<Map<_, _>>(),
        })
    }

    fn from_json(kept: &Value) -> Option<Self> {
        let text = |key| kept.get(key).and_then(Value::as_str).map(str::to_owned);
        let params = kept.get("params").and_then(Value::as_object).into_iter().flatten();
        Some(Self {
            id: ConnectionId::parse(&text("id")?)?,
            etag: text("etag"),
            name_before: text("nameBefore"),
            description_before: text("descriptionBefore"),
            name: text("name")?,
            description: text("description")?,
            params: params
                .filter_map(|(key, text)| Some((key.clone(), text.as_str()?.to_owned())))
                .collect(),
        })
    }
}

/// What is kept of all edits that are not saved; none where there is nothing to lose.
#[must_use]
pub fn kept(model: &Model) -> Option<Value> {
    let typed = model.one.iter().chain(&model.parked).filter_map(Kept::of);
    let edits = typed.chain(model.kept.iter().cloned()).map(|kept| kept.to_json());
    let edits: Vec<_> = edits.collect();
    (!edits.is_empty()).then(|| json!({ "v": VERSION, "edits": edits }))
}

/// Takes what was kept. A shape that is not known restores nothing.
pub(in super::super) fn found(model: &mut Model, kept: &Value) {
    if kept.get("v").and_then(Value::as_u64) == Some(VERSION) {
        let edits = kept.get("edits").and_then(Value::as_array).into_iter().flatten();
        model.kept = edits.filter_map(Kept::from_json).collect();
    }
}

/// The connection came: an edit of it that was kept goes on where it was.
pub(super) fn restore(model: &mut Model) -> Vec<Effect> {
    let Some(one) = &mut model.one else { return Vec::new() };
    let Some(newest) = one.inspected().map(|inspected| inspected.connection.clone()) else {
        return Vec::new();
    };
    let Some(place) = model.kept.iter().position(|kept| kept.id == one.id) else {
        return Vec::new();
    };
    let kept = model.kept.remove(place);
    if one.edit.as_ref().is_some_and(Edit::has_input) {
        return Vec::new();
    }
    // What the parameters were is not kept: where they are edited, a newer version is shown.
    let is_stale = kept.etag != newest.etag && !kept.params.is_empty();
    let before = Connection {
        etag: kept.etag,
        name: kept.name_before,
        description: kept.description_before,
        ..newest
    };
    one.edit = Some(Edit {
        name: kept.name,
        description: kept.description,
        phase: if is_stale { Phase::Comparing(Doubt::Noticed) } else { Phase::Open },
        restored: Some(Restored { awaiting: kept.params }),
        ..Edit::of(&before)
    });
    one.tab = Tab::Edit;
    vec![Effect::say(words::RESTORED)]
}

/// Parameters that were kept have their inputs as soon as the connection spec is known. What is
/// being saved stays what was sent.
pub(in super::super) fn settle(model: &mut Model) {
    let Some(one) = &mut model.one else { return };
    let Some(edit) = one.edit.as_mut().filter(|edit| edit.awaits() && !edit.is_busy()) else {
        return;
    };
    let Ok(auth) = auth_spec(edit, &one.spec) else { return };
    let stored = edit.before.auth_params.as_ref();
    let mut rotation = edit.rotation.take().unwrap_or_else(|| Rotation::new(auth, stored));
    for (key, text) in edit.restored.iter_mut().flat_map(|it| std::mem::take(&mut it.awaiting)) {
        rotation.set(&key, &text);
    }
    edit.rotation = Some(rotation);
}
