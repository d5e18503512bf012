//! A secret that is no input of the form: what is typed stays in the browser's input, as there.

use std::rc::Rc;

use web_sys::KeyboardEvent;
use web_sys::wasm_bindgen::JsCast;
use yew::Callback;
use yew::virtual_dom::ListenerKind;

use super::act::{Act, On, button};
use super::element::{At, Element, div, element, paragraph};
use crate::screen::{Msg, words};

/// One input for a secret.
pub(super) struct SecretLine {
    pub id: &'static str,
    pub label: &'static str,
    pub error: String,
    pub shown: bool,
    pub edited: fn() -> Msg,
    pub show: fn() -> Msg,
    pub hide: fn() -> Msg,
    /// Enter in the input. It must not press the button of the form around it.
    pub entered: fn() -> Msg,
}

impl SecretLine {
    pub fn draw(self, act: &Callback<Act>) -> Element {
        let Self { id, label, error, shown, edited, show, hide, entered } = self;
        let verb = if shown { words::HIDE } else { words::SHOW };
        let input = element("input")
            .set(At::Id, id)
            .set(At::Type, if shown { "text" } else { "password" })
            .set(At::AutoComplete, "new-password")
            .set(At::AutoCapitalize, "none")
            .set(At::SpellCheck, "false")
            .set(At::Required, "true")
            .mark(At::Invalid, !error.is_empty())
            .on(act, On::Hear(ListenerKind::oninput, Rc::new(move |_| Some(edited()))))
            .on(act, on_enter(entered));
        let input = if error.is_empty() {
            input
        } else {
            input.set_string(At::DescribedBy, [id, "-error"].concat())
        };
        let press = On::Click(if shown { hide } else { show });
        let show = button(act, press)
            .set(At::Class, "quiet")
            .set_string(At::Label, [verb, " ", label].concat())
            .text(verb);
        let heading = element("label").set(At::For, id).text(label);
        let said = paragraph("error")
            .set_string(At::Id, [id, "-error"].concat())
            .flag(At::Hidden, error.is_empty())
            .string(error);
        div("field")
            .child(div("label").child(heading))
            .child(div("secret").child(input).child(show))
            .child(div("under").child(said))
    }
}

/// The code of the key.
const ENTER: u32 = 13;

/// Enter in an input means this.
pub(super) fn on_enter(entered: fn() -> Msg) -> On {
    let heard = move |event: &web_sys::Event| {
        let key = event.unchecked_ref::<KeyboardEvent>();
        // While an input method is open the key has another code.
        (key.key_code() == ENTER).then(|| {
            event.prevent_default();
            entered()
        })
    };
    On::Hear(ListenerKind::onkeydown, Rc::new(heard))
}
