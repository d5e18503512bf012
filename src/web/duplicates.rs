//! Asks for connections that have the name which is typed, beside the main job. That the
//! service does not answer is no failure: nothing is said, and it is not asked again.

use std::rc::Rc;

use flow_service::operation::list_connections;
use flow_service::request::Access;
use flow_service::secret::Secrets;
use flow_service::value::ConnectionName;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::{App, AppMsg};
use super::renewal::Asks;
use crate::screen::{Msg, duplicates};

/// How many connections are asked for at most.
const LIMIT: u16 = 50;

impl App {
    pub(super) fn find(&self, ctx: &Context<Self>, access: Access, name: ConnectionName) {
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
            let answered = duplicates::Msg::Answered(access, name, page);
            link.send_message(AppMsg::Happened(Msg::Duplicates(answered)));
        });
    }
}
