//! The component that holds the model, draws it and carries out its effects.

use std::cell::RefCell;
use std::rc::Rc;

use flow_service::error::CallError;
use flow_service::operation::{create_connection, list_connections, test_connection};
use flow_service::request::Request;
use flow_service::response::Response;
use flow_service::secret::{Secret, SecretName, Secrets};
use flow_service::value::Problem;
use gloo_timers::callback::Timeout;
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement, ShadowRoot};
use yew::prelude::*;

use super::address::{self, Address};
use super::host_event::emit;
use super::leaving::Guard;
use super::session::Session;
use super::{clipboard, clock, configuration, secret_inputs, theme};
use crate::screen::{
    Answer, Call, Effect, Event as HostEvent, Field, Model, Msg, SecretReport, Settings,
    SettingsProblem, Ticket, Token, TokenReport, update,
};
use crate::ui::{Act, page};

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
#[derive(Debug)]
pub enum AppMsg {
    /// A person did something.
    Did(Act),
    /// Something happened.
    Happened(Msg),
    /// `config.json` was read, or could not be.
    ConfigRead(Option<Value>),
    /// An attribute of the element changed.
    AttributesChanged,
    /// The host page gave a token or a provider, or took it away.
    TokenChanged,
}

/// The app in one element.
pub struct App {
    model: Model,
    act: Callback<Act>,
    config: Option<Value>,
    focus: Option<String>,
    address: Option<Address>,
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
        let mut app = Self {
            model,
            act: ctx.link().callback(AppMsg::Did),
            config: Some(Value::Object(serde_json::Map::new())),
            focus: None,
            address: None,
            guard: None,
        };
        if start.element.has_attribute("hash-routes") {
            app.model.route = address::current();
            let told = ctx.link().callback(|route| AppMsg::Happened(Msg::RouteChanged(route)));
            app.address = Address::listen(move |route| told.emit(route));
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
            AppMsg::Did(Act::Tell(msg)) | AppMsg::Happened(msg) => self.tell(ctx, msg, None),
            AppMsg::Did(Act::Press) => self.press(ctx),
            AppMsg::Did(Act::LeaveSecret(field)) => self.leave_secret(ctx, field),
            AppMsg::ConfigRead(config) => {
                self.config = config;
                self.configure(ctx);
            }
            AppMsg::AttributesChanged => self.configure(ctx),
            AppMsg::TokenChanged => self.tell_token(ctx),
        }
        let guarded = self.model.has_unsent_input();
        if guarded != self.guard.is_some() {
            self.guard = if guarded { Guard::new() } else { None };
        }
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        page(&self.model, &self.act)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
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
        drop(update(&mut self.model, Msg::Removed));
        let model = std::mem::replace(&mut self.model, Model::new(String::new()));
        *ctx.props().kept.borrow_mut() = Some(model);
    }
}

impl App {
    /// Tells the model, and carries out what it decides.
    fn tell(&mut self, ctx: &Context<Self>, msg: Msg, mut secrets: Option<Secrets>) {
        for effect in update(&mut self.model, msg) {
            self.carry_out(ctx, effect, &mut secrets);
        }
    }

    fn carry_out(&mut self, ctx: &Context<Self>, effect: Effect, secrets: &mut Option<Secrets>) {
        let start = ctx.props();
        match effect {
            Effect::Send(ticket, call, request) => {
                self.send(ctx, ticket, call, request, secrets.take().unwrap_or_default());
            }
            Effect::Abort => start.session.abort(),
            Effect::Focus(id) => self.focus = Some(id),
            Effect::ClearSecrets(fields) => {
                secret_inputs::clear(&start.shadow, &fields);
                start.session.keep_typed();
                self.tell_token(ctx);
            }
            Effect::FillSampleSecrets => secret_inputs::fill_sample(&start.shadow),
            Effect::ForgetToken => start.session.forget(),
            Effect::Copy(target, text) => {
                let link = ctx.link().clone();
                spawn_local(async move {
                    let worked = clipboard::copy(&text).await;
                    link.send_message(AppMsg::Happened(Msg::Copied(target, worked)));
                });
            }
            Effect::Emit(event) => emit(&start.element, &event),
            Effect::ShowRoute(route) => {
                if let Some(address) = &self.address {
                    address.show(route);
                }
            }
            Effect::KeepTheme(chosen) => theme::keep(chosen),
        }
    }

    fn send(
        &self,
        ctx: &Context<Self>,
        ticket: Ticket,
        call: Call,
        request: Request,
        mut secrets: Secrets,
    ) {
        let session = Rc::clone(&ctx.props().session);
        let element = ctx.props().element.clone();
        let base = self.model.api_base().to_owned();
        let link = ctx.link().clone();
        let answered = async move {
            let answer = session.call(&base, &request, &mut secrets).await;
            let answer = read_answer(call, answer).redacted(&secrets);
            if answer.error().and_then(CallError::status) == Some(401) {
                emit(&element, &HostEvent::TokenNeeded("refused"));
            }
            link.send_message(AppMsg::Happened(Msg::Answered(ticket, answer, clock::now())));
        };
        match call {
            Call::LookUp(pause) => {
                // It runs on its own: the answer finds out whether it is still waited for.
                Timeout::new(pause, || spawn_local(answered)).forget();
            }
            Call::Create | Call::Test => spawn_local(answered),
        }
    }

    /// *Create connection*: the secrets are read, parsed, and handed to the one request.
    fn press(&mut self, ctx: &Context<Self>) {
        let start = ctx.props();
        let mut secrets = Secrets::default();
        let token = Self::read_token(ctx);
        let params = Field::secrets_of(&self.model.auth())
            .filter_map(|field| {
                let text = secret_inputs::read(&start.shadow, &field);
                let Field::Param(key) = field else { return None };
                let remarks = Secret::parse((*text).clone()).map(|(secret, remark)| {
                    secrets.insert(SecretName::of_param(&key), secret);
                    remark.into_iter().collect()
                });
                Some((key, remarks))
            })
            .collect();
        if matches!(token, TokenReport::Typed(Err(Problem::Missing))) {
            emit(&start.element, &HostEvent::TokenNeeded("needed"));
        }
        let report = SecretReport { token, params };
        self.tell(ctx, Msg::Pressed(report, clock::now()), Some(secrets));
    }

    fn read_token(ctx: &Context<Self>) -> TokenReport {
        let session = &ctx.props().session;
        let text = secret_inputs::read(&ctx.props().shadow, &Field::AccessToken);
        if text.trim().is_empty() {
            session.set_typed(None);
            return if session.is_available() {
                TokenReport::Available
            } else {
                TokenReport::Typed(Err(Problem::Missing))
            };
        }
        TokenReport::Typed(secret_inputs::check_token(&text).map(|(token, remarks)| {
            session.set_typed(Some(token));
            remarks
        }))
    }

    fn leave_secret(&mut self, ctx: &Context<Self>, field: Field) {
        let text = secret_inputs::read(&ctx.props().shadow, &field);
        let found = if text.is_empty() {
            Ok(Vec::new())
        } else if field == Field::AccessToken {
            secret_inputs::check_token(&text).map(|(_, remarks)| remarks)
        } else {
            Secret::parse((*text).clone()).map(|(_, remark)| remark.into_iter().collect())
        };
        self.tell(ctx, Msg::SecretLeft(field, found), None);
    }

    fn configure(&mut self, ctx: &Context<Self>) {
        let config = self.config.as_ref();
        let merged =
            configuration::with_attributes(config.unwrap_or(&Value::Null), &ctx.props().element);
        let (settings, problem) = Settings::from_json(&merged);
        let unreadable = config.is_none_or(|config| !config.is_object());
        let problem = if unreadable { Some(SettingsProblem::Unreadable) } else { problem };
        self.tell(ctx, Msg::Configured(settings, problem), None);
    }

    fn tell_token(&mut self, ctx: &Context<Self>) {
        let session = &ctx.props().session;
        let token = match session.held() {
            Some((source, expires_at)) => Token::Held { source, expires_at },
            None if session.provider().is_some() => Token::Provided,
            None => Token::None,
        };
        self.tell(ctx, Msg::TokenIs(token), None);
    }
}

/// Not inlined: within the future that calls it, it would be 1 KB more.
#[inline(never)]
fn read_answer(call: Call, answer: Result<Response, CallError>) -> Answer {
    match call {
        Call::Create => Answer::Create(answer.and_then(create_connection::response)),
        Call::LookUp(_) => Answer::LookUp(answer.and_then(list_connections::response)),
        Call::Test => Answer::Test(answer.and_then(test_connection::response)),
    }
}
