//! The disclosure *Request*: what will be sent, with placeholders for the secrets.

use yew::{Callback, Html};

use super::act::{Act, copy_button};
use super::element::{At, div, element, paragraph};
use crate::screen::{self, CopyTarget, Model, words};

/// What stands in the disclosure.
pub(super) fn request(model: &Model, act: &Callback<Act>) -> Html {
    let [http, curl] = screen::request(model).unwrap_or_default();
    let block = |heading: &'static str, text: String| {
        // Long lines scroll, so the block can be reached by keyboard.
        element("pre")
            .set(At::TabIndex, "0")
            .set(At::Role, "group")
            .set(At::Label, heading)
            .child(element("code").string(text))
    };
    div("slot")
        .child(paragraph("intro").text(words::REQUEST_INTRO))
        .child(element("h2").text(words::HTTP))
        .child(block(words::HTTP, http))
        .child(copy_button(model, words::COPY_HTTP, CopyTarget::Http, act))
        .child(element("h2").text(words::CURL))
        .child(paragraph("intro").text(words::CURL_INTRO))
        .child(block(words::CURL, curl))
        .child(copy_button(model, words::COPY_CURL, CopyTarget::Curl, act))
        .into()
}
