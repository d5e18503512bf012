//! Keeps for this tab what of the form and of edits is no secret, and reads it again. Only where
//! the element owns the address: several elements of a portal would mix.

use flow_service::json_text::compact;
use flow_service::response::ResponseBody;
use serde_json::Value;
use web_sys::ShadowRoot;
use yew::Context;

use super::app::{App, AppMsg};
use super::storage::{EDITS, FORM, Store};
use super::{json, profiles};
use crate::screen::Msg;
use crate::screen::connections::{Model, edit};
use crate::screen::kept::{self, Kept};

/// Keeps what changed; called after each drawing, which is once for many messages.
pub(super) fn keep(app: &mut App, ctx: &Context<App>) {
    // Before the configuration is read it is not known what the fields begin with.
    if app.address.is_none() || !app.configured {
        return profiles::look(app, ctx);
    }
    if let Some(found) = found(app) {
        ctx.link().send_message(AppMsg::Happened(found));
        return;
    }
    profiles::look(app, ctx);
    let text = kept::kept(&app.model).map(|kept| compact(&kept));
    if text != app.stored {
        // Where the browser refuses, it is not asked again for the same text.
        Store::Tab.write(FORM, text.as_deref());
        app.stored = text;
    }
}

/// Puts back what was kept, where that was not done before: what a person did while the half was
/// on its way is about a form that is whole.
pub(super) fn restore(app: &mut App, ctx: &Context<App>) {
    if let Some(found) = found(app) {
        app.decide(ctx, found, None);
    }
}

/// What was kept of the form, if it is to be read.
fn found(app: &mut App) -> Option<Msg> {
    if app.address.is_none() || !app.configured || app.model.kept != Kept::Unread {
        return None;
    }
    app.stored = Store::Tab.read(FORM);
    Some(Msg::Kept(kept::Msg::Found(app.stored.clone().and_then(value))))
}

/// What was kept of edits, where the element owns the address.
pub(super) fn edits(shadow: &ShadowRoot) -> Option<Value> {
    if owns_address(shadow) { value(Store::Tab.read(EDITS)?) } else { None }
}

/// Keeps the edits that are not saved; called after each drawing. `stored` is what was kept last.
pub(super) fn keep_edits(shadow: &ShadowRoot, model: &Model, stored: &mut Option<String>) {
    let text = edit::kept(model).map(|kept| compact(&kept));
    if text != *stored && owns_address(shadow) {
        Store::Tab.write(EDITS, text.as_deref());
        *stored = text;
    }
}

fn owns_address(shadow: &ShadowRoot) -> bool {
    shadow.host().has_attribute("hash-routes")
}

/// A text that was kept, if it still is JSON.
pub(super) fn value(text: String) -> Option<Value> {
    match ResponseBody::of_text(text, json::parse) {
        ResponseBody::Json(value) => Some(value),
        _ => None,
    }
}
