//! The views of *Create* that are not needed before it is used. They are in the half of the
//! app that is fetched later, so they are called through this table, which comes with it.

use flow_service::spec::AuthField;
use yew::{Callback, Html};

use super::above::above;
use super::act::Act;
use super::control::control;
use super::duplicates::mention;
use super::element::Element;
use super::finding::{Finding, finding};
use super::get_token::get_token;
use super::outcome::{outcome, said};
use super::request::request;
use super::sources::{lost, sources};
use super::tool::tool;
use crate::screen::{Field, Model, words};

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
    /// The input of the source with all that it listens to, and what stands under it: the list
    /// and what is said of it.
    pub(super) sources: fn(&Model, &Callback<Act>, Element) -> (Element, Element),
    /// What there is to know of the credentials of the source before they are typed: auth specs
    /// that are gone, a source that is waited for, secrets that count from another one.
    pub(super) lost: fn(&Model, &Callback<Act>) -> Html,
    /// An input that only other sources than the built-in one have.
    pub(super) control: fn(&Model, &Callback<Act>, &AuthField, Element) -> Element,
    /// The help of an input with what it takes.
    pub help: fn(&AuthField, &str) -> String,
    /// How a token is had from IMS.
    pub get_token: fn(&Model, &Callback<Act>) -> Html,
    /// Connections that have the name which is typed, beside the button.
    pub(super) duplicates: fn(&Model, &Callback<Act>) -> Element,
    /// What stands above every view: what asks for a token, and that the token ends.
    pub above: fn(&Model, &Callback<Act>) -> Html,
}

impl Views {
    /// All of them. Only the half that is fetched later may name this, and tests.
    pub const ALL: Self = Self {
        outcome,
        said,
        tool,
        finding,
        request,
        sources,
        lost,
        control,
        help: words::help_of_kind,
        get_token,
        duplicates: mention,
        above,
    };
}
