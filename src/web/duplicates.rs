//! Asks for connections that have the name which is typed, beside the main job. That the
//! service does not answer is no failure: nothing is said.

use std::rc::Rc;

use flow_service::operation::list_connections;
use flow_service::request::Access;
use flow_service::secret::Secrets;
use flow_service::value::ConnectionName;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::{App, AppMsg};
use super::clock;
use super::deeds::read_token;
use super::renewal::Asks;
use crate::screen::duplicates::Deed;
use crate::screen::{Msg, duplicates};

/// How many connections are asked for at most.
const LIMIT: u16 = 50;

/// How long nothing is done before it is asked, in milliseconds: who types has come to an end,
/// and who goes for the button is not there yet.
const PAUSE: u32 = 400;

/// Waits for a pause where there is something to ask; each drawing begins it anew.
pub(super) fn drawn(app: &App, ctx: &Context<App>) {
    if !duplicates::is_due(&app.model) {
        return;
    }
    let link = ctx.link().clone();
    ctx.props().session.pause(Timeout::new(PAUSE, move || {
        link.send_message(AppMsg::Happened(Msg::Duplicates(duplicates::Msg::Paused)));
    }));
}

impl App {
    pub(super) fn carry_out_duplicates(&mut self, ctx: &Context<Self>, deed: Deed) {
        match deed {
            Deed::Offer => {
                let wanted = duplicates::Msg::Wanted(read_token(ctx), clock::now());
                self.decide(ctx, Msg::Duplicates(wanted), None);
            }
            Deed::Find(access, name) => self.find(ctx, access, name),
            Deed::Stop => ctx.props().session.aside.abort(),
        }
    }

    fn find(&self, ctx: &Context<Self>, access: Access, name: ConnectionName) {
        let session = Rc::clone(&ctx.props().session);
        let Some(controller) = session.aside.begin() else { return };
        let base = self.model.api_base().to_owned();
        let link = ctx.link().clone();
        spawn_local(async move {
            let request = list_connections::request_named(&access, &name, LIMIT);
            let answer = session
                .call(&base, &request, &mut Secrets::default(), &controller, Asks::Never)
                .await;
            let page = answer.ok().and_then(|(it, _)| list_connections::response(it).ok());
            let answered = duplicates::Msg::Answered(access, name, page, clock::now());
            link.send_message(AppMsg::Happened(Msg::Duplicates(answered)));
        });
    }
}
