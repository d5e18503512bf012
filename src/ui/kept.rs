//! Says what is there again of what was typed before the page was loaded, and of a creation that
//! was on its way.

use yew::Callback;

use super::act::{Act, On, button};
use super::element::{At, Element, div, element};
use crate::screen::unanswered::{self, unanswered};
use crate::screen::{Model, Msg, kept, words};

pub(super) fn notice(model: &Model, act: &Callback<Act>) -> Element {
    let start_over = button(act, On::Click(|| Msg::Kept(kept::Msg::StartOver)));
    let restored = div("box note")
        .flag(At::Hidden, !kept::is_said(model))
        .child(element("p").text(words::RESTORED))
        .child(start_over.text(words::START_OVER));
    div("slot").child(without_answer(model, act)).child(restored)
}

fn without_answer(model: &Model, act: &Callback<Act>) -> Element {
    let Some(sent) = unanswered(model) else { return div("slot") };
    let press = |msg: fn() -> Msg| button(act, On::Click(msg));
    let text = words::unanswered(&sent.name, sent.access.sandbox.as_str(), sent.pressed_at);
    let actions = div("actions")
        .child(press(|| Msg::Unanswered(unanswered::Msg::LookPressed)).text(words::LOOK_FOR_IT))
        .child(
            press(|| Msg::Unanswered(unanswered::Msg::Dismissed)).text(words::profiles::DISMISS),
        );
    div("box notice").child(element("p").string(text)).child(actions)
}
