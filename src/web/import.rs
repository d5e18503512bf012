//! Fills the form from what a person gives: texts by a message, secrets straight into their
//! inputs.

use flow_service::import::{Import, NothingFound, TEXT_LIMIT, Taken, Target, read};
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::ShadowRoot;
use yew::prelude::*;
use zeroize::Zeroizing;

use super::app::{App, AppMsg, Need};
use super::file::{NoText, text_of};
use super::{json, secret_inputs};
use crate::screen::import::{self, Change, Filled, Input, Sorted};
use crate::screen::{Effect, Field, Msg, element_id};
use crate::ui::Given;

/// What an import leaves behind.
#[derive(Default)]
pub(super) struct Before {
    /// The inputs of secrets that it wrote into.
    pub secrets: Vec<Replaced>,
    /// What waits for its source.
    pub rest: Option<Import>,
}

/// The input of a secret that an import wrote into.
pub(super) struct Replaced {
    /// The input.
    pub input: Input,
    /// What stood there before.
    held: Zeroizing<String>,
    /// What stood there afterwards: what was typed since stays.
    after: Zeroizing<String>,
}

/// How many bytes a file may have.
#[expect(clippy::cast_possible_truncation, reason = "1 MiB is a small number")]
const FILE_LIMIT: u32 = TEXT_LIMIT as u32;

/// Takes what is given.
pub(super) fn take(app: &mut App, ctx: &Context<App>, given: Given) {
    if let Some(msg) = taken(app, ctx, given) {
        app.decide(ctx, Msg::Import(msg), None);
    }
}

fn taken(app: &mut App, ctx: &Context<App>, given: Given) -> Option<import::Msg> {
    Some(match given {
        // Spreadsheets put a picture of what is copied beside its text.
        Given::File(file, text) if file.type_().starts_with("image/") && !text.is_empty() => {
            fill(app, ctx, &text)
        }
        Given::File(file, _) => {
            let link = ctx.link().clone();
            spawn_local(async move {
                let failed = |why| AppMsg::Happened(Msg::Import(why));
                link.send_message(match text_of(&file, FILE_LIMIT).await {
                    Ok(text) => AppMsg::Needs(Need::Import(Given::Text(text))),
                    Err(NoText::TooLarge) => failed(import::Msg::Nothing(NothingFound::TooLarge)),
                    Err(NoText::Unreadable) => failed(import::Msg::NoFile),
                });
            });
            import::Msg::Reading
        }
        Given::Files => import::Msg::SeveralFiles,
        Given::Text(text) => fill(app, ctx, &text),
        Given::Typed => {
            let shadow = &ctx.props().shadow;
            let text = secret_inputs::read_one(shadow, element_id::IMPORT_TEXT);
            let msg = fill(app, ctx, &text);
            // What gave nothing can be mended where it stands.
            if !matches!(msg, import::Msg::Nothing(_) | import::Msg::NoForm) {
                secret_inputs::clear_one(shadow, element_id::IMPORT_TEXT);
            }
            msg
        }
        Given::Rest => return fill_rest(app, ctx),
    })
}

/// Carries out what is about an earlier import.
pub(super) fn carry_out(app: &mut App, ctx: &Context<App>, effect: &Effect) {
    match effect {
        Effect::RestoreSecrets => restore(app, &ctx.props().shadow),
        Effect::FillInRest => {
            // The inputs of the source have to be there first.
            let link = ctx.link().clone();
            let fill = move || link.send_message(AppMsg::Needs(Need::Import(Given::Rest)));
            Timeout::new(0, fill).forget();
        }
        Effect::ForgetRest => app.before_import.rest = None,
        // Carried out elsewhere.
        _ => {}
    }
}

/// What was cleared does not come back by taking the import back.
pub(super) fn forget_cleared(app: &mut App, fields: &[Field]) {
    let is_cleared = |input: &Input| fields.iter().any(|it| *input == it.clone().into());
    app.before_import.secrets.retain(|one| !is_cleared(&one.input));
    if !import::can_be_undone(&app.model) {
        app.before_import = Before::default();
    }
}

/// Puts the secrets back that the last import wrote over, but where another was typed since.
fn restore(app: &mut App, shadow: &ShadowRoot) {
    for Replaced { input, held, after } in std::mem::take(&mut app.before_import).secrets {
        if read_secret(app, shadow, &input) == after {
            set(app, shadow, &input, held);
        }
    }
}

fn read_secret(app: &App, shadow: &ShadowRoot, input: &Input) -> Zeroizing<String> {
    match input {
        Input::Form(field) => secret_inputs::read(shadow, field),
        Input::ClientSecret | Input::Scopes | Input::Source => app.read_client_secret(shadow),
    }
}

/// *Get a token* may not be drawn yet.
fn set(app: &mut App, shadow: &ShadowRoot, input: &Input, text: Zeroizing<String>) {
    match input {
        Input::Form(field) => secret_inputs::set(shadow, &field.id(), &text),
        Input::ClientSecret | Input::Scopes | Input::Source => app.set_client_secret(shadow, text),
    }
}

fn fill(app: &mut App, ctx: &Context<App>, text: &str) -> import::Msg {
    let found = match read(text, &json::parse) {
        Ok(found) => found,
        Err(nothing) => return import::Msg::Nothing(nothing),
    };
    if app.model.renewal.is_some() {
        return answer(ctx, found.taken);
    }
    if !app.model.phase.is_filling() {
        return import::Msg::NoForm;
    }
    if let Some(source) = import::source_of(&app.model, &found.taken) {
        // The inputs of its secrets have to be there first.
        let (link, text) = (ctx.link().clone(), Zeroizing::new(text.to_owned()));
        let again = move || link.send_message(AppMsg::Needs(Need::Import(Given::Text(text))));
        Timeout::new(0, again).forget();
        return import::Msg::Source(source);
    }
    let Sorted { format, auth, texts, secrets, left_out, wanted, rest } =
        import::sorted(&app.model, found);
    app.before_import = Before { secrets: Vec::new(), rest };
    let secrets = fill_secrets(app, ctx, secrets);
    import::Msg::Read { format, auth, texts, secrets, left_out, wanted }
}

/// What waited for its source, which is chosen now.
fn fill_rest(app: &mut App, ctx: &Context<App>) -> Option<import::Msg> {
    let rest = app.before_import.rest.take()?;
    if !app.model.phase.is_filling() {
        return None;
    }
    let Sorted { auth, texts, secrets, left_out, .. } = import::sorted(&app.model, rest);
    let secrets = fill_secrets(app, ctx, secrets);
    Some(import::Msg::RestRead { auth, texts, secrets, left_out })
}

fn fill_secrets(app: &mut App, ctx: &Context<App>, secrets: Vec<(Input, Taken)>) -> Vec<Filled> {
    let shadow = &ctx.props().shadow;
    let fill = |(input, Taken { name, value, .. }): (Input, Taken)| {
        let held = read_secret(app, shadow, &input);
        let change = change(&held, &value);
        set(app, shadow, &input, value);
        // An input may have another text than was written into it: it drops line breaks.
        let after = read_secret(app, shadow, &input);
        app.before_import.secrets.push(Replaced { input: input.clone(), held, after });
        Filled { input, name, change }
    };
    secrets.into_iter().map(fill).collect()
}

/// The token goes to where one is asked for.
fn answer(ctx: &Context<App>, taken: Vec<Taken>) -> import::Msg {
    let found = taken.into_iter().find(|taken| taken.target == Target::AccessToken);
    let Some(found) = found else {
        return import::Msg::Nothing(NothingFound::NotUnderstood);
    };
    secret_inputs::set(&ctx.props().shadow, element_id::NEW_TOKEN, &found.value);
    import::Msg::TokenGiven
}

fn change(held: &str, value: &str) -> Change {
    if held.is_empty() {
        Change::New
    } else if held == value {
        Change::Same
    } else {
        Change::Overwrote
    }
}
