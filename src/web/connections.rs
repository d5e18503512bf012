//! The component of the half that [`super::part`] fetches: it holds the model of
//! connections, draws it and carries out its effects.

use std::rc::Rc;

use flow_service::request::Request;
use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::spec::{FieldKind, typed};
use flow_service::value::Problem;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, CssStyleSheet, HtmlElement, ShadowRoot};
use yew::prelude::*;

use super::online::{Network, is_online};
use super::part::{self, Given, Part};
use super::renewal::Asks;
use super::sources::MEANS;
use super::{clipboard, clock, deeds, keeping, secret_inputs};
use crate::screen::Ticket;
use crate::screen::connections::{Answer, Call, Effect, Model, Moment, Msg, edit, update};
use crate::ui::Views;
use crate::ui::connections::{Act, SecretInput, connections};

/// The style of these views, added to the style of the page.
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/connections.css"));

/// What only this function reaches is the part; `xtask/src/loader/part.rs` names it too.
#[wasm_bindgen(js_name = connectionsPart)]
pub fn connections_part() {
    // The compiler would see that nothing else is ever installed, and call it at once.
    part::install(std::hint::black_box(Part {
        draw,
        views: Views::ALL,
        drawn: deeds::drawn,
        meet: deeds::meet,
    }));
}

fn draw(given: Given) -> Html {
    html! { <Connections ..given /> }
}

impl PartialEq for Given {
    fn eq(&self, other: &Self) -> bool {
        self.route == other.route
            && self.round == other.round
            && self.access == other.access
            && self.base == other.base
    }
}

thread_local! {
    /// One style sheet for all elements of a page.
    static SHEET: Option<CssStyleSheet> = CssStyleSheet::new().ok().filter(|sheet| sheet.replace_sync(STYLE).is_ok());
}

/// Adds the style of these views to that of the page, where it is not there already.
fn add_style(shadow: &ShadowRoot) {
    SHEET.with(|sheet| {
        let Some(sheet) = sheet else { return };
        let sheets = shadow.adopted_style_sheets();
        if !sheets.includes(sheet, 0) {
            sheets.push(sheet);
        }
    });
}

/// What the component is told.
pub(super) enum ConnectionsMsg {
    Did(Act),
    Happened(Msg),
}

/// The component.
struct Connections {
    model: Model,
    act: Callback<Act>,
    running: Vec<(Ticket, AbortController)>,
    focus: Option<String>,
    to_top: Option<&'static str>,
    round: u32,
    /// What is kept of edits for this tab.
    stored: Option<String>,
    _network: Option<Network>,
}

impl Component for Connections {
    type Message = ConnectionsMsg;
    type Properties = Given;

    fn create(ctx: &Context<Self>) -> Self {
        let given = ctx.props();
        add_style(&given.shadow);
        let act = ctx.link().callback(ConnectionsMsg::Did);
        let told = ctx.link().callback(|online| ConnectionsMsg::Happened(Msg::OnlineIs(online)));
        let mut app = Self {
            model: Model::default(),
            act,
            running: Vec::new(),
            focus: None,
            to_top: None,
            round: 0,
            stored: None,
            _network: Network::listen(move |online| told.emit(online)),
        };
        app.tell(ctx, Msg::OnlineIs(is_online()), Secrets::default());
        if let Some(kept) = keeping::edits(&given.shadow) {
            app.tell(ctx, Msg::Kept(kept), Secrets::default());
        }
        app.follow(ctx);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: ConnectionsMsg) -> bool {
        match msg {
            ConnectionsMsg::Did(Act::Tell(msg)) if msg.is_scroll() => {
                let before = self.model.scrolled();
                self.tell(ctx, msg, Secrets::default());
                return self.model.scrolled() != before;
            }
            ConnectionsMsg::Did(Act::Tell(msg)) | ConnectionsMsg::Happened(msg) => {
                self.tell(ctx, msg, Secrets::default());
            }
            ConnectionsMsg::Did(Act::Save(inputs)) => self.save(ctx, &inputs),
        }
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Given) -> bool {
        if ctx.props().base != old.base {
            // What is known came from elsewhere.
            self.tell(ctx, Msg::AccessIs(None), Secrets::default());
        }
        self.follow(ctx);
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        connections(&self.model, &self.act)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        keeping::keep_edits(&ctx.props().shadow, &self.model, &mut self.stored);
        let find = |id: &str| ctx.props().shadow.get_element_by_id(id);
        if let Some(scrolled) = self.to_top.take().and_then(find) {
            scrolled.set_scroll_top(0);
        }
        let Some(element) = self.focus.take().and_then(|id| find(&id)) else { return };
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            // An element that cannot take the focus leaves it where it is.
            drop(element.focus());
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        for (_, controller) in self.running.drain(..) {
            controller.abort();
        }
    }
}

impl Connections {
    /// The rest of the app shows another view, or has other access.
    fn follow(&mut self, ctx: &Context<Self>) {
        let given = ctx.props();
        // Access that is given again, though it is the same, is a wish to begin anew.
        let again = std::mem::replace(&mut self.round, given.round) != given.round;
        if again && self.model.access == given.access {
            self.tell(ctx, Msg::AccessIs(None), Secrets::default());
        }
        if self.model.access != given.access {
            self.tell(ctx, Msg::AccessIs(given.access.clone()), Secrets::default());
        }
        if self.model.route != given.route {
            self.tell(ctx, Msg::Opened(given.route.clone()), Secrets::default());
        }
    }

    /// Tells the model, and carries out what it decides.
    fn tell(&mut self, ctx: &Context<Self>, msg: Msg, mut secrets: Secrets) {
        // The whole part of a positive number below 2^32.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the number is between 0 and 2^32"
        )]
        let random = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
        let moment = Moment { now: clock::now(), random };
        for effect in update(&mut self.model, msg, moment) {
            self.carry_out(ctx, effect, &mut secrets);
        }
    }

    fn carry_out(&mut self, ctx: &Context<Self>, effect: Effect, secrets: &mut Secrets) {
        let given = ctx.props();
        match effect {
            Effect::Send { ticket, call, request, pause } => {
                let secrets = if matches!(call, Call::Save(_)) {
                    std::mem::take(secrets)
                } else {
                    Secrets::default()
                };
                self.send(ctx, ticket, call, request, pause, secrets);
            }
            Effect::Abort(ticket) => {
                self.running.retain(|(held, controller)| {
                    if *held == ticket {
                        controller.abort();
                    }
                    *held != ticket
                });
            }
            Effect::Focus(id) => self.focus = Some(id),
            Effect::ScrollToTop(id) => self.to_top = Some(id),
            Effect::ClearSecrets(ids) => {
                for id in ids {
                    secret_inputs::clear_one(&given.shadow, &id);
                }
            }
            Effect::Copy(target, text) => {
                let link = ctx.link().clone();
                spawn_local(async move {
                    let worked = clipboard::copy(&text).await;
                    link.send_message(ConnectionsMsg::Happened(Msg::Copied(target, worked)));
                });
            }
            Effect::Tell(told) => given.tell.emit(told),
        }
    }

    fn send(
        &mut self,
        ctx: &Context<Self>,
        ticket: Ticket,
        call: Call,
        request: Request,
        pause: u32,
        mut secrets: Secrets,
    ) {
        // Without one nothing could be broken off, and no browser of today is without.
        let Ok(controller) = AbortController::new() else { return };
        self.running.retain(|(held, _)| *held != ticket);
        self.running.push((ticket, controller.clone()));
        let session = Rc::clone(&ctx.props().session);
        let base = ctx.props().base.clone();
        let link = ctx.link().clone();
        let answered = async move {
            if controller.signal().aborted() {
                return;
            }
            let asks = Asks::WhereKept;
            let answer = session.call(&base, &request, &mut secrets, &controller, asks).await;
            let (answer, retry_after) = match answer {
                Ok((response, retry_after)) => (Ok(response), retry_after),
                Err(error) => (Err(error), None),
            };
            let answer =
                Answer::read(&call, answer).after(retry_after.as_deref()).redacted(&secrets);
            link.send_message(ConnectionsMsg::Happened(Msg::Answered(ticket, Box::new(answer))));
        };
        if pause == 0 {
            spawn_local(answered);
        } else {
            Timeout::new(pause, || spawn_local(answered)).forget();
        }
    }

    /// *Save changes*: the secrets are read, parsed, and handed to the one request.
    fn save(&mut self, ctx: &Context<Self>, inputs: &[SecretInput]) {
        let mut secrets = Secrets::default();
        let edit = self.model.one.as_ref().and_then(|one| one.edit.as_ref());
        let found = inputs
            .iter()
            .map(|SecretInput { id, key }| {
                let text = secret_inputs::read_one(&ctx.props().shadow, id);
                let name = SecretName::of_param(key);
                let kind = edit.and_then(|edit| edit.kind(&edit::Field::Param(key.clone())));
                let parsed: Result<(), Problem> = match kind {
                    // What the browser parses is moved into secrets, text by text.
                    Some(FieldKind::Json(part)) => typed::json_value(part, &text, &MEANS)
                        .map(|value| secrets.insert_json(name, value)),
                    _ => Secret::parse((*text).clone())
                        .map(|(secret, _)| secrets.insert(name, secret)),
                };
                (key.clone(), parsed)
            })
            .collect();
        self.tell(ctx, Msg::Edit(edit::Msg::SavePressed(found)), secrets);
    }
}
