//! Says that what was typed before the page was loaded is there again.

use yew::Callback;

use super::act::{Act, On, button};
use super::element::{At, Element, div, element};
use crate::screen::{Model, Msg, kept, words};

pub(super) fn notice(model: &Model, act: &Callback<Act>) -> Element {
    let start_over = button(act, On::Click(|| Msg::Kept(kept::Msg::StartOver)));
    div("box note")
        .flag(At::Hidden, !kept::is_said(model))
        .child(element("p").text(words::RESTORED))
        .child(start_over.text(words::START_OVER))
}
