//! The clock, in the unit of the API: milliseconds since 1970 (UTC).

use std::time::{SystemTime, UNIX_EPOCH};

/// The time now; 0 on a machine whose clock stands before 1970.
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
