//! The views of *Create* that are not needed before it is used. They are in the half of the
//! app that is fetched later, so they are called through this table, which comes with it.

use yew::{Callback, Html};

use super::act::Act;
use super::finding::{Finding, finding};
use super::outcome::{outcome, said};
use super::request::request;
use super::tool::tool;
use crate::screen::{Field, Model};

/// The functions that draw them.
#[derive(Clone, Copy)]
pub struct Views {
    /// What came of a press.
    pub outcome: fn(&Model, &Callback<Act>) -> Html,
    /// What the live region says of it.
    pub said: fn(&Model) -> &'static str,
    /// The panel of the tool that is open.
    pub tool: fn(&Model, &Callback<Act>) -> Html,
    /// What is found about an input with this label.
    pub finding: fn(&Model, &Callback<Act>, &Field, &str) -> Finding,
    /// The request as text.
    pub request: fn(&Model, &Callback<Act>) -> Html,
}

impl Views {
    /// All of them. Only the half that is fetched later may name this, and tests.
    pub const ALL: Self = Self { outcome, said, tool, finding, request };
}
