//! A source that is wanted before it is known: a profile or an import names it, and the list
//! that has its spec comes only with access. Until then the form is still that of another
//! source, so nothing may be sent.

use flow_service::value::ConnectionSpecId;

use super::choosing::{choose_id, follow};
use super::{Deed, LeftOut, List, Wanted};
use crate::screen::at_once::forget_finding;
use crate::screen::element_id;
use crate::screen::field::Field;
use crate::screen::message::{Effect, Msg};
use crate::screen::model::Model;
use crate::screen::phase::Phase;
use crate::screen::token::Token;
use crate::screen::token_note;
use crate::screen::words;

/// How a wish stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// It is fulfilled when the sources are listed.
    Waits,
    /// They are listed, and the source is not among them.
    Absent,
    /// It is not among those that could be listed and read, which are not all.
    Unsure,
}

/// What stands in the control *Source*, to go back to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The source whose form is drawn.
    drawn: String,
    /// The connection spec ID under *Advanced*.
    typed: String,
    wanted: Option<Wanted>,
}

impl Standing {
    /// Whether the form of this source was drawn.
    pub(in super::super) fn draws(&self, id: &str) -> bool {
        self.drawn == id
    }
}

/// Chooses the source of this connection spec ID, and its auth spec of this name, where one is
/// named: at once where it is known, else as soon as it is. A text that cannot be the ID of a
/// source is put under *Advanced*, where it is said what is wrong with it.
pub(in super::super) fn want(model: &mut Model, id: &str, auth_name: &str) -> Vec<Effect> {
    let Ok(parsed) = ConnectionSpecId::parse(id) else {
        model.sources.wanted = None;
        forget_finding(model, &Field::SpecId);
        model.form.set(&Field::SpecId, id.to_owned());
        return Vec::new();
    };
    let id = parsed.as_str().to_owned();
    model.sources.wanted = Some(Wanted { id, auth_name: auth_name.to_owned() });
    fulfil(model);
    if model.sources.wanted.is_some() { offer(model) } else { Vec::new() }
}

/// Chooses the wanted source, where it is known by now.
pub(in super::super) fn fulfil(model: &mut Model) {
    let Some(Wanted { id, auth_name }) = model.sources.wanted.clone() else { return };
    if choose_id(model, &id) && model.spec.auth_spec(&auth_name).is_some() {
        model.auth_name = auth_name;
    }
}

/// How the wish stands that there is; none where none is.
#[must_use]
pub fn wish(model: &Model) -> Option<Wish> {
    model.sources.wanted.as_ref().map(|wanted| wish_for(model, &wanted.id))
}

/// How a wish for a source that is not known stands or would stand.
#[must_use]
pub fn wish_for(model: &Model, id: &str) -> Wish {
    match &model.sources.list {
        List::Known(_, known) if known.iter().all(|it| it.entry.id != id) => {
            let is_whole = model.sources.left_out == LeftOut::default();
            if is_whole { Wish::Absent } else { Wish::Unsure }
        }
        _ => Wish::Waits,
    }
}

/// The source whose form is drawn is kept.
pub(super) fn give_up(model: &mut Model) -> Vec<Effect> {
    let wanted = model.sources.wanted.take();
    if wanted.is_some_and(|wanted| wanted.id == model.form.text(&Field::SpecId)) {
        follow(model);
    }
    vec![Effect::Focus(element_id::SOURCE.to_owned())]
}

/// *Create connection* was pressed. Nothing is sent: what is typed belongs to the source whose
/// form is drawn, and that is another one.
pub(in super::super) fn explain(model: &mut Model) -> Vec<Effect> {
    model.said_aside = Some(words::SAY_NOT_SENT_FOR_SOURCE);
    let focus = Effect::Focus(element_id::SOURCE.to_owned());
    offer(model).into_iter().chain([focus]).collect()
}

/// Whether this may be what completes Platform access.
pub(in super::super) const fn may_complete_access(msg: &Msg) -> bool {
    matches!(msg, Msg::TokenNote(token_note::Msg::Facts(..)) | Msg::Kept(_) | Msg::PartLoaded(true))
}

/// Asks for the list while a source is wanted. Nothing that a person did not press makes the
/// host page ask for a token.
pub(in super::super) fn offer_wanted(model: &Model) -> Vec<Effect> {
    let is_wanted = model.sources.wanted.is_some();
    let has_token = model.token != Token::Provided || model.token_edited;
    if is_wanted && has_token { offer(model) } else { Vec::new() }
}

/// Looks whether the list can be asked for. While a creation is on its way, the token that it
/// was sent with stays the one.
pub(in super::super) fn offer(model: &Model) -> Vec<Effect> {
    if matches!(model.phase, Phase::Sending(_)) {
        return Vec::new();
    }
    vec![Effect::Sources(Deed::Offer)]
}

/// What stands there now.
pub(in super::super) fn standing(model: &Model) -> Standing {
    Standing {
        drawn: model.spec.id.clone(),
        typed: model.form.text(&Field::SpecId).to_owned(),
        wanted: model.sources.wanted.clone(),
    }
}

/// Puts that back.
pub(in super::super) fn stand_again(model: &mut Model, before: &Standing) {
    if model.spec.id != before.drawn {
        choose_id(model, &before.drawn);
    }
    forget_finding(model, &Field::SpecId);
    model.form.set(&Field::SpecId, before.typed.clone());
    model.sources.wanted.clone_from(&before.wanted);
}
