//! Fills the form from what a person gives: texts by a message, secrets straight into their
//! inputs.

use flow_service::import::{NothingFound, TEXT_LIMIT, Taken, Target, read};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlTextAreaElement, ShadowRoot};
use yew::prelude::*;
use zeroize::Zeroizing;

use super::app::{App, AppMsg, Need};
use super::file::{NoText, text_of};
use super::{json, secret_inputs};
use crate::screen::import::{self, Change, Filled, Input, LeftOut, Place};
use crate::screen::{Msg, element_id};
use crate::ui::Given;

/// The secrets that stood in the inputs before the last import.
pub(super) type Before = Vec<(Input, Zeroizing<String>)>;

/// How many bytes a file may have.
#[expect(clippy::cast_possible_truncation, reason = "1 MiB is a small number")]
const FILE_LIMIT: u32 = TEXT_LIMIT as u32;

/// Takes what is given.
pub(super) fn take(app: &mut App, ctx: &Context<App>, given: Given) -> import::Msg {
    match given {
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
        Given::Text(text) => fill(app, ctx, &text),
        Given::Typed => {
            let text = typed(&ctx.props().shadow);
            fill(app, ctx, &text)
        }
    }
}

/// Puts the secrets back that the last import wrote over.
pub(super) fn restore(app: &mut App, shadow: &ShadowRoot) {
    for (input, text) in std::mem::take(&mut app.before_import) {
        set(app, shadow, &input, text);
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
    let shadow = &ctx.props().shadow;
    let mut left_out: Vec<_> = found.ignored.into_iter().map(LeftOut::from).collect();
    let keys: Vec<_> = found.taken.iter().filter_map(|taken| taken.target.param()).collect();
    let told = |auth| (auth, String::new());
    let mut auth = import::auth_of(&app.model, &keys).map(told);
    let (mut texts, mut secrets) = (Vec::new(), Vec::new());
    app.before_import.clear();
    for Taken { target, name, value } in found.taken {
        match import::place(&app.model, &target, &value) {
            Place::Text(input) => texts.push((input, name, (*value).clone())),
            Place::Secret(input) => {
                let held = match &input {
                    Input::Form(field) => secret_inputs::read(shadow, field),
                    _ => app.read_client_secret(shadow),
                };
                let change = change(&held, &value);
                set(app, shadow, &input, value);
                app.before_import.push((input.clone(), held));
                secrets.push(Filled { input, name, change });
            }
            Place::Auth => auth = Some(((*value).clone(), name)),
            Place::Known => {}
            Place::None(reason) => left_out.push(LeftOut { name, reason }),
        }
    }
    import::Msg::Read { format: found.format, auth, texts, secrets, left_out }
}

/// The token goes to where one is asked for.
fn answer(ctx: &Context<App>, taken: Vec<Taken>) -> import::Msg {
    let token = taken.into_iter().find(|taken| taken.target == Target::AccessToken);
    let Some(token) = token else {
        return import::Msg::Nothing(NothingFound::NotUnderstood);
    };
    secret_inputs::set(&ctx.props().shadow, element_id::NEW_TOKEN, &token.value);
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

/// What stands in the input of the tool, which is emptied.
fn typed(shadow: &ShadowRoot) -> Zeroizing<String> {
    let input = shadow.get_element_by_id(element_id::IMPORT_TEXT);
    let Some(input) = input.and_then(|input| input.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return Zeroizing::default();
    };
    let text = Zeroizing::new(input.value());
    input.set_value("");
    text
}
