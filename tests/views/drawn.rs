//! Draws a model as the element does.

use flow_connect::screen::{Half, Model, connections};
use flow_connect::ui::{Later, Views, page};
use yew::prelude::*;

use crate::html::Html as Parsed;

#[derive(Properties, PartialEq)]
struct Shown {
    model: Model,
}

#[component]
fn Page(shown: &Shown) -> Html {
    let model = &shown.model;
    let later = if model.door.half == Half::Here { later(model) } else { Later::default() };
    page(model, &Callback::noop(), later)
}

/// The half with connections, told what the form tells it; no answer has come yet.
fn later(model: &Model) -> Later {
    let mut half = connections::Model::default();
    let access = connections::Msg::AccessIs(model.door.access.clone());
    for msg in [access, connections::Msg::Opened(model.route.clone())] {
        connections::update(&mut half, msg, connections::Moment::default());
    }
    Later {
        connections: flow_connect::ui::connections::connections(&half, &Callback::noop()),
        views: Some(Views::ALL),
    }
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
