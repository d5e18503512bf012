//! A token that was refused in the middle of something: the call waits, a person gives
//! another token, and it goes on. A refused call was not carried out, whatever it was.

use flow_service::value::Problem;

use super::at_once::forget_finding;
use super::event::Event;
use super::field::Field;
use super::message::Effect;
use super::model::Model;
use super::token_note::say;
use super::{element_id, get_token, import, words};

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A call waits for a new token.
    Asked {
        /// Whether the token that a person gave last was refused too.
        again: bool,
        /// Whether the person is waiting for it, so that the focus may move.
        awaited: bool,
    },
    /// The new token was changed.
    Edited,
    /// It shall be readable on the screen, or hidden again.
    Show(bool),
    /// *Continue* was pressed.
    Continued,
    /// The new token cannot be sent.
    Unusable(Problem),
    /// *Cancel* was pressed.
    Cancelled,
    /// No call waits any more.
    Ended,
}

/// Calls wait for a new token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Renewal {
    /// Whether the token that a person gave last was refused too.
    pub again: bool,
    /// What cannot be sent of the new one.
    pub problem: Option<Problem>,
    /// Whether it is readable on the screen.
    pub shown: bool,
    /// What came of the last import.
    pub import: Import,
}

/// What an import gave while a token is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Import {
    /// There was none.
    #[default]
    None,
    /// A token, which is in the input.
    Token,
    /// No token.
    NoToken,
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let focus = || Effect::Focus(element_id::NEW_TOKEN.to_owned());
    match (msg, &mut model.renewal) {
        (Msg::Asked { again, awaited }, None) => {
            model.renewal = Some(Renewal { again, ..Renewal::default() });
            // What is told of an earlier token would be taken for an answer to this.
            get_token::put_away(model);
            say(model, words::TOKEN_REFUSED);
            // Once for each call: a host page that answers with the same token at once would make
            // the call go out without end.
            let told = (!again).then(|| Effect::Emit(Event::TokenNeeded("refused")));
            return told.into_iter().chain(awaited.then(focus)).collect();
        }
        (Msg::Asked { awaited, .. }, Some(_)) => {
            return awaited.then(focus).into_iter().collect();
        }
        (Msg::Edited, Some(renewal)) => {
            renewal.problem = None;
            renewal.import = Import::None;
        }
        (Msg::Show(shown), Some(renewal)) => renewal.shown = shown,
        (Msg::Continued, Some(_)) => return vec![Effect::UseNewToken],
        (Msg::Unusable(problem), Some(renewal)) => {
            renewal.problem = Some(problem);
            return vec![focus()];
        }
        (Msg::Cancelled, Some(_)) => {
            model.renewal = None;
            return vec![Effect::GiveUpWaiting];
        }
        (Msg::Ended, renewal) => {
            let went_on = renewal.take().is_some();
            // The refused one was taken out of its input.
            if went_on && !model.token_edited {
                forget_finding(model, &Field::AccessToken);
            }
        }
        (_, None) => {}
    }
    Vec::new()
}

/// An import gave a token, or none. Nothing but the token is taken from it.
pub(super) fn imported(model: &mut Model, msg: &import::Msg) -> Vec<Effect> {
    let Some(renewal) = &mut model.renewal else { return Vec::new() };
    renewal.import = match msg {
        import::Msg::Reading => return Vec::new(),
        import::Msg::TokenGiven => {
            renewal.problem = None;
            Import::Token
        }
        _ => Import::NoToken,
    };
    let said = words::renewal_import(renewal.import);
    say(model, said);
    vec![Effect::Focus(element_id::NEW_TOKEN.to_owned())]
}
