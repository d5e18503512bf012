//! The time.

/// Milliseconds since 1970 (UTC), by this computer's clock.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the time since 1970 is a whole number far below 2^53"
)]
pub(super) fn now() -> u64 {
    js_sys::Date::now() as u64
}
