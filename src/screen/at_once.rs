//! What is decided without the half of the app that is fetched later: what a person types,
//! chooses and opens. All else is in [`super::update`].

use super::door;
use super::duplicates::Duplicates;
use super::field::Field;
use super::get_token::GetToken;
use super::message::{Effect, Msg};
use super::model::{Disclosure, Model};
use super::phase::Phase;
use super::settings::Settings;
use super::token::Token;

/// Decides what can be decided at once.
///
/// # Errors
/// The message, where the other half decides.
#[cfg_attr(
    not(target_pointer_width = "32"),
    expect(clippy::result_large_err, reason = "the message goes on to who decides about it")
)]
pub fn at_once(model: &mut Model, msg: Msg) -> Result<Vec<Effect>, Msg> {
    match msg {
        Msg::Configured(settings, problem) => {
            configure(model, settings);
            model.settings_problem = problem;
        }
        Msg::Typed(field, text) => {
            forget_finding(model, &field);
            model.sources.sound = None;
            door::typed(model, &field);
            model.form.set(&field, text);
        }
        Msg::SecretEdited(field) => secret_edited(model, &field),
        Msg::ShowSecret(field, true) => model.shown.push(field),
        Msg::ShowSecret(field, false) => model.shown.retain(|held| *held != field),
        Msg::AuthChosen(name) => {
            // What is found about parameters belongs to the auth spec that asked for them.
            model
                .problems
                .retain(|(field, _)| !matches!(field, Field::Param(_) | Field::Authentication));
            model.summary &= !model.problems.is_empty();
            model.auth_name = name;
        }
        Msg::TokenIs(token) => return Ok(door::token_is(model, token)),
        Msg::ForgetToken => {
            model.token = Token::None;
            model.token_note = None;
            door::shut(model);
            return Ok(vec![Effect::ForgetToken, Effect::Focus(Field::AccessToken.id())]);
        }
        Msg::Unfolded(part, open) => {
            model.set_unfolded(part, open);
            if open && part != Disclosure::Advanced {
                return Ok(door::fetch(model));
            }
        }
        Msg::RouteChanged(route) => return Ok(door::enter(model, route)),
        Msg::LinkFollowed(route) => return Ok(door::show(model, route)),
        Msg::AccessChanged => return Ok(door::changed(model)),
        Msg::AccessOpened => {
            model.door.opened = true;
            return Ok(vec![Effect::Focus(Field::AccessToken.id())]);
        }
        Msg::PartLoaded(there) => return Ok(door::loaded(model, there)),
        Msg::PartWanted => return Ok(door::fetch(model)),
        Msg::PartAwaited => return Ok(door::awaited(model)),
        Msg::Entered => return Ok(door::touched(model)),
        Msg::ToolPressed(tool) => {
            model.tool = (model.tool != Some(tool)).then_some(tool);
            if model.tool.is_some() {
                return Ok(door::awaited(model));
            }
        }
        Msg::ThemeChosen(theme) => {
            model.theme = theme;
            return Ok(vec![Effect::KeepTheme(theme)]);
        }
        Msg::Removed => removed(model),
        other => return Err(other),
    }
    Ok(Vec::new())
}

/// The element left the page: what was running is broken off, what is secret is gone.
fn removed(model: &mut Model) {
    model.secrets_of.clear();
    model.token_edited = false;
    model.token_note = None;
    model.get_token = GetToken::default();
    model.renewal = None;
    model.set_unfolded(Disclosure::GetToken, false);
    model.shown.clear();
    for field in all_secrets(model) {
        forget_finding(model, &field);
    }
    if matches!(model.token, Token::Held { .. }) {
        model.token = Token::None;
    }
    model.phase.break_off();
    model.check.progress.break_off();
    model.duplicates = Duplicates::default();
    model.sources.break_off();
    door::shut(model);
    // What was on its way to the other half will not be answered here any more.
    door::forget(model);
}

/// New settings change the fields that still have their initial values, and no others.
fn configure(model: &mut Model, settings: Settings) {
    let old = model.settings.initial.form();
    let new = settings.initial.form();
    for field in Field::ACCESS {
        if model.form.text(&field) == old.text(&field) {
            model.form.set(&field, new.text(&field).to_owned());
        }
    }
    model.settings = settings;
}

fn secret_edited(model: &mut Model, field: &Field) {
    door::typed(model, field);
    if *field == Field::AccessToken {
        model.token_edited = true;
        model.token_note = None;
    } else {
        model.secret_typed(field);
    }
    forget_finding(model, field);
}

/// The inputs that hold secrets, those of all auth specs and of sources chosen before.
pub(super) fn all_secrets(model: &Model) -> Vec<Field> {
    let mut secrets = vec![Field::AccessToken];
    for field in model.all_auth_specs().flat_map(Field::secrets_of) {
        if !secrets.contains(&field) {
            secrets.push(field);
        }
    }
    secrets
}

pub(super) fn forget_finding(model: &mut Model, field: &Field) {
    if let Phase::Refused(refused) = &mut model.phase
        && refused.mark.as_ref() == Some(field)
    {
        refused.mark = None;
    }
    model.problems.retain(|(held, _)| held != field);
    model.remarks.retain(|(held, _)| held != field);
    model.summary &= !model.problems.is_empty();
}
