//! The disclosure *Request*: what will be sent, with placeholders for the secrets.

use yew::prelude::*;

use super::act::{Act, copy_button};
use super::form::{is_open, ontoggle};
use crate::screen::{CopyTarget, Disclosure, Model, sketch, words};

pub(super) fn request(model: &Model, act: &Callback<Act>) -> Html {
    // Drawn only while it can be seen: it changes with each keystroke.
    let open = is_open(model, Disclosure::Request);
    let sketch = open.then(|| sketch(&model.form, &model.auth())).flatten();
    let text = |as_text: fn(&flow_service::request::Request, &str) -> String| {
        sketch.as_ref().map(|request| as_text(request, model.api_base())).unwrap_or_default()
    };
    let block = |heading: &'static str, text: String| {
        // Long lines scroll, so the block can be reached by keyboard.
        html! { <pre tabindex="0" role="group" aria-label={heading}><code>{ text }</code></pre> }
    };
    html! {
        <details {open} ontoggle={ontoggle(act, Disclosure::Request)}>
            <summary>{ words::REQUEST }</summary>
            <p class="intro">{ words::REQUEST_INTRO }</p>
            <h2>{ words::HTTP }</h2>
            { block(words::HTTP, text(flow_service::request::Request::to_http)) }
            { copy_button(model, words::COPY_HTTP, CopyTarget::Http, act) }
            <h2>{ words::CURL }</h2>
            <p class="intro">{ words::CURL_INTRO }</p>
            { block(words::CURL, text(flow_service::request::Request::to_curl)) }
            { copy_button(model, words::COPY_CURL, CopyTarget::Curl, act) }
        </details>
    }
}
