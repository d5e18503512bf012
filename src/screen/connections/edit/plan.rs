//! How what is typed becomes a request: only here, and only what can be sent.

use flow_service::operation::update_connection::{self, Changes, DescriptionChange};
use flow_service::request::{Access, Request};
use flow_service::value::{ConnectionName, Description, Etag, Problem};

use super::{Edit, Field, OUTCOME, Phase, compare};
use crate::screen::connections::message::{Call, Effect};
use crate::screen::connections::model::Model;
use crate::screen::connections::one::One;
use crate::screen::connections::words::edit as words;

/// Whether each secret is there, by its key.
type Reports = [(String, Result<(), Problem>)];

/// Parses everything. There are changes only where there is no problem.
fn read(edit: &Edit, secrets: &Reports) -> Result<Changes, Vec<(Field, Problem)>> {
    let mut problems = Vec::new();
    let mut changes = Changes { name: None, description: None, auth_params: None };
    if edit.name_differs() {
        match ConnectionName::parse(&edit.name) {
            Ok(name) => changes.name = Some(name),
            Err(problem) => problems.push((Field::Name, problem)),
        }
    }
    if edit.description_differs() {
        let set = |text: Description| DescriptionChange::Set(text.as_str().to_owned());
        let parsed = Description::parse(&edit.description);
        changes.description = Some(parsed.map_or(DescriptionChange::Removed, set));
    }
    match edit.rotation.as_ref().map(|rotation| rotation.read(secrets)).transpose() {
        Ok(params) => changes.auth_params = params,
        Err(found) => problems.extend(found),
    }
    if problems.is_empty() { Ok(changes) } else { Err(problems) }
}

fn request(
    one: &One,
    edit: &Edit,
    access: &Access,
    etag: &Etag,
    changes: &Changes,
) -> Option<Request> {
    let had_description = edit.before.description.is_some();
    update_connection::request(access, &one.id, etag, changes, had_description)
}

/// What *Save changes* would send, with placeholders for the secrets, as if all were typed.
#[must_use]
pub fn sketch(model: &Model) -> Option<Request> {
    let one = model.one.as_ref()?;
    let edit = one.edit.as_ref()?;
    let secrets = edit.rotation.iter().flat_map(super::Rotation::secrets);
    let secrets: Vec<_> = secrets.map(|param| (param.field.key.to_string(), Ok(()))).collect();
    let changes = read(edit, &secrets).ok()?;
    request(one, edit, model.access.as_ref()?, &edit.etag()?, &changes)
}

/// *Save changes* was pressed, or *Apply*: then what was typed is put on the newer version.
pub(super) fn save(model: &mut Model, secrets: &Reports) -> Vec<Effect> {
    let (Some(access), Some(one)) = (&model.access, &mut model.one) else { return Vec::new() };
    let Some(mut edit) = one.edit.take_if(|edit| !edit.is_busy()) else { return Vec::new() };
    if let Phase::Conflict(_, newer) = &edit.phase {
        let newer = newer.as_ref().clone();
        compare::put_on(&mut edit, newer, &one.spec);
    }
    edit.problems.clear();
    edit.phase = Phase::Open;
    let mut effects = Vec::new();
    match (edit.etag(), read(&edit, secrets)) {
        // The view says that there is no version to edit yet.
        (None, _) => {}
        (Some(_), Err(problems)) => {
            effects.push(Effect::say(words::problems(problems.len())));
            effects.extend(problems.first().map(|(field, _)| Effect::Focus(field.id())));
            edit.problems = problems;
        }
        (Some(etag), Ok(changes)) => match request(one, &edit, access, &etag, &changes) {
            None => {
                edit.phase = Phase::Unchanged;
                effects.push(Effect::say(words::UNCHANGED));
            }
            Some(request) => {
                edit.phase = Phase::Saving;
                effects = model.calls.start(Call::Save(one.id.clone()), request);
                effects.push(Effect::say(words::SAVING));
                effects.push(Effect::Focus(OUTCOME.to_owned()));
            }
        },
    }
    one.edit = Some(edit);
    effects
}
