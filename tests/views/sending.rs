//! While the request is on its way.

use crate::drawn::drawn;
use crate::given;

#[test]
fn the_button_says_so_and_keeps_the_focus() {
    let page = drawn(&given::sending());
    page.none("button", "Create connection");
    let button = page.one("button", "Creating…");
    assert_eq!(button.attribute("aria-disabled"), Some("true"));
    assert!(!button.has("disabled"), "a disabled button loses the focus");
    assert_eq!(button.attribute("id"), Some("create"));
}

#[test]
fn it_can_be_cancelled() {
    let page = drawn(&given::sending());
    assert_eq!(page.one("button", "Cancel").attribute("type"), Some("button"));
}

#[test]
fn it_is_said_once_and_nothing_alarms() {
    let page = drawn(&given::sending());
    assert_eq!(page.texts("status"), ["Creating the connection…"]);
    assert!(page.texts("alert").is_empty());
}

#[test]
fn what_was_typed_stays_in_sight() {
    let page = drawn(&given::sending());
    assert_eq!(page.one("textbox", "Name").attribute("value"), Some(given::NAME));
}
