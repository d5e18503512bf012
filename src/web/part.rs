//! The half of the app that is not needed at first: what comes of a press, and the life of
//! connections after they were created. In a release build it is a file of its own (`xtask/src/loader/part.rs`), which
//! holds all that only [`Part`] reaches.

use std::cell::Cell;
use std::rc::Rc;

use flow_service::request::Access;
use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;
use yew::{Callback, Context, Html};

use super::app::{App, Need};
use super::session::Session;
use crate::screen::Route;
use crate::screen::connections::Told;
use crate::ui::Views;

/// What the half is given by the rest of the app.
#[derive(Clone, yew::Properties)]
pub(super) struct Given {
    pub shadow: ShadowRoot,
    pub session: Rc<Session>,
    /// Scheme and host of Platform's APIs.
    pub base: String,
    pub access: Option<Access>,
    /// Counts how often access was given.
    pub round: u32,
    pub route: Route,
    pub tell: Callback<Told>,
}

/// What of it the rest of the app calls.
#[derive(Clone, Copy)]
pub(super) struct Part {
    /// Draws it.
    pub draw: fn(Given) -> Html,
    /// The views of *Create* that come with it.
    pub views: Views,
    /// Does what is to be done after each drawing.
    pub drawn: fn(&mut App, &Context<App>),
    /// Does for the form what only it can do.
    pub meet: fn(&mut App, &Context<App>, Need),
}

thread_local! {
    static PART: Cell<Option<Part>> = const { Cell::new(None) };
}

#[wasm_bindgen(module = "/src/web/element.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = loadPart)]
    async fn load_part(main: &JsValue) -> Result<JsValue, JsValue>;
    async fn online();
}

/// The half, once it is there.
pub(super) fn part() -> Option<Part> {
    PART.get()
}

/// What the half calls when it was fetched.
pub(super) fn install(part: Part) {
    PART.set(Some(part));
}

/// Waits until the browser has a network again.
pub(super) async fn network() {
    online().await;
}

/// Fetches it, where that was not done before. False where the file could not be had.
pub(super) async fn load() -> bool {
    part().is_some() || load_part(&wasm_bindgen::exports()).await.is_ok()
}
