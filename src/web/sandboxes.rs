//! Asks for the sandboxes of the organization. That the service does not list them is told, and
//! not why: their names can be typed.

use std::rc::Rc;

use flow_service::operation::list_sandboxes;
use flow_service::request::Access;
use flow_service::secret::Secrets;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::app::{App, AppMsg};
use super::renewal::Asks;
use super::session::Session;
use crate::screen::Msg;
use crate::screen::connections::words;

impl App {
    pub(super) fn list_sandboxes(&self, ctx: &Context<Self>, access: Access) {
        let session = Rc::clone(&ctx.props().session);
        let base = self.model.api_base().to_owned();
        let link = ctx.link().clone();
        spawn_local(async move {
            let listed = sandboxes(&session, &base, &access).await;
            link.send_message(AppMsg::Happened(Msg::SandboxesAre(access, listed)));
        });
    }
}

/// Each with what is known of it.
async fn sandboxes(
    session: &Session,
    base: &str,
    access: &Access,
) -> Option<Vec<(String, String)>> {
    let controller = session.sandboxes.begin()?;
    let request = list_sandboxes::request(access);
    let mut secrets = Secrets::default();
    let answer = session.call(base, &request, &mut secrets, &controller, Asks::Never).await;
    let listed = list_sandboxes::response(answer.ok()?.0).ok()?;
    let listed = list_sandboxes::default_first(listed);
    Some(listed.into_iter().map(|sandbox| words::sandbox(&sandbox)).collect())
}
