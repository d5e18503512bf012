//! What a text gives, written short: `Target = value` for what is taken, `!name Why` for
//! what is not.

use flow_service::import::{Format, NothingFound, Target};

use super::import::import;

/// Holds all that a text gives against what is expected.
#[track_caller]
pub fn check(text: &str, format: Format, expect: &[&str]) {
    let (found, taken, ignored) = match import(text) {
        Ok(import) => (import.format, import.taken, import.ignored),
        Err(NothingFound::NothingUsable(format, ignored)) => (format, Vec::new(), ignored),
        Err(other) => panic!("{other}: {text}"),
    };
    assert_eq!(found, format, "{text}");
    let taken = taken.iter().map(|taken| {
        let target = match &taken.target {
            Target::Param(key) => key.clone(),
            other => format!("{other:?}"),
        };
        format!("{target} = {}", *taken.value)
    });
    let ignored = ignored.iter().map(|ignored| format!("!{} {:?}", ignored.name, ignored.why));
    assert_eq!(taken.chain(ignored).collect::<Vec<_>>(), expect, "{text}");
}
