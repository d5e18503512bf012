//! The views of connections: the list, one connection, its tables, its edit.
//!
//! This half of the app is fetched when it is needed; nothing outside this folder and
//! `web/connections` may use it.

mod act;

mod parts;

mod list;

mod removal;

mod one;

mod edit;

mod explore;

pub use act::{Act, SecretInput};

use yew::{Callback, Html};

use self::parts::Page;
use super::element::div;
use super::offline;
use crate::screen::Route;
use crate::screen::connections::Model;

/// What is seen of connections. Each view stays in its place while another is shown, so
/// that nothing typed in it is lost.
pub fn connections(model: &Model, act: &Callback<Act>) -> Html {
    let page = Page { model, act };
    div("connections")
        .keeps_pastes(act)
        .child(offline::notice(model.offline))
        .child(list::list(&page))
        .child(one::one(&page))
        .into()
}

/// Whether a view is hidden.
fn is_list(model: &Model) -> bool {
    matches!(model.route, Route::Connections)
}
