//! After an unknown outcome: was the connection created?
//!
//! A `POST` whose answer is lost may have been carried out, now or in a moment. The app
//! never sends it again by itself; it asks for the newest connections of the source and
//! looks for one of that name. The name is compared here, because a comma in it would
//! mean *any of* in a filter of the service.

use flow_service::connection::Connection;
use flow_service::error::CallError;
use flow_service::operation::create_connection::Created;
use flow_service::operation::list_connections::{self, Query};
use flow_service::request::Request;
use flow_service::retry;

use super::phase::{Connected, OlderNamesake, Sent};

/// How many of the newest connections are looked through.
const NEWEST: u16 = 50;

/// How far this browser's clock may be ahead of the service's, in milliseconds. What is
/// older than that is shown as a namesake, and never taken for the connection.
const CLOCK_DIFFERENCE: u64 = 1_000;

/// The pauses before the looks of a round, in milliseconds: the service may still be at it.
const PAUSES: [u32; 4] = [0, 1_000, 2_000, 4_000];

/// The pause before look number `attempt` (from 1), or none if the round is over.
pub(super) fn pause_before(attempt: u8) -> Option<u32> {
    PAUSES.get(usize::from(attempt).checked_sub(1)?).copied()
}

/// The same after a look that failed: none where the failure does not pass, or where the
/// service asks for more patience than anyone has.
pub(super) fn pause_after_failure(attempt: u8, error: &CallError) -> Option<u32> {
    if !retry::is_passing(error) {
        return None;
    }
    // Of the pauses of other reads only what the service asks for counts: the round has its own.
    let asked = retry::pause(1, error.retry_after(), 0)?;
    Some(pause_before(attempt)?.max(asked))
}

/// The request that looks.
pub(super) fn request(sent: &Sent) -> Request {
    let query = Query { spec_id: Some(sent.spec_id.clone()), limit: NEWEST };
    list_connections::request(&sent.access, &query)
}

/// What a look has found.
pub(super) enum Found {
    /// The newest connection that can be the one.
    New(Created),
    /// None; these have the name, and are older.
    None(Vec<OlderNamesake>),
}

/// Looks through the newest connections. Those that this page has created before are
/// known and are not the one.
pub(super) fn find(sent: &Sent, known: &[Connected], newest: Vec<Connection>) -> Found {
    let since = sent.pressed_at.saturating_sub(CLOCK_DIFFERENCE);
    let mut older = Vec::new();
    for connection in newest {
        let same = connection.name.as_deref() == Some(&sent.name)
            && connection.spec_id.as_deref() == Some(sent.spec_id.as_str())
            && known.iter().all(|known| known.id != connection.id);
        if !same {
            continue;
        }
        if connection.created_at.is_some_and(|created_at| created_at >= since) {
            return Found::New(Created { id: connection.id, etag: connection.etag });
        }
        older.push(OlderNamesake { id: connection.id, created_at: connection.created_at });
    }
    Found::None(older)
}
