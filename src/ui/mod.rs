//! What is seen: a [`Model`] in, a tree of elements out, and [`Act`]s back.
//!
//! Plain functions, no components with a state of their own: the model holds all. They
//! touch no browser object while drawing, so that views are tested without a browser.
//! A conditional stands inside an element that is always there, or hides one, so that no
//! input loses its text when something appears beside it.

mod element;

mod act;

mod connections;

mod credentials;

mod field;

mod form;

mod header;

mod outcome;

mod request;

pub use act::Act;

use yew::{Callback, Html};

use self::element::{At, div, element, paragraph};
use crate::screen::{Look, Model, Phase, TestRun, words};

/// The whole page.
pub fn page(model: &Model, act: &Callback<Act>) -> Html {
    let status = paragraph("visually-hidden").set(At::Role, "status").text(status(model));
    let main = element("main")
        .child(form::create(model, act))
        .child(connections::connections(model))
        .child(status);
    div("app")
        .set(At::Part, "app")
        .set(At::Theme, model.theme.key())
        .child(header::header(model, act))
        .child(main)
        .into()
}

/// What the one live region says. Refusals are alerts and not repeated here.
fn status(model: &Model) -> &'static str {
    if let Some((_, worked)) = model.copied {
        return if worked { words::COPIED } else { words::NOT_COPIED };
    }
    match &model.phase {
        Phase::Filling | Phase::Refused(_) => "",
        Phase::Sending(_) => words::SAY_SENDING,
        Phase::Unknown { look, .. } => match look {
            Look::Looking(_) => words::SAY_LOOKING,
            Look::NotFound(older) => words::not_found(older.len()),
            Look::Failed(_) => words::LOOK_FAILED,
        },
        Phase::Created { test, .. } => match test {
            TestRun::None => words::SAY_CREATED,
            TestRun::Running => words::TESTING,
            TestRun::Answered(true, _) => words::TEST_ACCEPTED,
            TestRun::Answered(false, _) => words::TEST_REFUSED,
            TestRun::Failed(_) => words::TEST_FAILED,
        },
    }
}
