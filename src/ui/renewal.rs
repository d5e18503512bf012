//! What asks for a token in place of one that was refused, above whatever view is shown.

use yew::{Callback, Html};

use super::act::{Act, On, button};
use super::element::{At, div, element, paragraph};
use super::get_token::get_token;
use super::secret_line::SecretLine;
use crate::screen::renewal::{Import, Msg as RenewalMsg};
use crate::screen::{Disclosure, Model, Msg, element_id, words};

const HEADING: &str = "renewal-heading";
const TEXT: &str = "renewal-text";

pub(super) fn renewal(model: &Model, act: &Callback<Act>) -> Html {
    let Some(renewal) = model.renewal else { return Html::default() };
    let problem = renewal.problem;
    let token = SecretLine {
        id: element_id::NEW_TOKEN,
        label: words::NEW_TOKEN,
        error: problem.map(|problem| words::problem(words::NEW_TOKEN, problem)).unwrap_or_default(),
        shown: renewal.shown,
        edited: || Msg::Renewal(RenewalMsg::Edited),
        show: || Msg::Renewal(RenewalMsg::Show(true)),
        hide: || Msg::Renewal(RenewalMsg::Show(false)),
        entered: go_on,
    };
    let text = if renewal.again { words::TOKEN_REFUSED_AGAIN } else { words::TOKEN_REFUSED_TEXT };
    let cancel = button(act, On::Click(|| Msg::Renewal(RenewalMsg::Cancelled)));
    let actions = div("actions")
        .child(button(act, On::Click(go_on)).text(words::CONTINUE))
        .child(cancel.text(words::CANCEL));
    let open = model.unfolded.contains(&Disclosure::GetToken);
    let another_way = element("details")
        .flag(At::Open, open)
        .on(act, On::Toggle(Disclosure::GetToken))
        .child(element("summary").text(words::GET_TOKEN))
        .child(div("slot").node(get_token(model, act)));
    // Not modal: the page behind it can be used.
    element("section")
        .set(At::Class, "box notice")
        .set(At::Role, "alertdialog")
        .set(At::LabelledBy, HEADING)
        .set(At::DescribedBy, TEXT)
        .child(element("h2").set(At::Id, HEADING).text(words::TOKEN_REFUSED))
        .child(paragraph("").set(At::Id, TEXT).text(text))
        .child(
            paragraph("")
                .flag(At::Hidden, renewal.import == Import::None)
                .text(words::renewal_import(renewal.import)),
        )
        .child(token.draw(act))
        .child(actions)
        .child(another_way)
        .into()
}

const fn go_on() -> Msg {
    Msg::Renewal(RenewalMsg::Continued)
}
