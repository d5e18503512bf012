//! The component that holds the model and draws it.

mod effects;

mod waiting;

pub use waiting::Need;

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement, ShadowRoot};
use yew::prelude::*;
use zeroize::Zeroizing;

use super::address::{self, Address};
use super::host_event::emit;
use super::import::Before;
use super::leaving::Guard;
use super::part::{self, Given};
use super::session::Session;
use super::storage::{FORM, Store};
use super::whole_page::WholePage;
use super::{configuration, theme};
use crate::screen::{
    Effect, Event as HostEvent, Half, Model, Msg, Route, Settings, SettingsProblem, Token, at_once,
};
use crate::ui::{Act, Later, page};

/// What the app begins with.
#[derive(Properties, Clone)]
pub struct Start {
    pub(super) element: HtmlElement,
    pub(super) shadow: ShadowRoot,
    pub(super) session: Rc<Session>,
    pub(super) kept: Rc<RefCell<Option<Model>>>,
}

impl PartialEq for Start {
    fn eq(&self, other: &Self) -> bool {
        self.element == other.element
    }
}

/// What the component is told.
pub enum AppMsg {
    /// A person did something.
    Did(Act),
    /// Something happened.
    Happened(Msg),
    /// Something was done that only the other half can deal with.
    Needs(Need),
    /// The other half came, or could not be fetched.
    PartCame(bool),
    /// `config.json` was read, or could not be.
    ConfigRead(Option<Value>),
    /// An attribute of the element changed.
    AttributesChanged,
    /// The host page gave a token or a provider, or took it away.
    TokenChanged,
}

/// The app in one element.
pub struct App {
    pub(super) model: Model,
    act: Callback<Act>,
    config: Option<Value>,
    /// Whether `config.json` was read, or is not wanted.
    pub(super) configured: bool,
    focus: Option<String>,
    /// What the last import wrote over, and what waits of it.
    pub(super) before_import: Before,
    /// The client secret of IMS, while its input is drawn anew.
    pub(super) client_secret: Option<Zeroizing<String>>,
    /// What waits for the other half.
    waiting: Vec<Need>,
    /// Whether the other half could be fetched, while the configuration is not read: before
    /// that it is not known where to ask.
    came: Option<bool>,
    pub(super) address: Option<Address>,
    whole_page: Option<WholePage>,
    /// What stands in the storage of this tab, as far as the other half looked.
    pub(super) stored: Option<String>,
    /// The fragment in which it looked for a profile.
    pub(super) looked_at: String,
    guard: Option<Guard>,
}

impl Component for App {
    type Message = AppMsg;
    type Properties = Start;

    fn create(ctx: &Context<Self>) -> Self {
        let start = ctx.props();
        let origin = web_sys::window().and_then(|window| window.location().origin().ok());
        let kept = start.kept.borrow_mut().take();
        let mut model = kept.unwrap_or_else(|| Model::new(origin.unwrap_or_default()));
        model.theme = theme::load();
        let told = ctx.link().callback(|msg| AppMsg::Happened(Msg::Renewal(msg)));
        start.session.waiting.tell(told);
        let mut app = Self {
            model,
            act: ctx.link().callback(AppMsg::Did),
            config: Some(Value::Object(serde_json::Map::new())),
            configured: !configuration::has_file(&start.element),
            focus: None,
            before_import: Before::default(),
            client_secret: None,
            waiting: Vec::new(),
            came: None,
            address: None,
            whole_page: None,
            stored: None,
            looked_at: String::new(),
            guard: None,
        };
        if start.element.has_attribute("hash-routes") {
            // At once, so that another view does not show first.
            app.model.route = address::current();
            ctx.link().send_message(AppMsg::Happened(Msg::RouteChanged(address::current())));
            let link = ctx.link().clone();
            app.address = Address::listen(move |route| {
                link.send_message(AppMsg::Happened(Msg::RouteChanged(route)));
                if address::has_more() {
                    link.send_message(AppMsg::Happened(Msg::PartAwaited));
                }
            });
            let link = ctx.link().clone();
            app.whole_page = WholePage::listen(&start.element, move |given| {
                link.send_message(AppMsg::Needs(Need::Import(given)));
            });
            // What was typed before the page was loaded is put back by the other half, and a
            // profile in the address is read there.
            if Store::Tab.read(FORM).is_some() || address::has_more() {
                ctx.link().send_message(AppMsg::Happened(Msg::PartAwaited));
            }
        }
        app.configure(ctx);
        app.tell_token(ctx);
        let element = start.element.clone();
        let link = ctx.link().clone();
        spawn_local(async move {
            if configuration::has_file(&element) {
                let config = configuration::load(&element).await;
                link.send_message(AppMsg::ConfigRead(config));
            }
            emit(&element, &HostEvent::Ready);
        });
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: AppMsg) -> bool {
        match msg {
            // Each move of the focus says so; with all there, nothing comes of it.
            AppMsg::Did(Act::Tell(Msg::Entered)) if self.model.door.half == Half::Here => {
                return false;
            }
            AppMsg::Did(Act::Tell(msg)) | AppMsg::Happened(msg) => self.tell(ctx, msg),
            AppMsg::Did(Act::Press) => self.need(ctx, Need::Press),
            AppMsg::Did(Act::LeaveSecret(field)) => self.need(ctx, Need::LeaveSecret(field)),
            AppMsg::Did(Act::EnterSandbox) => self.need(ctx, Need::Sandboxes),
            AppMsg::Did(Act::Give(given)) => self.need(ctx, Need::Import(given)),
            AppMsg::Needs(need) => self.need(ctx, need),
            AppMsg::PartCame(there) if !self.configured => self.came = Some(there),
            AppMsg::PartCame(there) => self.came(ctx, there),
            AppMsg::ConfigRead(config) => {
                self.config = config;
                self.configured = true;
                self.configure(ctx);
                self.offer(ctx);
                if let Some(there) = self.came.take() {
                    self.came(ctx, there);
                }
            }
            AppMsg::AttributesChanged => {
                self.configure(ctx);
                self.offer(ctx);
            }
            AppMsg::TokenChanged => {
                self.tell_token(ctx);
                self.offer(ctx);
            }
        }
        let guarded = self.model.has_unsent_input();
        if guarded != self.guard.is_some() {
            self.guard = if guarded { Guard::new() } else { None };
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let part = part::part().filter(|_| self.model.door.half == Half::Here);
        let later = part.map(|part| Later {
            connections: (part.draw)(self.given(ctx)),
            views: Some(part.views),
        });
        page(&self.model, &self.act, later.unwrap_or_default())
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if let Some(part) = part::part().filter(|_| self.model.door.half == Half::Here) {
            (part.drawn)(self, ctx);
        }
        let Some(id) = self.focus.take() else { return };
        let Some(element) = ctx.props().shadow.get_element_by_id(&id) else { return };
        if let Some(element) = element.dyn_ref::<HtmlElement>() {
            // An element that cannot take the focus leaves it where it is.
            drop(element.focus());
        }
        if let Some(input) = element.dyn_ref::<HtmlInputElement>().filter(|input| input.read_only())
        {
            input.select();
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        drop(at_once(&mut self.model, Msg::Removed));
        let model = std::mem::replace(&mut self.model, Model::new(String::new()));
        *ctx.props().kept.borrow_mut() = Some(model);
    }
}

impl App {
    /// What is complete of Platform access is used, where a view waits for it.
    fn offer(&mut self, ctx: &Context<Self>) {
        if self.model.route != Route::Create {
            drop(self.carry_out(ctx, Effect::OfferAccess));
        }
    }

    fn given(&self, ctx: &Context<Self>) -> Given {
        let start = ctx.props();
        let door = &self.model.door;
        Given {
            shadow: start.shadow.clone(),
            session: Rc::clone(&start.session),
            base: self.model.api_base().to_owned(),
            access: door.access.clone(),
            round: door.round,
            route: self.model.route.clone(),
            tell: ctx.link().callback(|told| AppMsg::Happened(Msg::Told(told))),
        }
    }

    fn configure(&mut self, ctx: &Context<Self>) {
        let config = self.config.as_ref();
        let merged =
            configuration::with_attributes(config.unwrap_or(&Value::Null), &ctx.props().element);
        let (settings, problem) = Settings::from_json(&merged);
        let unreadable = config.is_none_or(|config| !config.is_object());
        let problem = if unreadable { Some(SettingsProblem::Unreadable) } else { problem };
        self.tell(ctx, Msg::Configured(settings, problem));
    }

    pub(super) fn tell_token(&mut self, ctx: &Context<Self>) {
        let session = &ctx.props().session;
        let token = match session.held() {
            Some((source, expires_at)) => Token::Held { source, expires_at },
            None if session.host.provider().is_some() => Token::Provided,
            None => Token::None,
        };
        self.tell(ctx, Msg::TokenIs(token));
    }
}
