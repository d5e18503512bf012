//! Waiting for what can be seen, up to a deadline, instead of sleeping.

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

/// How long a person would wait for a page on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The pause between two looks.
const PAUSE: Duration = Duration::from_millis(40);

/// Looks until there is something to see; an error of a look counts as nothing to see yet.
///
/// # Errors
/// Nothing was there before the deadline; the error holds the last look's own.
pub async fn until<T>(what: &str, look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    until_within(PATIENCE, what, look).await
}

/// [`until`] with a deadline of its own.
///
/// # Errors
/// As [`until`].
pub async fn until_within<T>(
    limit: Duration,
    what: &str,
    mut look: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        let seen = look().await;
        if let Ok(Some(value)) = seen {
            return Ok(value);
        }
        if start.elapsed() > limit {
            let seconds = limit.as_secs();
            let cause = seen.err().unwrap_or_else(|| anyhow!("it was not to be seen"));
            return Err(cause.context(format!("waited {seconds} s in vain: {what}")));
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Waits until a condition holds.
///
/// # Errors
/// As [`until`].
pub async fn until_true(what: &str, mut holds: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    until(what, async || Ok(holds().await?.then_some(()))).await
}
