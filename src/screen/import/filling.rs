//! How values get into their inputs, what stood there, and how it gets back.

use flow_service::import::Format;

use super::super::at_once::forget_finding;
use super::super::field::Field;
use super::super::form::Form;
use super::super::get_token;
use super::super::model::{Disclosure, Model};
use super::super::sources::{Wanted, choose_id};
use super::{Change, Filled, Input, LeftOut, Report};

/// What stands in inputs that hold no secret.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stood {
    form: Form,
    auth_name: String,
    scopes: String,
}

impl Stood {
    fn of(model: &Model) -> Self {
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
}

/// Fills the inputs.
pub(super) fn fill(
    model: &mut Model,
    format: Format,
    auth: Option<(String, String)>,
    texts: Vec<(Input, String, String)>,
    secrets: Vec<Filled>,
    left_out: Vec<LeftOut>,
) -> Report {
    let before = Stood::of(model);
    let source = model.sources.before_import.take();
    let mut filled = Vec::new();
    for (input, name, text) in texts {
        if source.is_some() && input == Field::SpecId.into() {
            filled.push(Filled { input: Input::Source, name, change: Change::Overwrote });
            continue;
        }
        let change = change(model, &before, &input, &text);
        put(model, &input, text);
        unfold_for(model, &input);
        filled.push(Filled { input, name, change });
    }
    if let Some((auth, name)) = auth {
        let input = Field::Authentication.into();
        let change = if auth == model.auth_name { Change::Same } else { Change::Overwrote };
        put(model, &input, auth);
        filled.push(Filled { input, name, change });
    }
    for one in secrets {
        match &one.input {
            Input::Form(field) => {
                forget_finding(model, field);
                match field {
                    Field::AccessToken => model.token_edited = true,
                    _ => model.secrets_edited = true,
                }
            }
            Input::ClientSecret | Input::Scopes | Input::Source => {
                model.get_token.secret_edited();
            }
        }
        unfold_for(model, &one.input);
        filled.push(one);
    }
    Report { format, filled, left_out, before, after: Stood::of(model), source }
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

/// Takes it back, but for what was typed since.
pub(super) fn undo(model: &mut Model, report: &Report) {
    if let Some(source) = &report.source {
        choose_id(model, source);
    }
    let now = Stood::of(model);
    for Filled { input, .. } in &report.filled {
        // With a source goes the auth spec that was chosen for it.
        let is_auth = *input == Field::Authentication.into();
        let back = now.text(input) == report.after.text(input);
        if back && !(is_auth && report.source.is_some()) {
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
            if *field == Field::SpecId {
                // A source that is not known yet is chosen when it is.
                let is_other = model.spec.id != text;
                model.sources.wanted =
                    is_other.then(|| Wanted { id: text.clone(), auth_name: String::new() });
            }
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
