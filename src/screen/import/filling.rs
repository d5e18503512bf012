//! How values get into their inputs, what stood there, and how it gets back.

use super::super::at_once::forget_finding;
use super::super::field::Field;
use super::super::form::Form;
use super::super::get_token;
use super::super::message::Effect;
use super::super::model::{Disclosure, Model};
use super::super::sources::{self, Wanted};
use super::{Change, Filled, Input, Report};

/// What stands in inputs that hold no secret.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stood {
    form: Form,
    auth_name: String,
    scopes: String,
}

impl Stood {
    pub fn of(model: &Model) -> Self {
        Self {
            form: model.form.clone(),
            auth_name: model.auth_name.clone(),
            scopes: model.get_token.scopes(),
        }
    }

    fn text(&self, input: &Input) -> &str {
        match input {
            Input::Form(Field::Authentication) => &self.auth_name,
            Input::Form(field) => self.form.text(field),
            Input::Scopes => &self.scopes,
            Input::Source | Input::ClientSecret => "",
        }
    }

    /// What stands in this input now.
    fn renew(&mut self, model: &Model, input: &Input) {
        match input {
            Input::Form(Field::Authentication) => self.auth_name.clone_from(&model.auth_name),
            Input::Form(field) => self.form.set(field, model.form.text(field).to_owned()),
            Input::Scopes => self.scopes = model.get_token.scopes(),
            Input::Source | Input::ClientSecret => {}
        }
    }
}

/// Fills the inputs.
pub(super) fn fill(
    model: &mut Model,
    report: &mut Report,
    auth: Option<(String, String)>,
    texts: Vec<(Input, String, String)>,
    secrets: Vec<Filled>,
    wanted: Option<Wanted>,
) -> Vec<Effect> {
    let mut effects = Vec::new();
    let (ids, texts): (Vec<_>, Vec<_>) =
        texts.into_iter().partition(|(input, ..)| *input == Field::SpecId.into());
    for (_, name, id) in ids {
        let auth_name = wanted.as_ref().map(|wanted| wanted.auth_name.clone());
        effects.extend(name_source(model, report, name, &id, &auth_name.unwrap_or_default()));
    }
    report.waits_for = wanted.map(|wanted| wanted.id);
    fill_rest(model, report, auth, texts, secrets);
    report.after = Stood::of(model);
    effects
}

/// The source of the text is chosen, or waited for.
fn name_source(
    model: &mut Model,
    report: &mut Report,
    name: String,
    id: &str,
    auth_name: &str,
) -> Vec<Effect> {
    let held = model.form.text(&Field::SpecId).to_owned();
    // The form may be that of this source, and another one be waited for.
    let pending = model.sources.wanted.as_ref().is_some_and(|wanted| wanted.id != id);
    let effects = if model.spec.id == id && !pending {
        Vec::new()
    } else {
        sources::want(model, id, auth_name)
    };
    let awaited = model.sources.wanted.as_ref().map(|wanted| wanted.id.clone());
    let (input, change) = if awaited.is_some() {
        (Input::Source, Change::Awaited)
    } else if pending || !report.source.draws(&model.spec.id) {
        (Input::Source, Change::Overwrote)
    } else {
        model.form.set(&Field::SpecId, id.to_owned());
        let change = if held == id { Change::Same } else { Change::Overwrote };
        (Field::SpecId.into(), change)
    };
    unfold_for(model, &input);
    report.named = (input == Input::Source).then(|| awaited.unwrap_or(model.spec.id.clone()));
    report.filled.push(Filled { input, name, change });
    effects
}

/// Fills the inputs, those of the source left aside.
pub(super) fn fill_rest(
    model: &mut Model,
    report: &mut Report,
    auth: Option<(String, String)>,
    texts: Vec<(Input, String, String)>,
    secrets: Vec<Filled>,
) {
    let before = Stood::of(model);
    let earlier = report.filled.len();
    for (input, name, text) in texts {
        let change = change(model, &before, &input, &text);
        put(model, &input, text);
        unfold_for(model, &input);
        report.filled.push(Filled { input, name, change });
    }
    if let Some((auth, name)) = auth {
        let input = Field::Authentication.into();
        let change = if auth == model.auth_name { Change::Same } else { Change::Overwrote };
        put(model, &input, auth);
        report.filled.push(Filled { input, name, change });
    }
    for one in secrets {
        match &one.input {
            Input::Form(field) => {
                forget_finding(model, field);
                match field {
                    Field::AccessToken => model.token_edited = true,
                    _ => model.secret_typed(field),
                }
            }
            Input::ClientSecret | Input::Scopes | Input::Source => {
                model.get_token.secret_edited();
            }
        }
        unfold_for(model, &one.input);
        report.filled.push(one);
    }
    // In the others may stand by now what was typed since.
    for one in report.filled.iter().skip(earlier) {
        report.after.renew(model, &one.input);
    }
}

fn change(model: &Model, before: &Stood, input: &Input, text: &str) -> Change {
    let held = before.text(input);
    let is_first = match input {
        Input::Form(field) => held == model.settings.initial.form().text(field),
        _ => held == get_token::usual_scopes(),
    };
    if held == text {
        Change::Same
    } else if held.is_empty() || is_first {
        Change::New
    } else {
        Change::Overwrote
    }
}

/// Takes it back, but for what was typed and chosen since.
pub(super) fn undo(model: &mut Model, report: &Report) {
    let now = Stood::of(model);
    let drawn = model.spec.id.clone();
    let wanted = model.sources.wanted.as_ref().map(|wanted| &wanted.id);
    let named = report.named.as_ref();
    if named.is_some() && (named == Some(&drawn) || named == wanted) {
        sources::stand_again(model, &report.source);
    }
    // With a source goes the auth spec that was chosen for it.
    let is_other = model.spec.id != drawn;
    for Filled { input, .. } in &report.filled {
        let is_auth = *input == Field::Authentication.into();
        let is_as_left = now.text(input) == report.after.text(input);
        if is_as_left && !(is_auth && is_other) {
            put(model, input, report.before.text(input).to_owned());
        }
    }
}

/// Writes a text into an input that holds no secret; what was found about it is gone.
fn put(model: &mut Model, input: &Input, text: String) {
    match input {
        Input::Form(Field::Authentication) => {
            forget_finding(model, &Field::Authentication);
            model.auth_name = text;
        }
        Input::Form(field) => {
            forget_finding(model, field);
            model.form.set(field, text);
        }
        Input::Scopes => model.get_token.set_scopes(text),
        Input::ClientSecret => model.get_token.secret_edited(),
        Input::Source => {}
    }
}

/// What is filled in can be seen.
fn unfold_for(model: &mut Model, input: &Input) {
    match input {
        Input::Form(field) => model.unfold_for(field),
        Input::ClientSecret | Input::Scopes => model.set_unfolded(Disclosure::GetToken, true),
        Input::Source => {}
    }
}
