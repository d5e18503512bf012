//! What is seen: a [`Model`] in, a tree of elements out, and [`Act`]s back.
//!
//! Plain functions, no components with a state of their own: the model holds all. They
//! touch no browser object while drawing, so that views are tested without a browser.
//! A conditional stands inside an element that is always there, or hides one, so that no
//! input loses its text when something appears beside it.

mod element;

mod act;

mod given;

pub mod connections;

mod credentials;

mod door;

mod field;

mod form;

mod header;

mod tools;

mod tool;

mod import;

mod check;

mod outcome;

mod profiles;

mod failures;

mod kept;

mod finding;

mod offline;

mod duplicates;

mod request;

mod sources;

mod control;
mod secret_line;

mod get_token;

mod renewal;

mod above;

mod views;

pub use act::Act;
pub use finding::Finding;
pub use given::{Given, given};
pub use views::Views;

use yew::virtual_dom::ListenerKind;
use yew::{Callback, Html};

use self::act::On;
use self::element::{At, div, element, paragraph};
use crate::screen::{Half, Model, Route, words};

/// What comes with the half of the app that is fetched later.
#[derive(Clone, Default)]
pub struct Later {
    /// What is seen of connections.
    pub connections: Html,
    /// Those of *Create* that come with it.
    pub views: Option<Views>,
}

/// The whole page.
pub fn page(model: &Model, act: &Callback<Act>, later: Later) -> Html {
    let status =
        paragraph("visually-hidden").set(At::Role, "status").string(status(model, later.views));
    let main = element("main")
        .set(At::Class, if model.route == Route::Create { "" } else { "wide" })
        .child(div("ask").node(match later.views {
            Some(views) => (views.above)(model, act),
            None => Html::default(),
        }))
        .child(form::create(model, act, later.views))
        .child(form::forms(model, act, later.views))
        .child(door::door(model, act, later.connections))
        .child(status);
    div("app")
        .on(act, On::Enter)
        .on(act, On::Give(ListenerKind::ondragover))
        .on(act, On::Give(ListenerKind::ondrop))
        .on(act, On::Give(ListenerKind::onpaste))
        .set(At::Part, "app")
        .set(At::Theme, model.theme.key())
        .child(header::header(model, act))
        .child(main)
        .into()
}

/// What the one live region says. Refusals are alerts and not repeated here.
fn status(model: &Model, views: Option<Views>) -> String {
    let creates = model.route == Route::Create;
    match (views, model.door.half) {
        (Some(views), _) if creates => (views.said)(model).to_owned(),
        (None, Half::Awaited) => words::LOADING.to_owned(),
        (None, Half::Loading) if !creates => words::LOADING.to_owned(),
        _ => model.door.said.clone(),
    }
}
