//! Keeps for this tab what of the form is no secret, and reads it again. Only where the
//! element owns the address: several elements of a portal would mix.

use flow_service::json_text::compact;
use flow_service::response::ResponseBody;
use serde_json::Value;
use yew::Context;

use super::app::{App, AppMsg};
use super::storage::{FORM, Store};
use super::{json, profiles};
use crate::screen::Msg;
use crate::screen::kept::{self, Kept};

/// Keeps what changed; called after each drawing, which is once for many messages.
pub(super) fn keep(app: &mut App, ctx: &Context<App>) {
    // Before the configuration is read it is not known what the fields begin with.
    if app.address.is_none() || !app.configured {
        return profiles::look(app, ctx);
    }
    if app.model.kept == Kept::Unread {
        app.stored = Store::Tab.read(FORM);
        let found = app.stored.clone().and_then(value);
        ctx.link().send_message(AppMsg::Happened(Msg::Kept(kept::Msg::Found(found))));
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

/// A text that was kept, if it still is JSON.
pub(super) fn value(text: String) -> Option<Value> {
    match ResponseBody::of_text(text, json::parse) {
        ResponseBody::Json(value) => Some(value),
        _ => None,
    }
}
