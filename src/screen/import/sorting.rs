//! Which values of a text go where. Secrets pass through here without being looked at.

use flow_service::import::{Format, Import, Taken, Target};
use flow_service::spec::{AuthField, AuthSpec, FieldKind, Place as Sent};
use flow_service::value::ConnectionSpecId;

use super::{Input, LeftOut, Place, Reason, auth_of, place};
use crate::screen::field::Field;
use crate::screen::model::Model;
use crate::screen::sources::{Wanted, known_spec};

/// What becomes of the values of a text.
#[derive(Debug)]
pub struct Sorted {
    /// What the text is.
    pub format: Format,
    /// The auth spec that is meant, and the name under which it stood; an empty one where the
    /// parameters tell.
    pub auth: Option<(String, String)>,
    /// What is no secret: its input, its name, the text.
    pub texts: Vec<(Input, String, String)>,
    /// Secrets and their inputs.
    pub secrets: Vec<(Input, Taken)>,
    /// What has no place.
    pub left_out: Vec<LeftOut>,
    /// The source that the text names, where it is not known yet.
    pub wanted: Option<Wanted>,
    /// What is for that source. It is sorted when that is known.
    pub rest: Option<Import>,
}

/// Sorts the values of a text.
#[must_use]
pub fn sorted(model: &Model, mut found: Import) -> Sorted {
    let mut sorted = Sorted {
        format: found.format,
        auth: None,
        texts: Vec::new(),
        secrets: Vec::new(),
        left_out: found.ignored.drain(..).map(LeftOut::from).collect(),
        wanted: wanted(model, &found.taken),
        rest: None,
    };
    if sorted.wanted.is_some() {
        let is_rest = |taken: &Taken| matches!(taken.target, Target::Param(_) | Target::AuthSpec);
        let (rest, taken): (Vec<_>, Vec<_>) = found.taken.into_iter().partition(is_rest);
        let waits = |taken: &Taken| LeftOut { name: taken.name.clone(), reason: Reason::Waits };
        sorted.left_out.extend(rest.iter().map(waits));
        let objects = core::mem::take(&mut found.objects);
        sorted.rest = (!rest.is_empty()).then_some(Import { taken: rest, objects, ..found });
        found = Import { format: sorted.format, taken, objects: Vec::new(), ignored: Vec::new() };
    }
    sorted.auth = meant(model, &found);
    let auth = sorted.auth.as_ref().map_or(&model.auth_name, |(auth, _)| auth);
    if let Some(auth) = model.spec.auth_spec(auth).cloned() {
        sorted.take_objects(&auth, &mut found);
        sorted.choose_variants(model, &auth, &found);
    }
    for taken in found.taken {
        sorted.take(model, taken);
    }
    sorted
}

impl Sorted {
    fn take(&mut self, model: &Model, taken: Taken) {
        let auth = self.auth.as_ref().map_or(&model.auth_name, |(auth, _)| auth);
        match place(model, auth, &taken.target, &taken.value) {
            Place::Text(input) => self.texts.push((input, taken.name, taken.value.to_string())),
            Place::Secret(input) => self.secrets.push((input, taken)),
            Place::Auth | Place::Known => {}
            Place::None(reason) => self.left_out.push(LeftOut { name: taken.name, reason }),
        }
    }

    /// Objects that are typed as JSON take what stands in them.
    fn take_objects(&mut self, auth: &AuthSpec, found: &mut Import) {
        for object in core::mem::take(&mut found.objects) {
            let path = object.target.param().unwrap_or_default();
            let Some(field) = field_of_object(auth, path) else { continue };
            let within = |taken: &Taken| {
                taken.target.param().is_some_and(|key| path.is_empty() || is_within(key, path))
            };
            if !found.taken.iter().any(within) {
                continue;
            }
            found.taken.retain(|taken| !within(taken));
            let input = Field::Param(field.key.to_string()).into();
            if field.kind.is_secret() {
                self.secrets.push((input, object));
            } else {
                self.texts.push((input, object.name, object.value.to_string()));
            }
        }
    }

    /// A choice that is only the form's is in no text: the parameters tell.
    fn choose_variants(&mut self, model: &Model, auth: &AuthSpec, found: &Import) {
        let has = |field: &AuthField| {
            let key = |taken: &Taken| taken.target.param() == Some(&*field.key);
            found.taken.iter().any(key)
                || self.secrets.iter().any(|(input, _)| is_input_of(input, field))
                || self.texts.iter().any(|(input, ..)| is_input_of(input, field))
        };
        let mut chosen = Vec::new();
        for chooser in auth.fields.iter().filter(|it| matches!(it.place, Sent::Chooses(_))) {
            let FieldKind::Choice(choices) = &chooser.kind else { continue };
            let count = |value: &str| {
                let of_it = auth.fields.iter().filter(|field| {
                    let when = field.when.as_ref().filter(|when| when.key == chooser.key);
                    when.is_some_and(|when| when.values.iter().any(|held| held == value))
                });
                of_it.filter(|field| has(field)).count()
            };
            let now = count(model.form.param_of(chooser));
            let best = choices.iter().max_by_key(|choice| count(&choice.value));
            if let Some(best) = best.filter(|best| count(&best.value) > now) {
                let input = Field::Param(chooser.key.to_string()).into();
                chosen.push((input, String::new(), best.value.clone()));
            }
        }
        self.texts.extend(chosen);
    }
}

fn is_input_of(input: &Input, field: &AuthField) -> bool {
    matches!(input, Input::Form(Field::Param(key)) if *key == field.key)
}

/// Whether a key is that of something in the object at this path.
fn is_within(key: &str, path: &str) -> bool {
    key.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'))
}

/// The field that takes a whole object, which stands at this path.
fn field_of_object<'a>(auth: &'a AuthSpec, path: &str) -> Option<&'a AuthField> {
    let mut fields = auth.fields.iter().filter(|field| !field.hidden);
    fields.find(|field| {
        let is_json = matches!(field.kind, FieldKind::Json(_));
        is_json && field.path().is_some_and(|names| names.join(".") == path)
    })
}

/// The auth spec that is meant: the one that is named, else that of the parameters.
fn meant(model: &Model, found: &Import) -> Option<(String, String)> {
    let named = found.taken.iter().find(|taken| taken.target == Target::AuthSpec);
    let named = named.filter(|taken| model.spec.auth_spec(&taken.value).is_some());
    if let Some(taken) = named {
        return Some((taken.value.to_string(), taken.name.clone()));
    }
    let values = found.taken.iter().chain(&found.objects);
    let keys = values.filter_map(|taken| taken.target.param());
    // That there are parameters at all says nothing of what they are.
    let keys: Vec<_> = keys.filter(|key| !key.is_empty()).collect();
    auth_of(model, &keys).map(|auth| (auth, String::new()))
}

/// The source that a text names, where it is not known. What can be no ID is said at its input.
fn wanted(model: &Model, taken: &[Taken]) -> Option<Wanted> {
    let id = taken.iter().find(|taken| taken.target == Target::SpecId)?;
    let id = ConnectionSpecId::parse(&id.value).ok()?.as_str().to_owned();
    let is_known = id == ConnectionSpecId::SERVICE_CLOUD || known_spec(model, &id).is_some();
    let auth = taken.iter().find(|taken| taken.target == Target::AuthSpec);
    let auth_name = auth.map(|auth| auth.value.to_string()).unwrap_or_default();
    (!is_known).then_some(Wanted { id, auth_name })
}
