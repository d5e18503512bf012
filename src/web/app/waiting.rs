//! What needs the half of the app that is fetched later, and waits until it is there.

use yew::prelude::*;

use super::super::part;
use super::App;
use crate::screen::{Effect, Field, Half, Msg};
use crate::ui::Given;

/// Something that only the other half can do.
pub enum Need {
    /// Decide about this message.
    Decide(Msg),
    /// Read the secrets and press *Create connection*, or *Show connections*.
    Press,
    /// Look at a secret that was left.
    LeaveSecret(Field),
    /// Look whether the sandboxes can be asked for.
    Sandboxes,
    /// Look whether Platform access is complete.
    OfferAccess,
    /// Fill the form from this.
    Import(Given),
    /// Carry out what was decided.
    CarryOut(Effect),
}

impl App {
    /// Hands over what is needed, now or when the other half has come.
    pub(super) fn need(&mut self, ctx: &Context<Self>, need: Need) {
        if let Some(part) = part::part().filter(|_| self.model.door.half == Half::Here) {
            return (part.meet)(self, ctx, need);
        }
        // What could not be had is asked for again by a press, not by each input that is left.
        let is_left = matches!(need, Need::LeaveSecret(_) | Need::Decide(Msg::Left(_)));
        if is_left && self.model.door.half == Half::Failed {
            return;
        }
        self.waiting.push(need);
        self.tell(ctx, Msg::PartAwaited);
    }

    /// The other half came, or could not be fetched: then a person does it once more.
    pub(super) fn came(&mut self, ctx: &Context<Self>, there: bool) {
        self.tell(ctx, Msg::PartLoaded(there));
        for need in std::mem::take(&mut self.waiting) {
            if there {
                self.need(ctx, need);
            }
        }
    }
}
