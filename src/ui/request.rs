//! The disclosure *Request*: what will be sent, with placeholders for the secrets.

use flow_service::request::Request;

use super::act::copy_button;
use super::element::{At, Element, element, paragraph};
use super::field::Look;
use super::form::disclosure;
use crate::screen::{CopyTarget, Disclosure, sketch, words};

pub(super) fn request(look: &Look) -> Element {
    let model = look.model;
    // Drawn only while it can be seen: it changes with each keystroke.
    let open = model.unfolded.contains(&Disclosure::Request);
    let sketch = open.then(|| sketch(&model.form, look.auth)).flatten();
    let block = |heading: &'static str, as_text: fn(&Request, &str) -> String| {
        let text = sketch.as_ref().map(|request| as_text(request, model.api_base()));
        // Long lines scroll, so the block can be reached by keyboard.
        element("pre")
            .set(At::TabIndex, "0")
            .set(At::Role, "group")
            .set(At::Label, heading)
            .child(element("code").string(text.unwrap_or_default()))
    };
    disclosure(look, Disclosure::Request, words::REQUEST)
        .child(paragraph("intro").text(words::REQUEST_INTRO))
        .child(element("h2").text(words::HTTP))
        .child(block(words::HTTP, Request::to_http))
        .child(copy_button(model, words::COPY_HTTP, CopyTarget::Http, look.act))
        .child(element("h2").text(words::CURL))
        .child(paragraph("intro").text(words::CURL_INTRO))
        .child(block(words::CURL, Request::to_curl))
        .child(copy_button(model, words::COPY_CURL, CopyTarget::Curl, look.act))
}
