//! What several of these views are made of.

use flow_service::error::CallError;
use yew::Callback;

use super::super::element::{At, Element, div, element, paragraph};
use super::act::Act;
use crate::screen::connections::{Call, CopyTarget, Model, Msg, words};
use crate::screen::words as page_words;

/// What a view needs.
pub(super) struct Page<'a> {
    pub model: &'a Model,
    pub act: &'a Callback<Act>,
}

impl Page<'_> {
    /// A button that says this, still without its text.
    pub fn button(&self, msg: Msg) -> Element {
        element("button")
            .set(At::Type, "button")
            .set(At::Class, "secondary")
            .on_click(self.act, msg)
    }

    /// A button that copies a text, and says beside itself what came of it.
    pub fn copy_button(&self, text: &'static str, target: CopyTarget) -> Element {
        let said = match &self.model.copied {
            Some((copied, worked)) if *copied == target => words::copied(*worked),
            _ => "",
        };
        let said =
            element("span").set(At::Class, "said").set(At::HiddenFromReaders, "true").text(said);
        let button = self.button(Msg::CopyPressed(target)).text(text);
        element("span").set(At::Class, "copy").child(button).child(said)
    }

    /// What is said while a request is running: nothing at first, which the style holds
    /// back, and then that it is repeated.
    pub fn progress(&self, call: &Call, text: &'static str) -> Element {
        let running = self.model.calls.running(call);
        let attempt = running.map(|running| words::attempt(running.attempt)).unwrap_or_default();
        paragraph("progress late")
            .flag(At::Hidden, running.is_none())
            .text(text)
            .text(" ")
            .string(attempt)
    }

    /// A failure: what happened, what it means, the likely cause, the next step, the service's own words.
    /// `retry` is what *Try again* says, where that makes sense.
    pub fn failure(
        &self,
        heading: &'static str,
        error: Option<&CallError>,
        retry: Option<Msg>,
    ) -> Element {
        let alert = div("box negative").set(At::Role, "alert").flag(At::Hidden, error.is_none());
        let Some(error) = error else { return alert };
        let advice = page_words::failure(error, "");
        let meaning = element("p").flag(At::Hidden, advice.meaning.is_none());
        let cause = element("p").flag(At::Hidden, advice.cause.is_none());
        let server_words = element("blockquote").flag(At::Hidden, advice.server_words.is_none());
        let again = div("actions").flag(At::Hidden, retry.is_none());
        let again = match retry {
            Some(msg) => again.child(self.button(msg).text(words::TRY_AGAIN)),
            None => again,
        };
        alert
            .child(element("h2").text(heading))
            .child(element("p").string(advice.what))
            .child(meaning.text(advice.meaning.unwrap_or_default()))
            .child(cause.string(page_words::likely(advice.cause)))
            .child(element("p").text(words::next_step(error, advice.next)))
            .child(server_words.string(advice.server_words.unwrap_or_default()))
            .child(pairs(page_words::failure_details(error)))
            .child(again)
    }
}

/// Names with their values.
pub(super) fn pairs(pairs: impl IntoIterator<Item = (&'static str, String)>) -> Element {
    element("dl").children(pairs.into_iter().map(|(name, value)| {
        let name = element("dt").text(name);
        element("div").child(name).child(element("dd").string(value))
    }))
}
