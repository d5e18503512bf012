//! What a key means in the control of the sources.

use super::{Msg, Step};

/// What a key means; none where it does what it does in any input. `open` says whether the
/// list is open, `alt` whether the key of that name is held.
#[must_use]
pub fn of_key(key: &str, alt: bool, open: bool) -> Option<Msg> {
    Some(match key {
        "ArrowDown" if alt => Msg::Opened,
        "ArrowDown" => Msg::Moved(Step::Next),
        "ArrowUp" if alt => Msg::Closed,
        "ArrowUp" => Msg::Moved(Step::Previous),
        "Home" if open => Msg::Moved(Step::First),
        "End" if open => Msg::Moved(Step::Last),
        // In an input of a form it would press *Create connection*.
        "Enter" if open => Msg::ActiveChosen,
        "Escape" if open => Msg::Closed,
        _ => return None,
    })
}
