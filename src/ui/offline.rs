//! The notice that there is no network. The live region says the same, so it is no alert.

use super::element::{At, Element, div, paragraph};
use crate::screen::words;

pub(super) fn notice(offline: bool) -> Element {
    let notice = paragraph("notice").flag(At::Hidden, !offline);
    div("notices").child(notice.text(words::OFFLINE))
}
