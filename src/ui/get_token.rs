//! What stands in the disclosure *Get a token*.

use std::rc::Rc;

use flow_service::error::{CallError, NoAnswer};
use web_sys::HtmlInputElement;
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Html, TargetCast};

use super::act::{Act, On, button, copy_button};
use super::element::{At, Element, div, element, paragraph};
use super::failures::advised;
use super::secret_line::{SecretLine, on_enter};
use crate::screen::get_token::{self, Msg as TokenMsg, Stage};
use crate::screen::{CopyTarget, Model, Msg, element_id, words};

pub(super) fn get_token(model: &Model, act: &Callback<Act>) -> Html {
    let state = &model.get_token;
    let asking = state.stage == Stage::Asking;
    let secret_problem = state.secret_problem;
    let secret = SecretLine {
        id: element_id::IMS_CLIENT_SECRET,
        label: words::IMS_CLIENT_SECRET,
        error: secret_problem
            .map(|problem| words::problem(words::IMS_CLIENT_SECRET, problem))
            .unwrap_or_default(),
        shown: state.shown,
        edited: || Msg::GetToken(TokenMsg::SecretEdited),
        show: || Msg::GetToken(TokenMsg::ShowSecret(true)),
        hide: || Msg::GetToken(TokenMsg::ShowSecret(false)),
        entered: press,
    };
    let get = match (asking, model.renewal) {
        (true, _) => words::GETTING_TOKEN,
        (false, None) => words::GET,
        (false, Some(_)) => words::GET_AND_CONTINUE,
    };
    let cancel = element("span")
        .set(At::Class, "slot")
        .flag(At::Hidden, !asking)
        .child(button(act, On::Click(|| Msg::GetToken(TokenMsg::Cancelled))).text(words::CANCEL));
    let press = button(act, On::Click(press)).mark(At::Disabled, asking).text(get);
    div("slot get-token")
        .child(paragraph("intro").text(words::GET_TOKEN_INTRO))
        .child(secret.draw(act))
        .child(
            paragraph("remark")
                .flag(At::Hidden, state.secret_remark.is_none())
                .string(state.secret_remark.map(words::remark).unwrap_or_default()),
        )
        .child(scopes(model, act))
        .child(div("actions").child(press).child(cancel))
        .child(div("slot").child(outcome(model, act)))
        .into()
}

const fn press() -> Msg {
    Msg::GetToken(TokenMsg::Pressed)
}

fn scopes(model: &Model, act: &Callback<Act>) -> Element {
    let error = model.get_token.scopes_problem;
    let error = error.map(|problem| words::problem(words::SCOPES, problem)).unwrap_or_default();
    let typed = |event: &web_sys::Event| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Some(Msg::GetToken(TokenMsg::ScopesTyped(text)))
    };
    let described = if error.is_empty() { "scopes-help" } else { "scopes-error scopes-help" };
    let input = element("input")
        .set(At::Id, element_id::SCOPES)
        .set(At::Type, "text")
        .set(At::AutoComplete, "off")
        .set(At::AutoCapitalize, "none")
        .set(At::SpellCheck, "false")
        .set(At::Required, "true")
        .set(At::DescribedBy, described)
        .mark(At::Invalid, !error.is_empty())
        .value(model.get_token.scopes())
        .on(act, On::Hear(ListenerKind::oninput, Rc::new(typed)))
        .on(act, on_enter(press));
    let said = paragraph("error").set(At::Id, "scopes-error").flag(At::Hidden, error.is_empty());
    let help = paragraph("help").set(At::Id, "scopes-help").text(words::SCOPES_HELP);
    div("field")
        .child(
            div("label")
                .child(element("label").set(At::For, element_id::SCOPES).text(words::SCOPES)),
        )
        .child(input)
        .child(div("under").child(said.string(error)).child(help))
}

fn outcome(model: &Model, act: &Callback<Act>) -> Element {
    let error = match &model.get_token.stage {
        Stage::Idle | Stage::Asking => return element("div"),
        Stage::Came(ends_at) => {
            return paragraph("under accepted").string(words::token_came(*ends_at));
        }
        Stage::Failed(error) => error,
    };
    let failed =
        div("box negative").set(At::Role, "alert").child(element("h3").text(words::NO_TOKEN));
    advised(failed, error, words::no_token(error, model.get_token.host), true)
        .child(by_hand(model, act, error))
}

/// What can be done where the browser is not let through.
fn by_hand(model: &Model, act: &Callback<Act>, error: &CallError) -> Element {
    let unreachable = matches!(
        error,
        CallError::NoAnswer(NoAnswer::ConnectionFailed) | CallError::UnreadableAnswer(_)
    );
    let Some(curl) = get_token::curl(model).filter(|_| unreachable) else { return div("slot") };
    let block = element("pre")
        .set(At::TabIndex, "0")
        .set(At::Role, "group")
        .set(At::Label, "curl")
        .child(element("code").string(curl));
    div("slot").child(paragraph("help").text(words::CURL_HELP)).child(block).child(copy_button(
        model,
        words::COPY_CURL,
        CopyTarget::TokenRequest,
        act,
    ))
}
