//! Fills the form from what a person gives: texts by a message, secrets straight into their
//! inputs.

use flow_service::import::{Ignored, NothingFound, TEXT_LIMIT, Taken, read};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlTextAreaElement, ShadowRoot};
use yew::prelude::*;
use zeroize::Zeroizing;

use super::app::{App, AppMsg, Need};
use super::{json, secret_inputs};
use crate::screen::import::{self, Change, Filled, LeftOut, Place, Reason};
use crate::screen::{Field, Msg, element_id};
use crate::ui::Given;

/// The secrets that stood in the inputs before the last import.
pub(super) type Before = Vec<(Field, Zeroizing<String>)>;

/// Takes what is given.
pub(super) fn take(app: &mut App, ctx: &Context<App>, given: Given) -> import::Msg {
    match given {
        Given::File(file) => {
            let link = ctx.link().clone();
            spawn_local(async move {
                link.send_message(match text_of(&file).await {
                    Ok(text) => AppMsg::Needs(Need::Import(Given::Text(text))),
                    Err(msg) => AppMsg::Happened(Msg::Import(msg)),
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
    for (field, text) in app.before_import.drain(..) {
        secret_inputs::set(shadow, &field.id(), &text);
    }
}

fn fill(app: &mut App, ctx: &Context<App>, text: &str) -> import::Msg {
    let found = match read(text, &json::parse) {
        Ok(found) => found,
        Err(nothing) => return import::Msg::Nothing(nothing),
    };
    if !import::is_possible(&app.model) {
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
    let left_out = |Ignored { name, why }| LeftOut { name, reason: Reason::Read(why) };
    let mut left_out: Vec<_> = found.ignored.into_iter().map(left_out).collect();
    let keys: Vec<_> = found.taken.iter().filter_map(|taken| taken.target.param()).collect();
    let mut auth = import::auth_of(&app.model, &keys);
    let (mut texts, mut secrets) = (Vec::new(), Vec::new());
    app.before_import.clear();
    for Taken { target, name, value } in found.taken {
        match import::place(&app.model, &target, &value) {
            Place::Text(field) => texts.push((field, name, (*value).clone())),
            Place::Secret(field) => {
                let held = secret_inputs::read(shadow, &field);
                let change = change(&held, &value);
                secret_inputs::set(shadow, &field.id(), &value);
                app.before_import.push((field.clone(), held));
                secrets.push(Filled { field, name, change });
            }
            Place::Auth => auth = Some((*value).clone()),
            Place::Known => {}
            Place::None(reason) => left_out.push(LeftOut { name, reason }),
        }
    }
    import::Msg::Read { format: found.format, auth, texts, secrets, left_out }
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

/// The text of a file; its size is looked at before.
async fn text_of(file: &File) -> Result<Zeroizing<String>, import::Msg> {
    #[expect(clippy::cast_precision_loss, reason = "1 MiB is a small number")]
    if file.size() > TEXT_LIMIT as f64 {
        return Err(import::Msg::Nothing(NothingFound::TooLarge));
    }
    let text = JsFuture::from(file.text()).await;
    let text = text.ok().and_then(|text| text.as_string());
    text.map(Zeroizing::new).ok_or(import::Msg::NoFile)
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
