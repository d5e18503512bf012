//! What is seen: a [`Model`] in, a tree of elements out, and [`Act`]s back.
//!
//! Plain functions, no components with a state of their own: the model holds all. They
//! touch no browser object while drawing, so that views are tested without a browser.
//! A conditional stands inside an element that is always there, or hides one, so that no
//! input loses its text when something appears beside it.

mod element;

mod act;

pub mod connections;

mod credentials;

mod door;

mod field;

mod form;

mod header;

mod outcome;

mod failures;

mod request;

pub use act::Act;
pub use failures::Failures;

use yew::{Callback, Html};

use self::element::{At, div, element, paragraph};
use crate::screen::{Half, Look, Model, Phase, Route, TestRun, words};

/// What comes with the half of the app that is fetched later.
#[derive(Clone, Default)]
pub struct Later {
    /// What is seen of connections.
    pub connections: Html,
    /// The views of what failed.
    pub failures: Option<Failures>,
}

/// The whole page.
pub fn page(model: &Model, act: &Callback<Act>, later: Later) -> Html {
    let status = paragraph("visually-hidden").set(At::Role, "status").string(status(model));
    let main = element("main")
        .set(At::Class, if model.route == Route::Create { "" } else { "wide" })
        .child(form::create(model, act, later.failures))
        .child(form::forms(model, act))
        .child(door::door(model, act, later.connections))
        .child(status);
    div("app")
        .set(At::Part, "app")
        .set(At::Theme, model.theme.key())
        .child(header::header(model, act))
        .child(main)
        .into()
}

/// What the one live region says. Refusals are alerts and not repeated here.
fn status(model: &Model) -> String {
    if model.route == Route::Create {
        said(model).to_owned()
    } else {
        match model.door.half {
            Half::Loading => words::LOADING.to_owned(),
            _ => model.door.said.clone(),
        }
    }
}

fn said(model: &Model) -> &'static str {
    if let Some((_, worked)) = model.copied {
        return if worked { words::COPIED } else { words::NOT_COPIED };
    }
    match &model.phase {
        Phase::Filling | Phase::Refused(_) => "",
        Phase::Sending(_) => words::SAY_SENDING,
        Phase::Unknown { look, .. } => match look {
            Look::Looking(_) => words::SAY_LOOKING,
            Look::NotFound(older) if older.is_empty() => words::SAY_NOT_CREATED,
            Look::NotFound(_) | Look::Failed(_) => words::SAY_STILL_UNKNOWN,
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
