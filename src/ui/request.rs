//! The disclosure *Request*: what will be sent, with placeholders for the secrets.

use super::act::copy_button;
use super::door::missing_part;
use super::element::{At, Element, div, element, paragraph};
use super::field::Look;
use super::form::disclosure;
use crate::screen::{CopyTarget, Disclosure, words};

pub(super) fn request(look: &Look) -> Element {
    let model = look.model;
    // Drawn only while it can be seen: it changes with each keystroke.
    let open = model.unfolded.contains(&Disclosure::Request);
    let texts = open.then(|| (model.texts?.request)(model)).flatten();
    let [http, curl] = texts.unwrap_or_default();
    let block = |heading: &'static str, text: String| {
        // Long lines scroll, so the block can be reached by keyboard.
        element("pre")
            .set(At::TabIndex, "0")
            .set(At::Role, "group")
            .set(At::Label, heading)
            .child(element("code").string(text))
    };
    let written = div("slot")
        .flag(At::Hidden, model.texts.is_none())
        .child(paragraph("intro").text(words::REQUEST_INTRO))
        .child(element("h2").text(words::HTTP))
        .child(block(words::HTTP, http))
        .child(copy_button(model, words::COPY_HTTP, CopyTarget::Http, look.act))
        .child(element("h2").text(words::CURL))
        .child(paragraph("intro").text(words::CURL_INTRO))
        .child(block(words::CURL, curl))
        .child(copy_button(model, words::COPY_CURL, CopyTarget::Curl, look.act));
    disclosure(look, Disclosure::Request, words::REQUEST)
        .child(missing_part(model, look.act))
        .child(written)
}
