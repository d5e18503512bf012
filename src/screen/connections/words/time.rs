//! How long ago something was, and when exactly.

use crate::screen::words::utc;

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// How long ago `then` was, both in milliseconds since 1970 (UTC), such as `3 hours ago`, in
/// the largest unit that fits.
#[must_use]
pub fn ago(now: u64, then: u64) -> String {
    let passed = now.saturating_sub(then);
    let units = [
        (365 * DAY, "year"),
        (30 * DAY, "month"),
        (DAY, "day"),
        (HOUR, "hour"),
        (MINUTE, "minute"),
    ];
    match units.into_iter().find(|(size, _)| passed >= *size) {
        Some((size, unit)) => units_ago(passed / size, unit),
        None => "just now".to_owned(),
    }
}

/// The same for a narrow place; after 30 days the date. The clock of the service may be a
/// little ahead of this one, so what lies less than a minute ahead is now.
#[must_use]
pub fn relative(now: u64, then: u64) -> String {
    if then > now.saturating_add(MINUTE) {
        return date(then);
    }
    match now.saturating_sub(then) {
        passed if passed < DAY => ago(now, then),
        passed if passed < 2 * DAY => "yesterday".to_owned(),
        passed if passed <= 30 * DAY => units_ago(passed / DAY, "day"),
        _ => date(then),
    }
}

/// When that was, for those who hear the page, behind [`relative`].
#[must_use]
pub fn exact(then: u64) -> String {
    [", ", &utc(then)].concat()
}

/// When that was, as HTML has it: `2026-11-23T18:05:09Z`.
#[must_use]
pub fn machine(then: u64) -> String {
    utc(then).replacen(' ', "T", 1).replace(" UTC", "Z")
}

fn units_ago(count: u64, unit: &str) -> String {
    let end = if count == 1 { " ago" } else { "s ago" };
    [&count.to_string(), " ", unit, end].concat()
}

fn date(then: u64) -> String {
    let utc = utc(then);
    utc.split(' ').next().unwrap_or_default().to_owned()
}
