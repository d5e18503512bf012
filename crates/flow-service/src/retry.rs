//! Reads that failed for a reason that passes: whether and when to ask again.
//!
//! For reads only: a request that changes something may have been carried out. Nothing
//! waits here; the caller has the timer and the random number.
//!
//! Adobe documents no limit of rate and no rule of repetition for the Flow Service.
//! The public Python client aepp repeats after 429, 500, 502, 503 and 504 and doubles the
//! pause each time. The rest is our own choice: 500 is left out, because it speaks of the
//! request as often as of the moment, and with all four pauses a person waits 7.5 seconds
//! at most, unless the service asks for more.

use crate::error::{CallError, NoAnswer, UnreadableReason};

/// How often a read is repeated at most.
const REPETITIONS: u8 = 4;

/// The longest first pause, in milliseconds. Each pause may last twice as long as the one
/// before.
const FIRST_PAUSE: u32 = 500;

/// Whoever asks for a longer pause, in seconds, is not asked again: no one waits so long.
const LONGEST_ASKED: u32 = 30;

/// Whether the same read may succeed a little later.
#[must_use]
pub fn is_passing(error: &CallError) -> bool {
    match error {
        CallError::NoAnswer(NoAnswer::ConnectionFailed) => true,
        CallError::NotSent(_)
        | CallError::NoAnswer(NoAnswer::TimedOut(_) | NoAnswer::Cancelled | NoAnswer::PageClosed) => {
            false
        }
        CallError::RefusedByGateway(refusal) | CallError::RefusedByService(refusal) => {
            passes(refusal.status)
        }
        CallError::UnreadableAnswer(answer) => {
            answer.reason == UnreadableReason::Cut || passes(answer.status)
        }
    }
}

/// Statuses that speak of the moment and not of the request.
const fn passes(status: u16) -> bool {
    matches!(status, 429 | 502..=504)
}

/// The milliseconds until the next attempt, or none where there shall be none.
///
/// `attempt` is the one that failed, counted from 1; `retry_after` is what the service
/// asks for, in seconds; `random` is any number. Half of the pause is left to chance, so
/// that pages which failed together do not come back together.
#[must_use]
pub const fn pause(attempt: u8, retry_after: Option<u32>, random: u32) -> Option<u32> {
    if attempt == 0 || attempt > REPETITIONS {
        return None;
    }
    let half = (FIRST_PAUSE / 2) << (attempt - 1);
    let drawn = half + random % (half + 1);
    match retry_after {
        Some(seconds) if seconds > LONGEST_ASKED => None,
        Some(seconds) if seconds * 1000 > drawn => Some(seconds * 1000),
        Some(_) | None => Some(drawn),
    }
}
