//! What a person does, as the views report it.

use yew::prelude::*;

use crate::screen::{CopyTarget, Field, Model, Msg, words};

/// What a person did. Where the browser has to be asked first, there is no message yet.
#[derive(Debug)]
pub enum Act {
    /// Something that the model can be told at once.
    Tell(Msg),
    /// *Create connection* was pressed: the secrets have to be read.
    Press,
    /// A secret was changed and left: it has to be looked at.
    LeaveSecret(Field),
}

/// A button that tells the model something, if it is there to be told.
pub(super) fn button(text: &str, act: &Callback<Act>, msg: impl Fn() -> Msg + 'static) -> Html {
    let onclick = act.reform(move |_: MouseEvent| Act::Tell(msg()));
    html! { <button type="button" class="secondary" {onclick}>{ text.to_owned() }</button> }
}

/// A button that copies a text, and says beside itself what came of it.
pub(super) fn copy_button(
    model: &Model,
    text: &str,
    target: CopyTarget,
    act: &Callback<Act>,
) -> Html {
    let said = match model.copied {
        Some((copied, true)) if copied == target => words::COPIED,
        Some((copied, false)) if copied == target => words::NOT_COPIED,
        _ => "",
    };
    html! {
        <span class="copy">
            { button(text, act, move || Msg::CopyPressed(target)) }
            <span class="said" aria-hidden="true">{ said }</span>
        </span>
    }
}
