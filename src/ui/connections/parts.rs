//! What several of these views are made of.

use flow_service::error::CallError;
use yew::Callback;

use super::super::element::{At, Element, div, element, paragraph};
use super::super::failures::advised;
use super::act::Act;
use crate::screen::Route;
use crate::screen::connections::{Call, CopyTarget, Model, Msg, words};
use crate::screen::words::{self as page_words, Advice};

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

    /// A link to a view, still without its text.
    pub fn link(&self, route: Route) -> Element {
        element("a").set_string(At::Href, route.fragment()).on_follow(self.act, route)
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
        let next = words::next_step(error, advice.next);
        let again = div("actions").flag(At::Hidden, retry.is_none());
        let again = match retry {
            Some(msg) => again.child(self.button(msg).text(words::TRY_AGAIN)),
            None => again,
        };
        let alert = alert.child(element("h2").text(heading));
        advised(alert, error, Advice { next, ..advice }, true).child(again)
    }
}

/// An input with its label.
pub(super) fn field(
    class: &'static str,
    id: &'static str,
    label: &'static str,
    input: Element,
) -> Element {
    let label = element("label").set(At::For, id).text(label);
    div(class).child(div("label").child(label)).child(input)
}

/// What stands for so many rows of this height that are not drawn, so that a list scrolls as
/// if all were there.
pub(super) fn spacer(
    key: &'static str,
    rows: usize,
    height: u32,
    columns: &'static str,
) -> Element {
    let height = rows.saturating_mul(height as usize).to_string();
    let cell = element("td")
        .set(At::Role, "presentation")
        .set(At::ColumnSpan, columns)
        .set_string(At::Height, height);
    element("tr")
        .key(key)
        .set(At::Class, "spacer")
        .set(At::Role, "presentation")
        .set(At::HiddenFromReaders, "true")
        .flag(At::Hidden, rows == 0)
        .child(cell)
}
