//! What stands above every view: the question for a token in place of a refused one, or else
//! that the token ends, where its input is out of sight.

use yew::{Callback, Html};

use super::act::{Act, On, button};
use super::element::{At, div, element};
use super::renewal::renewal;
use crate::screen::{Model, Msg, Route, token_note, words};

/// Empty where there is nothing to say, so that nothing is in the way.
pub(super) fn above(model: &Model, act: &Callback<Act>) -> Html {
    if model.renewal.is_some() {
        return renewal(model, act);
    }
    let Some(left) = token_note::ends_unseen(model) else { return Html::default() };
    let give = button(act, On::Click(|| Msg::AccessOpened)).text(words::GIVE_NEW_TOKEN);
    div("box notice")
        .child(element("p").string(words::token_ends(left)))
        .child(div("actions").flag(At::Hidden, model.route == Route::Create).child(give))
        .into()
}
