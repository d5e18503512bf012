//! What stands in the disclosure *Request*: what will be sent, as code, with variables in the
//! place of the secrets. With the secrets it is only copied, never shown.

use std::rc::Rc;

use flow_service::code::Language;
use web_sys::HtmlInputElement;
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Html, TargetCast};

use super::act::{Act, On, copy_button};
use super::element::{At, Element, div, element, paragraph};
use crate::screen::{self, CopyTarget, Model, Msg, words};

pub(super) fn request(model: &Model, act: &Callback<Act>) -> Html {
    let name = words::language(model.language);
    let label = element("label").set(At::For, "language").text(words::LANGUAGE);
    let choice = div("field").child(div("label").child(label)).child(languages(model, act));
    // Long lines scroll, so the block can be reached by keyboard.
    let block = element("pre")
        .set(At::TabIndex, "0")
        .set(At::Role, "group")
        .set(At::Label, name)
        .child(element("code").string(screen::code(model).unwrap_or_default()));
    div("slot request")
        .child(paragraph("intro").text(words::request_intro(model.language)))
        .child(choice)
        .child(paragraph("under help").text(words::language_help(model.language)))
        .child(block)
        .child(copy_button(model, words::COPY_CODE, CopyTarget::Code, act))
        .child(paragraph("under help").text(words::WITH_SECRETS))
        .child(copy_button(model, words::COPY_CODE_WITH_SECRETS, CopyTarget::CodeWithSecrets, act))
        .into()
}

fn languages(model: &Model, act: &Callback<Act>) -> Element {
    let options = Language::ALL.into_iter().map(|language| {
        element("option")
            .set(At::Value, language.key())
            .flag(At::Selected, language == model.language)
            .text(words::language(language))
    });
    let chosen = |event: &web_sys::Event| {
        // The browser's `value` is read alike from all elements that have one.
        let key = event.target_unchecked_into::<HtmlInputElement>().value();
        Language::with_key(&key).map(Msg::LanguageChosen)
    };
    element("select")
        .set(At::Id, "language")
        .on(act, On::Hear(ListenerKind::onchange, Rc::new(chosen)))
        .children(options)
}
