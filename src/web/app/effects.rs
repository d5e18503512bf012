//! How what is decided at once becomes deeds; all else is in `web/deeds.rs`.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::super::{part, theme};
use super::{App, AppMsg, Need};
use crate::screen::{Effect, Field, Msg, at_once};

impl App {
    /// Tells the model, and carries out what it decides.
    pub(in crate::web) fn tell(&mut self, ctx: &Context<Self>, msg: Msg) {
        match at_once(&mut self.model, msg) {
            Ok(effects) => {
                for effect in effects {
                    if let Err(effect) = self.carry_out(ctx, effect) {
                        self.need(ctx, Need::CarryOut(effect));
                    }
                }
            }
            Err(msg) => self.need(ctx, Need::Decide(msg)),
        }
    }

    /// Carries out what needs nothing of the other half; gives back what does.
    pub(in crate::web) fn carry_out(
        &mut self,
        ctx: &Context<Self>,
        effect: Effect,
    ) -> Result<(), Effect> {
        match effect {
            Effect::Focus(id) => self.focus = Some(id),
            Effect::ForgetToken => {
                ctx.props().session.forget();
                // Nor does taking an import back bring one to light again.
                self.before_import.secrets.retain(|one| one.input != Field::AccessToken.into());
            }
            Effect::LoadPart => {
                let link = ctx.link().clone();
                spawn_local(async move {
                    let there = part::load().await;
                    link.send_message(AppMsg::PartCame(there));
                    // Where the network was missing, nobody has to press when it is back.
                    if !there {
                        part::network().await;
                        link.send_message(AppMsg::Happened(Msg::PartWanted));
                    }
                });
            }
            // Before the configuration is read it is not known where to ask.
            Effect::OfferAccess if !self.configured => {}
            Effect::OfferAccess => ctx.link().send_message(AppMsg::Needs(Need::OfferAccess)),
            Effect::ShowRoute(route) => {
                if let Some(address) = &self.address {
                    address.show(&route);
                }
            }
            Effect::KeepTheme(chosen) => theme::keep(chosen),
            other => return Err(other),
        }
        Ok(())
    }
}
