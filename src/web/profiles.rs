//! Profiles in the browser: its storage, a file, a link.

use flow_service::json_text::{compact, pretty};
use gloo_timers::callback::Timeout;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, ShadowRoot, Url};
use yew::Context;

use super::app::{App, AppMsg};
use super::file::{NoText, text_of};
use super::storage::{EDITS, FORM, Store};
use super::{address, clipboard, clock, keeping, theme};
use crate::screen::profiles::{
    Change, Effect, ID_OF_FILE, Msg, Profile, SIZE_LIMIT, Unreadable, link_text, of_fragment,
    read_kept, write_kept,
};
use crate::screen::{Msg as AppEvent, Route, Tool};

/// Where they are kept.
const KEY: &str = "flow-connect-profiles";

/// How long the file is there for the browser to read, in milliseconds.
const A_MINUTE: u32 = 60_000;

/// The name of the file.
const FILE: &str = "flow-connect-profiles.json";

/// Reads what the panel shows once it is open, and a profile that came with the address.
pub(super) fn look(app: &mut App, ctx: &Context<App>) {
    if app.model.tool == Some(Tool::Profiles) && app.model.profiles.list.is_none() {
        let (list, unread) = match load() {
            Ok((list, damaged)) => (Ok(list), damaged.len()),
            Err(why) => (Err(why), 0),
        };
        tell(ctx, Msg::Read(list, app.address.is_some()));
        if unread > 0 {
            tell(ctx, Msg::LeftOut(unread));
        }
    }
    if app.address.is_none() {
        return;
    }
    let fragment = address::fragment();
    if fragment != app.looked_at {
        if let Some(encoded) = of_fragment(&fragment) {
            tell(ctx, Msg::Linked(link_text(encoded).and_then(json)));
        }
        app.looked_at = fragment;
    }
}

/// Does what was decided.
pub(super) fn carry_out(app: &mut App, ctx: &Context<App>, effect: Effect) {
    match effect {
        Effect::Change(change, said) => {
            let (list, damaged) = match load() {
                Ok((list, _)) if is_news(app, &change, &list) => {
                    // Another tab saved one of that name: it is asked about first.
                    tell(ctx, Msg::Read(Ok(list), app.address.is_some()));
                    return tell(ctx, Msg::SavePressed);
                }
                Ok((list, damaged)) => (Some(change.apply(list)), damaged),
                Err(why) => return tell(ctx, Msg::Read(Err(why), app.address.is_some())),
            };
            let list = list.filter(|list| keep(list, damaged));
            tell(ctx, Msg::Changed(list, said));
        }
        Effect::Use(profile) => tell(ctx, Msg::Use(profile, clock::now())),
        Effect::Export(value) => {
            // What the browser does with the file is its own matter.
            drop(offer_file(&pretty(&value)));
        }
        Effect::ReadFile => {
            let shadow = ctx.props().shadow.clone();
            let link = ctx.link().clone();
            spawn_local(async move {
                if let Some(file) = read_file(&shadow).await {
                    let msg = Msg::FileRead(file.and_then(json));
                    link.send_message(AppMsg::Happened(AppEvent::Profiles(msg)));
                }
            });
        }
        Effect::CopyLink(fragment) => {
            let page = web_sys::window().and_then(|window| window.location().href().ok());
            let page = page.unwrap_or_default();
            let page = page.split('#').next().unwrap_or_default();
            let address = [page, &fragment].concat();
            let link = ctx.link().clone();
            spawn_local(async move {
                let copied = clipboard::copy(&address).await;
                let msg = Msg::LinkMade(address, copied);
                link.send_message(AppMsg::Happened(AppEvent::Profiles(msg)));
            });
        }
        Effect::ClearLink => {
            app.looked_at = Route::Create.fragment();
            let history = web_sys::window().and_then(|window| window.history().ok());
            // A page without a history keeps the link in its address, and nothing else.
            drop(history.map(|history| {
                history.replace_state_with_url(&JsValue::NULL, "", Some(&app.looked_at))
            }));
        }
        Effect::LookAtKept => tell(ctx, Msg::KeptIs(kept())),
        Effect::Forget => {
            for (store, key) in KEPT {
                store.write(key, None);
            }
            app.stored = None;
            tell(ctx, Msg::Forgotten);
        }
    }
}

/// Whether a profile would take the place of one that the page does not know.
fn is_news(app: &App, change: &Change, list: &[Profile]) -> bool {
    let Change::Put(profile) = change else { return false };
    let find = |list: &[Profile]| list.iter().find(|held| held.name == profile.name).cloned();
    let held = find(list);
    held.is_some() && held != app.model.profiles.list.as_deref().and_then(find)
}

/// All that the app keeps in a browser.
const KEPT: [(Store, &str); 4] =
    [(Store::Browser, KEY), (Store::Browser, theme::KEY), (Store::Tab, FORM), (Store::Tab, EDITS)];

fn tell(ctx: &Context<App>, msg: Msg) {
    ctx.link().send_message(AppMsg::Happened(AppEvent::Profiles(msg)));
}

/// The profiles that are kept, and those that cannot be read; none are kept where nothing is.
fn load() -> Result<(Vec<Profile>, Vec<Value>), Unreadable> {
    Store::Browser.read(KEY).map_or(Ok((Vec::new(), Vec::new())), |text| read_kept(&json(text)?))
}

fn keep(list: &[Profile], damaged: Vec<Value>) -> bool {
    let is_empty = list.is_empty() && damaged.is_empty();
    let text = (!is_empty).then(|| compact(&write_kept(list, damaged)));
    Store::Browser.write(KEY, text.as_deref())
}

fn json(text: String) -> Result<Value, Unreadable> {
    keeping::value(text).ok_or(Unreadable::NotJson)
}

fn kept() -> Vec<(String, String)> {
    let read = |(store, key): (Store, &str)| Some((key.to_owned(), store.read(key)?));
    KEPT.into_iter().filter_map(read).collect()
}

/// The text as a file to save.
fn offer_file(text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.ok_or(JsValue::UNDEFINED)?.create_element("a")?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&address);
    link.set_download(FILE);
    link.click();
    // Some browsers read it only after this. Where it stays, it costs a few hundred bytes.
    Timeout::new(A_MINUTE, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}

/// The text of the file that was chosen; none where none is. The input is emptied, so that
/// the same file can be chosen again.
async fn read_file(shadow: &ShadowRoot) -> Option<Result<String, Unreadable>> {
    let input: HtmlInputElement = shadow.get_element_by_id(ID_OF_FILE)?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(match text_of(&file, SIZE_LIMIT).await {
        Ok(mut text) => Ok(std::mem::take(&mut *text)),
        Err(NoText::TooLarge) => Err(Unreadable::TooLarge),
        Err(NoText::Unreadable) => Err(Unreadable::NotJson),
    })
}
