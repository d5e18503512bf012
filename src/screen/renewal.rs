//! A token that was refused in the middle of something: the call waits, a person gives
//! another token, and it goes on. A refused call was not carried out, whatever it was.

use flow_service::value::Problem;

use super::at_once::forget_finding;
use super::event::Event;
use super::field::Field;
use super::message::Effect;
use super::model::Model;
use super::token_note::say;
use super::{element_id, get_token, words};

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
}

pub(super) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let focus = || Effect::Focus(element_id::NEW_TOKEN.to_owned());
    match (msg, &mut model.renewal) {
        (Msg::Asked { again, awaited }, None) => {
            model.renewal = Some(Renewal { again, problem: None, shown: false });
            // What is told of an earlier token would be taken for an answer to this.
            get_token::put_away(model);
            say(model, words::TOKEN_REFUSED);
            let told = Effect::Emit(Event::TokenNeeded("refused"));
            return [told].into_iter().chain(awaited.then(focus)).collect();
        }
        (Msg::Asked { awaited, .. }, Some(_)) => {
            return awaited.then(focus).into_iter().collect();
        }
        (Msg::Edited, Some(renewal)) => renewal.problem = None,
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
