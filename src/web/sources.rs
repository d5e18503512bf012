//! Asks for the sources to choose from, page by page.

use std::rc::Rc;

use flow_service::error::CallError;
use flow_service::operation::list_connection_specs;
use flow_service::request::Access;
use flow_service::secret::Secrets;
use flow_service::spec::Means;
use js_sys::{Array, Function, Reflect, RegExp};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::app::{App, AppMsg};
use super::json;
use super::renewal::Asks;
use super::session::Session;
use crate::screen::Msg;
use crate::screen::sources::{self, Deed, Known, LeftOut};

/// What the browser does for parsing.
pub(super) const MEANS: Means = Means { json: json::parse, matches };

/// So many pages are asked for at most.
const PAGE_LIMIT: usize = 100;

impl App {
    pub(super) fn carry_out_sources(&mut self, ctx: &Context<Self>, deed: Deed) {
        match deed {
            Deed::Offer => self.offer_sources(ctx),
            Deed::Reveal(id) => reveal(&ctx.props().shadow, &id),
            Deed::List(access) => {
                let session = Rc::clone(&ctx.props().session);
                let base = self.model.api_base().to_owned();
                let link = ctx.link().clone();
                spawn_local(async move {
                    let listed = all(&session, &base, &access).await;
                    let msg = sources::Msg::Listed(access, listed);
                    link.send_message(AppMsg::Happened(Msg::Sources(msg)));
                });
            }
        }
    }
}

/// All pages, and what is not among them. Where one cannot be had there would be no saying what
/// is missing.
async fn all(
    session: &Session,
    base: &str,
    access: &Access,
) -> Result<(Vec<Known>, LeftOut), CallError> {
    let (mut all, mut left_out) = (Vec::new(), LeftOut::default());
    // No browser of today is without it.
    let Some(controller) = session.sources.begin() else { return Ok((all, left_out)) };
    let mut request = list_connection_specs::request(access, None);
    for number in 1..=PAGE_LIMIT {
        let mut secrets = Secrets::default();
        let answer = session.call(base, &request, &mut secrets, &controller, Asks::Never).await;
        let page = answer.and_then(|(response, _)| list_connection_specs::sources(response));
        let page = page.map_err(|error| error.redacted(&secrets))?;
        all.extend(page.known.into_iter().map(|(entry, spec)| Known { entry, spec }));
        left_out.unread += page.unread;
        let Some(next) = page.next else { break };
        match list_connection_specs::next_request(access, &next) {
            Some(next) if next != request && number < PAGE_LIMIT => request = next,
            // What it names is no page of this list, or one too many.
            _ => {
                left_out.more = true;
                break;
            }
        }
    }
    Ok((all, left_out))
}

/// Brings an option into the part of its list that can be seen, and moves nothing else.
fn reveal(shadow: &web_sys::ShadowRoot, id: &str) {
    let element = shadow.get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let Some(option) = element else { return };
    let Ok(Some(list)) = option.closest("[role=listbox]") else { return };
    let (top, height) = (option.offset_top(), option.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if top + height > list.scroll_top() + list.client_height() {
        list.set_scroll_top(top + height - list.client_height());
    }
}

/// JSON Schema asks for patterns of Unicode. Adobe's own escape signs that need no escape, which
/// such a pattern does not allow and a plain one does.
fn matches(pattern: &str, text: &str) -> Option<bool> {
    let expression = ["u", ""].into_iter().find_map(|flags| expression(pattern, flags))?;
    Some(expression.test(text))
}

fn expression(pattern: &str, flags: &str) -> Option<RegExp> {
    // The constructor of a bad one throws.
    let constructor = Reflect::get(&js_sys::global(), &"RegExp".into()).ok()?;
    let arguments = Array::of2(&pattern.into(), &flags.into());
    let made = Reflect::construct(constructor.unchecked_ref::<Function>(), &arguments);
    made.ok()?.dyn_into().ok()
}
