//! Draws a model as the element does.

use flow_connect::screen::Model;
use flow_connect::ui::page;
use yew::prelude::*;

use crate::html::Html as Parsed;

#[derive(Properties, PartialEq)]
struct Shown {
    model: Model,
}

#[component]
fn Page(shown: &Shown) -> Html {
    page(&shown.model, &Callback::noop())
}

/// The HTML as text.
pub fn written(model: &Model) -> String {
    let model = model.clone();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let renderer = yew::LocalServerRenderer::<Page>::with_props(Shown { model }).hydratable(false);
    runtime.block_on(renderer.render())
}

/// The HTML as it is seen.
pub fn drawn(model: &Model) -> Parsed {
    Parsed::parse(&written(model))
}
