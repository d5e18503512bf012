//! The requests that are running, and which of them are sent once more.
//!
//! Reads that fail for a passing reason are repeated with a growing pause; writes never are.

use flow_service::error::CallError;
use flow_service::request::Request;
use flow_service::retry;

use super::message::{Call, Effect, Moment};
use crate::screen::Ticket;

/// A request without an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Running {
    ticket: Ticket,
    request: Request,
    /// What it is for.
    pub call: Call,
    /// How often it has been sent, or is about to be.
    pub attempt: u8,
    /// Whether Platform access was changed after it was sent.
    is_earlier: bool,
}

/// What follows from an answer.
#[derive(Debug, PartialEq)]
pub enum Verdict {
    /// It is not waited for any more.
    Late,
    /// The request is sent once more.
    Repeat(Effect),
    /// It counts.
    Counts(Call),
}

/// All requests without an answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Calls {
    running: Vec<Running>,
    last: Ticket,
}

impl Calls {
    /// Sends a request. One that reads the same is broken off: its answer would be older.
    /// One that writes is never broken off: it may have been carried out.
    pub fn start(&mut self, call: Call, request: Request) -> Vec<Effect> {
        let mut effects = self.stop(|held| *held == call && held.is_read());
        self.last = self.last.next();
        let running = Running {
            ticket: self.last,
            request: request.clone(),
            call: call.clone(),
            attempt: 1,
            is_earlier: false,
        };
        self.running.push(running);
        effects.push(Effect::Send { ticket: self.last, call, request, pause: 0 });
        effects
    }

    /// Breaks off what is not needed any more.
    pub fn stop(&mut self, unneeded: impl Fn(&Call) -> bool) -> Vec<Effect> {
        let (stopped, kept) =
            std::mem::take(&mut self.running).into_iter().partition(|held| unneeded(&held.call));
        self.running = kept;
        let stopped: Vec<Running> = stopped;
        stopped.into_iter().map(|held| Effect::Abort(held.ticket)).collect()
    }

    /// Platform access is changed: what an answer tells of it is about the earlier one.
    pub fn access_changed(&mut self) {
        self.running.iter_mut().for_each(|held| held.is_earlier = true);
    }

    /// Whether the request was sent with the access that counts now.
    #[must_use]
    pub fn is_current(&self, ticket: Ticket) -> bool {
        self.running.iter().any(|held| held.ticket == ticket && !held.is_earlier)
    }

    /// The request for this that is running.
    #[must_use]
    pub fn running(&self, call: &Call) -> Option<&Running> {
        self.running.iter().find(|held| held.call == *call)
    }

    /// How many requests are running that this says yes to.
    #[must_use]
    pub fn count(&self, which: impl Fn(&Call) -> bool) -> usize {
        self.running.iter().filter(|held| which(&held.call)).count()
    }

    /// Judges an answer.
    pub fn answered(
        &mut self,
        ticket: Ticket,
        error: Option<&CallError>,
        moment: Moment,
    ) -> Verdict {
        let Some(index) = self.running.iter().position(|held| held.ticket == ticket) else {
            return Verdict::Late;
        };
        if let Some(error) = error
            && let Some(held) = self.running.get_mut(index)
            && held.call.is_read()
            && retry::is_passing(error)
            && let Some(pause) = retry::pause(held.attempt, error.retry_after(), moment.random)
        {
            held.attempt = held.attempt.saturating_add(1);
            return Verdict::Repeat(Effect::Send {
                ticket,
                call: held.call.clone(),
                request: held.request.clone(),
                pause,
            });
        }
        Verdict::Counts(self.running.remove(index).call)
    }
}
