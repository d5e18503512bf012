//! The result: the ID, and what can be done with it.

use flow_connect::screen::{CopyTarget, Msg, Route};

use crate::drawn::drawn;
use crate::given::{self, ETAG, ID, NAME, told};

#[test]
fn the_region_has_everything() {
    let page = drawn(&given::created());
    let region = page.one("region", "Connection created");
    let id = page.one("textbox", "Connection ID");
    assert_eq!(id.attribute("value"), Some(ID));
    assert!(id.has("readonly"));
    for part in [NAME, "prod", ETAG, "2026-11-18 11:06:41 UTC", "credentials were cleared"] {
        assert!(region.text.contains(part), "{part} is not in {}", region.text);
    }
    for button in ["Copy connection ID", "Test connection", "Create another"] {
        page.one("button", button);
    }
    assert_eq!(page.texts("status"), ["Connection created."]);
    assert!(page.texts("alert").is_empty());
    assert!(!region.text.contains("No answer told what became of it"), "{}", region.text);
}

#[test]
fn the_form_is_out_of_sight() {
    let page = drawn(&given::created());
    page.none("button", "Create connection");
    assert!(page.names("group").is_empty());
    assert!(page.by_id("access-token").is_some(), "its inputs stay, to be emptied");
}

#[test]
fn the_test_says_what_came_of_it() {
    let said = |model| {
        let page = drawn(&model);
        (page.texts("status").concat(), page.one("region", "Connection created").text.clone())
    };
    drawn(&given::testing()).one("button", "Testing…");
    let (status, region) = said(given::tested(Ok(true)));
    assert_eq!(status, "The source accepted the credentials.");
    assert!(
        region.contains("The source accepted the credentials. 2026-11-18 11:06:41 UTC"),
        "{region}"
    );
    let (status, region) = said(given::tested(Ok(false)));
    assert!(status.starts_with("The source did not accept the credentials."), "{status}");
    assert!(region.contains(&status), "{region}");

    let failed = drawn(&given::tested(Err(given::timed_out())));
    let alerts = failed.texts("alert").concat();
    assert!(alerts.contains("The connection could not be tested."), "{alerts}");
    assert!(alerts.contains("Nothing was changed by it. Check the network"), "{alerts}");
    let refused = drawn(&given::tested(Err(given::by_gateway(403, "403003"))));
    let alerts = refused.texts("alert").concat();
    for part in ["Adobe does not know this API key.", "into API key.", "The gateway's words"] {
        assert!(alerts.contains(part), "{part} is not in {alerts}");
    }
    failed.one("button", "Test connection");
}

#[test]
fn copying_is_said() {
    let copied = |worked| told(given::created(), Msg::Copied(CopyTarget::ConnectionId, worked));
    assert_eq!(drawn(&copied(true)).texts("status"), ["Copied"]);
    assert!(drawn(&copied(false)).texts("status").concat().starts_with("Not copied"));
}

#[test]
fn it_can_be_opened() {
    let page = drawn(&given::created());
    let link = page.inside("region", "Connection created").one("link", "Open connection").clone();
    assert_eq!(link.attribute("href"), Some(format!("#/connections/{ID}").as_str()));
}

#[test]
fn it_is_not_in_sight_on_the_other_views() {
    for route in given::routes() {
        let page = drawn(&told(given::created(), Msg::RouteChanged(route.clone())));
        let seen = page.with("region", "Connection created").len();
        assert_eq!(seen, usize::from(route == Route::Create), "{route:?}");
    }
}
