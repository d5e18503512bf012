//! How a source takes the place of another. What was typed stays: under the same names it
//! counts for the new one too, and all of it is there when the old one is chosen again.

use flow_service::spec::ConnectionSpec;
use flow_service::value::ConnectionSpecId;

use super::{Left, List};
use crate::screen::at_once::forget_finding;
use crate::screen::connections::words::list::source;
use crate::screen::field::Field;
use crate::screen::model::Model;
use crate::screen::phase::Phase;
use crate::screen::words;

/// So many sources are held besides the one that is chosen, with the inputs of each.
const LEFT_LIMIT: usize = 8;

/// Chooses a source by its ID. False where it is not known.
pub(in super::super) fn choose_id(model: &mut Model, id: &str) -> bool {
    if model.spec.id == id {
        follow(model);
        return true;
    }
    if let Some(place) = model.sources.left.iter().position(|left| left.spec.id == id) {
        let left = model.sources.left.remove(place);
        leave_for(model, left);
        return true;
    }
    if let List::Known(_, known) = &model.sources.list
        && let Some(known) = known.iter().find(|known| known.entry.id == id)
    {
        let left = Left {
            spec: known.spec.clone(),
            title: Some(known.entry.title.clone()),
            auth_name: model.auth_name.clone(),
        };
        leave_for(model, left);
        return true;
    }
    if id == ConnectionSpecId::SERVICE_CLOUD {
        let (spec, auth_name) = (ConnectionSpec::service_cloud(), model.auth_name.clone());
        leave_for(model, Left { spec, title: None, auth_name });
        return true;
    }
    false
}

/// The spec of this ID among the sources that are known. One that is neither chosen nor was
/// before is in the list.
pub(in super::super) fn known_spec<'a>(model: &'a Model, id: &str) -> Option<&'a ConnectionSpec> {
    let left = model.sources.left.iter().map(|left| &left.spec);
    let listed: &[_] = if let List::Known(_, known) = &model.sources.list { known } else { &[] };
    let listed = listed.iter().map(|known| &known.spec);
    core::iter::once(&model.spec).chain(left).chain(listed).find(|spec| spec.id == id)
}

/// What a person reads of the source with this ID: its name where that is known, else the ID.
#[must_use]
pub fn name_of<'a>(model: &'a Model, id: &'a str) -> &'a str {
    let sources = &model.sources;
    let drawn = core::iter::once((&model.spec.id, sources.title.as_deref()));
    let left = sources.left.iter().map(|left| (&left.spec.id, left.title.as_deref()));
    let listed: &[_] = if let List::Known(_, known) = &sources.list { known } else { &[] };
    let listed = listed.iter().map(|known| (&known.entry.id, Some(known.entry.title.as_str())));
    let found = drawn.chain(left).chain(listed).find(|(held, _)| *held == id);
    found.and_then(|(_, title)| title).or_else(|| source(id)).unwrap_or(id)
}

/// The secrets that were typed for another source and count for this one too, because they have
/// the same name: that source, and what a person reads of them. None where there are none.
#[must_use]
pub fn shared_secrets(model: &Model) -> Option<(&str, Vec<String>)> {
    let here = model.auth();
    let typed_for = |field: &Field| {
        let typed = model.secrets_of.iter().find(|(held, _)| held == field);
        typed.map(|(_, id)| id).filter(|id| **id != model.spec.id)
    };
    let other = Field::secrets_of(&here).find_map(|field| typed_for(&field))?;
    let shared = Field::secrets_of(&here).filter(|field| typed_for(field) == Some(other));
    let labels = shared.map(|field| words::label(&field, &here)).collect();
    Some((name_of(model, other), labels))
}

/// Takes this source instead of the one that is chosen.
pub(in super::super) fn leave_for(model: &mut Model, to: Left) {
    let is_built_in = to.spec.id == ConnectionSpecId::SERVICE_CLOUD;
    let sources = &mut model.sources;
    let left = Left {
        spec: core::mem::replace(&mut model.spec, to.spec),
        title: core::mem::replace(&mut sources.title, to.title.filter(|_| !is_built_in)),
        auth_name: core::mem::replace(&mut model.auth_name, to.auth_name),
    };
    sources.left.retain(|held| held.spec.id != left.spec.id && held.spec.id != model.spec.id);
    sources.left.push(left);
    if sources.left.len() > LEFT_LIMIT {
        sources.left.remove(0);
    }
    sources.sound = None;
    settle_auth(model);
    follow(model);
}

/// The auth spec is one that the source has.
pub(super) fn settle_auth(model: &mut Model) {
    if model.spec.auth_spec(&model.auth_name).is_none() {
        model.auth_name = first_auth(&model.spec);
    }
    let is_about_auth = |field: &Field| matches!(field, Field::Param(_) | Field::Authentication);
    model.problems.retain(|(field, _)| !is_about_auth(field));
    model.remarks.retain(|(field, _)| !is_about_auth(field));
    model.summary &= !model.problems.is_empty();
    if let Phase::Refused(refused) = &mut model.phase {
        refused.mark.take_if(|field| is_about_auth(field));
    }
}

fn first_auth(spec: &ConnectionSpec) -> String {
    spec.auth_specs.first().map(|auth| auth.name.clone()).unwrap_or_default()
}

/// What stands under *Advanced* is the source's, and no other one is wanted any more.
pub(super) fn follow(model: &mut Model) {
    model.sources.wanted = None;
    model.form.set(&Field::SpecId, model.spec.id.clone());
    model.form.set(&Field::SpecVersion, model.spec.version.clone());
    for field in [Field::SpecId, Field::SpecVersion] {
        forget_finding(model, &field);
    }
}
