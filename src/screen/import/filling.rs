//! How values get into their inputs, and what stood there.

use super::super::at_once::forget_finding;
use super::super::field::Field;
use super::super::get_token;
use super::super::model::{Disclosure, Model};
use super::super::sources::Wanted;
use super::{Change, Filled, Input};

/// Fills the inputs.
pub(super) fn fill(
    model: &mut Model,
    texts: Vec<(Input, String, String)>,
    secrets: Vec<Filled>,
) -> Vec<Filled> {
    let initial = model.settings.initial.form();
    let mut filled = Vec::new();
    for (input, name, text) in texts {
        let (held, first) = match &input {
            Input::Form(field) => (model.form.text(field), initial.text(field)),
            _ => (&*model.get_token.scopes(), &*get_token::usual_scopes()),
        };
        let change = if held == text {
            Change::Same
        } else if held.is_empty() || held == first {
            Change::New
        } else {
            Change::Overwrote
        };
        put(model, &input, text);
        unfold_for(model, &input);
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
            Input::ClientSecret | Input::Scopes => model.get_token.secret_edited(),
        }
        unfold_for(model, &one.input);
        filled.push(one);
    }
    filled
}

/// Writes a text into an input that holds no secret; what was found about it is gone.
pub(super) fn put(model: &mut Model, input: &Input, text: String) {
    match input {
        Input::Form(field) => {
            forget_finding(model, field);
            // A source that is not known yet is chosen when it is.
            if *field == Field::SpecId && model.spec.id != text {
                let (id, auth_name) = (text.clone(), String::new());
                model.sources.wanted = Some(Wanted { id, auth_name });
            }
            model.form.set(field, text);
        }
        Input::Scopes => model.get_token.set_scopes(text),
        Input::ClientSecret => model.get_token.secret_edited(),
    }
}

/// What is filled in can be seen.
fn unfold_for(model: &mut Model, input: &Input) {
    match input {
        Input::Form(field) => model.unfold_for(field),
        Input::ClientSecret | Input::Scopes => model.set_unfolded(Disclosure::GetToken, true),
    }
}
